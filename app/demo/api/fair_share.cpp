// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/fair_share.h"

#include "app/demo/api/meter.h"
#include "core/object/json.h"

#include <QDateTime>
#include <QStringList>

#include <cmath>
#include <set>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const kube::GroupResource flowSchemas{"flowcontrol.apiserver.k8s.io", "flowschemas"};
const kube::GroupResource levelResource{"flowcontrol.apiserver.k8s.io", "prioritylevelconfigurations"};
constexpr double serverSeats = 600; ///< --max-requests-inflight and --max-mutating-requests-inflight, as they are unless given
constexpr std::size_t mostServed = 2000;

bool isWrite(const QString &verb)
{
    return verb != "get"_L1 && verb != "list"_L1 && verb != "watch"_L1;
}

/// A write's seat is held until the watches have been told of it.
std::chrono::milliseconds heldFor(const QString &verb)
{
    return isWrite(verb) ? 60ms : verb == "get"_L1 ? 15ms : 40ms;
}

/// As Go prints a moment.
QByteArray momentText(FairShare::Clock::time_point at)
{
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(at.time_since_epoch()).count();
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
}

QByteArray line(const QList<QByteArray> &cells)
{
    return cells.join(", ") + '\n';
}

} // namespace

FairShare::FairShare(ApiStore &store, std::function<Clock::time_point()> now)
    : m_store(store), m_now(std::move(now)), m_subscription(store.subscribe(levelResource, [this](const StoreEvent &) { m_isChanged = true; }))
{
}

FairShare::Place FairShare::placeOf(const Identity &identity, const Route &route, const Call &call)
{
    const auto isOf = [&identity](const char *group) { return identity.groups.contains(QLatin1String(group)); };
    if (isOf("system:masters"))
        return {"exempt", "exempt"};
    if (call.path == "/healthz"_L1 || call.path == "/readyz"_L1 || call.path == "/livez"_L1)
        return {"probes", "exempt"};
    const bool isManager = identity.name == "system:kube-controller-manager"_L1;
    if (isManager && route.group == "coordination.k8s.io" && route.resource == "leases")
        return {"system-leader-election", "leader-election"};
    // The demo's kubelets ask with its controllers' client.
    if (isOf("system:nodes") || (isManager && route.resource == "pods" && route.subresource == "status"))
        return {"system-nodes", "system"};
    if (isManager)
        return {"kube-controller-manager", "workload-high"};
    if (isOf("system:serviceaccounts:kube-system"))
        return {"kube-system-service-accounts", "workload-high"};
    return isOf("system:serviceaccounts") ? Place{"service-accounts", "workload-low"} : Place{"global-default", "global-default"};
}

QList<std::pair<QByteArray, QByteArray>> FairShare::headers(const Place &place) const
{
    const StoredPtr schema = m_store.get(flowSchemas, {{}, place.schema});
    const StoredPtr level = m_store.get(levelResource, {{}, place.level});
    if (!schema || !level)
        return {};
    return {{"X-Kubernetes-Pf-Flowschema-Uid", QByteArray::fromStdString(schema->uid)}, {"X-Kubernetes-Pf-Prioritylevel-Uid", QByteArray::fromStdString(level->uid)}};
}

const std::map<std::string, FairShare::Level> &FairShare::levels()
{
    if (!std::exchange(m_isChanged, false))
        return m_levels;
    std::map<std::string, std::pair<double, int>> told; // shares and queues
    double all = 0;
    for (const StoredPtr &object : m_store.list(levelResource, {})) {
        const auto document = kube::JsonDocument::parse(object->json);
        if (!document)
            continue;
        const kube::JsonValue limited = document->root()["spec"]["limited"];
        const auto shares = static_cast<double>(limited["nominalConcurrencyShares"].integer(0));
        told[object->key.name] = {shares, static_cast<int>(limited["limitResponse"]["queuing"]["queues"].integer(0))};
        all += shares;
    }
    m_levels.clear();
    for (const auto &[name, level] : told)
        m_levels[name] = {all > 0 ? static_cast<int>(std::ceil(serverSeats * level.first / all)) : 0, level.second};
    return m_levels;
}

void FairShare::serve(const Place &place, const Identity &identity, const QString &verb, const Call &call)
{
    forgetServed();
    ++m_dispatched[place.level];
    const auto level = levels().find(place.level);
    const int queues = level == m_levels.end() ? 0 : level->second.queues;
    const int queue = queues > 0 ? static_cast<int>(qHash(identity.name + verb) % static_cast<std::size_t>(queues)) : -1;
    const Clock::time_point now = m_now();
    m_served.push_back({place, queue, identity.name, verb, call.path, now, now + heldFor(verb)});
    if (m_served.size() > mostServed)
        m_served.pop_front();
}

