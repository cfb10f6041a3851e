// SPDX-License-Identifier: Apache-2.0
#include "ui/models/columns/cells.h"
#include "ui/models/columns/kind_columns.h"

#include <set>

namespace orrery {

namespace {

using kube::JsonValue;
using namespace cells;

void nodeStatus(JsonValue root, RowBuilder &row)
{
    const auto ready = conditionStatus(root["status"]["conditions"], "Ready");
    const bool cordoned = root["spec"]["unschedulable"].boolean();
    std::string text = ready.empty() ? "Unknown" : ready == "True" ? "Ready" : "NotReady";
    Tone tone = ready.empty() ? Tone::Completed : ready == "True" ? Tone::Ready : Tone::Failing;
    if (cordoned) {
        text += ",SchedulingDisabled";
        tone = tone == Tone::Ready ? Tone::Pending : tone;
    }
    row.text(text, tone);
}

std::string roles(JsonValue labels)
{
    static constexpr std::string_view prefix = "node-role.kubernetes.io/";
    std::set<std::string> found;
    labels.forEachMember([&](std::string_view key, JsonValue value) {
        if (key.starts_with(prefix) && key.size() > prefix.size())
            found.emplace(key.substr(prefix.size()));
        else if (key == "kubernetes.io/role" && !value.string().empty())
            found.emplace(value.string());
    });
    return std::string(orNone(joined(std::vector<std::string>(found.begin(), found.end()), ",")));
}

std::string address(JsonValue addresses, std::string_view type)
{
    std::string found;
    addresses.forEachItem([&](JsonValue item) {
        if (found.empty() && item["type"].string() == type)
            found = item["address"].string();
    });
    return std::string(orNone(found));
}

void fillNode(JsonValue root, RowBuilder &row)
{
    const JsonValue info = root["status"]["nodeInfo"];
    row.name();
    nodeStatus(root, row);
    row.text(roles(root["metadata"]["labels"]));
    row.age(created(root));
    row.text(info["kubeletVersion"].string());
    row.text(address(root["status"]["addresses"], "InternalIP"));
    row.text(address(root["status"]["addresses"], "ExternalIP"));
    row.text(orElse(info["osImage"].string(), "<unknown>"));
    // With the architecture, as newer servers print it.
    std::string kernel(orElse(info["kernelVersion"].string(), "<unknown>"));
    if (const auto architecture = info["architecture"].string(); !architecture.empty())
        kernel.append(" (").append(architecture).append(")");
    row.text(kernel);
    row.text(orElse(info["containerRuntimeVersion"].string(), "<unknown>"));
}

void fillComponentStatus(JsonValue root, RowBuilder &row)
{
    std::string_view status = "Unknown";
    Tone tone = Tone::Completed;
    std::string_view message;
    std::string_view error;
    root["conditions"].forEachItem([&](JsonValue condition) {
        if (condition["type"].string() != "Healthy")
            return;
        const bool healthy = condition["status"].string() == "True";
        status = healthy ? "Healthy" : "Unhealthy";
        tone = healthy ? Tone::Ready : Tone::Failing;
        message = condition["message"].string();
        error = condition["error"].string();
    });
    row.name();
    row.text(status, tone);
    row.text(message);
    row.text(error);
}

} // namespace

void addNodes(KindList &kinds)
{
    kinds.push_back({{""},
                     "nodes",
                     {nameColumn(), column("STATUS", CellType::Status, 14), column("ROLES"), ageColumn(), column("VERSION"), wide("INTERNAL-IP"),
                      wide("EXTERNAL-IP"), wide("OS-IMAGE"), wide("KERNEL-VERSION"), wide("CONTAINER-RUNTIME")},
                     fillNode});
    kinds.push_back({{""},
                     "componentstatuses",
                     {nameColumn(), column("STATUS", CellType::Status, 12), stretched(column("MESSAGE")), column("ERROR")},
                     fillComponentStatus});
    kinds.push_back({{"node.k8s.io"}, "runtimeclasses", {nameColumn(), column("HANDLER"), ageColumn()}, [](JsonValue root, RowBuilder &row) {
                         const auto handler = root["handler"].string();
                         row.name();
                         row.text(handler.empty() ? root["spec"]["runtimeHandler"].string() : handler); // v1alpha1
                         row.age(created(root));
                     }});
}

} // namespace orrery
