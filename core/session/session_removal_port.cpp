// SPDX-License-Identifier: Apache-2.0
#include "core/session/session_core.h"
#include "core/session/session_ports.h"

#include <array>

namespace kube {

namespace {

/// Where most of what is owned is found comes first.
std::size_t searchRank(const ResourceInfo &resource)
{
    static constexpr std::array<std::string_view, 6> first = {"replicasets.apps", "statefulsets.apps", "jobs.batch", "pods", "controllerrevisions.apps", "endpointslices.discovery.k8s.io"};
    const std::string name = resource.gvr.toString();
    return static_cast<std::size_t>(std::find(first.begin(), first.end(), name) - first.begin());
}

std::vector<RemovalKind> searchedKinds(const Catalog &catalog)
{
    std::vector<const ResourceInfo *> listed;
    for (const ResourceInfo &resource : catalog.resources) {
        if (resource.can("list") && resource.can("delete"))
            listed.push_back(&resource);
    }
    std::stable_sort(listed.begin(), listed.end(), [](const ResourceInfo *left, const ResourceInfo *right) { return searchRank(*left) < searchRank(*right); });
    std::vector<RemovalKind> kinds;
    for (const ResourceInfo *resource : listed)
        kinds.push_back(removalKind(*resource));
    return kinds;
}

/// The version of Eviction that the server takes: since 1.22 policy/v1, before that v1beta1.
Future<GroupVersion> evictionVersion(SessionClients &clients, const Owner &owner)
{
    return then(clients.cachedDiscovery->get(), owner, [](const Result<ServerResourcesPtr> &resources) -> Result<GroupVersion> {
        if (!resources)
            return fail(resources.error());
        const ApiResource *pods = (*resources)->find({"", "v1", "pods"});
        const ApiSubresource *eviction = pods ? pods->subresource("eviction") : nullptr;
        if (!eviction)
            return fail(Error::badInput(QStringLiteral("the server does not evict Pods")));
        return eviction->kind.version.empty() ? GroupVersion{"policy", "v1"} : eviction->kind.groupVersion();
    });
}

/// That which is deleted, with what it was, and that something was evicted.
RemovalRun::Deleted rememberingIn(SessionCore &core)
{
    return [&core](const RemovalTarget &target, std::string before) {
        const NoRevert noRevert = before.empty() ? NoRevert::Eviction : NoRevert::None;
        core.history().remember({target.kind.resource.groupResource(), target.key, std::move(before), {}, core.scheduler()->wallNow(), EditPart::Object, noRevert});
    };
}

/// On the session's thread: a removal, and before it the question for the form of evictions.
class SessionRemoval
{
public:
    SessionRemoval(SessionCore &core, SessionClients &clients, RemovalOrder order, std::function<void(RemovalProgressPtr)> emit)
        : m_core(core), m_clients(clients), m_scheduler(*core.scheduler()), m_emit(std::move(emit)), m_owner(core.executor())
    {
        if (order.means == RemovalMeans::Delete) {
            begin(std::move(order));
            return;
        }
        then(evictionVersion(clients, m_owner), m_owner, [this, order = std::move(order)](const Result<GroupVersion> &version) mutable {
            if (version)
                order.eviction = *version;
            if (m_isStopped || !version)
                tellNotSent(order, version ? std::nullopt : std::optional(version.error()));
            else
                begin(std::move(order));
        });
    }
    void stop()
    {
        m_isStopped = true;
        if (m_run)
            m_run->stop();
    }

private:
    void begin(RemovalOrder order)
    {
        RemovalRun::Deleted remember = rememberingIn(m_core);
        if (order.means == RemovalMeans::Delete && order.targets.size() > WriteHistory::mostWrites)
            remember = {}; // reading them all would keep none of the others
        m_run = std::make_unique<RemovalRun>(*m_clients.dynamic, m_owner.executor(), m_scheduler, std::move(order), [this](const RemovalProgress &progress) {
            m_emit(std::make_shared<const RemovalProgress>(progress));
        }, std::move(remember));
        m_run->start();
    }
    void tellNotSent(const RemovalOrder &order, const std::optional<Error> &error)
    {
        auto progress = std::make_shared<RemovalProgress>();
        progress->isStopped = m_isStopped;
        for (const RemovalTarget &target : order.targets) {
            RemovalItem item;
            item.target = target;
            item.phase = error ? RemovalPhase::Refused : RemovalPhase::NotSent;
            item.error = error;
            progress->items.push_back(std::move(item));
        }
        m_emit(std::move(progress));
    }

