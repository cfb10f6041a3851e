// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/support/demo_home.h"
#include "tests/support/test_program.h"
#include "ui/views/rollouts/image_dialog.h"
#include "ui/views/rollouts/restart_dialog.h"
#include "ui/views/rollouts/rollout_page.h"
#include "ui/views/rollouts/scale_list_dialog.h"
#include "ui/views/rollouts/undo_dialog.h"
#include "ui/views/rollouts/workload_list_dialog.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>

namespace rollouts_test {

using namespace orrery;
using namespace orrery::test;

class RolloutsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoHome> m_home;
    std::unique_ptr<Window> m_window;

    [[nodiscard]] QAction *action(ActionId id) const { return m_window->action(id); }
    [[nodiscard]] QString toast() const { return m_window->main.toast()->text(); }
    [[nodiscard]] RolloutPage *page() const { return qobject_cast<RolloutPage *>(m_window->main.tabs()->currentPage()); }
    [[nodiscard]] static QPushButton *button(const QWidget *in, const QString &begins)
    {
        for (QPushButton *one : in->findChildren<QPushButton *>()) {
            if (one->text().remove(QLatin1Char('&')).startsWith(begins))
                return one;
        }
        return nullptr;
    }
    [[nodiscard]] QStringList revisions() const
    {
        QStringList numbers;
        const QAbstractItemModel *model = page()->findChild<TableView *>()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            numbers << model->index(row, 0).data().toString();
        return numbers;
    }
    void setImage(const QString &image) const
    {
        QTRY_VERIFY_WITH_TIMEOUT(action(ActionId::SetImage)->isEnabled(), Patience);
        action(ActionId::SetImage)->trigger();
        QPointer<ImageDialog> dialog = m_window->main.findChild<ImageDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->findChildren<QLineEdit *>().isEmpty(), Patience);
        dialog->findChildren<QLineEdit *>().last()->setText(image);
        button(dialog, QStringLiteral("Set"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog, Patience);
        QTRY_VERIFY2_WITH_TIMEOUT(toast().endsWith(QStringLiteral("successfully rolled out")), qPrintable(toast()), Patience);
        QVERIFY(toast().contains(image));
    }

private Q_SLOTS:
    void initTestCase() { m_home = std::make_unique<DemoHome>(); }
    void cleanupTestCase() { m_home.reset(); }
    void init()
    {
        CommandLine asked = m_home->line("deploy", "api");
        asked.namespaceName = QStringLiteral("payments");
        m_window = std::make_unique<Window>(asked);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isLive() && m_window->page()->selectedObject(), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(action(ActionId::RestartRollout)->isEnabled(), Patience);
    }
    void cleanup() { m_window.reset(); }

