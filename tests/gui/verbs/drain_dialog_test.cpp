// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/support/a11y_lint.h"
#include "tests/gui/support/dialog_reader.h"
#include "tests/gui/support/fake_verbs.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/views/verbs/drain_dialog.h"
#include "ui/views/verbs/verb_table.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

namespace drain_dialog_test {

using namespace orrery;
using namespace orrery::test;

class DrainDialogTest : public QObject
{
    Q_OBJECT
    using Phase = kube::DrainState::Phase;

    std::shared_ptr<kube::test::ManualTime> m_time;
    std::unique_ptr<FakeRemoval> m_port;
    std::unique_ptr<QWidget> m_window;
    QPointer<DrainDialog> m_dialog;

    [[nodiscard]] static kube::DrainPod pod(const char *name, const char *controller)
    {
        kube::DrainPod one;
        one.key = {"shop", name};
        one.uid = name;
        one.controllerKind = controller;
        one.controllerName = "c";
        return one;
    }
    [[nodiscard]] static kube::DrainState state(Phase phase)
    {
        kube::DrainState one;
        one.phase = phase;
        one.node = "n1";
        one.pods = {pod("agent", "DaemonSet"), pod("bare", ""), pod("web", "ReplicaSet")};
        if (phase == Phase::Evicting || phase == Phase::Finished) {
            one.isCordoned = true;
            for (const char *name : {"bare", "web"}) {
                kube::RemovalItem item;
                item.target = {{{"", "v1", "pods"}, "Pod", true}, {"shop", name}, name};
                one.evictions.items.push_back(item);
            }
        }
        return one;
    }
    void tell(kube::DrainState told)
    {
        m_port->tell(std::move(told));
        m_time->run();
    }
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        for (QPushButton *one : m_dialog->findChildren<QPushButton *>()) {
            if (one->text().remove(QLatin1Char('&')) == text && one->isVisible())
                return one;
        }
        return nullptr;
    }
    void agree() const
    {
        for (QCheckBox *box : m_dialog->findChildren<QCheckBox *>()) {
            if (box->isVisible())
                box->setChecked(true);
        }
    }
    [[nodiscard]] QString words() const { return test::visibleWords(m_dialog.get()); }
    [[nodiscard]] QStringList states() const
    {
        QStringList lines;
        for (const VerbRow &row : m_dialog->findChild<VerbModel *>()->rows())
            lines << row.what + QLatin1Char('|') + row.state;
        return lines;
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_time = std::make_shared<kube::test::ManualTime>();
        m_port = std::make_unique<FakeRemoval>();
        m_window = std::make_unique<QWidget>();
        m_window->show();
        DrainDialog::Parts parts;
        parts.port = m_port.get();
        parts.gui = m_time;
        parts.now = [this] { return m_time->wallNow(); };
        parts.context = QStringLiteral("prod-eu");
        m_dialog = new DrainDialog(std::move(parts), "n1", m_window.get());
        m_dialog->show();
        m_time->run();
    }
    void cleanup()
    {
        m_window.reset();
        m_time->run();
    }

    void nothingCanBeDrainedBeforeWhatNeedsConsentHasIt()
    {
        QVERIFY(!button(QStringLiteral("Drain"))->isEnabled());
        QVERIFY(m_dialog->focusWidget() && !qobject_cast<QPushButton *>(m_dialog->focusWidget())); // Space closes nothing
        tell(state(Phase::Asking));
        QCOMPARE(states(), (QStringList{QStringLiteral("shop/agent|Needs consent"), QStringLiteral("shop/bare|Needs consent"), QStringLiteral("shop/web|To be evicted")}));
        QVERIFY(words().contains(QStringLiteral("2 Pod(s) need(s) consent")) || words().contains(QStringLiteral("2 Pods need consent")));
        QVERIFY(!button(QStringLiteral("Drain"))->isEnabled());
        agree();
        QCOMPARE(states().front(), QStringLiteral("shop/agent|Stays"));
        QVERIFY(button(QStringLiteral("Drain"))->isEnabled());
        m_dialog->findChild<QSpinBox *>()->setValue(3);
        button(QStringLiteral("Drain"))->click();
        QCOMPARE(m_port->drains.size(), std::size_t(1));
        QVERIFY(m_port->drains.front().consent.leaveDaemonSets && m_port->drains.front().consent.endUnmanaged);
        QVERIFY(m_port->drains.front().timeout == std::chrono::minutes(3));
    }

