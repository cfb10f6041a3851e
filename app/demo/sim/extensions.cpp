// SPDX-License-Identifier: Apache-2.0
#include "app/demo/sim/extensions.h"

#include "app/demo/api/object_json.h"
#include "core/object/json.h"
#include "core/object/selector.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTimer>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject usage(std::size_t seed, qint64 cpuMillis, qint64 memoryMi)
{
    const qint64 wave = static_cast<qint64>((seed + static_cast<std::size_t>(QDateTime::currentSecsSinceEpoch() / 15)) % 17);
    return {{"cpu"_L1, QString(u"%1m"_s.arg(cpuMillis + wave * cpuMillis / 40))}, {"memory"_L1, QString(u"%1Mi"_s.arg(memoryMi + wave))}};
}

/// Of each container that runs.
QJsonArray containerUsage(const StoredObject &pod, std::size_t seed)
{
    QJsonArray containers;
    const auto document = kube::JsonDocument::parse(pod.json);
    if (!document)
        return containers;
    document->root()["status"]["containerStatuses"].forEachItem([&](kube::JsonValue status) {
        if (!status["state"]["running"].exists())
            return;
        const std::string name(status["name"].string());
        const std::size_t own = seed + std::hash<std::string>{}(name);
        containers.append(QJsonObject{{"name"_L1, QString::fromStdString(name)}, {"usage"_L1, usage(own, 5 + static_cast<qint64>(own % 60), 30 + static_cast<qint64>(own % 150))}});
    });
    return containers;
}

/// Nothing: what does not run is not measured.
std::optional<QJsonObject> metricsOf(const QString &kind, const StoredObject &object)
{
    const std::size_t seed = std::hash<std::string>{}(object.uid);
    QJsonObject metadata{{"name"_L1, QString::fromStdString(object.key.name)}, {"creationTimestamp"_L1, nowText()}};
    if (!object.labels.empty()) {
        QJsonObject labels;
        for (const auto &[name, value] : object.labels)
            labels[QString::fromStdString(name)] = QString::fromStdString(value);
        metadata["labels"_L1] = labels;
    }
    QJsonObject result{{"kind"_L1, kind}, {"apiVersion"_L1, "metrics.k8s.io/v1beta1"_L1}, {"timestamp"_L1, nowText()}, {"window"_L1, "15s"_L1}};
    if (kind == "PodMetrics"_L1) {
        metadata["namespace"_L1] = QString::fromStdString(object.key.namespaceName);
        const QJsonArray containers = containerUsage(object, seed);
        if (containers.isEmpty())
            return std::nullopt;
        result["containers"_L1] = containers;
    } else {
        result["usage"_L1] = usage(seed, 1500, 9000);
    }
    result["metadata"_L1] = metadata;
    return result;
}

QByteArray logLine(std::uint64_t n, const QDateTime &when, bool timestamps)
{
    static const char *const texts[] = {"handled request", "cache refreshed", "connected to ledger", "retrying upstream", "flushed batch"};
    const QByteArray stamp = when.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzz000000Z"_s).toLatin1();
    const QByteArray level = n % 23 == 0 ? "warn" : "info";
    QByteArray line = "{\"level\":\"" + level + "\",\"n\":" + QByteArray::number(static_cast<quint64>(n)) + ",\"msg\":\"" + texts[n % 5]
        + "\",\"ms\":" + QByteArray::number(static_cast<quint64>(n * 7 % 190)) + "}\n";
    return timestamps ? stamp + ' ' + line : line;
}

class LogFollower : public QObject
{
public:
    LogFollower(ReplyPtr reply, std::uint64_t next, bool timestamps) : m_reply(std::move(reply)), m_next(next), m_timestamps(timestamps)
    {
        m_reply->onClosed = [this] { deleteLater(); };
        m_timer.callOnTimeout(this, [this] { m_reply->write(logLine(m_next++, QDateTime::currentDateTimeUtc(), m_timestamps)); });
        m_timer.start(700);
    }

private:
    ReplyPtr m_reply;
    std::uint64_t m_next;
    bool m_timestamps;
    QTimer m_timer;
};

} // namespace

