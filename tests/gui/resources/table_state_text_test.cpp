// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/support/fake_ports.h"
#include "tests/gui/support/sample_pods.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/base/format.h"
#include "ui/views/resources/table_state_text.h"

namespace table_state_text_test {

using namespace orrery;

class TableStateTextTest : public QObject
{
    Q_OBJECT

    kube::ResourceInfo m_pods = test::podsInfo();
    kube::NamespaceScope m_shop{{"shop"}};
    kube::NamespaceScope m_all;

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void rowsSpeakForThemselves()
    {
        kube::Freshness freshness;
        for (const auto state : {kube::FreshnessState::Live, kube::FreshnessState::Reconnecting, kube::FreshnessState::Forbidden}) {
            freshness.state = state;
            QVERIFY(!describe(TableStanding{m_pods, m_all, freshness, 3, 5}));
        }
    }

    void whileLoadingTheTableShowsItsShapeAndTheLineACount()
    {
        kube::Freshness freshness;
        freshness.state = kube::FreshnessState::Loading;
        QVERIFY(!describe(TableStanding{m_pods, m_all, freshness}));
        QCOMPARE(countText({m_pods, m_all, freshness, 1024, 1024}), QStringLiteral("1,024 pods so far"));
    }

    void emptySaysWhereAndOffersTheNextStep()
    {
        kube::Freshness freshness;
        freshness.state = kube::FreshnessState::Live;
        const auto state = describe(TableStanding{m_pods, m_shop, freshness});
        QVERIFY(state);
        QCOMPARE(state->text.headline, QStringLiteral("No pods in shop"));
        QCOMPARE(state->action, TableAction::AllNamespaces);
        QCOMPARE(describe(TableStanding{m_pods, m_all, freshness})->action, TableAction::None);
        freshness.loaded = 3; // they are on their way
        QVERIFY(!describe(TableStanding{m_pods, m_shop, freshness}));
    }

    void whatIsHeldBackIsCalledEmptyOnlyIfItWasOnceKnown()
    {
        kube::Freshness freshness;
        freshness.state = kube::FreshnessState::Paused;
        QCOMPARE(describe(TableStanding{m_pods, m_shop, freshness})->text.headline, QStringLiteral("Nothing has come to this table yet"));
        freshness.asOf = kube::WallTime{} + std::chrono::hours(1);
        const auto state = describe(TableStanding{m_pods, m_shop, freshness});
        QVERIFY(state && state->text.detail.contains(clockTime(freshness.asOf)));
    }

    void whatWaitsBehindAPauseIsNoZero()
    {
        kube::Freshness freshness;
        freshness.state = kube::FreshnessState::Paused;
        freshness.asOf = kube::WallTime{} + std::chrono::hours(1);
        freshness.loaded = 2004; // a stage behind the cache is paused, and the table was opened since
        const TableStanding standing{m_pods, m_all, freshness};
        const auto state = describe(standing);
        QVERIFY(state && state->text.detail.startsWith(QLatin1String("2,004 pods")));
        QVERIFY(countText(standing).isEmpty());
        for (const auto coming : {kube::FreshnessState::Connecting, kube::FreshnessState::Loading}) {
            freshness.state = coming;
            freshness.isHeld = false;
            QVERIFY(!describe(standing));
            freshness.isHeld = true;
            QVERIFY(describe(standing));
        }
    }

    void aNamespaceThatDoesNotExistIsSaid()
    {
        kube::Freshness freshness;
        freshness.state = kube::FreshnessState::Live;
        TableStanding standing{m_pods, m_shop, freshness};
        standing.missing = {QStringLiteral("shop")};
        QCOMPARE(describe(standing)->text.headline, QStringLiteral("There is no namespace shop"));
        const kube::NamespaceScope two{{"shop", "web"}};
        TableStanding half{m_pods, two, freshness};
        half.missing = {QStringLiteral("web")};
        QCOMPARE(describe(half)->text.headline, QStringLiteral("No pods in shop, web"));
        QCOMPARE(describe(half)->text.detail, QStringLiteral("There is no namespace web."));
    }

