// SPDX-License-Identifier: Apache-2.0
#include "tests/support/model_api_server.h"

#include "tests/support/test_objects.h"

namespace kube::test {

/// One request under way: what it will deliver waits in an outbox and leaves one by one.
class ModelApiServer::Operation final : public CacheOperation
{
public:
    explicit Operation(ModelApiServer &server) : m_server(server) { server.m_operations.push_back(this); }
    ~Operation() override { std::erase(m_server.m_operations, this); }

    void pause() override { m_paused = true; }
    void resume() override
    {
        m_paused = false;
        pump();
    }
    void send(std::function<void()> deliver)
    {
        m_outbox.push_back(std::move(deliver));
        pump();
    }
    void pump()
    {
        if (m_pumping || m_paused || deaf || m_outbox.empty() || m_server.m_frozen)
            return;
        m_pumping = true;
        const Duration delay(std::uniform_int_distribution<Duration::rep>(0, m_server.m_options.delay.count())(m_server.m_random));
        m_timer = m_server.m_time->after(delay, [this] {
            m_pumping = false;
            if (m_paused || deaf || m_server.m_frozen)
                return;
            const auto deliver = std::move(m_outbox.front());
            m_outbox.pop_front();
            pump();
            deliver(); // may destroy this
        });
    }
    void endWatch(std::optional<Error> error)
    {
        if (!sink || std::exchange(ended, true))
            return;
        send([sink = sink, error] { sink->end(error); });
    }
    void event(WatchEvent event)
    {
        if (sink && !ended)
            send([sink = sink, event = std::move(event)] { sink->event(event); });
    }
    void bookmarkLater()
    {
        m_bookmarkTimer = m_server.m_time->after(m_server.m_options.bookmarkEvery, [this] {
            if (!m_server.m_frozen)
                event({WatchEventType::Bookmark, nullptr, std::to_string(m_server.version())});
            bookmarkLater();
        });
    }
    void timeOutAfter(std::int64_t seconds)
    {
        m_timeout = m_server.m_time->after(std::chrono::seconds(seconds), [this] { endWatch(std::nullopt); });
    }

