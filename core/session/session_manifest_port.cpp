// SPDX-License-Identifier: Apache-2.0
#include "core/manifest/manifest_driver.h"
#include "core/session/session_core.h"
#include "core/session/session_ports.h"

namespace kube {

namespace {

/// On the session's thread: a set, and how often its state is told. A large state is told less often.
class ManifestSet
{
public:
    ManifestSet(SessionCore &core, SessionClients &clients, const ManifestConfig &config, std::function<void(ManifestStatePtr)> emit)
        : m_core(core), m_scheduler(*core.scheduler()), m_emit(std::move(emit)),
          m_applier(*clients.dynamic, *clients.cachedDiscovery, core.executor(), *core.scheduler(), config, [this](const ManifestState &state) { take(state); },
                    [&core, &clients](const std::string &verb, const GroupVersionResource &resource, const ObjectKey &key) {
                        return then(clients.rights->mayI({verb, resource.group, resource.resource, {}, key.namespaceName, key.name}), core.owner(),
                                    [](Result<AccessDecision> decision) -> Result<bool> {
                                        if (!decision)
                                            return fail(decision.error());
                                        return decision->allowed;
                                    });
                    })
    {
    }

    [[nodiscard]] ManifestApplier &applier() { return m_applier; }

private:
    void take(const ManifestState &state)
    {
        remember(state);
        if (!state.isRunning() || std::exchange(m_wasRunning, state.isRunning()) != state.isRunning())
            tell();
        else if (!m_timer)
            m_timer = m_scheduler.after(std::chrono::milliseconds(50 + state.items.size()), [this] { tell(); });
        m_wasRunning = state.isRunning();
    }
    /// A document that has just been done: what it was before is known where it could be read.
    void remember(const ManifestState &state)
    {
        const std::optional<std::size_t> at = state.queue.empty() ? std::nullopt : std::optional(state.queue.front());
        const auto done = std::exchange(m_current, at);
        if (!done || done == at || *done >= state.items.size())
            return;
        const ManifestItem &item = state.items[*done];
        if (item.isApplied() && item.isStoredKnown && item.mapping)
            m_core.history().remember({item.mapping->resource.groupResource(), item.key, item.stored, item.result, m_scheduler.wallNow()});
    }
    void tell()
    {
        m_timer.reset();
        m_emit(std::make_shared<const ManifestState>(m_applier.state()));
    }

    SessionCore &m_core;
    Scheduler &m_scheduler;
    std::optional<std::size_t> m_current; ///< the document that is under way
    std::function<void(ManifestStatePtr)> m_emit;
    Timer m_timer;
    bool m_wasRunning = false;
    ManifestApplier m_applier;
};

class RemoteRun final : public ManifestRun
{
public:
    RemoteRun(SessionLinkPtr link, std::shared_ptr<std::weak_ptr<ManifestSet>> set, Subscription subscription)
        : m_link(std::move(link)), m_set(std::move(set)), m_subscription(std::move(subscription))
    {
    }

    void feed(ManifestInput input) override
    {
        post(m_link, [set = m_set, input = std::move(input)](SessionCore &) {
            if (const auto alive = set->lock())
                alive->applier().feed(input);
        });
    }

private:
    SessionLinkPtr m_link;
    std::shared_ptr<std::weak_ptr<ManifestSet>> m_set; ///< what it points to is the session thread's
    Subscription m_subscription;
};

class SessionManifestPort final : public ManifestPort
{
public:
    explicit SessionManifestPort(SessionLinkPtr link) : m_link(std::move(link)) {}

    std::unique_ptr<ManifestRun> open(const ManifestConfig &config, std::vector<ManifestDocument> documents, const Owner &owner,
                                      std::function<void(ManifestStatePtr)> handler) override
    {
        const Outlet<ManifestStatePtr> outlet(owner, std::move(handler));
        const std::uint64_t id = m_link->nextId++;
        auto place = std::make_shared<std::weak_ptr<ManifestSet>>();
        post(m_link, [=, documents = std::move(documents), emit = outlet.emit, on = outlet.on](SessionCore &core) {
            core.whenOpen([=, &core](SessionClients &clients) {
                if (!*on)
                    return;
                const auto set = std::make_shared<ManifestSet>(core, clients, config, emit);
                *place = set;
                core.hold(id, set);
                set->applier().feed(manifest_input::Begin{documents});
            });
        });
        return std::make_unique<RemoteRun>(m_link, std::move(place), outlet.subscription([link = m_link, id] {
            post(link, [id](SessionCore &core) { core.release(id); });
        }));
    }

private:
    SessionLinkPtr m_link;
};

} // namespace

std::unique_ptr<ManifestPort> makeManifestPort(SessionLinkPtr link)
{
    return std::make_unique<SessionManifestPort>(std::move(link));
}

} // namespace kube
