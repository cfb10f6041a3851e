// SPDX-License-Identifier: Apache-2.0
#include "core/cache/delta_fifo.h"
#include "core/session/session_core.h"
#include "core/session/session_ports.h"

namespace kube {

namespace {

/// fn(ClockworkKeeper &) returns a Result<T>.
template <typename T, typename Fn>
Future<T> askKeeper(const SessionLinkPtr &link, Fn fn)
{
    return ask<T>(link, [fn = std::move(fn)](SessionCore &core) -> Future<T> {
        if (!core.clients())
            return Future<T>::ready(fail(core.notOpen()));
        return Future<T>::ready(fn(*core.clients()->clockwork));
    });
}

/// fn(const SharedIndexInformer &) returns a Result<T>.
template <typename T, typename Fn>
Future<T> askInformer(const SessionLinkPtr &link, const InformerKey &key, Fn fn)
{
    return askKeeper<T>(link, [key, fn = std::move(fn)](const ClockworkKeeper &keeper) -> Result<T> {
        const auto informer = keeper.find(key);
        if (!informer)
            return fail(informer.error());
        return fn(std::as_const(**informer));
    });
}

template <typename Fn>
void tellKeeper(const SessionLinkPtr &link, Fn fn)
{
    post(link, [fn = std::move(fn)](SessionCore &core) {
        if (core.clients())
            fn(*core.clients()->clockwork);
    });
}

class SessionClockworkPort final : public ClockworkPort
{
public:
    explicit SessionClockworkPort(SessionLinkPtr link) : m_link(std::move(link)) {}

    Subscription watch(const Owner &owner, std::function<void(ClockworkSnapshotPtr)> handler) override
    {
        const auto isOnItsWay = std::make_shared<std::atomic_flag>(); // an owner who is busy gets the next one instead
        const Outlet<ClockworkSnapshotPtr> outlet(owner, [isOnItsWay, handler = std::move(handler)](ClockworkSnapshotPtr snapshot) {
            isOnItsWay->clear();
            handler(std::move(snapshot));
        });
        const std::uint64_t id = m_link->nextId++;
        post(m_link, [id, isOnItsWay, emit = outlet.emit, on = outlet.on](SessionCore &core) {
            core.whenOpen([=](SessionClients &clients) {
                if (!*on)
                    return;
                clients.clockwork->add(id, [isOnItsWay, emit](ClockworkSnapshotPtr snapshot) {
                    if (!isOnItsWay->test_and_set())
                        emit(std::move(snapshot));
                });
            });
        });
        return outlet.subscription([link = m_link, id] { tellKeeper(link, [id](ClockworkKeeper &keeper) { keeper.remove(id); }); });
    }

    Future<DeltaFifoContents> queueContents(const InformerKey &informer, ContentsFilter filter) override
    {
        return askInformer<DeltaFifoContents>(m_link, informer, [filter](const SharedIndexInformer &of) -> Result<DeltaFifoContents> { return of.queue().contents(filter); });
    }
    Future<IndexContents> indexContents(const InformerKey &informer, const std::string &index, ContentsFilter filter) override
    {
        return askInformer<IndexContents>(m_link, informer, [index, filter](const SharedIndexInformer &of) { return of.indexer().contentsOf(index, filter); });
    }
    Future<KeyContents> bucketKeys(const InformerKey &informer, const std::string &index, const std::string &value, ContentsFilter filter) override
    {
        return askInformer<KeyContents>(m_link, informer, [index, value, filter](const SharedIndexInformer &of) -> Result<KeyContents> {
            auto found = of.indexer().indexKeys(index, value);
            if (!found)
                return fail(found.error());
            std::erase_if(*found, [&filter](const ObjectKey &key) { return !filter.matches(key); });
            KeyContents contents;
            contents.more = found->size() > filter.limit;
            const auto end = found->begin() + static_cast<std::ptrdiff_t>(std::min(filter.limit, found->size()));
            std::partial_sort(found->begin(), end, found->end());
            contents.keys.assign(found->begin(), end);
            return contents;
        });
    }
    Future<KeyContents> cacheKeys(const InformerKey &informer, ContentsFilter filter) override
    {
        return askInformer<KeyContents>(m_link, informer, [filter](const SharedIndexInformer &of) -> Result<KeyContents> { return of.indexer().keyContents(filter); });
    }
    Future<CachedObject> cachedObject(const InformerKey &informer, const ObjectKey &key) override
    {
        return askKeeper<CachedObject>(m_link, [informer, key](const ClockworkKeeper &keeper) { return keeper.cachedObject(informer, key); });
    }
    Future<WorkQueueSnapshot> tableQueue(const InformerKey &informer, std::uint64_t table, std::size_t keys) override
    {
        return askKeeper<WorkQueueSnapshot>(m_link, [informer, table, keys](const ClockworkKeeper &keeper) { return keeper.tableQueue(informer, table, keys); });
    }

    void command(const InformerKey &informer, PipelineStage stage, StageCommand command, std::size_t steps) override
    {
        tellKeeper(m_link, [=](ClockworkKeeper &keeper) { keeper.command(informer, stage, command, steps); });
    }
    void relist(const InformerKey &informer) override
    {
        tellKeeper(m_link, [informer](const ClockworkKeeper &keeper) {
            if (const auto found = keeper.find(informer))
                (*found)->relist();
        });
    }
    void cutWatch(const InformerKey &informer) override
    {
        tellKeeper(m_link, [informer](const ClockworkKeeper &keeper) {
            if (const auto found = keeper.find(informer))
                (*found)->cutWatch();
        });
    }
    void forgetKey(const InformerKey &informer, std::uint64_t table, const ObjectKey &key) override
    {
        tellKeeper(m_link, [=](ClockworkKeeper &keeper) { keeper.forgetKey(informer, table, key); });
    }
    void retryKey(const InformerKey &informer, std::uint64_t table, const ObjectKey &key) override
    {
        tellKeeper(m_link, [=](ClockworkKeeper &keeper) { keeper.retryKey(informer, table, key); });
    }
    Future<std::vector<ConnectionFault>> inject(const InformerKey &informer, ConnectionFault fault) override
    {
        return askKeeper<std::vector<ConnectionFault>>(m_link, [informer, fault](ClockworkKeeper &keeper) { return keeper.inject(informer, fault); });
    }
    void clearFaults(const InformerKey &informer) override
    {
        tellKeeper(m_link, [informer](ClockworkKeeper &keeper) { keeper.clearFaults(informer); });
    }

private:
    SessionLinkPtr m_link;
};

} // namespace

std::unique_ptr<ClockworkPort> makeClockworkPort(SessionLinkPtr link)
{
    return std::make_unique<SessionClockworkPort>(std::move(link));
}

} // namespace kube