    WatchSink *sink = nullptr; ///< of a watch
    std::uint64_t from = 0;    ///< events above this are delivered
    bool live = false;
    bool ended = false;
    bool deaf = false;

private:
    ModelApiServer &m_server;
    std::deque<std::function<void()>> m_outbox;
    Timer m_timer;
    Timer m_bookmarkTimer;
    Timer m_timeout;
    bool m_pumping = false;
    bool m_paused = false;
};

class ModelApiServer::Lister final : public ListerWatcher
{
public:
    explicit Lister(ModelApiServer &server) : m_server(server) {}
    std::unique_ptr<CacheOperation> list(const ListOptions &options, ListSink &sink) override
    {
        m_server.m_requests.push_back({Request::Verb::List, options});
        auto operation = std::make_unique<Operation>(m_server);
        m_server.beginList(*operation, options, sink);
        return operation;
    }
    std::unique_ptr<CacheOperation> watch(const ListOptions &options, WatchSink &sink) override
    {
        m_server.m_requests.push_back({Request::Verb::Watch, options});
        auto operation = std::make_unique<Operation>(m_server);
        operation->sink = &sink;
        m_server.beginWatch(*operation, options, sink);
        return operation;
    }
    std::unique_ptr<CacheOperation> probe(std::function<void(std::optional<Error>)> done) override
    {
        m_server.m_requests.push_back({Request::Verb::Probe, {}});
        auto operation = std::make_unique<Operation>(m_server);
        operation->send([done = std::move(done)] { done(std::nullopt); });
        return operation;
    }
    void renew() override { ++m_server.m_renewals; }

private:
    ModelApiServer &m_server;
};

ModelApiServer::ModelApiServer(std::shared_ptr<ManualTime> time, unsigned seed, Options options)
    : m_time(std::move(time)), m_random(seed), m_options(options)
{
    m_cluster.changed = [this](const ModelCluster::Change &change) { tell(change); };
}

ModelApiServer::~ModelApiServer() = default;

std::unique_ptr<ListerWatcher> ModelApiServer::listerWatcher()
{
    return std::make_unique<Lister>(*this);
}

Error ModelApiServer::statusError(int code, const char *reason, const char *message, int retryAfter)
{
    Status status;
    status.code = code;
    status.reason = QLatin1String(reason);
    status.message = QLatin1String(message);
    if (retryAfter > 0)
        status.retryAfter = std::chrono::seconds(retryAfter);
    return Error::fromStatus(std::move(status));
}

Error ModelApiServer::tooLarge()
{
    Status status;
    status.code = 504;
    status.reason = QStringLiteral("Timeout");
    status.causes.push_back({QStringLiteral("ResourceVersionTooLarge"), QStringLiteral("Too large resource version"), {}});
    status.retryAfter = std::chrono::seconds(1);
    return Error::fromStatus(std::move(status));
}

ObjectPtr ModelApiServer::objectOf(const std::string &name, const Object &object) const
{
    return makeObject(name, std::to_string(object.version), object.uid);
}

// ---- the cluster

void ModelApiServer::tell(const ModelCluster::Change &change)
{
    for (Operation *operation : std::vector(m_operations)) {
        if (operation->live && change.version > operation->from)
            operation->event({change.type, objectOf(change.name, change.object), std::to_string(change.version)});
    }
}

void ModelApiServer::restore(const std::pair<Objects, std::uint64_t> &state)
{
    endWatches(Error::transport(QStringLiteral("restored")));
    m_cluster.restore(state);
    m_pages.clear();
}

// ---- requests

std::optional<Error> ModelApiServer::takeFault()
{
    if (!m_failures.empty()) {
        Error error = std::move(m_failures.front());
        m_failures.pop_front();
        return error;
    }
    return happens(m_faultRate) ? std::optional(randomError()) : std::nullopt;
}

Error ModelApiServer::randomError()
{
    switch (m_random() % 10) {
    case 0: return statusError(401, "Unauthorized");
    case 1: return statusError(403, "Forbidden");
    case 2: return statusError(404, "NotFound");
    case 3: return statusError(410, "Expired");
    case 4: return statusError(429, "TooManyRequests", "", int(m_random() % 3));
    case 5: return statusError(500, "InternalError");
    case 6: return statusError(503, "ServiceUnavailable", "", 1);
    case 7: return tooLarge();
    case 8: return Error::badInput(QStringLiteral("no JSON"));
    default: return Error::transport(QStringLiteral("connection refused"));
    }
}

void ModelApiServer::beginList(Operation &operation, const ListOptions &options, ListSink &sink)
{
    const auto refuse = [&](const Error &error) { operation.send([&sink, error] { sink.end(fail(error)); }); };
    if (const auto fault = takeFault()) {
        refuse(*fault);
        return;
    }
    Page page;
    if (!options.continueToken.empty()) {
        const auto found = m_pages.find(options.continueToken);
        if (found == m_pages.end() || found->second.version < m_cluster.compacted()) {
            refuse(statusError(410, "Expired", "the continue token is too old"));
            return;
        }
        page = found->second;
    } else {
        if (!options.resourceVersion.empty() && std::stoull(options.resourceVersion) > m_cluster.version()) {
            refuse(tooLarge());
            return;
        }
        page.rest.assign(m_cluster.objects().begin(), m_cluster.objects().end());
        page.version = m_cluster.version();
    }
    const bool whole = options.limit == 0 || (options.resourceVersion == "0" && m_options.watchCache);
    const std::size_t count = whole ? page.rest.size() : std::min(page.rest.size(), std::size_t(options.limit));
    const bool cut = m_cutAfter || happens(m_faultRate);
    const std::size_t upTo = !cut ? count : std::min(count, m_cutAfter ? *m_cutAfter : m_random() % (count + 1));
    m_cutAfter.reset();
    for (std::size_t i = 0; i < upTo; ++i) {
        operation.send([&sink, object = objectOf(page.rest[i].first, page.rest[i].second)] { sink.item(object); });
    }
    if (cut) {
        refuse(Error::transport(QStringLiteral("the body was cut short")));
        return;
    }
    ListMeta meta{std::to_string(page.version), {}, std::nullopt};
    page.rest.erase(page.rest.begin(), page.rest.begin() + std::ptrdiff_t(count));
    if (!page.rest.empty()) {
        meta.continueToken = "token-" + std::to_string(m_requests.size());
        m_pages[meta.continueToken] = std::move(page);
    }
    operation.send([&sink, meta] { sink.end(meta); });
}

void ModelApiServer::beginWatch(Operation &operation, const ListOptions &options, WatchSink &sink)
{
    if (const auto fault = takeFault()) {
        operation.endWatch(*fault);
        return;
    }
    if (options.sendInitialEvents && !m_options.watchList) {
        operation.endWatch(statusError(422, "Invalid", "sendInitialEvents is forbidden for watch"));
        return;
    }
    const std::uint64_t from = options.resourceVersion.empty() ? 0 : std::stoull(options.resourceVersion);
    const bool synthetic = options.sendInitialEvents || from == 0;
    if (options.sendInitialEvents && from > m_cluster.version()) {
        operation.endWatch(tooLarge());
        return;
    }
    if (!synthetic && from < m_cluster.compacted()) {
        const Error expired = statusError(410, "Expired", "too old resource version");
        if (m_options.goneAsEvent) {
            operation.send([&sink] { sink.opened(); });
            operation.event({WatchEventType::Error, nullptr, {}, false, expired});
        }
        operation.endWatch(m_options.goneAsEvent ? std::nullopt : std::optional(expired));
        return;
    }
    operation.send([&sink] { sink.opened(); });
    if (synthetic) {
        for (const auto &[name, object] : m_cluster.objects())
            operation.event({WatchEventType::Added, objectOf(name, object), std::to_string(object.version)});
        if (options.sendInitialEvents)
            operation.event({WatchEventType::Bookmark, nullptr, std::to_string(m_cluster.version()), true});
        operation.from = m_cluster.version();
    } else {
        operation.from = from;
        for (const ModelCluster::Change &entry : m_cluster.history()) {
            if (entry.version > from)
                operation.event({entry.type, objectOf(entry.name, entry.object), std::to_string(entry.version)});
        }
    }
    operation.live = true;
    if (m_options.bookmarks && options.allowWatchBookmarks)
        operation.bookmarkLater();
    if (options.timeoutSeconds > 0)
        operation.timeOutAfter(options.timeoutSeconds);
    if (!happens(m_faultRate))
        return;
    switch (m_random() % 4) {
    case 0: operation.event({WatchEventType::Error, nullptr, {}, false, randomError()}); break;
    case 1: operation.endWatch(Error::transport(QStringLiteral("connection reset"))); break;
    case 2: operation.endWatch(std::nullopt); break;
    default: operation.deaf = true; break;
    }
}

// ---- faults

void ModelApiServer::failNext(Error error, int times)
{
    for (int i = 0; i < times; ++i)
        m_failures.push_back(error);
}

void ModelApiServer::endWatches(std::optional<Error> error)
{
    for (Operation *operation : std::vector(m_operations))
        operation->endWatch(error);
}

void ModelApiServer::sendToWatches(const Error &error)
{
    for (Operation *operation : std::vector(m_operations)) {
        operation->event({WatchEventType::Error, nullptr, {}, false, error});
        operation->endWatch(std::nullopt);
    }
}

void ModelApiServer::goDeaf()
{
    for (Operation *operation : m_operations)
        operation->deaf = true;
}

void ModelApiServer::freeze(bool frozen)
{
    m_frozen = frozen;
    for (Operation *operation : std::vector(m_operations))
        operation->pump();
}

std::size_t ModelApiServer::count(Request::Verb verb) const
{
    return std::size_t(std::count_if(m_requests.begin(), m_requests.end(), [&](const Request &request) { return request.verb == verb; }));
}

std::size_t ModelApiServer::openWatches() const
{
    return std::size_t(std::count_if(m_operations.begin(), m_operations.end(), [](const Operation *operation) {
        return operation->live && !operation->ended && !operation->deaf;
    }));
}

} // namespace kube::test
