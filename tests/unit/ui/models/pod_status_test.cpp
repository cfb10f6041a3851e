// SPDX-License-Identifier: Apache-2.0
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/ui/models/test_rows.h"
#include "ui/models/columns/pod_status.h"

namespace pod_status_test {

using namespace orrery;
using namespace orrery::test;

std::string pod(const std::string &spec, const std::string &status, const std::string &metadata = {})
{
    return R"({"metadata":{"name":"p")" + metadata + R"(},"spec":{)" + spec + R"(},"status":{)" + status + "}}";
}

const std::string one = R"("containers":[{"name":"a"}])";
const std::string two = R"("containers":[{"name":"a"},{"name":"b"}])";
const std::string withInit = R"("containers":[{"name":"a"}],"initContainers":[{"name":"i"},{"name":"j"}])";
const std::string sidecar = R"("containers":[{"name":"a"}],"initContainers":[{"name":"s","restartPolicy":"Always"},{"name":"j"}])";
const std::string deleted = R"(,"deletionTimestamp":"2026-01-01T00:00:00Z")";

std::string running(const std::string &name, bool ready = true, int restarts = 0)
{
    return R"({"name":")" + name + R"(","ready":)" + (ready ? "true" : "false") + R"(,"restartCount":)" + std::to_string(restarts)
        + R"(,"state":{"running":{}}})";
}
std::string waiting(const std::string &name, const std::string &reason, const std::string &more = {})
{
    return R"({"name":")" + name + R"(","ready":false,"state":{"waiting":{"reason":")" + reason + R"("}})" + more + "}";
}
std::string terminated(const std::string &name, const std::string &fields)
{
    return R"({"name":")" + name + R"(","ready":false,"state":{"terminated":{)" + fields + "}}}";
}
std::string containers(const std::string &list)
{
    return R"(,"containerStatuses":[)" + list + "]";
}
std::string inits(const std::string &list)
{
    return R"(,"initContainerStatuses":[)" + list + "]";
}
const std::string pending = R"("phase":"Pending")";
const std::string runningPhase = R"("phase":"Running")";
const std::string ready = R"(,"conditions":[{"type":"Ready","status":"True"}])";
const std::string initialized = R"(,"conditions":[{"type":"Initialized","status":"True"}])";

} // namespace pod_status_test