    void aRestartAsksAndIsFollowedUntilItIsDone()
    {
        action(ActionId::RestartRollout)->trigger();
        QPointer<RestartDialog> dialog = m_window->main.findChild<RestartDialog *>();
        QVERIFY(dialog);
        button(dialog, QStringLiteral("Restart"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(toast(), QStringLiteral("api restarted: deployment \"api\" successfully rolled out"), Patience);
    }

    void whatIsPausedIsResumedAndNotRestarted()
    {
        QTRY_COMPARE_WITH_TIMEOUT(action(ActionId::ResumeRollout)->toolTip(), QStringLiteral("api is not paused"), Patience);
        action(ActionId::PauseRollout)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(action(ActionId::ResumeRollout)->isEnabled(), Patience);
        QTRY_VERIFY2_WITH_TIMEOUT(toast().startsWith(QStringLiteral("api paused")), qPrintable(toast()), Patience); // the watch may be first
        QCOMPARE(action(ActionId::RestartRollout)->toolTip(), QStringLiteral("api is paused: resume it first"));
        QCOMPARE(action(ActionId::PauseRollout)->toolTip(), QStringLiteral("api is paused already"));
        action(ActionId::ResumeRollout)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(action(ActionId::RestartRollout)->isEnabled(), Patience);
        QTRY_VERIFY2_WITH_TIMEOUT(toast().startsWith(QStringLiteral("api resumed")), qPrintable(toast()), Patience);
    }

    void theVerbsOfAHistoryActOnItsWorkload()
    {
        action(ActionId::RolloutHistory)->trigger();
        QVERIFY(page());
        QTRY_VERIFY_WITH_TIMEOUT(action(ActionId::RestartRollout)->isEnabled(), Patience);
        QVERIFY(action(ActionId::EditObject)->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace->details()->object(), Patience);
        QCOMPARE(m_window->workspace->details()->object()->key().name, std::string("api"));
        action(ActionId::RestartRollout)->trigger();
        QPointer<RestartDialog> dialog = m_window->main.findChild<RestartDialog *>();
        QVERIFY(dialog);
        QVERIFY2(dialog->windowTitle().endsWith(QStringLiteral(" api")), qPrintable(dialog->windowTitle()));
        dialog->reject();
    }

    void manyAreRestartedAndEachIsFollowed()
    {
        m_window->page()->setFilter({});
        QTRY_VERIFY_WITH_TIMEOUT(m_window->page()->rows() > 1, Patience);
        m_window->page()->table()->selectAll();
        QTRY_VERIFY_WITH_TIMEOUT(action(ActionId::RestartRollout)->isEnabled(), Patience);
        QVERIFY(action(ActionId::PauseRollout)->isEnabled());
        QVERIFY(!action(ActionId::SetImage)->isEnabled());
        const int number = m_window->page()->selectedRows();
        action(ActionId::RestartRollout)->trigger();
        QPointer<WorkloadListDialog> dialog = m_window->main.findChild<WorkloadListDialog *>();
        QVERIFY(dialog);
        const QAbstractItemModel *model = dialog->findChild<TableView *>()->model();
        QCOMPARE(model->rowCount(), number);
        button(dialog, QStringLiteral("Restart"))->click();
        const auto untold = [&] {
            int rows = 0;
            for (int row = 0; row < model->rowCount(); ++row) {
                const QString text = model->index(row, WorkloadListModel::Result).data().toString();
                rows += text.isEmpty() || text == QStringLiteral("being changed") || text == QStringLiteral("restarted") ? 1 : 0;
            }
            return rows;
        };
        QTRY_COMPARE_WITH_TIMEOUT(untold(), 0, Patience);
        dialog->reject();
    }

    void imagesAreSetAndTheWayBackIsInTheHistory()
    {
        setImage(QStringLiteral("registry.example/one:1"));
        setImage(QStringLiteral("registry.example/two:2"));
        action(ActionId::RolloutHistory)->trigger();
        QVERIFY(page());
        QTRY_VERIFY_WITH_TIMEOUT(revisions().size() >= 2, Patience);
        const QStringList before = revisions();
        button(page(), QStringLiteral("Undo to Revision ") + before[1])->click();
        QPointer<UndoDialog> dialog = m_window->main.findChild<UndoDialog *>();
        QVERIFY(dialog);
        const auto undo = [&] { return button(dialog, QStringLiteral("Undo to Revision ") + before[1]); }; // says so once it has read
        QTRY_VERIFY_WITH_TIMEOUT(undo() && undo()->isEnabled(), Patience);
        undo()->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog, Patience);
        QTRY_VERIFY2_WITH_TIMEOUT(toast().startsWith(QStringLiteral("api is back at revision ") + before[1]), qPrintable(toast()), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(revisions().first(), QString::number(before.first().toInt() + 1), Patience);
        QVERIFY(!revisions().contains(before[1]));
    }

    void whatIsNoWorkloadHasNoRollouts()
    {
        m_window->open("", "nodes");
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isLive(), Patience);
        m_window->selectFirst();
        QTRY_VERIFY_WITH_TIMEOUT(!action(ActionId::RestartRollout)->isVisible(), Patience);
        QVERIFY(!action(ActionId::RolloutHistory)->isVisible());
    }

    void manyAreScaledInOneGo()
    {
        m_window->page()->table()->selectAll();
        const int number = m_window->page()->selectedRows();
        QVERIFY(number > 1);
        action(ActionId::Scale)->trigger();
        QPointer<ScaleListDialog> dialog = m_window->main.findChild<ScaleListDialog *>();
        QVERIFY(dialog);
        const QAbstractItemModel *model = dialog->findChild<TableView *>()->model();
        QCOMPARE(model->rowCount(), number);
        QSpinBox *all = dialog->findChild<QSpinBox *>();
        all->setValue(11);
        QTRY_VERIFY_WITH_TIMEOUT(button(dialog, QStringLiteral("Scale"))->isEnabled(), Patience);
        button(dialog, QStringLiteral("Scale"))->click();
        for (int row = 0; row < number; ++row)
            QTRY_VERIFY_WITH_TIMEOUT(model->index(row, 3).data().toString().contains(QStringLiteral(" of 11 replicas")), Patience); // some are never ready
        dialog->close();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog, Patience);
    }
};

ORRERY_TEST(RolloutsTest)
} // namespace rollouts_test
#include "rollouts_test.moc"
