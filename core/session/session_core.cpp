// SPDX-License-Identifier: Apache-2.0
#include "core/session/session_core.h"

#include "core/access/reviews.h"
#include "core/discovery/server_version.h"
#include "core/rest/qt_transport.h"

namespace kube {

namespace {

constexpr QLatin1String probePath("/version");
constexpr auto probeTimeout = std::chrono::seconds(10);
constexpr auto tickInterval = std::chrono::seconds(1);
constexpr std::size_t rememberedRequests = 2000;
const GroupVersionResource definitionResource{"apiextensions.k8s.io", "v1", "customresourcedefinitions"};
const GroupVersionResource serviceResource{"apiregistration.k8s.io", "v1", "apiservices"};

} // namespace

SessionCore::SessionCore(SessionOptions options, ExecutorPtr executor)
    : m_options(std::move(options)), m_scheduler(std::make_shared<QtScheduler>()), m_protection(m_options.name, m_options.isProtected, *m_scheduler),
      m_owner(std::move(executor))
{
    m_monitor = std::make_unique<HealthMonitor>(m_owner.executor(), *m_scheduler, [this] { return probe(); },
                                                [this] {
                                                    m_healthOut.send(m_monitor->health());
                                                    noteOutage();
                                                });
    m_monitor->health().userName = m_options.userName.toStdString();
    m_writesOut.send(std::make_shared<const std::vector<RememberedWritePtr>>());
    m_monitor->setOnLive([this] {
        // After a silence no open connection is to be trusted: watches go on from where they were, on new ones.
        if (std::exchange(m_wasLive, true) && m_monitor->wasSilent()) {
            m_clients->rest->renew();
            tellHeld(Trust::Renewed, std::nullopt);
        }
        m_lost = false;
        m_catalogKeeper->renew();
        m_definitionKeeper->retry();
        askWhoIAm();
        m_clients->feeds->retryNow();
    });
}

SessionCore::~SessionCore() = default;

Error SessionCore::notOpen() const
{
    const Health &health = m_monitor->health();
    return health.reason.value_or(Error::transport(QStringLiteral("the cluster is not open")));
}

Result<std::unique_ptr<SessionClients>> SessionCore::connect()
{
    auto config = m_options.config({m_owner.executor(), m_scheduler, m_options.passphrase});
    if (!config)
        return fail(config.error());
    auto clients = std::make_unique<SessionClients>();
    clients->credentials = std::make_shared<TypedCredentials>(config->auth, m_options.token);
    config->auth = clients->credentials;
    config->writeLock = m_protection.lock();
    config->rememberedRequests = rememberedRequests;

    Result<std::shared_ptr<Transport>> transport = fail(Error::canceled());
    if (m_options.transport) {
        transport = m_options.transport(*config, m_scheduler);
    } else {
        auto made = QtTransport::create(*config, m_scheduler);
        if (!made)
            return fail(made.error());
        transport = std::shared_ptr<Transport>(std::move(*made));
    }
    if (!transport)
        return fail(transport.error());
    const ExecutorPtr &executor = m_owner.executor();
    clients->rest = std::make_unique<RestClient>(*config, RestClient::Parts{*transport, m_scheduler, executor, systemRandom()});
    clients->discovery = std::make_unique<DiscoveryClient>(*clients->rest, executor);
    clients->cachedDiscovery = std::make_unique<CachedDiscovery>(*clients->discovery, executor, m_scheduler);
    clients->openApi = std::make_unique<OpenApiClient>(*clients->rest, executor);
    clients->dynamic = std::make_unique<DynamicClient>(*clients->rest, executor);
    clients->reviews = std::make_unique<Reviews>(*clients->rest, executor);
    clients->rights = std::make_unique<RightsCache>(
        [reviews = clients->reviews.get()](const ResourceAttributes &attributes) { return reviews->access(attributes); }, executor, m_scheduler);
    clients->scale = std::make_unique<ScaleClient>(*clients->dynamic, executor);
    clients->feeds = std::make_unique<FeedRegistry>(*clients->rest, executor, *m_scheduler);
    clients->clockwork = std::make_unique<ClockworkKeeper>(*clients->rest, *clients->feeds, *m_scheduler, [this] { return m_protection.isProtected(); });
    return clients;
}

void SessionCore::open()
{
    if (m_clients)
        return;
    auto clients = connect();
    if (!clients) {
        m_monitor->fail(clients.error());
        return;
    }
    m_clients = std::move(*clients);
    m_clients->credentials->setOnChanged(m_owner.bind([this] { retryNow(); }));
    m_catalogKeeper = std::make_unique<CatalogKeeper>(*m_clients->cachedDiscovery, m_owner.executor(), *m_scheduler, systemRandom(),
                                                      m_options.name, [this](CatalogPtr catalog) {
                                                          m_monitor->accept();
                                                          m_clients->feeds->retryServed(*catalog);
                                                          m_catalogOut.send(std::move(catalog));
                                                      });
    m_catalogKeeper->setOnRefused([this](const Error &reason) { m_monitor->refuse(reason); });
    m_definitionKeeper = std::make_unique<DefinitionKeeper>(m_owner.executor(), [this](const std::string &name) {
        return then(m_clients->dynamic->get(definitionResource, {{}, name}), m_owner, [](Result<ObjectReply> reply) -> Result<QByteArray> {
            if (!reply)
                return fail(reply.error());
            return reply->json;
        });
    });
    m_clients->feeds->setOnLost([this](const Error &reason) { m_monitor->suspect(reason); });
    m_monitor->start();
    watchDefinitions();
    watchServices();
    m_clients->feeds->start();
    tick();
    for (auto &fn : std::exchange(m_whenOpen, {}))
        fn(*m_clients);
}

void SessionCore::whenOpen(std::function<void(SessionClients &)> fn)
{
    if (m_clients)
        fn(*m_clients);
    else
        m_whenOpen.push_back(std::move(fn));
}

void SessionCore::hold(std::uint64_t id, std::shared_ptr<void> opened, TrustHandler onTrust)
{
    m_held[id] = {std::move(opened), std::move(onTrust)};
}

void SessionCore::release(std::uint64_t id)
{
    m_held.erase(id);
}

void SessionCore::tellHeld(Trust trust, const std::optional<Error> &reason)
{
    std::vector<std::uint64_t> ids;
    for (const auto &[id, held] : m_held)
        ids.push_back(id);
    for (const std::uint64_t id : ids) {
        const auto found = m_held.find(id);
        if (found == m_held.end() || !found->second.onTrust)
            continue;
        const Held held = found->second; // outlives its call, in which it may be released
        held.onTrust(trust, reason);
    }
}

void SessionCore::retryNow()
{
    if (!m_clients) {
        open();
        return;
    }
    m_clients->rest->renew();
    m_monitor->probeNow();
    m_refreshDue = m_monitor->health().state == HealthState::Live; // else it is renewed once it is there
    if (m_monitor->isRefused())
        m_catalogKeeper->refresh();
    m_clients->feeds->retryNow();
    tellHeld(Trust::Renewed, std::nullopt);
}

void SessionCore::supplyToken(const QByteArray &token)
{
    m_options.token = token;
    if (m_clients)
        m_clients->credentials->setToken(token);
    retryNow();
}

void SessionCore::supplyPassphrase(const QByteArray &passphrase)
{
    m_options.passphrase = passphrase;
    retryNow();
}

Future<HealthMonitor::Answer> SessionCore::probe()
{
    Request request = Request::get();
    request.absolutePath(probePath).timeout(probeTimeout).outOfTurn().firstAnswer();
    const bool wasHeld = m_clients->rest->stage()->snapshot().isPaused;
    return then(m_clients->rest->send(std::move(request)), m_owner, [this, wasHeld](Result<Response> response) -> Result<HealthMonitor::Answer> {
        if (!response) {
            Error error = std::move(response.error());
            if (error.place.endsWith(probePath)) // it is the server that is meant, whatever it was asked
                error.place = m_clients->rest->config().host.toDisplayString(QUrl::RemoveUserInfo);
            return fail(std::move(error));
        }
        const auto version = ServerVersion::parse({response->body.constData(), static_cast<std::size_t>(response->body.size())});
        if (!version)
            return fail(version.error());
        return HealthMonitor::Answer{version->gitVersion, wasHeld};
    });
}

void SessionCore::noteOutage()
{
    if (!m_clients)
        return;
    const Health &health = m_monitor->health();
    if (health.state == HealthState::Live) {
        if (std::exchange(m_outage, false))
            m_clients->feeds->setOutage(std::nullopt);
        if (health.reason)
            return; // it is busy
        m_lastAnswer = m_scheduler->wallNow();
        if (std::exchange(m_refreshDue, false))
            m_catalogKeeper->refresh();
    } else if (health.state == HealthState::Reconnecting) {
        if (!std::exchange(m_outage, true))
            m_catalogKeeper->pause();
        if (m_monitor->wasSilent() && !std::exchange(m_lost, true))
            tellHeld(Trust::Lost, health.reason);
        m_clients->feeds->setOutage(Outage{health.since, m_lastAnswer, health.reason});
    } else if (m_monitor->isRefused() && std::exchange(m_outage, false)) {
        // It answers again and has not told yet what it offers.
        m_clients->feeds->setOutage(std::nullopt);
        m_catalogKeeper->renew();
    }
}

// A new CustomResourceDefinition appears in the tree by itself. Metadata alone is enough to know that one changed.
void SessionCore::watchDefinitions()
{
    m_definitions = m_clients->feeds->informer({definitionResource, {}, {}, {}, InformerKey::Form::Metadata}, "CustomResourceDefinition");
    ResourceEventHandlers handlers;
    handlers.onAdd = [this](const ObjectPtr &definition, bool isInInitialList) {
        if (!isInInitialList)
            definitionChanged(definition->key().name);
    };
    handlers.onUpdate = [this](const ObjectPtr &, const ObjectPtr &now) { definitionChanged(now->key().name); };
    handlers.onDelete = [this](const DeletedObject &deleted) {
        m_catalogKeeper->definitionDeleted(deleted.key.name);
        m_clients->openApi->invalidate();
        m_definitionKeeper->deleted(deleted.key.name);
    };
    if (auto registration = m_definitions->addEventHandler(std::move(handlers)))
        m_definitionsHandler = std::move(*registration);
}

// An API that another server adds comes, goes and falls silent with its APIService.
void SessionCore::watchServices()
{
    m_services = m_clients->feeds->informer({serviceResource, {}, {}, {}, InformerKey::Form::Metadata}, "APIService");
    ResourceEventHandlers handlers;
    handlers.onAdd = [this](const ObjectPtr &, bool isInInitialList) {
        if (!isInInitialList)
            m_catalogKeeper->serviceChanged();
    };
    handlers.onUpdate = [this](const ObjectPtr &, const ObjectPtr &) { m_catalogKeeper->serviceChanged(); };
    handlers.onDelete = [this](const DeletedObject &) { m_catalogKeeper->serviceChanged(); };
    if (auto registration = m_services->addEventHandler(std::move(handlers)))
        m_servicesHandler = std::move(*registration);
}

void SessionCore::definitionChanged(const std::string &name)
{
    m_catalogKeeper->definitionChanged(name);
    m_clients->openApi->invalidate();
    m_definitionKeeper->changed(name);
}

void SessionCore::askWhoIAm()
{
    then(m_clients->reviews->self(), m_owner, [this](Result<UserInfo> self) {
        if (self && !self->name.empty()) {
            m_monitor->health().userName = self->name;
            m_healthOut.send(m_monitor->health());
        }
    });
}

void SessionCore::tick()
{
    const FeedRegistry::Activity activity = m_clients->feeds->activity();
    Health &health = m_monitor->health();
    const double rate = static_cast<double>(activity.events - std::min(activity.events, m_lastEvents));
    m_lastEvents = activity.events;
    const bool same = health.events == activity.events && health.watches == activity.watches && health.queued == activity.queued && health.eventsPerSecond == rate;
    m_monitor->noteWatches(activity.watches);
    health.queued = activity.queued;
    health.eventsPerSecond = rate;
    health.events = activity.events;
    health.bytesReceived = activity.bytes;
    if (!same)
        m_healthOut.send(health);
    m_tick = m_scheduler->after(tickInterval, [this] { tick(); });
}

} // namespace kube
