// SPDX-License-Identifier: Apache-2.0
#include "ui/models/conditions.h"

#include <algorithm>
#include <array>
#include <vector>

namespace orrery {

using kube::JsonValue;

namespace {

struct Condition {
    std::string_view type;
    std::string_view status;
    std::string_view reason;
};

template <std::size_t N>
bool isAmong(std::string_view type, const std::array<std::string_view, N> &types)
{
    return std::find(types.begin(), types.end(), type) != types.end();
}

constexpr std::array<std::string_view, 9> faults = {"Stalled", "Failed", "Degraded", "ReplicaFailure", "Terminating", "Error", "Unhealthy", "Dangling", "NonStructuralSchema"};
constexpr std::array<std::string_view, 2> works = {"Reconciling", "Progressing"};
constexpr std::array<std::string_view, 3> verdicts = {"Ready", "Healthy", "Synced"}; ///< of which False is bad
/// In the order in which they are believed.
constexpr std::array<std::string_view, 9> summaries = {"Ready", "Available", "Healthy", "Succeeded", "Complete", "Established", "Programmed", "Accepted", "Synced"};

bool isFault(std::string_view type)
{
    return type.ends_with("Pressure") || type.ends_with("Unavailable") || isAmong(type, faults);
}

std::string withReason(std::string word, std::string_view reason)
{
    return reason.empty() || reason == word ? word : word + ": " + std::string(reason);
}

ConditionSummary summaryOf(const Condition &condition, bool isAtWork)
{
    if (condition.status == "True")
        return {std::string(condition.type), conditionTone(condition.type, "True")};
    if (isFault(condition.type)) // False: there is no fault
        return {"No " + std::string(condition.type), Tone::Ready};
    if (condition.status != "False")
        return {std::string(condition.type) + " unknown", Tone::Completed};
    return {withReason("Not " + std::string(condition.type), condition.reason), isAtWork ? Tone::Pending : conditionTone(condition.type, "False")};
}

} // namespace

Tone conditionTone(std::string_view type, std::string_view status)
{
    if (status != "True" && status != "False")
        return Tone::Completed;
    if (isFault(type))
        return status == "True" ? Tone::Failing : Tone::Ready;
    if (type == "Reconciling")
        return status == "True" ? Tone::Pending : Tone::Ready;
    if (status == "True")
        return Tone::Ready;
    return isAmong(type, verdicts) ? Tone::Failing : Tone::Pending;
}

ConditionSummary conditionSummary(JsonValue root)
{
    if (!root["metadata"]["deletionTimestamp"].isNull())
        return {"Terminating", Tone::Terminating};
    std::vector<Condition> conditions;
    root["status"]["conditions"].forEachItem([&](JsonValue one) {
        conditions.push_back({one["type"].string(), one["status"].string(), one["reason"].string()});
    });
    const auto find = [&](std::string_view type) {
        return std::find_if(conditions.begin(), conditions.end(), [&](const Condition &one) { return one.type == type; });
    };
    const auto fault = std::find_if(conditions.begin(), conditions.end(), [](const Condition &one) { return one.status == "True" && isFault(one.type); });
    if (fault != conditions.end())
        return {withReason(std::string(fault->type), fault->reason), Tone::Failing};
    const auto summary = std::find_if(summaries.begin(), summaries.end(), [&](std::string_view type) { return find(type) != conditions.end(); });
    const bool isReady = summary != summaries.end() && find(*summary)->status == "True";
    const auto observed = root["status"]["observedGeneration"].integer();
    const bool isBehind = observed && *observed < root["metadata"]["generation"].integer(0);
    // A Deployment's like is Progressing: True for good once it has got there.
    const auto work = std::find_if(works.begin(), works.end(), [&](std::string_view type) { return find(type) != conditions.end() && find(type)->status == "True"; });
    const bool isAtWork = isBehind || (work != works.end() && (*work == "Reconciling" || !isReady));
    if (isAtWork && (isReady || summary == summaries.end()))
        return {work != works.end() ? withReason(std::string(*work), find(*work)->reason) : "Reconciling", Tone::Pending};
    if (summary != summaries.end())
        return summaryOf(*find(*summary), isAtWork);
    return conditions.empty() ? ConditionSummary() : summaryOf(conditions.front(), isAtWork);
}

} // namespace orrery