void FairShare::forgetServed()
{
    const Clock::time_point now = m_now();
    std::erase_if(m_served, [now](const Served &one) { return one.until <= now; });
}

int FairShare::served(const std::string &level, int queue) const
{
    return static_cast<int>(std::count_if(m_served.begin(), m_served.end(), [&](const Served &one) { return one.place.level == level && (queue < 0 || one.queue == queue); }));
}

std::optional<QByteArray> FairShare::dump(const QString &path, bool withDetails)
{
    forgetServed();
    const QString page = path.section(u'/', -1);
    if (path.section(u'/', 0, -2) != "/debug/api_priority_and_fairness"_L1)
        return std::nullopt;
    if (page == "dump_priority_levels"_L1)
        return dumpLevels();
    if (page == "dump_queues"_L1)
        return dumpQueues();
    return page == "dump_requests"_L1 ? std::optional(dumpRequests(withDetails)) : std::nullopt;
}

QByteArray FairShare::dumpLevels()
{
    QByteArray text = line({"PriorityLevelName", "ActiveQueues", "IsIdle", "IsQuiescing", "WaitingRequests", "ExecutingRequests", "DispatchedRequests", "RejectedRequests",
                            "TimedoutRequests", "CancelledRequests"});
    for (const auto &[name, level] : levels()) {
        std::set<int> active;
        for (const Served &one : m_served) {
            if (one.place.level == name && one.queue >= 0)
                active.insert(one.queue);
        }
        const int executing = served(name);
        const auto dispatched = m_dispatched.find(name);
        text += line({QByteArray::fromStdString(name), QByteArray::number(active.size()), executing == 0 ? "true" : "false", "false", "0", QByteArray::number(executing),
                      QByteArray::number(dispatched == m_dispatched.end() ? 0 : dispatched->second), "0", "0", "0"});
    }
    return text;
}

QByteArray FairShare::dumpQueues()
{
    QByteArray text = line({"PriorityLevelName", "Index", "PendingRequests", "ExecutingRequests", "SeatsInUse", "NextDispatchR", "InitialSeatsSum", "MaxSeatsSum", "TotalWorkSum"});
    for (const auto &[name, level] : levels()) {
        for (int queue = 0; queue < level.queues; ++queue) {
            const QByteArray executing = QByteArray::number(served(name, queue));
            text += line({QByteArray::fromStdString(name), QByteArray::number(queue), "0", executing, executing, "0.00000000ss", "0", "0", "0.00000000ss"});
        }
    }
    return text;
}

QByteArray FairShare::dumpRequests(bool withDetails) const
{
    QList<QByteArray> head{"PriorityLevelName", "FlowSchemaName", "QueueIndex", "RequestIndexInQueue", "FlowDistingsher", "ArriveTime", "InitialSeats", "FinalSeats",
                           "AdditionalLatency", "StartTime"};
    if (withDetails)
        head += {"UserName", "Verb", "APIPath", "Namespace", "Name", "APIVersion", "Resource", "SubResource"};
    QByteArray text = line(head);
    for (const Served &one : m_served) {
        const QByteArray at = momentText(one.since);
        QList<QByteArray> cells{QByteArray::fromStdString(one.place.level), QByteArray::fromStdString(one.place.schema),
                                QByteArray::number(one.queue), "-1", one.queue < 0 ? QByteArray() : one.user.toUtf8(), at, "1", "0", "0s", at};
        if (withDetails)
            cells += {one.user.toUtf8(), one.verb.toLatin1(), one.path.toUtf8(), {}, {}, {}, {}, {}};
        text += line(cells);
    }
    return text;
}

QByteArray FairShare::metrics()
{
    forgetServed();
    QByteArray text = "# TYPE apiserver_flowcontrol_nominal_limit_seats gauge\n";
    const auto labelOf = [](const std::string &level) { return "priority_level=\"" + QByteArray::fromStdString(level) + '"'; };
    for (const auto &[name, level] : levels())
        text += metricLine("apiserver_flowcontrol_nominal_limit_seats", labelOf(name), level.seats);
    text += "# TYPE apiserver_flowcontrol_current_executing_seats gauge\n";
    for (const auto &[name, level] : m_levels)
        text += metricLine("apiserver_flowcontrol_current_executing_seats", labelOf(name), served(name));
    const auto writes = std::count_if(m_served.begin(), m_served.end(), [](const Served &one) { return isWrite(one.verb); });
    text += "# TYPE apiserver_current_inflight_requests gauge\n" + metricLine("apiserver_current_inflight_requests", "request_kind=\"mutating\"", static_cast<double>(writes))
        + metricLine("apiserver_current_inflight_requests", "request_kind=\"readOnly\"", static_cast<double>(m_served.size()) - static_cast<double>(writes));
    return text;
}

} // namespace orrery::demo
