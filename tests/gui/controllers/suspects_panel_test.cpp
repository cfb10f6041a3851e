// SPDX-License-Identifier: Apache-2.0
#include "core/object/object_meta.h"
#include "tests/gui/controllers/fake_metrics.h"
#include "tests/gui/support/a11y_lint.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/views/controllers/suspect_model.h"
#include "ui/views/controllers/suspects_panel.h"
#include "ui/widgets/table_view.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

namespace suspects_panel_test {

using namespace orrery;
using namespace orrery::test;

class SuspectsPanelTest : public QObject
{
    Q_OBJECT

    std::shared_ptr<kube::test::ManualTime> m_time;
    std::unique_ptr<FakeSuspects> m_port;
    std::unique_ptr<SuspectsPanel> m_panel;
    const kube::WallTime m_now = *kube::parseTime("2026-01-02T12:00:00Z");

    [[nodiscard]] QString words() const
    {
        QStringList texts;
        for (const QLabel *label : m_panel->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts << label->text();
        }
        return texts.join(QLatin1Char('\n'));
    }
    [[nodiscard]] QString cell(int row, int column) const { return m_panel->findChild<TableView *>()->model()->index(row, column).data().toString(); }
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        for (QPushButton *one : m_panel->findChildren<QPushButton *>()) {
            if (one->text().remove(QLatin1Char('&')) == text)
                return one;
        }
        return nullptr;
    }
    [[nodiscard]] kube::SuspectReport report() const
    {
        kube::SuspectReport report;
        report.takenAt = m_now;
        report.looked = 1200;
        report.isComplete = true;
        kube::Suspicion behind;
        behind.kind = kube::Suspicion::Kind::NotObserved;
        behind.wanted = 5;
        behind.observed = 4;
        kube::Suspicion warning;
        warning.kind = kube::Suspicion::Kind::Event;
        warning.reason = "Failed";
        warning.message = "no such thing";
        warning.count = 7;
        warning.since = kube::parseTime("2026-01-02T11:55:00Z");
        report.suspects.push_back({{"shop", "web"}, {behind, warning}, 11});
        return report;
    }
    void tell(kube::SuspectReport now)
    {
        m_port->tell(std::move(now));
        m_time->run();
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_time = std::make_shared<kube::test::ManualTime>();
        m_port = std::make_unique<FakeSuspects>();
        m_panel = std::make_unique<SuspectsPanel>(m_port.get(), m_time);
        m_panel->resize(900, 300);
        m_panel->setCatalog(catalogOf({{"bars", "Bar"}, {"deployments", "Deployment"}}));
        m_panel->setQueue(QStringLiteral("deployment"), "kube-system", {"manager"});
        m_panel->show();
    }
    void cleanup() { m_panel.reset(); }

    void theKindIsTakenFromTheQueuesName()
    {
        QCOMPARE(m_port->asked, QStringList{QStringLiteral("deployments")});
        QVERIFY(words().contains(QStringLiteral("Looking through deployments")));
    }

    void objectsAreListedWithWhyInWords()
    {
        tell(report());
        QCOMPARE(cell(0, SuspectModel::Object), QStringLiteral("web"));
        QCOMPARE(cell(0, SuspectModel::Namespace), QStringLiteral("shop"));
        QCOMPARE(cell(0, SuspectModel::Why), QStringLiteral("generation 5 is not observed, only 4; Failed ×7: no such thing"));
        QCOMPARE(cell(0, SuspectModel::Since), QStringLiteral("5m"));
        QVERIFY2(words().contains(QStringLiteral("1 of 1,200 deployments stand out")), qPrintable(words()));
    }

    void theWayToAnObjectIsAsked()
    {
        QSignalSpy spy(m_panel.get(), &SuspectsPanel::objectActivated);
        tell(report());
        QVERIFY(!button(QStringLiteral("Go to Object"))->isEnabled());
        m_panel->findChild<TableView *>()->setCurrentIndex(m_panel->findChild<TableView *>()->model()->index(0, 0));
        button(QStringLiteral("Go to Object"))->click();
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy[0][0].value<kube::ResourceInfo>().kind, std::string("Deployment"));
        QCOMPARE(spy[0][1].value<kube::ObjectKey>(), (kube::ObjectKey{"shop", "web"}));
    }

    void anotherKindMayBeChosen()
    {
        auto *kinds = m_panel->findChild<QComboBox *>();
        kinds->setCurrentIndex(1);
        Q_EMIT kinds->activated(1);
        QCOMPARE(m_port->asked, (QStringList{QStringLiteral("deployments"), QStringLiteral("bars")}));
        QCOMPARE(m_port->following, 1); // the reading before has ended
    }

    void aNameThatTellsNoKindAsksForOne()
    {
        m_panel->setQueue(QStringLiteral("token_cleaner"), "kube-system", {});
        QCOMPARE(m_port->following, 0);
        QVERIFY2(words().contains(QStringLiteral("Which objects is “token_cleaner” about?")), qPrintable(words()));
    }

    void nobodyWhoLeadsComesFirst()
    {
        kube::SuspectReport now = report();
        now.leases.push_back({{"kube-system", "manager"}, "manager-1", kube::parseTime("2026-01-02T11:50:00Z"), std::chrono::seconds(15)});
        tell(now);
        QVERIFY2(words().contains(QStringLiteral("Nobody leads: manager-1 has not renewed the Lease manager for 10m.")), qPrintable(words()));
    }

    void nothingThatStandsOutIsNotTheSameAsNothingThatMayBeRead()
    {
        kube::SuspectReport none;
        none.takenAt = m_now;
        none.looked = 3;
        none.isComplete = true;
        tell(none);
        QVERIFY(words().contains(QStringLiteral("None of them stands out")));
        none.looked = 0;
        none.gaps.push_back(refusedBy(QStringLiteral("anna may not list deployments")));
        tell(none);
        QVERIFY2(words().contains(QStringLiteral("anna may not list deployments")), qPrintable(words()));
        QVERIFY(!words().contains(QStringLiteral("None of them stands out")));
    }

    void whatIsHiddenStopsReading()
    {
        m_panel->hide();
        QCOMPARE(m_port->following, 0);
        m_panel->show();
        QCOMPARE(m_port->asked.size(), 2);
    }

    void whatIsSeenAgainIsLookedAtAgain()
    {
        tell(report());
        m_panel->hide();
        m_panel->show();
        QCOMPARE(m_port->asked.size(), 2);
        QCOMPARE(cell(0, SuspectModel::Object), QStringLiteral("web")); // until the answer is there
        kube::SuspectReport none;
        none.takenAt = m_now;
        none.isComplete = true;
        tell(none);
        QVERIFY(words().contains(QStringLiteral("None of them stands out")));
    }

    void everythingHasAName()
    {
        tell(report());
        QCOMPARE(unnamedWidgets(m_panel.get()).join(QLatin1Char('\n')), QString());
    }
};

ORRERY_TEST(SuspectsPanelTest)
} // namespace suspects_panel_test
#include "suspects_panel_test.moc"
