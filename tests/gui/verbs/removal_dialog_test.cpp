// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/support/a11y_lint.h"
#include "tests/gui/support/dialog_reader.h"
#include "tests/gui/support/fake_verbs.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/views/verbs/removal_dialog.h"
#include "ui/views/verbs/verb_table.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

namespace removal_dialog_test {

using namespace orrery;
using namespace orrery::test;
using namespace std::chrono_literals;

class RemovalDialogTest : public QObject
{
    Q_OBJECT

    std::shared_ptr<kube::test::ManualTime> m_time;
    std::unique_ptr<FakeRemoval> m_port;
    std::unique_ptr<QWidget> m_window;
    QPointer<RemovalDialog> m_dialog;
    kube::ResourceInfo m_deployments;
    int m_confirmed = 0;
    std::string m_uid;
    QString m_why;

    void open(const QString &confirmation = {}, kube::RemovalMeans means = kube::RemovalMeans::Delete)
    {
        RemovalDialog::Parts parts;
        parts.port = m_port.get();
        parts.gui = m_time;
        parts.now = [this] { return m_time->wallNow(); };
        parts.context = QStringLiteral("prod-eu");
        parts.confirmation = confirmation;
        parts.confirmed = [this] { ++m_confirmed; };
        parts.uid = m_uid;
        parts.why = m_why;
        m_dialog = new RemovalDialog(std::move(parts), means, m_deployments, {{"shop", "web"}}, m_window.get());
        m_dialog->show();
        m_time->run();
    }
    [[nodiscard]] kube::OwnedFindings found() const
    {
        kube::OwnedFindings findings;
        kube::SeenTarget seen;
        seen.target = {kube::removalKind(m_deployments), {"shop", "web"}, "u-web"};
        seen.isSeen = true;
        findings.targets = {seen};
        findings.kinds = {{{"apps", "v1", "replicasets"}, "ReplicaSet", true}, {{"", "v1", "pods"}, "Pod", true}, {{"", "v1", "secrets"}, "Secret", true}};
        kube::OwnedRow set;
        set.object.key = {"shop", "web-1"};
        set.object.uid = "u-set";
        kube::OwnedRow pod;
        pod.object.kind = 1;
        pod.object.key = {"shop", "web-1-a"};
        pod.object.uid = "u-pod";
        pod.object.finalizers = {"example.com/tidy"};
        pod.depth = 2;
        pod.blocks = true;
        findings.rows = {set, pod};
        findings.questions = findings.answered = 4;
        return findings;
    }
    void tell(kube::OwnedFindings findings)
    {
        m_port->tell(std::move(findings));
        m_time->run();
    }
    [[nodiscard]] kube::RemovalProgress at(kube::RemovalPhase phase) const
    {
        kube::RemovalProgress progress;
        kube::RemovalItem item;
        item.target = m_port->orders.back().targets.front();
        item.phase = phase;
        progress.items = {item};
        return progress;
    }
    void tell(kube::RemovalProgress progress)
    {
        m_port->tell(std::move(progress));
        m_time->run();
    }
    [[nodiscard]] QPushButton *button(const QString &begins) const { return test::visibleButton(m_dialog.get(), begins); }
    [[nodiscard]] QString words() const { return test::visibleWords(m_dialog.get()); }
    /// "Deployment web|To be deleted|" of each row.
    [[nodiscard]] QStringList rows() const
    {
        QStringList lines;
        for (const VerbRow &row : m_dialog->findChild<VerbModel *>()->rows())
            lines << QString(row.depth, QLatin1Char(' ')) + QStringList{row.what, row.state, row.more}.join(QLatin1Char('|'));
        return lines;
    }
    void choose(const QString &begins) const
    {
        for (QComboBox *box : m_dialog->findChildren<QComboBox *>()) {
            for (int i = 0; i < box->count(); ++i) {
                if (box->itemText(i).startsWith(begins))
                    box->setCurrentIndex(i);
            }
        }
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_time = std::make_shared<kube::test::ManualTime>();
        m_port = std::make_unique<FakeRemoval>();
        m_window = std::make_unique<QWidget>();
        m_window->show();
        m_deployments.gvr = {"apps", "v1", "deployments"};
        m_deployments.kind = "Deployment";
        m_confirmed = 0;
        m_uid.clear();
        m_why.clear();
    }
    void cleanup()
    {
        m_window.reset();
        m_time->run();
    }

