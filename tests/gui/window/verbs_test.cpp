// SPDX-License-Identifier: Apache-2.0
// Deleting, labels and what is offered where, in the whole window on the demo's API server.
#include "core/apply/write_store.h"
#include "tests/gui/support/a11y_lint.h"
#include "tests/gui/support/demo_home.h"
#include "tests/support/test_program.h"
#include "ui/views/editing/edit_tab.h"
#include "ui/views/verbs/drain_dialog.h"
#include "ui/views/verbs/entries_dialog.h"
#include "ui/views/verbs/entries_model.h"
#include "ui/views/verbs/recreate_dialog.h"
#include "ui/views/verbs/removal_dialog.h"
#include "ui/views/verbs/verb_table.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QDir>
#include <QLabel>
#include <QPushButton>

namespace verbs_test {

using namespace orrery;
using namespace orrery::test;

class VerbsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoHome> m_home;

    /// The first row's action, once it may be used.
    [[nodiscard]] static bool trigger(Window &window, ActionId id)
    {
        if (!QTest::qWaitFor([&] { return window.isLive(); }, Patience))
            return false;
        window.selectFirst();
        if (!QTest::qWaitFor([&] { return window.action(id)->isEnabled() && window.action(id)->isVisible(); }, Patience))
            return false;
        window.action(id)->trigger();
        return true;
    }
    [[nodiscard]] static QPushButton *button(const QDialog *dialog, const QString &begins)
    {
        for (QPushButton *candidate : dialog->findChildren<QPushButton *>()) {
            if (candidate->text().remove(QLatin1Char('&')).startsWith(begins) && candidate->isVisible())
                return candidate;
        }
        return nullptr;
    }

