// SPDX-License-Identifier: Apache-2.0
#include "ui/models/columns/cells.h"
#include "ui/models/columns/kind_columns.h"
#include "ui/models/columns/pod_status.h"

namespace orrery {

namespace {

using kube::JsonValue;
using namespace cells;

std::string readinessGates(JsonValue pod)
{
    const JsonValue gates = pod["spec"]["readinessGates"];
    if (gates.size() == 0)
        return "<none>";
    int passed = 0;
    gates.forEachItem([&](JsonValue gate) {
        if (conditionStatus(pod["status"]["conditions"], gate["conditionType"].string()) == "True")
            ++passed;
    });
    return std::to_string(passed) + "/" + std::to_string(gates.size());
}

void fillPod(JsonValue pod, RowBuilder &row)
{
    const PodStatus status = PodStatus::of(pod);
    row.name();
    row.text(std::to_string(status.ready) + "/" + std::to_string(status.containers), status.ready);
    row.text(status.reason, status.tone);
    row.numberAgo(status.restarts, status.lastRestart);
    row.age(created(pod));
    // Servers before 1.16 say podIP alone.
    const auto firstIp = pod["status"]["podIPs"].at(0)["ip"].string();
    row.text(orNone(firstIp.empty() ? pod["status"]["podIP"].string() : firstIp));
    row.text(orNone(pod["spec"]["nodeName"].string()));
    row.text(orNone(pod["status"]["nominatedNodeName"].string()));
    row.text(readinessGates(pod));
}

} // namespace

void addPods(KindList &kinds)
{
    kinds.push_back({{""},
                     "pods",
                     {nameColumn(), column("READY", CellType::Text, 5), column("STATUS", CellType::Status, 18),
                      column("RESTARTS", CellType::NumberAgo, 13), ageColumn(), wide("IP", CellType::Text, 15), wide("NODE"),
                      wide("NOMINATED NODE"), wide("READINESS GATES")},
                     fillPod});
    kinds.push_back({{""},
                     "podtemplates",
                     {nameColumn(), column("CONTAINERS"), column("IMAGES"), column("POD LABELS")},
                     [](JsonValue root, RowBuilder &row) {
                         row.name();
                         containers(root["template"]["spec"], row);
                         row.text(labels(root["template"]["metadata"]["labels"]));
                     }});
}

} // namespace orrery