    void howLongAPodMayTakeToEndIsChosen()
    {
        tell(state(Phase::Asking));
        agree();
        auto *grace = m_dialog->findChild<QComboBox *>();
        auto *seconds = m_dialog->findChildren<QSpinBox *>().last();
        QVERIFY(!seconds->isEnabled());
        button(QStringLiteral("Drain"))->click();
        QVERIFY(!m_port->drains.back().gracePeriodSeconds);
        QVERIFY(!m_port->drains.back().timeout); // as long as it takes
        tell(state(Phase::Asking));
        grace->setCurrentIndex(1);
        QVERIFY(seconds->isEnabled());
        seconds->setValue(7);
        button(QStringLiteral("Drain"))->click();
        QVERIFY(m_port->drains.back().gracePeriodSeconds == 7);
        tell(state(Phase::Asking));
        grace->setCurrentIndex(2);
        QVERIFY2(words().contains(QStringLiteral("its containers may run on")), qPrintable(words()));
        button(QStringLiteral("Drain"))->click();
        QVERIFY(m_port->drains.back().gracePeriodSeconds == 0);
    }

    void onlyConsentThatIsNeededIsAskedFor()
    {
        kube::DrainState plain = state(Phase::Asking);
        plain.pods = {pod("web", "ReplicaSet")};
        tell(plain);
        for (const QCheckBox *box : m_dialog->findChildren<QCheckBox *>())
            QVERIFY(!box->isVisible());
        QVERIFY(button(QStringLiteral("Drain"))->isEnabled());
    }

    void aBudgetInTheWayIsNamed()
    {
        tell(state(Phase::Asking));
        agree();
        button(QStringLiteral("Drain"))->click();
        kube::DrainState evicting = state(Phase::Evicting);
        evicting.evictions.items.back().phase = kube::RemovalPhase::Blocked;
        evicting.evictions.items.back().budget = "web-pdb";
        evicting.evictions.items.front().phase = kube::RemovalPhase::Gone;
        tell(evicting);
        QCOMPARE(states(), (QStringList{QStringLiteral("shop/agent|Stays"), QStringLiteral("shop/bare|Gone"), QStringLiteral("shop/web|Refused for now, again in 0 s")}));
        QVERIFY(m_dialog->findChild<VerbModel *>()->rows().back().more.contains(QStringLiteral("web-pdb")));
        button(QStringLiteral("Stop"))->click();
        QCOMPARE(m_port->stops, 1);
    }

    void stoppedItSaysThatTheNodeStaysCordoned()
    {
        tell(state(Phase::Asking));
        kube::DrainState stopped = state(Phase::Finished);
        stopped.isStopped = true;
        stopped.evictions.items.front().phase = kube::RemovalPhase::Gone;
        stopped.evictions.items.back().phase = kube::RemovalPhase::NotSent;
        tell(stopped);
        QVERIFY2(words().contains(QStringLiteral("Stopped.")), qPrintable(words()));
        QVERIFY2(words().contains(QStringLiteral("The Node stays cordoned")), qPrintable(words()));
        QVERIFY(button(QStringLiteral("Close"))->isEnabled());
    }

    void aDrainedNodeIsTold()
    {
        QSignalSpy drained(m_dialog, &DrainDialog::drained);
        tell(state(Phase::Evicting));
        kube::DrainState finished = state(Phase::Finished);
        for (kube::RemovalItem &item : finished.evictions.items)
            item.phase = kube::RemovalPhase::Gone;
        tell(finished);
        QCOMPARE(drained.size(), 1);
        QVERIFY(words().contains(QStringLiteral("The Node is drained.")));
    }

    void aNodeThatCannotBeReadIsReadAgain()
    {
        kube::DrainState failed;
        failed.phase = Phase::Failed;
        failed.node = "n1";
        failed.error = serverError(403, "Forbidden", QStringLiteral("no Nodes for you"));
        tell(failed);
        QVERIFY(words().contains(QStringLiteral("no Nodes for you")));
        button(QStringLiteral("Read again"))->click();
        QCOMPARE(m_port->reads, 1);
    }

    void screenReadersCanNameEverything()
    {
        tell(state(Phase::Asking));
        QCOMPARE(unnamedWidgets(m_dialog), QStringList());
    }
};

ORRERY_TEST(DrainDialogTest)
} // namespace drain_dialog_test
#include "drain_dialog_test.moc"