    /// Of the first row.
    static void putLabel(Window &window, const char *name)
    {
        QVERIFY(trigger(window, ActionId::EditLabels));
        QPointer<EntriesDialog> dialog = window.main.findChild<EntriesDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(button(dialog, QStringLiteral("Add"))->isEnabled(), Patience);
        auto *model = dialog->findChild<EntriesModel *>();
        const int row = model->add();
        model->setData(model->index(row, 0), QLatin1String(name), Qt::EditRole);
        model->setData(model->index(row, 1), QStringLiteral("yes"), Qt::EditRole);
        button(dialog, QStringLiteral("Apply"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog, Patience);
    }
    [[nodiscard]] static std::string labelOf(const Window &window, const char *name)
    {
        std::string label;
        if (const kube::ObjectPtr object = window.workspace->details()->object())
            object->read([&](kube::JsonValue root) { label = root["metadata"]["labels"][name].string(); });
        return label;
    }

private Q_SLOTS:
    void initTestCase() { m_home = std::make_unique<DemoHome>(); }
    void cleanupTestCase() { m_home.reset(); }

    void aDeploymentGoesWithWhatItOwns()
    {
        Window window(m_home->line("deployments"));
        QVERIFY(trigger(window, ActionId::DeleteObject));
        QPointer<RemovalDialog> dialog = window.main.findChild<RemovalDialog *>();
        QVERIFY(dialog);
        const int before = window.page()->table()->model()->rowCount();
        const auto *model = dialog->findChild<VerbModel *>();
        QTRY_VERIFY_WITH_TIMEOUT(model->rows().size() > 2, Patience); // a ReplicaSet and a Pod at least
        QVERIFY(model->rows()[1].what.startsWith(QStringLiteral("ReplicaSet ")));
        QCOMPARE(model->rows()[2].depth, 2);
        QCOMPARE(unnamedWidgets(dialog), QStringList());
        QTRY_VERIFY_WITH_TIMEOUT(button(dialog, QStringLiteral("Delete"))->isEnabled(), Patience);
        button(dialog, QStringLiteral("Delete"))->click();
        QTRY_COMPARE_WITH_TIMEOUT(window.page()->table()->model()->rowCount(), before - 1, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog, Patience);
        QVERIFY2(window.main.toast()->text().contains(QStringLiteral("Gone: Deployment")), qPrintable(window.main.toast()->text()));
    }

    void aPodIsEvictedAndFollowedUntilItHasGone()
    {
        Window window(m_home->line("pods"));
        QVERIFY(trigger(window, ActionId::EvictPod));
        const kube::ObjectKey key = *window.page()->selectedObject();
        QPointer<RemovalDialog> dialog = window.main.findChild<RemovalDialog *>();
        QVERIFY(dialog);
        button(dialog, QStringLiteral("Evict"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog, Patience);
        QCOMPARE(window.main.toast()->text().section(QLatin1Char(' '), -1), QString::fromStdString(key.name));
        QVERIFY2(window.main.toast()->text().contains(QStringLiteral("Gone: Pod")), qPrintable(window.main.toast()->text()));
    }

    void anEvictionIsSaidToBeTheLastWrite()
    {
        Window window(m_home->line("pods"));
        QVERIFY(trigger(window, ActionId::EvictPod));
        QPointer<RemovalDialog> dialog = window.main.findChild<RemovalDialog *>();
        QVERIFY(dialog);
        button(dialog, QStringLiteral("Evict"))->click();
        QAction *revert = window.action(ActionId::RevertWrite);
        QTRY_VERIFY2_WITH_TIMEOUT(revert->toolTip().startsWith(QStringLiteral("The last write evicted Pod ")), qPrintable(revert->toolTip()), Patience);
        QVERIFY(!revert->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(!dialog, Patience);
    }

    void aLabelIsPutOn()
    {
        Window window(m_home->line("deployments"));
        putLabel(window, "tested");
        if (!QTest::currentTestFailed())
            QTRY_COMPARE_WITH_TIMEOUT(labelOf(window, "tested"), std::string("yes"), Patience);
    }

    void whatWasWrittenBeforeARestartIsTakenBack()
    {
        const QString folder = m_home->path("writes");
        const auto line = m_home->line("deployments");
        std::string name;
        {
            Window window(line, nullptr, std::make_shared<kube::WriteStore>(folder));
            putLabel(window, "restarted");
            if (QTest::currentTestFailed())
                return;
            name = window.page()->selectedObject()->name;
            QTRY_VERIFY_WITH_TIMEOUT(!QDir(folder).isEmpty(QDir::Files), Patience);
        }
        Window window(line, nullptr, std::make_shared<kube::WriteStore>(folder));
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive(), Patience);
        QAction *revert = window.action(ActionId::RevertWrite);
        QTRY_VERIFY_WITH_TIMEOUT(revert->isEnabled(), Patience);
        QVERIFY2(revert->toolTip().startsWith(QStringLiteral("The write to Deployment ") + QString::fromStdString(name)), qPrintable(revert->toolTip()));
        revert->trigger();
        auto *tab = qobject_cast<EditTab *>(window.main.tabs()->currentPage());
        QVERIFY(tab);
        const auto save = [tab] {
            for (QPushButton *candidate : tab->findChildren<QPushButton *>()) {
                if (candidate->text() == QStringLiteral("Save 1 change") && candidate->isVisible())
                    return candidate;
            }
            return static_cast<QPushButton *>(nullptr);
        };
        QTRY_VERIFY_WITH_TIMEOUT(save(), Patience);
        save()->click();
        QTRY_VERIFY2_WITH_TIMEOUT(window.main.toast()->text().endsWith(QStringLiteral(" reverted")), qPrintable(window.main.toast()->text()), Patience);
        window.main.tabs()->showPage(window.main.tabs()->pages().first());
        window.selectFirst();
        QTRY_VERIFY_WITH_TIMEOUT(window.workspace->details()->object() && labelOf(window, "restarted").empty(), Patience);
    }

    void aNodeIsCordonedReadAndUncordoned()
    {
        Window window(m_home->line("nodes"));
        QVERIFY(trigger(window, ActionId::Cordon));
        QTRY_VERIFY_WITH_TIMEOUT(!window.action(ActionId::Cordon)->isEnabled() && window.action(ActionId::Uncordon)->isEnabled(), Patience);
        window.action(ActionId::Drain)->trigger();
        QPointer<DrainDialog> dialog = window.main.findChild<DrainDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->findChild<VerbModel *>()->rows().isEmpty(), Patience);
        dialog->reject();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog, Patience);
        window.action(ActionId::Uncordon)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(window.action(ActionId::Cordon)->isEnabled() && !window.action(ActionId::Uncordon)->isEnabled(), Patience);
    }

