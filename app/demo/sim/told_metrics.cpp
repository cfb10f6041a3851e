// SPDX-License-Identifier: Apache-2.0
#include "app/demo/sim/told_metrics.h"

#include "app/demo/api/object_json.h"

#include <QStringList>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

using Labels = kube::MetricsRegistry::Labels;

const std::vector<double> requestBounds{0.005, 0.025, 0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60};
const std::vector<double> changeBounds{0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
constexpr std::uint64_t exactDigits = 1'000'000'000'000'000; ///< of a number in this format

double secondsOf(kube::Duration duration)
{
    return std::chrono::duration<double>(duration).count();
}

Labels informerLabels(const std::string &program, const kube::GroupVersionResource &resource)
{
    return {{"group", resource.group}, {"name", program}, {"resource", resource.resource}, {"version", resource.version}};
}

} // namespace

ToldMetrics::ToldMetrics(std::string program) : m_program(std::move(program))
{
    m_registry.gauge("process_start_time_seconds", "When the program began, in seconds since 1970.", {})
        .set(secondsOf(std::chrono::system_clock::now().time_since_epoch()));
}

void ToldMetrics::requestResult(const std::string &code, const std::string &method, const std::string &host)
{
    m_registry.counter("rest_client_requests_total", "HTTP requests by status code, method and host.", {{"code", code}, {"host", host}, {"method", method}}).add();
}

void ToldMetrics::requestLatency(const std::string &method, const std::string &host, kube::Duration latency)
{
    m_registry
        .histogram("rest_client_request_duration_seconds", "Seconds until a request was answered, by verb and host.", requestBounds, {{"host", host}, {"verb", method}})
        .observe(secondsOf(latency));
}

void ToldMetrics::countThrottled()
{
    if (!m_client)
        return;
    const kube::RequestHistory history = m_client->requestsAfter(m_seen);
    m_seen = history.last;
    for (const kube::RequestRecord &request : history.ended) {
        if (request.isOutOfTurn)
            continue;
        m_registry
            .histogram("rest_client_rate_limiter_duration_seconds", "Seconds that requests waited for the client's own rate limiter, by verb and host.", requestBounds,
                       {{"host", request.url.host().toStdString()}, {"verb", request.method.toStdString()}})
            .observe(secondsOf(request.in(kube::RestPhase::Throttled)));
    }
}

kube::ResourceEventHandlers ToldMetrics::timed(const kube::GroupVersionResource &resource, kube::ResourceEventHandlers handlers)
{
    auto &histogram = m_registry.histogram("informer_processing_latency_seconds", "Seconds that a change took after it had left the queue.", changeBounds, informerLabels(m_program, resource));
    const auto measured = [&histogram](const auto &handler, const auto &...what) {
        const auto began = std::chrono::steady_clock::now();
        if (handler)
            handler(what...);
        histogram.observe(secondsOf(std::chrono::steady_clock::now() - began));
    };
    kube::ResourceEventHandlers timed;
    timed.onAdd = [measured, handler = std::move(handlers.onAdd)](const kube::ObjectPtr &object, bool isInInitialList) { measured(handler, object, isInInitialList); };
    timed.onUpdate = [measured, handler = std::move(handlers.onUpdate)](const kube::ObjectPtr &before, const kube::ObjectPtr &now) { measured(handler, before, now); };
    timed.onDelete = [measured, handler = std::move(handlers.onDelete)](const kube::DeletedObject &deleted) { measured(handler, deleted); };
    timed.onSynced = std::move(handlers.onSynced);
    return timed;
}

void ToldMetrics::setLeads(const std::string &lease, bool leads)
{
    m_registry.gauge("leader_election_master_status", "1 while this process leads under the lease called name, else 0.", {{"name", lease}}).set(leads ? 1 : 0);
}

void ToldMetrics::setWorkers(const std::string &controller, int most)
{
    m_registry.gauge("controller_runtime_max_concurrent_reconciles", "Workers that a controller has.", {{"controller", controller}}).set(most);
    m_registry.gauge("controller_runtime_active_workers", "Workers of a controller that are busy.", {{"controller", controller}}).set(0);
    for (const char *result : {"error", "requeue", "requeue_after", "success"})
        m_registry.counter("controller_runtime_reconcile_total", "Reconciles by controller and result.", {{"controller", controller}, {"result", result}}).add(0);
}

void ToldMetrics::beganReconcile(const std::string &controller)
{
    m_registry.gauge("controller_runtime_active_workers", {}, {{"controller", controller}}).add(1);
}

void ToldMetrics::endedReconcile(const std::string &controller, const std::string &result)
{
    m_registry.gauge("controller_runtime_active_workers", {}, {{"controller", controller}}).add(-1);
    m_registry.counter("controller_runtime_reconcile_total", {}, {{"controller", controller}, {"result", result}}).add();
}

std::string ToldMetrics::text()
{
    countThrottled();
    for (const auto &[resource, informer] : m_informers) {
        const kube::SharedInformerSnapshot snapshot = informer->snapshot();
        const Labels labels = informerLabels(m_program, resource);
        m_registry.gauge("informer_queued_items", "Changes that wait in the informer's queue.", labels).set(static_cast<double>(snapshot.queue.deltas));
        const std::uint64_t version = QByteArray::fromStdString(snapshot.indexer.resourceVersion).toULongLong();
        m_registry.gauge("informer_store_resource_version", "The resourceVersion of the informer's cache, its last 15 digits.", labels).set(static_cast<double>(version % exactDigits));
    }
    return m_registry.text();
}

ApiServer::Extension podProxyExtension(ApiStore &store, TellingPods pods)
{
    return [&store, pods = std::move(pods)](const Route &route, const Call &call, const ReplyPtr &reply) {
        if (!route.group.empty() || route.resource != "pods" || !(route.subresource + '/').starts_with("proxy/"))
            return false;
        // NAME, NAME:PORT or SCHEME:NAME:PORT
        const QStringList address = QString::fromStdString(route.name).split(u':');
        const QString name = address.value(address.size() == 3 ? 1 : 0);
        const int port = address.size() > 1 ? address.last().toInt() : 0;
        const auto pod = pods.find(name);
        if (!store.get({"", "pods"}, {route.namespaceName, name.toStdString()})) {
            notFound({}, u"pods"_s, name).sendTo(reply);
        } else if (pod == pods.end() || port != pod->second.port) {
            StatusReply{503, u"ServiceUnavailable"_s, u"error trying to reach service: dial tcp: connect: connection refused"_s, {}}.sendTo(reply);
        } else if (call.method != "GET" || route.subresource != "proxy/metrics") {
            reply->send(404, "text/plain; charset=utf-8", "404 page not found\n");
        } else {
            reply->send(200, "text/plain; version=0.0.4; charset=utf-8", QByteArray::fromStdString(pod->second.told->text()));
        }
        return true;
    };
}

} // namespace orrery::demo
