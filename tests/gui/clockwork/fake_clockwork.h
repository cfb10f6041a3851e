// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/clockwork_port.h"
#include "core/session/ports/protection_port.h"
#include "tests/gui/support/fake_ports.h"
#include "tests/support/manual_time.h"

#include <QtTest>

namespace orrery::test {

/// A machinery that a test makes up, and what was asked of it.
class FakeClockwork final : public kube::ClockworkPort
{
public:
    [[nodiscard]] kube::Subscription watch(const kube::Owner &owner, std::function<void(kube::ClockworkSnapshotPtr)> handler) override
    {
        ++watchers;
        auto mine = std::make_shared<bool>(true);
        m_tell = [tell = owner.bind(std::move(handler)), mine](const kube::ClockworkSnapshotPtr &snapshot) {
            if (*mine)
                tell(snapshot);
        };
        return kube::Subscription([this, mine] {
            *mine = false;
            --watchers;
        });
    }
    void tell(const kube::ClockworkSnapshot &snapshot) const { m_tell(std::make_shared<kube::ClockworkSnapshot>(snapshot)); }

    [[nodiscard]] kube::Future<kube::DeltaFifoContents> queueContents(const kube::InformerKey &, kube::ContentsFilter filter) override
    {
        asked << QStringLiteral("queue ") + QString::fromStdString(filter.text);
        return kube::Future<kube::DeltaFifoContents>::ready(waiting);
    }
    [[nodiscard]] kube::Future<kube::IndexContents> indexContents(const kube::InformerKey &, const std::string &index, kube::ContentsFilter filter) override
    {
        asked << QStringLiteral("index ") + QString::fromStdString(index + ' ' + filter.text);
        return kube::Future<kube::IndexContents>::ready(values);
    }
    [[nodiscard]] kube::Future<kube::KeyContents> cacheKeys(const kube::InformerKey &, kube::ContentsFilter filter) override
    {
        asked << QStringLiteral("keys ") + QString::fromStdString(filter.text);
        return kube::Future<kube::KeyContents>::ready(keys);
    }
    [[nodiscard]] kube::Future<kube::KeyContents> bucketKeys(const kube::InformerKey &, const std::string &index, const std::string &value, kube::ContentsFilter filter) override
    {
        asked << QStringLiteral("bucket ") + QString::fromStdString(index + ' ' + value + ' ' + filter.text);
        return kube::Future<kube::KeyContents>::ready(keys);
    }
    [[nodiscard]] kube::Future<kube::CachedObject> cachedObject(const kube::InformerKey &, const kube::ObjectKey &key) override
    {
        return kube::Future<kube::CachedObject>::ready(kube::CachedObject{key, "uid-1", "812", 1234, {{"namespace", {key.namespaceName}}}});
    }
    [[nodiscard]] kube::Future<kube::WorkQueueSnapshot> tableQueue(const kube::InformerKey &, std::uint64_t table, std::size_t) override
    {
        asked << QStringLiteral("table %1").arg(table);
        return kube::Future<kube::WorkQueueSnapshot>::ready(work);
    }
    void command(const kube::InformerKey &informer, kube::PipelineStage stage, kube::StageCommand command, std::size_t) override
    {
        commands << QStringLiteral("%1 %2 %3").arg(QString::fromStdString(informer.resource.resource)).arg(static_cast<int>(stage)).arg(static_cast<int>(command));
    }
    void relist(const kube::InformerKey &) override { commands << QStringLiteral("relist"); }
    void cutWatch(const kube::InformerKey &) override { commands << QStringLiteral("cut"); }
    void forgetKey(const kube::InformerKey &, std::uint64_t table, const kube::ObjectKey &key) override
    {
        commands << QStringLiteral("forget %1 %2").arg(table).arg(QString::fromStdString(key.toString()));
    }
    void retryKey(const kube::InformerKey &, std::uint64_t table, const kube::ObjectKey &key) override
    {
        commands << QStringLiteral("retry %1 %2").arg(table).arg(QString::fromStdString(key.toString()));
    }
    [[nodiscard]] kube::Future<std::vector<kube::ConnectionFault>> inject(const kube::InformerKey &, kube::ConnectionFault fault) override
    {
        injected.push_back(fault);
        return faults.ask();
    }
    void clearFaults(const kube::InformerKey &) override { commands << QStringLiteral("clear"); }

