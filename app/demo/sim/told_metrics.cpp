// SPDX-License-Identifier: Apache-2.0
#include "app/demo/sim/told_metrics.h"

#include "app/demo/api/object_json.h"

#include <QStringList>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

void ToldMetrics::requestResult(const std::string &code, const std::string &method, const std::string &host)
{
    m_registry.counter("rest_client_requests_total", "HTTP requests by status code, method and host.", {{"code", code}, {"host", host}, {"method", method}}).add();
}

void ToldMetrics::requestLatency(const std::string &method, const std::string &host, kube::Duration latency)
{
    m_registry
        .histogram("rest_client_request_duration_seconds", "Seconds until a request was answered, by verb and host.", {0.005, 0.025, 0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60},
                   {{"host", host}, {"verb", method}})
        .observe(std::chrono::duration<double>(latency).count());
}

ApiServer::Extension podProxyExtension(ApiStore &store, std::shared_ptr<const ToldMetrics> told)
{
    return [&store, told = std::move(told)](const Route &route, const Call &call, const ReplyPtr &reply) {
        if (!route.group.empty() || route.resource != "pods" || !(route.subresource + '/').starts_with("proxy/"))
            return false;
        // NAME, NAME:PORT or SCHEME:NAME:PORT
        const QStringList address = QString::fromStdString(route.name).split(u':');
        const QString name = address.value(address.size() == 3 ? 1 : 0);
        const int port = address.size() > 1 ? address.last().toInt() : 0;
        if (!store.get({"", "pods"}, {route.namespaceName, name.toStdString()})) {
            notFound({}, u"pods"_s, name).sendTo(reply);
        } else if (name != QLatin1String(ControllersPod) || port != ControllersPort) {
            StatusReply{503, u"ServiceUnavailable"_s, u"error trying to reach service: dial tcp: connect: connection refused"_s, {}}.sendTo(reply);
        } else if (call.method != "GET" || route.subresource != "proxy/metrics") {
            reply->send(404, "text/plain; charset=utf-8", "404 page not found\n");
        } else {
            reply->send(200, "text/plain; version=0.0.4; charset=utf-8", QByteArray::fromStdString(told->text()));
        }
        return true;
    };
}

} // namespace orrery::demo
