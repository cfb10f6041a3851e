// SPDX-License-Identifier: Apache-2.0
#include "core/informers/dynamic_lister_watcher.h"
#include "core/streams/log_stream.h"
#include "tests/support/cluster_client.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace streams_cluster_test {

using namespace kube;
using TestCluster = kube::test::Cluster; // kube::Cluster is a kubeconfig's
using kube::test::ClusterClient;
using kube::test::patience;
using kube::test::TestNamespace;

namespace {

struct Listed final : ListSink {
    std::vector<ObjectPtr> objects;
    std::optional<Result<ListMeta>> result;
    void item(ObjectPtr object) override { objects.push_back(std::move(object)); }
    void end(Result<ListMeta> ended) override { result = std::move(ended); }
};

struct Watched final : WatchSink {
    QByteArray types;
    std::vector<ObjectPtr> objects;
    std::string version; ///< of the last event
    std::optional<Error> error; ///< an ERROR event's, or the end's
    bool isOpen = false;
    bool isEnded = false;
    void opened() override { isOpen = true; }
    void event(WatchEvent event) override
    {
        types += "AMDBE"[static_cast<int>(event.type)];
        version = event.resourceVersion;
        if (event.error)
            error = event.error;
        if (event.object)
            objects.push_back(std::move(event.object));
    }
    void end(std::optional<Error> reason) override
    {
        isEnded = true;
        if (reason)
            error = std::move(reason);
    }
};

} // namespace

class StreamsClusterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aListAndTheWatchAfterItMissNothing_data()
    {
        QTest::addColumn<int>("form");
        QTest::newRow("objects") << int(DynamicListerWatcher::Form::Objects);
        QTest::newRow("table") << int(DynamicListerWatcher::Form::Table);
        QTest::newRow("metadata") << int(DynamicListerWatcher::Form::Metadata);
    }
    void aListAndTheWatchAfterItMissNothing()
    {
        QFETCH(int, form);
        const ClusterClient cluster;
        const TestNamespace space;
        QVERIFY(space.apply("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: one, labels: {t: '1'}}\n"));
        std::vector<TableColumnDefinition> columns;
        DynamicListerWatcher source(*cluster.rest,
                                    {{"", "v1", "configmaps"}, "ConfigMap", space.name().toStdString(), "t=1", {},
                                     static_cast<DynamicListerWatcher::Form>(form)},
                                    cluster.executor, [&](const auto &told) { columns = told; });
        Listed listed;
        const auto list = source.list({}, listed);
        QTRY_VERIFY_WITH_TIMEOUT(listed.result.has_value(), patience);
        QVERIFY_RESULT(*listed.result);
        QCOMPARE(listed.objects.size(), std::size_t(1));
        QCOMPARE(listed.objects.front()->key().name, std::string("one"));
        QVERIFY(!listed.objects.front()->uid().empty());
        QCOMPARE(columns.empty(), form != int(DynamicListerWatcher::Form::Table));

        Watched watched;
        const auto watch = source.watch({.resourceVersion = (*listed.result)->resourceVersion, .timeoutSeconds = 60, .allowWatchBookmarks = true}, watched);
        QTRY_VERIFY_WITH_TIMEOUT(watched.isOpen, patience);
        QVERIFY(space.apply("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: two, labels: {t: '1'}}\n"));
        QVERIFY(space.apply("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: two, labels: {t: '1', u: '2'}}\n"));
        QVERIFY(space.kubectl({QStringLiteral("delete"), QStringLiteral("configmap"), QStringLiteral("two")}).ok());
        QTRY_COMPARE_WITH_TIMEOUT(watched.types, QByteArray("AMD"), patience);
        for (const ObjectPtr &object : watched.objects)
            QCOMPARE(object->key().name, std::string("two"));
        QVERIFY(!watched.isEnded);
        QCOMPARE(source.traffic().skipped, std::uint64_t(0));
    }

    void aBookmarkComesBeforeAWatchEnds()
    {
        const ClusterClient cluster;
        const TestNamespace space;
        DynamicListerWatcher source(*cluster.rest, {{"", "v1", "configmaps"}, "ConfigMap", space.name().toStdString(), "t=1", {}, DynamicListerWatcher::Form::Objects}, cluster.executor);
        Listed listed;
        const auto list = source.list({}, listed);
        QTRY_VERIFY_WITH_TIMEOUT(listed.result.has_value(), patience);
        QVERIFY_RESULT(*listed.result);
        Watched watched;
        const auto watch = source.watch({.resourceVersion = (*listed.result)->resourceVersion, .timeoutSeconds = 6, .allowWatchBookmarks = true}, watched);
        QTRY_VERIFY_WITH_TIMEOUT(watched.isOpen, patience);
        // Something of the kind changes that this watch does not show.
        QVERIFY(space.apply("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: other}\n"));
        QTRY_VERIFY_WITH_TIMEOUT(watched.isEnded, patience);
        QVERIFY2(watched.types.contains('B'), watched.types.constData());
        QVERIFY2(!watched.error, qPrintable(watched.error ? watched.error->toString() : QString()));
        QVERIFY(watched.version != (*listed.result)->resourceVersion);
    }

    void aWatchFromAForgottenVersionIsGone()
    {
        // A new API server remembers nothing from before its start.
        QVERIFY(TestCluster::script({QStringLiteral("bounce"), QStringLiteral("0")}).ok());
        const ClusterClient cluster;
        DynamicListerWatcher source(*cluster.rest, {{"", "v1", "namespaces"}, "Namespace", {}, {}, {}, DynamicListerWatcher::Form::Objects}, cluster.executor);
        Watched watched;
        const auto watch = source.watch({.resourceVersion = "1", .timeoutSeconds = 60}, watched);
        QTRY_VERIFY_WITH_TIMEOUT(watched.error.has_value(), patience);
        QCOMPARE(watched.error->kind, ErrorKind::Gone);
        QVERIFY(watched.objects.empty());
    }

    void aProbeIsAnswered()
    {
        const ClusterClient cluster;
        DynamicListerWatcher source(*cluster.rest, {{"", "v1", "pods"}, "Pod", {}, {}, {}, DynamicListerWatcher::Form::Objects}, cluster.executor);
        std::optional<std::optional<Error>> answer;
        const auto probe = source.probe([&](std::optional<Error> error) { answer = std::move(error); });
        QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), patience);
        QVERIFY(!*answer);
    }

    void aLogIsFollowedAcrossACut()
    {
        const ClusterClient cluster;
        const TestNamespace space;
        QVERIFY(space.apply("apiVersion: v1\nkind: Pod\nmetadata: {name: web, annotations: {orrery.test/log-lines: '20', orrery.test/log-rate: '20'}}\n"
                            "spec: {containers: [{name: c, image: i}]}\n"));
        QTRY_COMPARE_WITH_TIMEOUT(space.kubectl({QStringLiteral("get"), QStringLiteral("pod"), QStringLiteral("web"), QStringLiteral("-o"),
                                                 QStringLiteral("jsonpath={.status.phase}")}).out, QByteArray("Running"), patience);
        LogOptions options;
        options.pod = {space.name().toStdString(), "web"};
        QByteArray text;
        QByteArray states;
        LogStream log(*cluster.rest, options, {cluster.scheduler, cluster.executor, systemRandom()}, [&](LogEvent event) {
            text += event.lines;
            states += "CLREF"[static_cast<int>(event.state)];
        });
        QTRY_VERIFY_WITH_TIMEOUT(text.count('\n') >= 25, patience);
        for (int i = 0; i < 3; ++i) {
            const auto before = text.count('\n');
            log.reconnect();
            QTRY_VERIFY_WITH_TIMEOUT(text.count('\n') >= before + 20, patience);
        }
        QVERIFY2(!states.contains('F') && !states.contains('E'), states.constData());

        LogOptions once = options;
        once.follow = false;
        QByteArray whole;
        bool isEnded = false;
        LogStream second(*cluster.rest, once, {cluster.scheduler, cluster.executor, systemRandom()}, [&](LogEvent event) {
            whole += event.lines;
            isEnded = event.state == LogEvent::State::Ended;
        });
        QTRY_VERIFY_WITH_TIMEOUT(isEnded, patience);
        const auto common = std::min(whole.size(), text.size());
        QCOMPARE(text.left(common), whole.left(common));
    }

    void aContainerThatIsNotThereFails()
    {
        const ClusterClient cluster;
        const TestNamespace space;
        LogOptions options;
        options.pod = {space.name().toStdString(), "none"};
        std::optional<Error> reason;
        LogStream log(*cluster.rest, options, {cluster.scheduler, cluster.executor, systemRandom()}, [&](LogEvent event) {
            if (event.state == LogEvent::State::Failed)
                reason = event.reason;
        });
        QTRY_VERIFY_WITH_TIMEOUT(reason.has_value(), patience);
        QCOMPARE(reason->kind, ErrorKind::NotFound);
    }
};

ORRERY_GUILESS_TEST(StreamsClusterTest)
} // namespace streams_cluster_test
#include "streams_cluster_test.moc"