    SessionCore &m_core;
    SessionClients &m_clients;
    Scheduler &m_scheduler;
    std::function<void(RemovalProgressPtr)> m_emit;
    std::unique_ptr<RemovalRun> m_run;
    bool m_isStopped = false;
    Owner m_owner;
};

/// On the session's thread: a draining.
class SessionDrain
{
public:
    SessionDrain(SessionCore &core, SessionClients &clients, std::string node, std::function<void(DrainStatePtr)> emit)
        : m_clients(clients), m_drain(*clients.dynamic, core.executor(), *core.scheduler(), std::move(node),
                                      [emit = std::move(emit)](const DrainState &state) { emit(std::make_shared<const DrainState>(state)); }, rememberingIn(core)),
          m_owner(core.executor())
    {
        m_drain.read();
    }
    void read() { m_drain.read(); }
    void start(DrainOptions options)
    {
        then(evictionVersion(m_clients, m_owner), m_owner, [this, options = std::move(options)](const Result<GroupVersion> &version) mutable {
            options.eviction = version.value_or(options.eviction); // without discovery the evictions themselves say what is wrong
            m_drain.start(std::move(options));
        });
    }
    void stop() { m_drain.stop(); }

private:
    SessionClients &m_clients;
    NodeDrain m_drain;
    Owner m_owner;
};

/// What a port's caller holds of a thing on the session's thread.
template <typename T>
struct RemoteHandle {
    SessionLinkPtr link;
    std::shared_ptr<std::weak_ptr<T>> place = std::make_shared<std::weak_ptr<T>>(); ///< what it points to is the session thread's
    Subscription subscription;

    template <typename Fn>
    void tell(Fn fn)
    {
        post(link, [place = place, fn = std::move(fn)](SessionCore &) {
            if (const auto alive = place->lock())
                fn(*alive);
        });
    }
};

class RemoteRemoving final : public Removing
{
public:
    explicit RemoteRemoving(RemoteHandle<SessionRemoval> handle) : m_handle(std::move(handle)) {}
    void stop() override { m_handle.tell([](SessionRemoval &removal) { removal.stop(); }); }

private:
    RemoteHandle<SessionRemoval> m_handle;
};

class RemoteDraining final : public Draining
{
public:
    explicit RemoteDraining(RemoteHandle<SessionDrain> handle) : m_handle(std::move(handle)) {}
    void read() override { m_handle.tell([](SessionDrain &drain) { drain.read(); }); }
    void start(const DrainOptions &options) override { m_handle.tell([options](SessionDrain &drain) { drain.start(options); }); }
    void stop() override { m_handle.tell([](SessionDrain &drain) { drain.stop(); }); }

private:
    RemoteHandle<SessionDrain> m_handle;
};

class SessionRemovalPort final : public RemovalPort
{
public:
    explicit SessionRemovalPort(SessionLinkPtr link) : m_link(std::move(link)) {}

    Subscription find(std::vector<RemovalTarget> targets, const Owner &owner, std::function<void(OwnedFindingsPtr)> told) override
    {
        const Outlet<OwnedFindingsPtr> outlet(owner, std::move(told));
        const std::uint64_t id = m_link->nextId++;
        post(m_link, [=, emit = outlet.emit, on = outlet.on](SessionCore &core) {
            core.whenOpen([=, &core](SessionClients &clients) {
                if (!*on)
                    return;
                const std::optional<CatalogPtr> &catalog = core.catalog().last();
                const auto finder = std::make_shared<OwnedFinder>(*clients.rest, core.executor(), catalog ? searchedKinds(**catalog) : std::vector<RemovalKind>(), targets, emit);
                core.hold(id, finder);
                finder->start();
            });
        });
        return outlet.subscription([link = m_link, id] { post(link, [id](SessionCore &core) { core.release(id); }); });
    }

    std::unique_ptr<Removing> remove(RemovalOrder order, const Owner &owner, std::function<void(RemovalProgressPtr)> told) override
    {
        return std::make_unique<RemoteRemoving>(open<SessionRemoval, RemovalProgressPtr>(std::move(order), owner, std::move(told)));
    }

    std::unique_ptr<Draining> drain(const std::string &node, const Owner &owner, std::function<void(DrainStatePtr)> told) override
    {
        return std::make_unique<RemoteDraining>(open<SessionDrain, DrainStatePtr>(node, owner, std::move(told)));
    }

private:
    template <typename T, typename Told, typename What>
    [[nodiscard]] RemoteHandle<T> open(What what, const Owner &owner, std::function<void(Told)> told)
    {
        const Outlet<Told> outlet(owner, std::move(told));
        const std::uint64_t id = m_link->nextId++;
        RemoteHandle<T> handle;
        handle.link = m_link;
        post(m_link, [id, what = std::move(what), place = handle.place, emit = outlet.emit, on = outlet.on](SessionCore &core) {
            core.whenOpen([=, &core](SessionClients &clients) {
                if (!*on)
                    return;
                const auto made = std::make_shared<T>(core, clients, what, emit);
                *place = made;
                core.hold(id, made);
            });
        });
        handle.subscription = outlet.subscription([link = m_link, id] { post(link, [id](SessionCore &core) { core.release(id); }); });
        return handle;
    }

    SessionLinkPtr m_link;
};

} // namespace

std::unique_ptr<RemovalPort> makeRemovalPort(SessionLinkPtr link)
{
    return std::make_unique<SessionRemovalPort>(std::move(link));
}

} // namespace kube