    void nothingIsDeletedBeforeItHasBeenSeen()
    {
        open();
        QCOMPARE(m_dialog->windowTitle(), QStringLiteral("Delete Deployment web"));
        QVERIFY(!button(QStringLiteral("Delete"))->isEnabled());
        QVERIFY(m_dialog->focusWidget() && !qobject_cast<QPushButton *>(m_dialog->focusWidget()));
        tell(found());
        QVERIFY(button(QStringLiteral("Delete"))->isEnabled());
        QVERIFY(m_port->orders.empty());
    }

    void whatGoesWithItIsShownBelowIt()
    {
        open();
        tell(found());
        QCOMPARE(rows(), (QStringList{QStringLiteral("Deployment web|To be deleted|"), QStringLiteral(" ReplicaSet web-1|Goes with it|"),
                                      QStringLiteral("  Pod web-1-a|Goes with it|Waits for example.com/tidy")}));
        QVERIFY2(words().contains(QStringLiteral("Goes with it: 1 ReplicaSet, 1 Pod.")), qPrintable(words()));
        QVERIFY2(words().contains(QStringLiteral("a controller of example.com has to take it away")), qPrintable(words()));
    }

    void whatCouldNotBeLookedThroughIsSaid()
    {
        open();
        kube::OwnedFindings findings = found();
        findings.unseen = {{2, "shop", serverError(403, "Forbidden", QStringLiteral("no"))}};
        tell(findings);
        QVERIFY2(words().contains(QStringLiteral("secrets")), qPrintable(words()));
    }

    void ofVeryManyItIsSaidHowManyAreFollowed()
    {
        open();
        kube::OwnedFindings findings = found();
        for (int i = 0; i < 1300; ++i) {
            kube::OwnedRow pod = findings.rows[1];
            pod.object.key.name += std::to_string(i);
            findings.rows.push_back(pod);
        }
        tell(findings);
        QVERIFY2(words().contains(QStringLiteral("Of the 1,302 objects that go with it, 200 are followed")), qPrintable(words()));
        QVERIFY2(words().contains(QStringLiteral("The other 1,102")), qPrintable(words()));
        choose(QStringLiteral("Keep them"));
        QVERIFY(!words().contains(QStringLiteral("are followed")));
    }

    void anObjectThatIsMeantByItsUidIsNoOtherOfThatName()
    {
        m_uid = "u-made";
        m_why = QStringLiteral("Orrery made it.");
        open();
        QCOMPARE(m_port->searched.front().uid, std::string("u-made"));
        QVERIFY2(words().contains(QStringLiteral("Orrery made it.")), qPrintable(words()));
        kube::OwnedFindings findings = found();
        findings.targets.front().target.uid = "u-made"; // which the finder leaves as it is
        tell(findings);
        button(QStringLiteral("Delete"))->click();
        QCOMPARE(m_port->orders.front().targets.front().uid, std::string("u-made"));
    }

    void theChoicesGoIntoTheOrder()
    {
        open();
        tell(found());
        choose(QStringLiteral("Delete them first"));
        QVERIFY(rows()[2].contains(QStringLiteral("Its owner waits for it")));
        choose(QStringLiteral("None, by force"));
        QVERIFY(words().contains(QStringLiteral("its containers may run on")));
        button(QStringLiteral("Delete"))->click();
        QCOMPARE(m_port->orders.size(), std::size_t(1));
        QVERIFY(m_port->orders.front().propagation == kube::Propagation::Foreground);
        QVERIFY(m_port->orders.front().gracePeriodSeconds == 0);
        QCOMPARE(m_port->orders.front().targets.front().uid, std::string("u-web"));
    }

    void whatIsKeptIsNotSaidToGo()
    {
        open();
        tell(found());
        choose(QStringLiteral("Keep them"));
        QVERIFY(rows()[1].contains(QStringLiteral("Stays, without owner")));
        QVERIFY(!words().contains(QStringLiteral("Goes with it")));
    }

    void aProtectedContextsNameHasToBeTyped()
    {
        open(QStringLiteral("prod-eu"));
        tell(found());
        QVERIFY(!button(QStringLiteral("Delete"))->isEnabled());
        auto *line = m_dialog->findChild<QLineEdit *>(QStringLiteral("confirmation"));
        QTest::keyClicks(line, QStringLiteral("prod"));
        QVERIFY(!button(QStringLiteral("Delete"))->isEnabled());
        QTest::keyClicks(line, QStringLiteral("-eu"));
        QVERIFY(button(QStringLiteral("Delete"))->isEnabled());
        button(QStringLiteral("Delete"))->click();
        QCOMPARE(m_confirmed, 1);
        QCOMPARE(m_port->orders.size(), std::size_t(1));
    }