ApiServer::Extension metricsExtension(ApiStore &store)
{
    return [&store](const Route &route, const Call &call, const ReplyPtr &reply) {
        if (route.group != "metrics.k8s.io")
            return false;
        const QString kind = route.resource == "nodes" ? u"NodeMetrics"_s : u"PodMetrics"_s;
        const kube::GroupResource source{"", route.resource};
        if (call.method != "GET") {
            methodNotAllowed().sendTo(reply);
        } else if (!route.name.empty()) {
            const StoredPtr object = store.get(source, {route.namespaceName, route.name});
            if (const auto metrics = object ? metricsOf(kind, *object) : std::nullopt)
                sendJson(reply, 200, *metrics);
            else
                notFound(u"metrics.k8s.io"_s, QString::fromStdString(route.resource), QString::fromStdString(route.name)).sendTo(reply);
        } else {
            const auto labels = kube::LabelSelector::parse(call.parameter(u"labelSelector"_s).toStdString());
            if (!labels) {
                badRequest(u"unable to parse requirement: "_s + labels.error().message).sendTo(reply);
                return true;
            }
            QJsonArray items;
            for (const StoredPtr &object : store.list(source, route.namespaceName)) {
                if (const auto metrics = labels->matches(object->labels) ? metricsOf(kind, *object) : std::nullopt)
                    items.append(*metrics);
            }
            sendJson(reply, 200, {{"kind"_L1, QString(kind + u"List"_s)}, {"apiVersion"_L1, "metrics.k8s.io/v1beta1"_L1}, {"metadata"_L1, QJsonObject()}, {"items"_L1, items}});
        }
        return true;
    };
}

ApiServer::Extension logExtension(ApiStore &store)
{
    return [&store](const Route &route, const Call &call, const ReplyPtr &reply) {
        if (!route.group.empty() || route.resource != "pods" || route.subresource != "log")
            return false;
        const StoredPtr pod = store.get({"", "pods"}, {route.namespaceName, route.name});
        if (!pod) {
            notFound({}, u"pods"_s, QString::fromStdString(route.name)).sendTo(reply);
            return true;
        }
        const QString container = call.parameter(u"container"_s);
        if (!container.isEmpty() && pod->json.find("\"name\":\"" + container.toStdString() + '"') == std::string::npos) {
            badRequest(u"container %1 is not valid for pod %2"_s.arg(container, QString::fromStdString(route.name))).sendTo(reply);
            return true;
        }
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        const qint64 tail = call.parameter(u"tailLines"_s).isEmpty() ? 200 : call.parameter(u"tailLines"_s).toLongLong();
        qint64 since = 0;
        if (!call.parameter(u"sinceSeconds"_s).isEmpty())
            since = now - call.parameter(u"sinceSeconds"_s).toLongLong() * 1000;
        else if (!call.parameter(u"sinceTime"_s).isEmpty())
            since = QDateTime::fromString(call.parameter(u"sinceTime"_s), Qt::ISODate).toMSecsSinceEpoch();
        const bool timestamps = call.flag(u"timestamps"_s);
        // A line each 700 ms since the epoch: the same line has the same number whenever it is asked for.
        const std::uint64_t newest = static_cast<std::uint64_t>(now / 700);
        reply->begin(200, "text/plain");
        QByteArray text;
        for (std::uint64_t n = newest - static_cast<std::uint64_t>(std::clamp<qint64>(tail, 0, 2000)) + 1; n <= newest; ++n) {
            const qint64 when = static_cast<qint64>(n) * 700;
            if (when >= since)
                text += logLine(n, QDateTime::fromMSecsSinceEpoch(when), timestamps);
        }
        reply->write(text);
        if (call.flag(u"follow"_s))
            new LogFollower(reply, newest + 1, timestamps);
        else
            reply->finish();
        return true;
    };
}

} // namespace orrery::demo