    void aKindThatTheServerNoLongerHasIsSaid()
    {
        kube::Freshness freshness;
        freshness.state = kube::FreshnessState::Reconnecting;
        freshness.reason = test::serverError(404, "NotFound", QStringLiteral("the server could not find the requested resource"));
        kube::ResourceInfo planets = m_pods;
        planets.gvr = {"space.example.com", "v1", "planets"};
        planets.custom = true;
        const auto state = describe(TableStanding{planets, m_shop, freshness});
        QVERIFY(state);
        QCOMPARE(state->text.headline, QStringLiteral("The server no longer has planets.space.example.com"));
        QVERIFY(state->text.detail.contains(QStringLiteral("could not find the requested resource")));
        QCOMPARE(state->action, TableAction::Retry);
    }

    void filteredOutIsNotEmpty()
    {
        kube::Freshness freshness;
        freshness.state = kube::FreshnessState::Live;
        const auto state = describe(TableStanding{m_pods, m_all, freshness, 0, 100310, true});
        QVERIFY(state);
        QCOMPARE(state->action, TableAction::ClearFilter);
        QCOMPARE(state->text.detail, QStringLiteral("0 of 100,310"));
        QCOMPARE(countText({m_pods, m_all, freshness, 37, 100310, true}), QStringLiteral("37 of 100,310"));
        QCOMPARE(countText({m_pods, m_all, freshness, 1, 1}), QStringLiteral("1 pod"));
    }

    void aFilterThatIsNoneSaysWhyAndWhichColumnsThereAre()
    {
        kube::Freshness freshness;
        freshness.state = kube::FreshnessState::Live;
        const RowFilter::Problem problem{RowFilter::Problem::Kind::NoSuchColumn, QStringLiteral("foo=bar"), QStringLiteral("foo"), QStringLiteral("bar"),
                                         {QStringLiteral("name"), QStringLiteral("status")}};
        TableStanding standing{m_pods, m_all, freshness, 0, 12, true, false, false, problem};
        const auto state = describe(standing);
        QVERIFY(state);
        QCOMPARE(state->text.detail, QStringLiteral("There is no column “foo” here, so “foo=bar” was looked for as it stands."));
        QCOMPARE(state->text.mend, QStringLiteral("The columns are name, status."));
        standing.rows = 1; // it was found as it stands
        QCOMPARE(filterProblemText(standing), QString());
    }

    void forbiddenNamesUserVerbResourceAndNamespace()
    {
        kube::Freshness freshness;
        freshness.state = kube::FreshnessState::Forbidden;
        freshness.denied = kube::DeniedRight{"anna", "list", "pods", "shop"};
        const auto state = describe(TableStanding{m_pods, m_shop, freshness});
        QVERIFY(state);
        QCOMPARE(state->text.headline, QStringLiteral("anna may not list pods in namespace shop"));
        QCOMPARE(state->action, TableAction::Retry);
    }

    void failedShowsTheReasonAndWhatComesNext()
    {
        kube::Freshness freshness;
        freshness.state = kube::FreshnessState::Failed;
        freshness.reason = kube::Error::transport(QStringLiteral("Connection refused"));
        freshness.nextTry = kube::WallTime(std::chrono::seconds(1'800'000'000));
        const auto state = describe(TableStanding{m_pods, m_all, freshness});
        QVERIFY(state);
        QVERIFY(state->text.detail.contains(QStringLiteral("Connection refused")));
        QVERIFY(state->text.detail.contains(QStringLiteral("Next try")));
        QCOMPARE(state->action, TableAction::Retry);
        kube::Status busy;
        busy.code = 429;
        busy.retryAfter = std::chrono::seconds(1);
        freshness.reason = kube::Error::fromStatus(busy);
        const auto refused = describe(TableStanding{m_pods, m_all, freshness});
        QVERIFY(refused->text.detail.contains(QStringLiteral("Next try")));
        QCOMPARE(refused->text.mend, QString()); // the server's time is not that of the next try
    }

    void namespacesThatAreMissingAreNamed()
    {
        kube::Freshness freshness;
        freshness.state = kube::FreshnessState::Live;
        freshness.missingNamespaces = {"kube-system"};
        QCOMPARE(countText({m_pods, m_all, freshness, 5, 5}), QStringLiteral("5 pods · not allowed in kube-system"));
    }
};

ORRERY_TEST(TableStateTextTest)
} // namespace table_state_text_test
#include "table_state_text_test.moc"
