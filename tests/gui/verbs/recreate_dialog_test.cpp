// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/support/a11y_lint.h"
#include "tests/gui/support/dialog_reader.h"
#include "tests/gui/support/fake_verbs.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/views/verbs/recreate_dialog.h"
#include "ui/widgets/code_view.h"
#include "ui/widgets/diff_view.h"

#include <QLineEdit>
#include <QSignalSpy>

namespace recreate_dialog_test {

using namespace orrery;
using namespace orrery::test;

class RecreateDialogTest : public QObject
{
    Q_OBJECT

    std::shared_ptr<kube::test::ManualTime> m_time;
    std::unique_ptr<FakeChanges> m_port;
    std::unique_ptr<QWidget> m_window;
    QPointer<RecreateDialog> m_dialog;
    int m_confirmed = 0;

    void open(const QString &confirmation = {})
    {
        kube::ResourceInfo resource;
        resource.gvr = {"", "v1", "secrets"};
        resource.kind = "Secret";
        resource.namespaced = true;
        RecreateDialog::Parts parts;
        parts.port = m_port.get();
        parts.gui = m_time;
        parts.context = QStringLiteral("prod-eu");
        parts.confirmation = confirmation;
        parts.confirmed = [this] { ++m_confirmed; };
        parts.shown = [](const std::string &json) { return QString::fromStdString(json).replace(QStringLiteral("hush"), QStringLiteral("•••")); };
        m_dialog = new RecreateDialog(std::move(parts), resource, {"shop", "key"}, "{\"data\":\"hush\"}", m_window.get());
        m_dialog->show();
    }
    void answer(kube::Result<kube::ObjectReply> reply)
    {
        m_port->writes.give(std::move(reply));
        m_time->run();
    }
    static kube::ObjectReply stored()
    {
        kube::ObjectReply reply;
        reply.json = "{\"data\":\"hush\",\"stored\":true}";
        return reply;
    }
    [[nodiscard]] QPushButton *button(const QString &begins) const { return visibleButton(m_dialog.get(), begins); }
    [[nodiscard]] QString words() const { return visibleWords(m_dialog.get()); }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_time = std::make_shared<kube::test::ManualTime>();
        m_port = std::make_unique<FakeChanges>();
        m_window = std::make_unique<QWidget>();
        m_confirmed = 0;
    }
    void cleanup()
    {
        m_window.reset();
        m_port.reset();
    }

    void itIsTriedAtOnceAndMadeWhenThatIsAskedFor()
    {
        open();
        QCOMPARE(m_port->writes.open(), std::size_t(1));
        QCOMPARE(m_port->made, QStringList{QStringLiteral("try shop {\"data\":\"hush\"}")});
        QVERIFY(!button(QStringLiteral("Make"))->isEnabled());
        QVERIFY2(words().contains(QStringLiteral("another uid")), qPrintable(words()));
        answer(stored());
        QVERIFY(button(QStringLiteral("Make"))->isEnabled());
        const QSignalSpy made(m_dialog, &RecreateDialog::recreated);
        button(QStringLiteral("Make"))->click();
        QCOMPARE(m_port->made.last(), QStringLiteral("make shop {\"data\":\"hush\"}"));
        QCOMPARE(m_confirmed, 1);
        answer(stored());
        QCOMPARE(made.count(), 1);
        QVERIFY(!m_dialog || !m_dialog->isVisible());
    }

    void valuesThatNobodyMaySeeAreNotShown()
    {
        open();
        answer(stored());
        QString shown;
        for (const auto *pane : m_dialog->findChildren<QPlainTextEdit *>())
            shown += pane->toPlainText();
        QVERIFY2(shown.contains(QStringLiteral("stored")), qPrintable(shown));
        QVERIFY2(!shown.contains(QStringLiteral("hush")), qPrintable(shown));
    }

    void aRefusalIsSaidAndTriedAgain()
    {
        open();
        answer(kube::fail(serverError(409, "AlreadyExists", QStringLiteral("object is being deleted: secrets \"key\" already exists"))));
        QVERIFY2(words().contains(QStringLiteral("object is being deleted")), qPrintable(words()));
        QVERIFY(!button(QStringLiteral("Make")));
        button(QStringLiteral("Try Again"))->click();
        QCOMPARE(m_port->made.last(), QStringLiteral("try shop {\"data\":\"hush\"}"));
        answer(stored());
        QVERIFY(button(QStringLiteral("Make"))->isEnabled());
        button(QStringLiteral("Make"))->click();
        answer(kube::fail(kube::Error::transport(QStringLiteral("cut"))));
        QVERIFY2(words().contains(QStringLiteral("may have been carried out")), qPrintable(words()));
        QVERIFY(button(QStringLiteral("Try Again"))->isEnabled());
    }

    void aProtectedContextsNameIsTypedBefore()
    {
        open(QStringLiteral("prod-eu"));
        answer(stored());
        QVERIFY(!button(QStringLiteral("Make"))->isEnabled());
        m_dialog->findChild<QLineEdit *>(QStringLiteral("confirmation"))->setText(QStringLiteral("prod-eu"));
        QVERIFY(button(QStringLiteral("Make"))->isEnabled());
    }

    void everythingHasAName()
    {
        open();
        QCOMPARE(unnamedWidgets(m_dialog), QStringList());
    }
};

ORRERY_TEST(RecreateDialogTest)
} // namespace recreate_dialog_test
#include "recreate_dialog_test.moc"