    int watchers = 0;
    QStringList asked;
    QStringList commands; ///< "pods 1 0": resource, stage, command
    kube::DeltaFifoContents waiting;
    kube::IndexContents values;
    kube::KeyContents keys;
    kube::WorkQueueSnapshot work;
    std::vector<kube::ConnectionFault> injected;
    Answers<std::vector<kube::ConnectionFault>> faults;

private:
    std::function<void(const kube::ClockworkSnapshotPtr &)> m_tell;
};

class FakeProtection final : public kube::ProtectionPort
{
public:
    [[nodiscard]] kube::Subscription onProtection(const kube::Owner &owner, std::function<void(kube::Protection)> handler) override
    {
        owner.bind(std::move(handler))(now);
        return {};
    }
    void protect() override {}
    [[nodiscard]] kube::Future<kube::Protection> unlock(const QString &) override { return kube::Future<kube::Protection>::ready(now); }
    void lockNow() override {}
    [[nodiscard]] kube::Future<kube::Protection> unprotect(const QString &) override { return kube::Future<kube::Protection>::ready(now); }

    kube::Protection now;
};

/// Pods with an open table, live and calm; Deployments that somebody counts.
inline kube::ClockworkSnapshot calmMachinery()
{
    const kube::WallTime now = kube::WallTime{} + std::chrono::hours(24 * 365 * 56);
    kube::ClockworkSnapshot snapshot;
    snapshot.takenAt = now;
    kube::RestRequestInfo watch;
    watch.method = "GET";
    watch.url = QUrl(QStringLiteral("https://server/api/v1/pods?watch=true&resourceVersion=812"));
    watch.lane = kube::HttpRequest::Lane::Stream;
    watch.phase = kube::RestPhase::Receiving;
    watch.status = 200;
    snapshot.client.requests = {watch};
    snapshot.client.began = 12;
    snapshot.client.succeeded = 11;
    snapshot.client.received = 812'000;
    snapshot.client.answers = {{"GET", 200, 12}};
    kube::PipelineSnapshot pods;
    pods.key.resource = {"", "v1", "pods"};
    pods.kind = "Pod";
    pods.users = 2;
    kube::ReflectorSnapshot &reflector = pods.informer.reflector;
    reflector.phase = kube::ReflectorPhase::Live;
    reflector.since = now - std::chrono::minutes(3);
    reflector.step = "Watching";
    reflector.lastSyncResourceVersion = "812";
    reflector.lastBookmark = "810";
    reflector.lists = 1;
    reflector.watches = 1;
    reflector.events = 40;
    reflector.lastLists = {{now - std::chrono::minutes(3), kube::ListReason::First, {}, kube::ReflectorSnapshot::List::End::Whole, {}}};
    pods.informer.queue.hasSynced = true;
    pods.informer.queue.received = 160;
    pods.informer.queue.popped = 160;
    pods.informer.indexer.objects = 120;
    pods.informer.indexer.bytes = 90'000;
    pods.informer.indexer.resourceVersion = "812";
    pods.informer.indexer.transactions = 9;
    pods.informer.indexer.indices = {{"namespace", 3, 120}};
    kube::ListenerCounts listener;
    listener.delivered = 160;
    listener.hasSynced = true;
    pods.informer.listeners = {listener};
    kube::TableSnapshot table;
    table.id = 7;
    table.queue.name = "pods";
    table.queue.dones = 160;
    table.rows = 120;
    pods.tables = {table};
    for (int i = 0; i < 40; ++i)
        pods.receivedToCached.counts[1] += 1;
    pods.receivedToCached.count = 40;
    kube::PipelineSnapshot deployments;
    deployments.key.resource = {"apps", "v1", "deployments"};
    deployments.kind = "Deployment";
    deployments.informer.reflector.phase = kube::ReflectorPhase::Live;
    deployments.informer.reflector.since = now - std::chrono::minutes(3);
    deployments.informer.indexer.objects = 900;
    deployments.informer.indexer.bytes = 10'000;
    deployments.informer.queue.hasSynced = true;
    snapshot.pipelines = {pods, deployments};
    return snapshot;
}

/// One thing more that ended in that bucket.
inline void addTo(kube::LatencyHistogram &histogram, std::size_t bucket)
{
    ++histogram.counts[bucket];
    ++histogram.count;
}

/// The machinery that much later, with so many events of Pods come all the way through.
inline kube::ClockworkSnapshot later(kube::ClockworkSnapshot snapshot, std::chrono::milliseconds after, std::uint64_t events)
{
    snapshot.takenAt += after;
    kube::PipelineSnapshot &pods = snapshot.pipelines.front();
    pods.informer.reflector.events += events;
    pods.informer.queue.received += events;
    pods.informer.queue.popped += events;
    pods.informer.listeners.front().delivered += events;
    if (!pods.tables.empty())
        pods.tables.front().queue.dones += events;
    return snapshot;
}

} // namespace orrery::test