    void whatWasDeletedAndWhatWasMadeAreTakenBack()
    {
        Window window(m_home->line("configmaps"));
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive(), Patience);
        QAction *revert = window.action(ActionId::RevertWrite);
        QTRY_COMPARE_WITH_TIMEOUT(revert->toolTip(), QStringLiteral("Orrery has changed nothing in demo since it was started"), Patience);
        QVERIFY(!revert->isEnabled());
        const int before = window.page()->table()->model()->rowCount();
        QVERIFY(trigger(window, ActionId::DeleteObject));
        const std::string name = window.page()->selectedObject()->name;
        QPointer<RemovalDialog> removal = window.main.findChild<RemovalDialog *>();
        QTRY_VERIFY_WITH_TIMEOUT(button(removal, QStringLiteral("Delete"))->isEnabled(), Patience);
        button(removal, QStringLiteral("Delete"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(!removal, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(window.page()->table()->model()->rowCount(), before - 1, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(revert->isEnabled(), Patience);
        QVERIFY2(revert->toolTip().startsWith(QStringLiteral("The write to ConfigMap ") + QString::fromStdString(name)), qPrintable(revert->toolTip()));
        revert->trigger();
        QPointer<RecreateDialog> anew = window.main.findChild<RecreateDialog *>();
        QVERIFY(anew);
        QTRY_VERIFY_WITH_TIMEOUT(button(anew, QStringLiteral("Make"))->isEnabled(), Patience);
        button(anew, QStringLiteral("Make"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(!anew, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(window.page()->table()->model()->rowCount(), before, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(revert->isEnabled() && window.page()->selectedObject() && window.page()->selectedObject()->name == name, Patience);
        revert->trigger(); // made: it is offered to be deleted
        removal = window.main.findChild<RemovalDialog *>();
        QVERIFY(removal);
        QTRY_VERIFY_WITH_TIMEOUT(button(removal, QStringLiteral("Delete"))->isEnabled(), Patience);
        QStringList said;
        for (const QLabel *label : removal->findChildren<QLabel *>())
            said << label->text();
        QVERIFY2(said.join(QLatin1Char(' ')).contains(QStringLiteral("Orrery made it at")), qPrintable(said.join(QLatin1Char(' '))));
        removal->reject();
    }

    void eachKindIsOfferedItsOwn()
    {
        Window window(m_home->line("pods"));
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive(), Patience);
        window.selectFirst();
        QTRY_VERIFY_WITH_TIMEOUT(window.action(ActionId::EvictPod)->isVisible(), Patience);
        QVERIFY(!window.action(ActionId::Drain)->isVisible());
        QVERIFY(!window.action(ActionId::TriggerCronJob)->isVisible());
        window.open("batch", "cronjobs");
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive() && window.page()->resource().kind == "CronJob", Patience);
        window.selectFirst();
        QTRY_VERIFY_WITH_TIMEOUT(window.action(ActionId::TriggerCronJob)->isVisible(), Patience);
        QVERIFY(!window.action(ActionId::EvictPod)->isVisible());
    }

    void aReadOnlyWindowOffersNoneOfThem()
    {
        CommandLine line = m_home->line("pods");
        line.readOnly = true;
        Window window(line);
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive(), Patience);
        window.selectFirst();
        for (const ActionId id : {ActionId::DeleteObject, ActionId::EvictPod, ActionId::EditLabels, ActionId::RevertWrite}) {
            QVERIFY(!window.action(id)->isEnabled());
            QCOMPARE(window.action(id)->toolTip(), QStringLiteral("Orrery is read-only"));
        }
    }
};

ORRERY_TEST(VerbsTest)
} // namespace verbs_test
#include "verbs_test.moc"
