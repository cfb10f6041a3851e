// SPDX-License-Identifier: Apache-2.0
// Whatever an inspector does to a session's machinery, its cache is the API server's list afterwards: keys and resourceVersions.
#include "core/session/ports/clockwork_port.h"
#include "tests/support/cluster_client.h"
#include "tests/support/queue_worker.h"
#include "tests/support/test_program.h"
#include "tests/unit/core/session/session_fixture.h"

namespace clockwork_cluster_test {

using namespace kube;
using kube::test::patience;
using kube::test::QueueRows;
using kube::test::QueueWorker;
using kube::test::SessionFixture;
using kube::test::TestNamespace;
using namespace std::chrono_literals;
using Rows = std::map<ObjectKey, std::string>;

namespace {

constexpr std::array stages = {PipelineStage::Connection, PipelineStage::Reflector, PipelineStage::Queue, PipelineStage::Handlers, PipelineStage::Table};

/// A session with a table of the ConfigMaps of a namespace of its own, watched through its ClockworkPort.
struct Fixture {
    TestNamespace space;
    SessionFixture f;
    std::shared_ptr<QueueRows> rows = std::make_shared<QueueRows>();
    Freshness freshness;
    ClockworkSnapshotPtr seen;
    Subscription watching;
    Subscription table;
    InformerKey key;

    Fixture()
    {
        key = {{"", "v1", "configmaps"}, space.name().toStdString(), {}, {}, InformerKey::Form::Objects};
        put(0, 10);
        SessionOptions options;
        options.name = QStringLiteral("cluster");
        options.config = [](const ConfigParts &parts) -> Result<RestConfig> {
            LoadingRules rules;
            rules.explicitFile = kube::test::Cluster::kubeconfig();
            AuthParts auth;
            auth.scheduler = parts.scheduler.get();
            auto config = restConfigFor(*KubeconfigLoader(rules).load(), {}, auth);
            if (!config)
                return fail(config.error());
            return config->rest;
        };
        f.make(std::move(options));
        f.open();
        FeedRequest request;
        request.resource.gvr = key.resource;
        request.resource.kind = "ConfigMap";
        request.resource.namespaced = true;
        request.scope.names = {key.namespaceName};
        table = f.ports().feed->open(request, QueueWorker::maker(rows), f.owner, [this](Freshness now) { freshness = std::move(now); });
        watching = clockwork().watch(f.owner, [this](ClockworkSnapshotPtr snapshot) { seen = std::move(snapshot); });
    }
    ~Fixture()
    {
        table.reset();
        watching.reset();
    }
    [[nodiscard]] ClockworkPort &clockwork() const { return *f.ports().clockwork; }
    /// ConfigMaps by number, with something new in each.
    void put(int from, int to)
    {
        QByteArray yaml;
        for (int i = from; i < to; ++i)
            yaml += "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: m" + QByteArray::number(i) + "}\ndata: {change: '" + QByteArray::number(++changes) + "'}\n";
        QVERIFY(space.apply(yaml));
    }
    void remove(int number) const
    {
        QVERIFY(space.kubectl({QStringLiteral("delete"), QStringLiteral("configmap"), QStringLiteral("m%1").arg(number)}).ok());
    }
    /// What kubectl lists now.
    [[nodiscard]] Rows listed() const
    {
        Rows all;
        const auto output = space.kubectl({QStringLiteral("get"), QStringLiteral("configmaps"), QStringLiteral("-o"),
                                           QStringLiteral("jsonpath={range .items[*]}{.metadata.name} {.metadata.resourceVersion}{\"\\n\"}{end}")});
        for (const QByteArray &line : output.out.split('\n')) {
            const auto words = line.split(' ');
            if (words.size() == 2)
                all[{key.namespaceName, words[0].toStdString()}] = words[1].toStdString();
        }
        return all;
    }
    /// The cache, as the port shows it.
    [[nodiscard]] Rows cached() const
    {
        Rows all;
        const auto keys = f.answer(clockwork().cacheKeys(key, {{}, 1000}));
        for (const ObjectKey &one : keys ? keys->keys : std::vector<ObjectKey>()) {
            const auto object = f.answer(clockwork().cachedObject(key, one));
            all[one] = object ? object->resourceVersion : "gone";
        }
        return all;
    }
    [[nodiscard]] bool isLive() const { return freshness.state == FreshnessState::Live; }
    /// Waits until cache and rows are the server's list.
    [[nodiscard]] bool isTrue() const
    {
        const Rows there = listed();
        return !there.empty() && QTest::qWaitFor([&] { return isLive() && rows->all() == there; }, 2 * patience) && cached() == there;
    }
    [[nodiscard]] const PipelineSnapshot *pipeline() const
    {
        if (!seen)
            return nullptr;
        const auto found = std::find_if(seen->pipelines.begin(), seen->pipelines.end(), [this](const PipelineSnapshot &one) { return one.key == key; });
        return found == seen->pipelines.end() ? nullptr : &*found;
    }
    int changes = 0;
};

} // namespace

class ClockworkClusterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void nothingIsLostByPausingAndSteppingAnyStage()
    {
        Fixture c;
        QVERIFY(c.isTrue());
        for (const PipelineStage stage : stages) {
            const Rows before = c.rows->all();
            c.clockwork().command(c.key, stage, StageCommand::Pause);
            QTRY_COMPARE_WITH_TIMEOUT(c.freshness.state, FreshnessState::Paused, patience);
            c.put(0, 5);
            c.remove(9);
            c.put(9, 12);
            const auto isHeld = [&] { return c.pipeline() && c.pipeline()->isPaused(stage); };
            QTRY_VERIFY_WITH_TIMEOUT(isHeld(), patience);
            QCOMPARE(c.rows->all(), before);
            for (int i = 0; i < 3; ++i)
                c.clockwork().command(c.key, stage, StageCommand::Step);
            c.put(3, 4);
            c.clockwork().command(c.key, stage, StageCommand::Resume);
            QVERIFY2(c.isTrue(), QByteArray::number(static_cast<int>(stage)));
        }
    }

