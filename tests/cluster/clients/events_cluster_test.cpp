// SPDX-License-Identifier: Apache-2.0
// Both recorders against the real API server, as kubectl shows what they have written.
#include "core/dynamic/dynamic_client.h"
#include "core/events/core_event_recorder.h"
#include "core/events/series_event_recorder.h"
#include "tests/support/cluster_client.h"
#include "tests/support/test_program.h"

namespace events_cluster_test {

using namespace kube;
using kube::test::ClusterClient;
using kube::test::patience;
using kube::test::TestNamespace;

namespace {

struct Fixture : ClusterClient {
    DynamicClient dynamic{*rest, executor};
    TestNamespace space;
    CoreEventRecorder core{dynamic, executor, *scheduler, systemRandom(), {"orrery-test", "here"}};
    SeriesEventRecorder series{dynamic, executor, *scheduler, systemRandom(), {"orrery.test/series", "series-1"}};
    ObjectReference settings;

    explicit Fixture(const QString &context = {}) : ClusterClient(context) {}
    [[nodiscard]] Result<ObjectPtr> makeSettings()
    {
        const QByteArray json = kube::test::json("{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'settings'}}");
        const auto made = answer(dynamic.create({"", "v1", "configmaps"}, {space.name().toStdString(), {}}, json));
        auto object = made ? made->object() : Result<ObjectPtr>(fail(made.error()));
        if (object)
            settings = ObjectReference::to(**object);
        return object;
    }
    /// Waits until so many are written; what went wrong when they are not.
    [[nodiscard]] QString writes(std::uint64_t many) const
    {
        const auto written = [this] { return core.status().written + series.status().written; };
        const auto failed = [this] { return core.status().failed + series.status().failed; };
        const bool all = QTest::qWaitFor([&] { return written() >= many || failed() > 0; }, patience) && failed() == 0;
        const auto error = core.status().lastError ? core.status().lastError : series.status().lastError;
        return all ? QString() : QStringLiteral("%1 written: %2").arg(written()).arg(error ? error->toString() : QString());
    }
    /// Columns of `kubectl get events` about settings, a line each.
    [[nodiscard]] QByteArray shown(const QString &columns) const
    {
        return space.kubectl({QStringLiteral("get"), QStringLiteral("events"), QStringLiteral("--no-headers"),
                              QStringLiteral("--field-selector=involvedObject.name=settings"),
                              QStringLiteral("-o"), QStringLiteral("custom-columns=") + columns}).out.simplified();
    }
};

} // namespace

class EventsClusterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void coreEventsAreCounted()
    {
        Fixture f;
        QVERIFY_RESULT(f.makeSettings());
        for (int i = 0; i < 5; ++i)
            f.core.event(f.settings, EventType::Warning, "Unusable", {}, "it is empty");
        QCOMPARE(f.writes(5), QString());
        QCOMPARE(f.shown(QStringLiteral("T:.type,R:.reason,K:.involvedObject.kind,C:.count,S:.source.component,H:.source.host,M:.message")),
                 QByteArray("Warning Unusable ConfigMap 5 orrery-test here it is empty"));
        const QByteArray wide = f.space.kubectl({QStringLiteral("get"), QStringLiteral("events"), QStringLiteral("-o"), QStringLiteral("wide")}).out;
        QVERIFY2(wide.contains("configmap/settings"), wide.constData());
        const QByteArray described = f.space.kubectl({QStringLiteral("describe"), QStringLiteral("configmap"), QStringLiteral("settings")}).out;
        QVERIFY2(described.contains("(x5 over"), described.constData());
    }

    void manyMessagesBecomeOneEvent()
    {
        Fixture f;
        QVERIFY_RESULT(f.makeSettings());
        for (int i = 1; i <= 12; ++i)
            f.core.event(f.settings, EventType::Normal, "Read", {}, "line " + std::to_string(i));
        QCOMPARE(f.writes(12), QString());
        const QByteArray counts = f.shown(QStringLiteral("C:.count"));
        QCOMPARE(counts.count('1'), 9);
        QCOMPARE(counts.count('3'), 1);
        QVERIFY(f.shown(QStringLiteral("M:.message")).contains("(combined from similar events): line 12"));
    }

    void aSeriesIsCounted()
    {
        Fixture f;
        QVERIFY_RESULT(f.makeSettings());
        for (int i = 0; i < 3; ++i)
            f.series.event(f.settings, EventType::Normal, "Synced", "Syncing", "it is there");
        QCOMPARE(f.writes(2), QString());
        QCOMPARE(f.series.status().counted, std::uint64_t(1));
        QCOMPARE(f.shown(QStringLiteral("T:.type,R:.reason,A:.action,C:.series.count,S:.reportingComponent,M:.message")),
                 QByteArray("Normal Synced Syncing 2 orrery.test/series it is there"));
    }

    void eventsOfClusterScopedObjectsAreInDefault()
    {
        Fixture f;
        const ObjectReference object{"v1", "Namespace", {}, f.space.name().toStdString(), {}, {}, {}};
        f.core.event(object, EventType::Normal, "Seen", {}, "by the first");
        QCOMPARE(f.writes(1), QString());
        const auto shown = kube::test::Cluster::kubectl({QStringLiteral("-n"), QStringLiteral("default"), QStringLiteral("get"), QStringLiteral("events"),
                                                         QStringLiteral("--field-selector=involvedObject.name=") + f.space.name()});
        QVERIFY2(shown.out.contains("by the first"), shown.out.constData());
    }

    void whoMayNotWriteEventsGoesOnAllTheSame()
    {
        Fixture f(QStringLiteral("viewer"));
        const ObjectReference object{"v1", "ConfigMap", f.space.name().toStdString(), "settings", {}, {}, {}};
        f.core.event(object, EventType::Normal, "Seen", {}, "by a viewer");
        f.series.event(object, EventType::Normal, "Seen", "Looking", "by a viewer");
        QTRY_COMPARE_WITH_TIMEOUT(f.core.status().failed + f.series.status().failed, std::uint64_t(2), patience);
        QCOMPARE(f.core.status().lastError->kind, ErrorKind::Forbidden);
        QCOMPARE(f.series.status().lastError->kind, ErrorKind::Forbidden);
    }
};

ORRERY_GUILESS_TEST(EventsClusterTest)
} // namespace events_cluster_test
#include "events_cluster_test.moc"
