// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/support/a11y_lint.h"
#include "tests/support/warnings.h"
#include "ui/views/manifests/new_object_dialog.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QtTest>

using namespace orrery;

namespace {

kube::ResourceInfo resource(const char *group, const char *kind, bool namespaced = true)
{
    kube::ResourceInfo info;
    info.gvr = {group, "v1", kind};
    info.kind = kind;
    info.namespaced = namespaced;
    return info;
}

struct Fixture {
    Fixture()
    {
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        QObject::connect(dialog.get(), &NewObjectDialog::chosen, dialog.get(), [this](const kube::ResourceInfo &what, const QString &space) {
            chosen << QString::fromStdString(what.kind) + QLatin1Char('/') + space;
        });
        dialog->show();
    }
    QLineEdit *field(int index) const { return dialog->findChildren<QLineEdit *>().at(index); }
    QListWidget *list() const { return dialog->findChild<QListWidget *>(); }
    QPushButton *write() const
    {
        for (auto *button : dialog->findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("&Write"))
                return button;
        }
        return nullptr;
    }
    std::unique_ptr<NewObjectDialog> dialog = std::make_unique<NewObjectDialog>(
        std::vector{resource("apps", "Deployment"), resource("", "ConfigMap"), resource("", "Namespace", false)}, "Deployment", QStringLiteral("web"));
    QStringList chosen;
};

} // namespace

class NewObjectDialogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void theKindThatIsLookedAtIsChosenAlready()
    {
        Fixture f;
        QCOMPARE(f.list()->currentItem()->text(), QStringLiteral("Deployment (apps)"));
        f.write()->click();
        QCOMPARE(f.chosen, QStringList{QStringLiteral("Deployment/web")});
    }

    void aKindIsFoundByTyping()
    {
        Fixture f;
        QTest::keyClicks(f.field(0), QStringLiteral("conf"));
        QCOMPARE(f.list()->count(), 1);
        QTest::keyClick(f.field(0), Qt::Key_Return);
        QCOMPARE(f.chosen, QStringList{QStringLiteral("ConfigMap/web")});
    }

    void whatIsInNoNamespaceAsksForNone()
    {
        Fixture f;
        QTest::keyClicks(f.field(0), QStringLiteral("namesp"));
        QVERIFY(!f.field(1)->isEnabled());
        f.write()->click();
        QCOMPARE(f.chosen, QStringList{QStringLiteral("Namespace/")});
    }

    void withoutANamespaceOrKindNothingIsWritten()
    {
        Fixture f;
        f.field(1)->clear();
        QVERIFY(!f.write()->isEnabled());
        f.field(1)->setText(QStringLiteral("web"));
        QVERIFY(f.write()->isEnabled());
        f.field(0)->setText(QStringLiteral("nothing like it"));
        QVERIFY(!f.write()->isEnabled());
    }

    void everyControlHasAName()
    {
        Fixture f;
        QCOMPARE(orrery::test::unnamedWidgets(f.dialog.get()), QStringList());
    }
};

QTEST_MAIN(NewObjectDialogTest)
#include "new_object_dialog_test.moc"
