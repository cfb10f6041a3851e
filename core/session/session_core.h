// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/access/reviews.h"
#include "core/access/rights_cache.h"
#include "core/apply/write_history.h"
#include "core/base/qt_scheduler.h"
#include "core/discovery/cached_discovery.h"
#include "core/discovery/discovery_client.h"
#include "core/discovery/openapi_client.h"
#include "core/dynamic/dynamic_client.h"
#include "core/informers/shared_informer_factory.h"
#include "core/rest/rest_client.h"
#include "core/scale/scale_client.h"
#include "core/session/catalog_keeper.h"
#include "core/session/clockwork_keeper.h"
#include "core/session/definition_keeper.h"
#include "core/session/feed_registry.h"
#include "core/session/health_monitor.h"
#include "core/session/outlet.h"
#include "core/session/ports/resource_info.h"
#include "core/session/protection_keeper.h"
#include "core/session/session_options.h"
#include "core/session/typed_credentials.h"

namespace kube {

/// A connected session: everything that needs a RestClient.
struct SessionClients {
    std::shared_ptr<TypedCredentials> credentials;
    std::unique_ptr<RestClient> rest;
    std::unique_ptr<DiscoveryClient> discovery;
    std::unique_ptr<CachedDiscovery> cachedDiscovery;
    std::unique_ptr<OpenApiClient> openApi;
    std::unique_ptr<DynamicClient> dynamic;
    std::unique_ptr<Reviews> reviews;
    std::unique_ptr<RightsCache> rights;
    std::unique_ptr<ScaleClient> scale;
    std::unique_ptr<FeedRegistry> feeds; ///< with the informers
    std::unique_ptr<ClockworkKeeper> clockwork;
};

/// What lives on a session's thread: its clients, its health and its catalog. It has no verb of its own; the ports
/// use its parts. Thread: the session's.
class SessionCore
{
public:
    SessionCore(SessionOptions options, ExecutorPtr executor);
    ~SessionCore();

    /// Makes the clients and begins to ask the server; ignored when open.
    void open();
    void retryNow();
    void supplyToken(const QByteArray &token);
    void supplyPassphrase(const QByteArray &passphrase);

    /// Null until open() has succeeded. Why it has not: health().reason.
    [[nodiscard]] SessionClients *clients() const { return m_clients.get(); }
    [[nodiscard]] Error notOpen() const;
    [[nodiscard]] const ExecutorPtr &executor() const { return m_owner.executor(); }
    [[nodiscard]] const Owner &owner() const { return m_owner; }
    [[nodiscard]] const std::shared_ptr<Scheduler> &scheduler() const { return m_scheduler; }

    [[nodiscard]] WriteHistory &history() { return m_history; }
    [[nodiscard]] Broadcast<RememberedWrites> &writes() { return m_writesOut; } ///< of the history
    [[nodiscard]] ProtectionKeeper &protection() { return m_protection; }
    /// There with the clients.
    [[nodiscard]] DefinitionKeeper &definitions() { return *m_definitionKeeper; }
    [[nodiscard]] Broadcast<Health> &health() { return m_healthOut; }
    [[nodiscard]] Broadcast<CatalogPtr> &catalog() { return m_catalogOut; }
    /// Calls fn once there are clients (at once if there are), or drops it with the session.
    void whenOpen(std::function<void(SessionClients &)> fn);
    enum class Trust { Lost, Renewed };
    /// Lost: the server has stopped answering, for that reason. Renewed: connect anew, on connections that can be trusted.
    /// It may hold and release what it likes, itself too.
    using TrustHandler = std::function<void(Trust trust, const std::optional<Error> &reason)>;
    /// Keeps what a port has opened until it is released or the session ends, whichever is first.
    void hold(std::uint64_t id, std::shared_ptr<void> opened, TrustHandler onTrust = {});
    void release(std::uint64_t id);

private:
    [[nodiscard]] Result<std::unique_ptr<SessionClients>> connect();
    [[nodiscard]] Future<HealthMonitor::Answer> probe();
    void noteOutage();
    void tellHeld(Trust trust, const std::optional<Error> &reason);
    void watchDefinitions();
    void definitionChanged(const std::string &name);
    void watchServices();
    void askWhoIAm();
    void tick();

    SessionOptions m_options;
    std::shared_ptr<Scheduler> m_scheduler;
    ProtectionKeeper m_protection;
    Broadcast<RememberedWrites> m_writesOut;
    WriteHistory m_history{[this](RememberedWrites writes) { m_writesOut.send(std::move(writes)); }};
    std::unique_ptr<HealthMonitor> m_monitor;
    std::unique_ptr<SessionClients> m_clients;
    std::unique_ptr<CatalogKeeper> m_catalogKeeper; ///< there with the clients
    std::unique_ptr<DefinitionKeeper> m_definitionKeeper; ///< likewise
    std::vector<std::function<void(SessionClients &)>> m_whenOpen;
    Broadcast<Health> m_healthOut;
    Broadcast<CatalogPtr> m_catalogOut;
    InformerHandle m_definitions;
    HandlerRegistration m_definitionsHandler;
    InformerHandle m_services;
    HandlerRegistration m_servicesHandler;
    Timer m_tick;
    std::uint64_t m_lastEvents = 0;
    WallTime m_lastAnswer{};
    bool m_wasLive = false;
    bool m_outage = false;
    bool m_lost = false; ///< what is held was told so in this outage
    bool m_refreshDue = false; ///< with the next answer of the probe
    struct Held {
        std::shared_ptr<void> opened;
        TrustHandler onTrust;
    };
    std::map<std::uint64_t, Held> m_held; ///< uses the clients: dies before them
    Owner m_owner;
};

} // namespace kube