    void itTellsWhatIsWaitedForAndClosesWhenAllIsGone()
    {
        open();
        QSignalSpy gone(m_dialog, &RemovalDialog::allGone);
        tell(found());
        button(QStringLiteral("Delete"))->click();
        kube::RemovalProgress progress = at(kube::RemovalPhase::Going);
        progress.items.front().lingering.deletionTimestamp = m_time->wallNow() + 12s;
        progress.items.front().lingering.graceSeconds = 30;
        progress.items.front().lingering.finalizers = {"foregroundDeletion"};
        tell(progress);
        QCOMPARE(rows().front(), QStringLiteral("Deployment web|Terminating, 12 s left|Waits for foregroundDeletion"));
        QVERIFY(words().contains(QStringLiteral("the garbage collector takes it away")));
        QVERIFY(!button(QStringLiteral("Stop"))->isEnabled()); // nothing is still to be sent
        QVERIFY(button(QStringLiteral("Close"))->isEnabled());
        QCOMPARE(m_port->orders.front().followed.size(), std::size_t(2));
        progress.items.front() = at(kube::RemovalPhase::Gone).items.front();
        for (const kube::RemovalTarget &followed : m_port->orders.front().followed) {
            kube::RemovalItem item;
            item.target = followed;
            item.phase = followed.key.name == "web-1" ? kube::RemovalPhase::Gone : kube::RemovalPhase::Going;
            item.lingering.deletionTimestamp = m_time->wallNow() - 65s;
            item.lingering.finalizers = {"example.com/tidy"};
            progress.items.push_back(item);
        }
        tell(progress);
        QCOMPARE(rows(), (QStringList{QStringLiteral("Deployment web|Gone|"), QStringLiteral(" ReplicaSet web-1|Gone|"),
                                      QStringLiteral("  Pod web-1-a|Terminating since 65s|Waits for example.com/tidy")}));
        QCOMPARE(gone.size(), 0);
        progress.items.back().phase = kube::RemovalPhase::Gone;
        tell(progress);
        QCOMPARE(gone.size(), 1);
        QVERIFY(!m_dialog || !m_dialog->isVisible());
    }

    void aRefusalStaysInTheServersWords()
    {
        open();
        tell(found());
        button(QStringLiteral("Delete"))->click();
        kube::RemovalProgress progress = at(kube::RemovalPhase::Refused);
        progress.items.front().error = serverError(403, "Forbidden", QStringLiteral("you may not"));
        tell(progress);
        QCOMPARE(rows().front(), QStringLiteral("Deployment web|Refused|you may not"));
        QVERIFY(m_dialog->isVisible());
        QVERIFY(button(QStringLiteral("Close"))->isEnabled());
    }

    void escapeStopsWhatIsStillToBeSentBeforeItCloses()
    {
        m_deployments.gvr = {"", "v1", "pods"};
        m_deployments.kind = "Pod";
        open({}, kube::RemovalMeans::Evict);
        button(QStringLiteral("Evict"))->click();
        QVERIFY(m_port->orders.front().means == kube::RemovalMeans::Evict);
        kube::RemovalProgress progress = at(kube::RemovalPhase::Blocked);
        progress.items.front().budget = "web-pdb";
        progress.items.front().nextTry = m_time->wallNow() + 5s;
        tell(progress);
        QCOMPARE(rows().front(), QStringLiteral("Pod web|Refused for now, again in 5 s|Disruption budget web-pdb allows none now"));
        m_dialog->reject();
        QCOMPARE(m_port->stops, 1);
        QVERIFY(m_dialog->isVisible());
        progress.isStopped = true;
        progress.items.front().phase = kube::RemovalPhase::NotSent;
        tell(progress);
        m_dialog->reject();
        QVERIFY(!m_dialog || !m_dialog->isVisible());
    }

    void screenReadersCanNameEverything()
    {
        open(QStringLiteral("prod-eu"));
        tell(found());
        QCOMPARE(unnamedWidgets(m_dialog), QStringList());
    }
};

ORRERY_TEST(RemovalDialogTest)
} // namespace removal_dialog_test
#include "removal_dialog_test.moc"
