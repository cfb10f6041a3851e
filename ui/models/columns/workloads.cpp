// SPDX-License-Identifier: Apache-2.0
#include "ui/models/columns/cells.h"
#include "ui/models/columns/kind_columns.h"

namespace orrery {

namespace {

using kube::JsonValue;
using namespace cells;

// The API server fills in spec.replicas; 1 is its default.
std::int64_t desiredReplicas(JsonValue root)
{
    return root["spec"]["replicas"].integer(1);
}

void fillDeployment(JsonValue root, RowBuilder &row)
{
    row.name();
    readyOf(root["status"]["readyReplicas"].integer(0), desiredReplicas(root), row);
    row.number(root["status"]["updatedReplicas"].integer(0));
    row.number(root["status"]["availableReplicas"].integer(0));
    row.age(created(root));
    containers(root["spec"]["template"]["spec"], row);
    row.text(selector(root["spec"]["selector"], ""));
}

void fillStatefulSet(JsonValue root, RowBuilder &row)
{
    row.name();
    readyOf(root["status"]["readyReplicas"].integer(0), desiredReplicas(root), row);
    row.age(created(root));
    containers(root["spec"]["template"]["spec"], row);
}

void replicaCounts(JsonValue root, RowBuilder &row)
{
    const std::int64_t desired = desiredReplicas(root);
    const std::int64_t ready = root["status"]["readyReplicas"].integer(0);
    row.name();
    row.number(desired);
    row.number(root["status"]["replicas"].integer(0));
    row.number(ready);
    row.age(created(root));
    containers(root["spec"]["template"]["spec"], row);
}

void fillDaemonSet(JsonValue root, RowBuilder &row)
{
    const JsonValue status = root["status"];
    row.name();
    row.number(status["desiredNumberScheduled"].integer(0));
    row.number(status["currentNumberScheduled"].integer(0));
    row.number(status["numberReady"].integer(0));
    row.number(status["updatedNumberScheduled"].integer(0));
    row.number(status["numberAvailable"].integer(0));
    row.text(labels(root["spec"]["template"]["spec"]["nodeSelector"]));
    row.age(created(root));
    containers(root["spec"]["template"]["spec"], row);
    row.text(selector(root["spec"]["selector"]));
}

void fillControllerRevision(JsonValue root, RowBuilder &row)
{
    std::string controller = "<none>";
    root["metadata"]["ownerReferences"].forEachItem([&](JsonValue owner) {
        if (!owner["controller"].boolean())
            return;
        const auto apiVersion = owner["apiVersion"].string();
        const auto slash = apiVersion.find('/');
        std::string kind(owner["kind"].string());
        if (slash != std::string_view::npos)
            kind.append(".").append(apiVersion.substr(0, slash));
        std::transform(kind.begin(), kind.end(), kind.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        controller = kind + "/" + std::string(owner["name"].string());
    });
    row.name();
    row.text(controller);
    row.number(root["revision"].integer(0));
    row.age(created(root));
}

const std::vector<std::string_view> appsGroups = {"apps", "extensions"};

} // namespace

void addWorkloads(KindList &kinds)
{
    kinds.push_back({appsGroups,
                     "deployments",
                     {nameColumn(), column("READY", CellType::Status, 9), column("UP-TO-DATE", CellType::Number),
                      column("AVAILABLE", CellType::Number), ageColumn(), wide("CONTAINERS"), wide("IMAGES"), wide("SELECTOR")},
                     fillDeployment});
    kinds.push_back({appsGroups,
                     "statefulsets",
                     {nameColumn(), column("READY", CellType::Status, 9), ageColumn(), wide("CONTAINERS"), wide("IMAGES")},
                     fillStatefulSet});
    const std::vector<Column> replicaColumns = {nameColumn(),          column("DESIRED", CellType::Number),
                                                column("CURRENT", CellType::Number), column("READY", CellType::Number),
                                                ageColumn(),           wide("CONTAINERS"),
                                                wide("IMAGES"),        wide("SELECTOR")};
    kinds.push_back({appsGroups, "replicasets", replicaColumns, [](JsonValue root, RowBuilder &row) {
                         replicaCounts(root, row);
                         row.text(selector(root["spec"]["selector"]));
                     }});
    kinds.push_back({{""}, "replicationcontrollers", replicaColumns, [](JsonValue root, RowBuilder &row) {
                         replicaCounts(root, row);
                         row.text(labels(root["spec"]["selector"]));
                     }});
    kinds.push_back({appsGroups,
                     "daemonsets",
                     {nameColumn(), column("DESIRED", CellType::Number), column("CURRENT", CellType::Number),
                      column("READY", CellType::Number), column("UP-TO-DATE", CellType::Number),
                      column("AVAILABLE", CellType::Number), column("NODE SELECTOR"), ageColumn(), wide("CONTAINERS"),
                      wide("IMAGES"), wide("SELECTOR")},
                     fillDaemonSet});
    kinds.push_back({{"apps"},
                     "controllerrevisions",
                     {nameColumn(), column("CONTROLLER"), column("REVISION", CellType::Number), ageColumn()},
                     fillControllerRevision});
}

} // namespace orrery
