// SPDX-License-Identifier: Apache-2.0
// A protected context in the whole window: nothing is written to the demo's API server before its name has been typed.
#include "tests/gui/support/a11y_lint.h"
#include "tests/gui/support/demo_home.h"
#include "tests/support/test_program.h"
#include "ui/frame/protection_bar.h"
#include "ui/views/clusters/unlock_dialog.h"
#include "ui/views/editing/scale_dialog.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace protection_test {

using namespace orrery;
using namespace orrery::test;

class ProtectionTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoHome> m_home;

    [[nodiscard]] static QPushButton *button(const QWidget *in, const char *text)
    {
        for (QPushButton *one : in->findChildren<QPushButton *>()) {
            if (QString(one->text()).remove(QLatin1Char('&')).startsWith(QLatin1String(text)) && one->isVisible())
                return one;
        }
        return nullptr;
    }
    [[nodiscard]] static QString words(const QWidget *in)
    {
        QStringList all;
        for (const QLabel *label : in->findChildren<QLabel *>()) {
            if (label->isVisible())
                all << label->text();
        }
        return all.join(QLatin1Char('\n'));
    }
    [[nodiscard]] static UnlockDialog *unlocking(const Window &window) { return window.main.findChild<UnlockDialog *>(); }
    static void type(Window &window, const QString &name)
    {
        UnlockDialog *dialog = unlocking(window);
        dialog->findChild<QLineEdit *>()->setText(name);
    }
    /// The dialog, with another number of replicas than there are.
    [[nodiscard]] static ScaleDialog *scaleFirst(Window &window)
    {
        window.selectFirst();
        if (!QTest::qWaitFor([&] { return window.action(ActionId::Scale)->isEnabled(); }, Patience))
            return nullptr;
        window.action(ActionId::Scale)->trigger();
        auto *dialog = window.main.findChild<ScaleDialog *>();
        auto *box = dialog ? dialog->findChild<QSpinBox *>() : nullptr;
        if (!box || !QTest::qWaitFor([&] { return box->isEnabled(); }, Patience))
            return nullptr;
        const int wanted = box->value() + 1;
        box->selectAll();
        QTest::keyClicks(box, QString::number(wanted));
        return dialog;
    }

private Q_SLOTS:
    void initTestCase() { m_home = std::make_unique<DemoHome>(); }
    void cleanupTestCase() { m_home.reset(); }

    void aContextIsProtectedByTheMenuAndSaysSo()
    {
        Window window(m_home->line("deployments"));
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive(), Patience);
        const ProtectionBar *bar = window.main.protection();
        QVERIFY(!bar->isVisible());
        QVERIFY(!window.action(ActionId::UnlockWrites)->isVisible());
        window.action(ActionId::Protect)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(words(bar).contains(QStringLiteral("demo is protected. Its writes are locked.")), Patience);
        QVERIFY(window.action(ActionId::Protect)->isChecked());
        QTRY_VERIFY_WITH_TIMEOUT(window.action(ActionId::UnlockWrites)->isVisible(), Patience);
        QCOMPARE(unnamedWidgets(&window.main).join(QLatin1Char('\n')), QString());
        QCOMPARE(window.main.store().value(QStringLiteral("protected/64656d6f")).toBool(), true);
    }

    void aWriteIsHeldBackUntilTheNameIsTyped()
    {
        Window window(m_home->line("deployments"));
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive(), Patience);
        window.action(ActionId::Protect)->trigger();
        ScaleDialog *dialog = scaleFirst(window);
        QVERIFY(dialog);
        const int wanted = dialog->findChild<QSpinBox *>()->value();
        button(dialog, "Scale to")->click();
        QTRY_VERIFY_WITH_TIMEOUT(unlocking(window), Patience);
        QVERIFY(words(unlocking(window)).contains(QStringLiteral("Nothing was sent")));
        QCOMPARE(unnamedWidgets(unlocking(window)).join(QLatin1Char('\n')), QString());
        QTRY_VERIFY2_WITH_TIMEOUT(words(dialog).contains(QStringLiteral("this context is protected")), qPrintable(words(dialog)), Patience);
        QCOMPARE(dialog->findChild<QSpinBox *>()->value(), wanted); // what was typed stays

        type(window, QStringLiteral("dem"));
        QVERIFY(!button(unlocking(window), "Unlock for 5 Minutes")->isEnabled());
        type(window, QStringLiteral("demo"));
        button(unlocking(window), "Unlock for 5 Minutes")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!unlocking(window), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(words(window.main.protection()).contains(QStringLiteral("Its writes are unlocked until")), Patience);
        const QPointer<ScaleDialog> scaling = dialog;
        button(dialog, "Scale to")->click();
        QTRY_VERIFY2_WITH_TIMEOUT(!scaling || !scaling->isVisible(), scaling ? qPrintable(words(scaling)) : "", Patience);

        button(window.main.protection(), "Lock Now")->click();
        QTRY_VERIFY_WITH_TIMEOUT(words(window.main.protection()).contains(QStringLiteral("Its writes are locked.")), Patience);
    }

    void protectionEndsByItsNameToo()
    {
        Window window(m_home->line("deployments"));
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive(), Patience);
        window.action(ActionId::Protect)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(window.main.protection()->isVisible(), Patience);
        window.action(ActionId::Protect)->trigger();
        QVERIFY(unlocking(window));
        QVERIFY(window.action(ActionId::Protect)->isChecked()); // it is still
        unlocking(window)->reject();
        QTRY_VERIFY_WITH_TIMEOUT(!unlocking(window), Patience);
        QVERIFY(window.main.protection()->isVisible());

        window.action(ActionId::Protect)->trigger();
        type(window, QStringLiteral("demo"));
        button(unlocking(window), "Stop Protecting")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!window.main.protection()->isVisible(), Patience);
        QVERIFY(!window.action(ActionId::Protect)->isChecked());
        QCOMPARE(window.main.store().value(QStringLiteral("protected/64656d6f")).toBool(), false);
        ScaleDialog *dialog = scaleFirst(window);
        QVERIFY(dialog);
        const QPointer<ScaleDialog> scaling = dialog;
        button(dialog, "Scale to")->click();
        QTRY_VERIFY2_WITH_TIMEOUT(!scaling || !scaling->isVisible(), scaling ? qPrintable(words(scaling)) : "", Patience);
    }
};

ORRERY_TEST(ProtectionTest)
} // namespace protection_test
#include "protection_test.moc"
