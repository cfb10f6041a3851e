// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/support/a11y_lint.h"
#include "tests/gui/support/fake_ports.h"
#include "tests/support/posted_tasks.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/views/manifests/new_object_dialog.h"
#include "ui/widgets/tone_label.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace new_object_dialog_test {

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
    QString said() const
    {
        const auto *label = dialog->findChild<ToneLabel *>();
        return label->text();
    }
    void may(bool allowed)
    {
        rights.give(allowed);
        gui->run();
    }
    std::shared_ptr<kube::test::PostedTasks> gui = std::make_shared<kube::test::PostedTasks>();
    orrery::test::Answers<bool> rights;
    QStringList chosen;
    QStringList asked; ///< "Deployment/web"
    std::unique_ptr<NewObjectDialog> dialog = std::make_unique<NewObjectDialog>(
        std::vector{resource("apps", "Deployment"), resource("", "ConfigMap"), resource("", "Namespace", false)}, "Deployment", QStringLiteral("web"),
        [this](const kube::ResourceInfo &what, const std::string &space) {
            asked << QString::fromStdString(what.kind + "/" + space);
            return rights.ask();
        },
        gui);
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

    void whatOneMayNotCreateSaysWhichRightIsMissing()
    {
        Fixture f;
        QCOMPARE(f.asked, QStringList{QStringLiteral("Deployment/web")});
        QVERIFY(f.write()->isEnabled()); // nobody has said otherwise yet
        f.may(false);
        QVERIFY2(f.said().endsWith(QStringLiteral("You may not create Deployment.apps in web")), qPrintable(f.said()));
        QVERIFY(!f.write()->isEnabled());
        QTest::keyClick(f.field(0), Qt::Key_Return);
        QVERIFY(f.chosen.isEmpty());
        f.field(1)->setText(QStringLiteral("mine"));
        f.may(true);
        QCOMPARE(f.said(), QString());
        QVERIFY(f.write()->isEnabled());
    }

    void typingANamespaceAsksOneQuestionAtATime()
    {
        Fixture f;
        f.may(true);
        f.field(1)->clear();
        QTest::keyClicks(f.field(1), QStringLiteral("shop"));
        QCOMPARE(f.asked, (QStringList{QStringLiteral("Deployment/web"), QStringLiteral("Deployment/s")}));
        f.may(false); // of what stands there no more
        QVERIFY(f.write()->isEnabled());
        QCOMPARE(f.asked.last(), QStringLiteral("Deployment/shop"));
        f.may(false);
        QVERIFY(!f.write()->isEnabled());
    }

    void everyControlHasAName()
    {
        Fixture f;
        QCOMPARE(orrery::test::unnamedWidgets(f.dialog.get()), QStringList());
    }
};

ORRERY_TEST(NewObjectDialogTest)
} // namespace new_object_dialog_test
#include "new_object_dialog_test.moc"