namespace pod_status_test { // anew: moc loses count of braces in raw strings

class PodStatusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void statusIsKubectls_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("readyOf");
        QTest::addColumn<int>("tone");
        const auto row = [](const char *name, const std::string &json, const char *reason, const char *readyOf, Tone tone) {
            QTest::newRow(name) << QByteArray::fromStdString(json) << QString::fromLatin1(reason) << QString::fromLatin1(readyOf) << int(tone);
        };
        row("running", pod(one, runningPhase + containers(running("a")) + ready), "Running", "1/1", Tone::Ready);
        row("running, one not ready", pod(two, runningPhase + containers(running("a") + "," + running("b", false))), "Running", "1/2", Tone::Pending);
        row("pending", pod(one, pending), "Pending", "0/1", Tone::Pending);
        row("creating", pod(one, pending + containers(waiting("a", "ContainerCreating"))), "ContainerCreating", "0/1", Tone::Pending);
        row("crash loop", pod(one, runningPhase + containers(waiting("a", "CrashLoopBackOff"))), "CrashLoopBackOff", "0/1", Tone::Failing);
        row("image", pod(one, pending + containers(waiting("a", "ImagePullBackOff"))), "ImagePullBackOff", "0/1", Tone::Failing);
        row("the first container speaks", pod(two, pending + containers(waiting("a", "ErrImagePull") + "," + waiting("b", "CrashLoopBackOff"))),
            "ErrImagePull", "0/2", Tone::Failing);
        row("waiting without a reason", pod(one, pending + containers(waiting("a", ""))), "Pending", "0/1", Tone::Pending);
        row("completed", pod(one, R"("phase":"Succeeded")" + containers(terminated("a", R"("exitCode":0,"reason":"Completed")"))), "Completed", "0/1",
            Tone::Completed);
        row("error", pod(one, R"("phase":"Failed")" + containers(terminated("a", R"("exitCode":1,"reason":"Error")"))), "Error", "0/1", Tone::Failing);
        row("exit code", pod(one, runningPhase + containers(terminated("a", R"("exitCode":3)"))), "ExitCode:3", "0/1", Tone::Failing);
        row("signal", pod(one, runningPhase + containers(terminated("a", R"("exitCode":137,"signal":9)"))), "Signal:9", "0/1", Tone::Failing);
        row("out of memory", pod(one, runningPhase + containers(terminated("a", R"("exitCode":137,"reason":"OOMKilled")"))), "OOMKilled", "0/1",
            Tone::Failing);
        row("one completed, others run and the pod is ready",
            pod(two, runningPhase + containers(terminated("a", R"("exitCode":0,"reason":"Completed")") + "," + running("b")) + ready), "Running", "1/2",
            Tone::Pending);
        row("one completed, others run, the pod is not ready",
            pod(two, runningPhase + containers(terminated("a", R"("exitCode":0,"reason":"Completed")") + "," + running("b"))), "NotReady", "1/2",
            Tone::Pending);
        row("evicted", pod(one, R"("phase":"Failed","reason":"Evicted")"), "Evicted", "0/1", Tone::Failing);
        row("gated", pod(one, pending + R"(,"conditions":[{"type":"PodScheduled","status":"False","reason":"SchedulingGated"}])"), "SchedulingGated",
            "0/1", Tone::Pending);
        row("terminating", pod(one, runningPhase + containers(running("a")), deleted), "Terminating", "1/1", Tone::Terminating);
        row("terminating after it ended", pod(one, R"("phase":"Succeeded")" + containers(terminated("a", R"("exitCode":0,"reason":"Completed")")), deleted),
            "Completed", "0/1", Tone::Completed);
        row("node lost", pod(one, R"("phase":"Running","reason":"NodeLost")", deleted), "Unknown", "0/1", Tone::Completed);
        row("init, first of two", pod(withInit, pending + inits(running("i", false) + "," + waiting("j", "PodInitializing"))), "Init:0/2", "0/1",
            Tone::Pending);
        row("init, second of two",
            pod(withInit, pending + inits(terminated("i", R"("exitCode":0)") + "," + waiting("j", "PodInitializing"))), "Init:1/2", "0/1", Tone::Pending);
        row("init crash loop", pod(withInit, pending + inits(waiting("i", "CrashLoopBackOff"))), "Init:CrashLoopBackOff", "0/1", Tone::Failing);
        row("init error", pod(withInit, pending + inits(terminated("i", R"("exitCode":1,"reason":"Error")"))), "Init:Error", "0/1", Tone::Failing);
        row("init exit code", pod(withInit, pending + inits(terminated("i", R"("exitCode":2)"))), "Init:ExitCode:2", "0/1", Tone::Failing);
        row("init signal", pod(withInit, pending + inits(terminated("i", R"("exitCode":2,"signal":15)"))), "Init:Signal:15", "0/1", Tone::Failing);
        row("init over",
            pod(withInit, pending + inits(terminated("i", R"("exitCode":0)") + "," + terminated("j", R"("exitCode":0)"))
                    + containers(waiting("a", "PodInitializing"))),
            "PodInitializing", "0/1", Tone::Pending);
        row("init restarted, though initialized before",
            pod(withInit, runningPhase + initialized + inits(running("i", false)) + containers(running("a"))), "Init:0/2", "1/1", Tone::Pending);
        row("sidecar counts as a container",
            pod(sidecar, runningPhase + inits(R"({"name":"s","ready":true,"started":true,"state":{"running":{}}},)" + terminated("j", R"("exitCode":0)"))
                    + containers(running("a"))),
            "Running", "2/2", Tone::Ready);
        row("sidecar not started", pod(sidecar, pending + inits(R"({"name":"s","ready":false,"started":false,"state":{"running":{}}})")), "Init:0/2", "0/2",
            Tone::Pending);
    }
    void statusIsKubectls()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, reason);
        QFETCH(QString, readyOf);
        QFETCH(int, tone);
        const auto document = kube::JsonDocument::parse({json.constData(), std::size_t(json.size())});
        QVERIFY_RESULT(document);
        const PodStatus status = PodStatus::of(document->root());
        QCOMPARE(QString::fromStdString(status.reason), reason);
        QCOMPARE(QStringLiteral("%1/%2").arg(status.ready).arg(status.containers), readyOf);
        QCOMPARE(int(status.tone), tone);
    }

    void restartsAreThoseOfContainersAndSidecarsOnceInitialized()
    {
        const std::string ended = R"(,"restartCount":4,"lastState":{"terminated":{"finishedAt":"2026-01-01T00:00:00Z"}})";
        const auto document = kube::JsonDocument::parse(
            pod(sidecar, runningPhase + inits(R"({"name":"s","ready":true,"started":true,"restartCount":2,"state":{"running":{}}},)"
                                              R"({"name":"j","restartCount":9,"state":{"terminated":{"exitCode":0}}})")
                    + containers(waiting("a", "CrashLoopBackOff", ended))));
        QVERIFY_RESULT(document);
        const PodStatus status = PodStatus::of(document->root());
        QCOMPARE(status.restarts, std::int64_t(6));
        QVERIFY(status.lastRestart);
        const auto initializing = kube::JsonDocument::parse(pod(withInit, pending + inits(waiting("i", "CrashLoopBackOff", R"(,"restartCount":3)"))));
        QVERIFY_RESULT(initializing);
        QCOMPARE(PodStatus::of(initializing->root()).restarts, std::int64_t(3));
    }

    void nonsenseIsNoCrash()
    {
        for (const char *json : {"{}", R"({"spec":[],"status":7})", R"({"status":{"containerStatuses":[null,3,"x"]},"spec":{"containers":[1]}})"}) {
            const auto document = kube::JsonDocument::parse(json);
            QVERIFY_RESULT(document);
            (void)PodStatus::of(document->root());
        }
    }
};

ORRERY_GUILESS_TEST(PodStatusTest)
} // namespace pod_status_test
#include "pod_status_test.moc"