    void nothingIsLostByAnyFault()
    {
        Fixture c;
        QVERIFY(c.isTrue());
        using Kind = ConnectionFault::Kind;
        for (const ConnectionFault &fault : {ConnectionFault{Kind::Gone, 1, {}}, {Kind::TooManyRequests, 2, 1s}, {Kind::ServerError, 2, {}},
                                             {Kind::Delay, 1, 500ms}, {Kind::Freeze, 1, 2s}}) {
            QVERIFY_RESULT(c.f.answer(c.clockwork().inject(c.key, fault)));
            c.put(0, 5);
            c.remove(9);
            c.put(9, 12);
            if (fault.kind == Kind::Delay)
                c.clockwork().clearFaults(c.key);
            QVERIFY2(c.isTrue(), QByteArray::number(static_cast<int>(fault.kind)));
        }
        QTRY_VERIFY_WITH_TIMEOUT(c.pipeline() && c.pipeline()->faults.empty(), patience);
        QVERIFY(c.pipeline()->informer.reflector.relists >= 1);
    }

    void nothingIsLostByARelistOrACut()
    {
        Fixture c;
        QVERIFY(c.isTrue());
        c.put(0, 5);
        c.clockwork().relist(c.key);
        c.put(5, 12);
        QVERIFY(c.isTrue());
        c.clockwork().cutWatch(c.key);
        c.remove(3);
        c.put(4, 6);
        QVERIFY(c.isTrue());
        QTRY_VERIFY_WITH_TIMEOUT(c.pipeline()->informer.reflector.watches >= 2, patience);
        QVERIFY(c.pipeline()->informer.reflector.relists >= 1);
        QVERIFY(c.pipeline()->handledToRow.count > 0);
    }
};

ORRERY_GUILESS_TEST(ClockworkClusterTest)
} // namespace clockwork_cluster_test
#include "clockwork_cluster_test.moc"
