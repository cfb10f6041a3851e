// SPDX-License-Identifier: Apache-2.0
// Whatever an inspector does to the machinery of a session, the cache and the rows behind it are the server's afterwards: keys, uids and
// resourceVersions. The server is the simulator's, time is manual.
#include "core/rest/rest_client.h"
#include "core/session/clockwork_keeper.h"
#include "core/session/informer_feed_source.h"
#include "tests/fault/sim/api_server.h"
#include "tests/fault/sim/tokens.h"
#include "tests/support/queue_worker.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace clockwork_model_test {

using namespace kube;
using namespace kube::sim;
using namespace std::chrono_literals;
using kube::test::ManualTime;
using kube::test::ModelCluster;
using kube::test::QueueRows;
using kube::test::QueueWorker;

namespace {

constexpr std::array stages = {PipelineStage::Connection, PipelineStage::Reflector, PipelineStage::Queue, PipelineStage::Handlers, PipelineStage::Table};
constexpr std::array faults = {ConnectionFault::Kind::Gone, ConnectionFault::Kind::TooManyRequests, ConnectionFault::Kind::ServerError,
                               ConnectionFault::Kind::Delay, ConnectionFault::Kind::Freeze};
const InformerKey key{{"", "v1", "configmaps"}, {}, {}, {}, InformerKey::Form::Objects};

/// One table of a session's machinery, whose keeper somebody watches.
struct Session {
    std::shared_ptr<ManualTime> time = std::make_shared<ManualTime>();
    ModelCluster cluster;
    Journal journal{false};
    Chance chance;
    std::shared_ptr<ApiServer> server;
    std::unique_ptr<RestClient> client;
    std::unique_ptr<FeedRegistry> feeds;
    std::unique_ptr<ClockworkKeeper> keeper;
    std::shared_ptr<InformerFeedSource> source;
    std::shared_ptr<QueueRows> rows = std::make_shared<QueueRows>();
    std::shared_ptr<FeedWorker> worker;
    Freshness freshness;
    ClockworkSnapshotPtr seen;

    explicit Session(std::uint64_t seed = 1) : chance(seed)
    {
        change(20);
        server = std::make_shared<ApiServer>(time, cluster, chance.next(), ApiServer::Options{}, journal);
        const auto tokens = std::make_shared<Tokens>(time, chance.next());
        server->setToken(tokens->rotate());
        (void)tokens->rejected({{{"Authorization", "Bearer "}}, {}, {}});
        RestConfig config;
        config.auth = tokens;
        config.host = QUrl(QStringLiteral("https://sim.test"));
        config.qps = 0;
        client = std::make_unique<RestClient>(config, RestClient::Parts{server, time, time, [] { return 0.5; }});
        feeds = std::make_unique<FeedRegistry>(*client, time, *time);
        keeper = std::make_unique<ClockworkKeeper>(*client, *feeds, *time, [] { return false; });
        FeedRequest request;
        request.resource.gvr = key.resource;
        request.resource.kind = "ConfigMap";
        request.resource.namespaced = true;
        source = feeds->open(request, [this](Freshness now) { freshness = std::move(now); });
        worker = QueueWorker::maker(rows)(*source);
        feeds->attach(source, worker);
        feeds->start();
        keeper->add(1, [this](ClockworkSnapshotPtr snapshot) { seen = std::move(snapshot); });
    }
    ~Session()
    {
        worker.reset();
        source.reset();
        keeper.reset();
        feeds.reset();
        client.reset();
        time->run(); // what still waits for its turn holds the executor that it waits in
    }
    void change(std::uint64_t times)
    {
        for (std::uint64_t i = 0; i < times; ++i) {
            const std::string name = (chance.percent(60) ? "a/" : "b/") + std::to_string(chance.below(12));
            switch (chance.below(10)) {
            case 0: cluster.remove(name); break;
            case 1: cluster.recreate(name); break;
            default: cluster.put(name);
            }
        }
    }
    void inject(ConnectionFault::Kind kind, int count, Duration duration)
    {
        const auto all = keeper->inject(key, {kind, count, duration});
        QVERIFY(all);
    }
    void resumeAll()
    {
        for (const PipelineStage stage : stages)
            keeper->command(key, stage, StageCommand::Resume, 0);
        keeper->clearFaults(key);
    }
    /// What cache and rows lack after a while; empty: nothing.
    [[nodiscard]] QString settled()
    {
        std::string lacks = "not tried";
        for (int second = 0; second < 300 && !lacks.empty(); ++second) {
            time->advance(1s);
            lacks = difference();
        }
        return QString::fromStdString(lacks);
    }
    [[nodiscard]] std::string difference() const
    {
        if (freshness.state != FreshnessState::Live)
            return "the table is not live but in state " + std::to_string(static_cast<int>(freshness.state));
        const auto informer = feeds->factory().find(key);
        std::map<ObjectKey, std::string> there;
        for (const auto &[name, object] : cluster.objects()) {
            const ObjectKey one{name.substr(0, 1), name.substr(2)};
            there[one] = std::to_string(object.version);
            const ObjectPtr cached = informer->indexer().getByKey(one);
            if (!cached || cached->uid() != object.uid || cached->resourceVersion() != there[one])
                return "the cache lacks " + name + " at " + there[one];
        }
        if (informer->indexer().size() != there.size())
            return "the cache has objects that are gone";
        return rows->all() == there ? std::string() : "the rows are not the cache's";
    }
    [[nodiscard]] const PipelineSnapshot &pipeline() const { return seen->pipelines.front(); }
};

} // namespace

class ClockworkModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void nothingIsLostByPausingAndSteppingAnyStage_data()
    {
        QTest::addColumn<int>("stage");
        for (const PipelineStage stage : stages)
            QTest::addRow("%d", static_cast<int>(stage)) << static_cast<int>(stage);
    }
    void nothingIsLostByPausingAndSteppingAnyStage()
    {
        QFETCH(int, stage);
        const auto at = static_cast<PipelineStage>(stage);
        Session s;
        QCOMPARE(s.settled(), QString());
        const auto before = s.rows->all();
        s.keeper->command(key, at, StageCommand::Pause, 0);
        s.time->advance(1s);
        QCOMPARE(s.freshness.state, FreshnessState::Paused);
        QVERIFY(s.pipeline().isPaused(at));
        s.change(40);
        s.time->advance(200s);
        QCOMPARE(s.rows->all(), before);
        QCOMPARE(s.freshness.state, FreshnessState::Paused);
        for (int i = 0; i < 5; ++i) {
            s.keeper->command(key, at, StageCommand::Step, 1);
            s.time->advance(1s);
            s.change(2);
        }
        s.keeper->command(key, at, StageCommand::Resume, 0);
        QCOMPARE(s.settled(), QString());
    }

    void nothingIsLostByAnyFault_data()
    {
        QTest::addColumn<int>("fault");
        for (const ConnectionFault::Kind fault : faults)
            QTest::addRow("%d", static_cast<int>(fault)) << static_cast<int>(fault);
    }
    void nothingIsLostByAnyFault()
    {
        QFETCH(int, fault);
        Session s;
        QCOMPARE(s.settled(), QString());
        s.inject(static_cast<ConnectionFault::Kind>(fault), 3, 70s);
        s.change(40);
        s.time->advance(50s);
        s.change(10);
        s.time->advance(50s);
        s.keeper->clearFaults(key);
        QCOMPARE(s.settled(), QString());
        QVERIFY(s.pipeline().faults.empty());
    }

    void aFaultDuringTheFirstListIsOvercome()
    {
        for (const ConnectionFault::Kind fault : faults) {
            Session s;
            s.inject(fault, 2, 5s);
            s.time->advance(30s);
            s.keeper->clearFaults(key);
            QCOMPARE(s.settled(), QString());
        }
    }

    void nothingIsLostByARelistOrACut()
    {
        Session s;
        QCOMPARE(s.settled(), QString());
        for (int i = 0; i < 10; ++i) {
            const auto informer = *s.keeper->find(key);
            s.change(5);
            if (i % 2 == 0)
                informer->relist();
            else
                informer->cutWatch();
            s.change(5);
            s.time->advance(300ms);
        }
        QCOMPARE(s.settled(), QString());
        QVERIFY(s.pipeline().informer.reflector.relists >= 1);
    }

    void nothingIsLostByAllOfThemInAnyOrder()
    {
        for (std::uint64_t seed = 1; seed <= 60; ++seed) {
            Session s(seed);
            for (int i = 0; i < 60; ++i) {
                switch (s.chance.below(8)) {
                case 0: s.keeper->command(key, s.chance.of(stages), StageCommand::Pause, 0); break;
                case 1: s.keeper->command(key, s.chance.of(stages), StageCommand::Step, 1 + s.chance.below(3)); break;
                case 2: s.keeper->command(key, s.chance.of(stages), StageCommand::Resume, 0); break;
                case 3: s.inject(s.chance.of(faults), static_cast<int>(s.chance.below(4)), s.chance.upTo(40s)); break;
                case 4: s.keeper->clearFaults(key); break;
                case 5: (*s.keeper->find(key))->relist(); break;
                case 6: (*s.keeper->find(key))->cutWatch(); break;
                default: s.cluster.skipVersions(s.chance.below(5));
                }
                s.change(s.chance.below(6));
                s.time->advance(s.chance.upTo(s.chance.percent(10) ? Duration(60s) : Duration(500ms)));
            }
            if (s.chance.percent(50))
                s.keeper->remove(1); // resumes and clears
            else
                s.resumeAll();
            QVERIFY2(s.settled().isEmpty(), (s.difference() + ", seed " + std::to_string(seed)).c_str());
        }
    }

    void nothingIsPaidWhileNobodyWatches()
    {
        Session s;
        QCOMPARE(s.settled(), QString());
        s.keeper->remove(1);
        s.time->advance(1s);
        const std::size_t timers = s.time->timers();
        s.seen.reset();
        s.change(20);
        QCOMPARE(s.settled(), QString());
        QVERIFY(!s.seen);
        QVERIFY(s.time->timers() <= timers);
        QVERIFY(!s.feeds->pipeline(key).trace->isOn());
    }
};

ORRERY_GUILESS_TEST(ClockworkModelTest)
} // namespace clockwork_model_test
#include "clockwork_model_test.moc"
