// SPDX-License-Identifier: Apache-2.0
#include "ui/models/columns/cells.h"
#include "ui/models/columns/kind_columns.h"

namespace orrery {

namespace {

using kube::JsonValue;
using namespace cells;

std::string percent(JsonValue value, std::string_view otherwise)
{
    const auto number = value.integer();
    return number ? std::to_string(*number) + "%" : std::string(otherwise);
}

std::string orUnknown(JsonValue value)
{
    return std::string(orElse(value.string(), "<unknown>"));
}

/// "cpu: 12%/80%" of a Resource or ContainerResource metric. v2beta1 has no target: its fields stand beside it.
std::string resourceMetric(JsonValue spec, JsonValue status)
{
    const std::string name(spec["name"].string());
    const JsonValue target = spec["target"];
    const JsonValue current = status["current"];
    const auto average = orElse(target["averageValue"].string(), spec["targetAverageValue"].string());
    if (!average.empty())
        return name + ": " + orUnknown(current.isObject() ? current["averageValue"] : status["currentAverageValue"]) + "/" + std::string(average);
    const JsonValue used = current.isObject() ? current["averageUtilization"] : status["currentAverageUtilization"];
    const JsonValue wanted = target.isObject() ? target["averageUtilization"] : spec["targetAverageUtilization"];
    return name + ": " + percent(used, "<unknown>") + "/" + percent(wanted, "<auto>");
}

/// "3/10" of an Object or External metric; averages say so.
std::string valueMetric(JsonValue spec, JsonValue status)
{
    const JsonValue target = spec["target"];
    const JsonValue current = status["current"];
    if (const auto average = target["averageValue"].string(); !average.empty())
        return orUnknown(current["averageValue"]) + "/" + std::string(average) + " (avg)";
    return orUnknown(current["value"]) + "/" + std::string(orElse(target["value"].string(), spec["targetValue"].string()));
}

std::string metric(JsonValue spec, JsonValue status)
{
    const auto type = spec["type"].string();
    if (type == "Resource")
        return resourceMetric(spec["resource"], status["resource"]);
    if (type == "ContainerResource")
        return resourceMetric(spec["containerResource"], status["containerResource"]);
    if (type == "Pods") {
        const auto target = orElse(spec["pods"]["target"]["averageValue"].string(), spec["pods"]["targetAverageValue"].string());
        return orUnknown(status["pods"]["current"]["averageValue"]) + "/" + std::string(target);
    }
    if (type == "Object")
        return valueMetric(spec["object"], status["object"]);
    if (type == "External")
        return valueMetric(spec["external"], status["external"]);
    return "<unknown type>";
}

std::string targets(JsonValue root)
{
    const JsonValue spec = root["spec"];
    const JsonValue metrics = spec["metrics"];
    if (metrics.size() == 0) {
        // autoscaling/v1 knows CPU alone.
        if (const JsonValue cpu = spec["targetCPUUtilizationPercentage"]; cpu.integer())
            return "cpu: " + percent(root["status"]["currentCPUUtilizationPercentage"], "<unknown>") + "/" + percent(cpu, "<auto>");
        return "<none>";
    }
    constexpr std::size_t most = 2;
    std::vector<std::string> list;
    for (std::size_t i = 0; i < std::min(metrics.size(), most); ++i)
        list.push_back(metric(metrics.at(i), root["status"]["currentMetrics"].at(i)));
    const std::string text = joined(list, ", ");
    return metrics.size() > most ? text + " + " + std::to_string(metrics.size() - most) + " more..." : text;
}

void fillAutoscaler(JsonValue root, RowBuilder &row)
{
    const JsonValue reference = root["spec"]["scaleTargetRef"];
    row.name();
    row.text(std::string(reference["kind"].string()) + "/" + std::string(reference["name"].string()));
    row.text(targets(root));
    if (const auto least = root["spec"]["minReplicas"].integer())
        row.number(*least);
    else
        row.text("<unset>");
    row.number(root["spec"]["maxReplicas"].integer(0));
    row.number(root["status"]["currentReplicas"].integer(0));
    row.age(created(root));
}

} // namespace

void addAutoscaling(KindList &kinds)
{
    kinds.push_back({{"autoscaling"},
                     "horizontalpodautoscalers",
                     {nameColumn(), column("REFERENCE"), column("TARGETS"), column("MINPODS", CellType::Number),
                      column("MAXPODS", CellType::Number), column("REPLICAS", CellType::Number), ageColumn()},
                     fillAutoscaler});
}

} // namespace orrery
