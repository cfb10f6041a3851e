// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/obstacles.h"

#include "core/rollout/node_reading.h"

#include <algorithm>
#include <array>

namespace kube {

using namespace rollout_detail;

namespace {

/// Conditions that are bad when they are not true, and those that are bad when they are.
constexpr std::array<std::string_view, 4> wantedConditions = {"Available", "Progressing", "Ready", "Synced"};
constexpr std::array<std::string_view, 6> unwantedConditions = {"ReplicaFailure", "Degraded", "Stalled", "Failed", "Failing", "Error"};

template <std::size_t N>
bool isAmong(const std::array<std::string_view, N> &names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string firstOf(std::string one, std::string other)
{
    return one.empty() ? std::move(other) : std::move(one);
}

std::string subjectOf(const JsonNode &object)
{
    return firstOf(textAt(object, {"kind"}), "ReplicaSet") + '/' + textAt(object, {"metadata", "name"}); // items of a list have none
}

enum class Badness { IsTrue, IsFalse };

void addConditions(std::vector<Obstacle> &found, const JsonNode &object, Badness badness)
{
    for (const JsonNode &condition : itemsAt(object, {"status", "conditions"})) {
        const std::string type = textAt(condition, {"type"});
        const std::string status = textAt(condition, {"status"});
        const bool isBad = badness == Badness::IsTrue ? isAmong(unwantedConditions, type) && status == "True" : isAmong(wantedConditions, type) && status == "False";
        if (!isBad)
            continue;
        Obstacle obstacle{Obstacle::Source::Condition, subjectOf(object), firstOf(textAt(condition, {"reason"}), type), textAt(condition, {"message"}),
                          textAt(condition, {"lastTransitionTime"}), 1};
        // A Deployment repeats what its ReplicaSet says.
        const bool isSaid = std::any_of(found.begin(), found.end(), [&](const Obstacle &one) { return one.reason == obstacle.reason && one.message == obstacle.message; });
        if (!isSaid)
            found.push_back(std::move(obstacle));
    }
}

bool isConditionTrue(const JsonNode &pod, std::string_view type)
{
    const JsonNode *const condition = conditionOf(pod, type);
    return condition && textAt(*condition, {"status"}) == "True";
}

/// Of the first container that waits, init containers first; one that is being made says little, and counts last.
std::optional<Obstacle> waitingOf(const JsonNode &pod)
{
    std::optional<Obstacle> found;
    for (const std::string_view list : {"initContainerStatuses", "containerStatuses"}) {
        for (const JsonNode &container : itemsAt(pod, {"status", list})) {
            const JsonNode *const waiting = nodeAt(container, {"state", "waiting"});
            if (!waiting)
                continue;
            Obstacle obstacle{Obstacle::Source::Pod, subjectOf(pod), textAt(*waiting, {"reason"}), textAt(*waiting, {"message"}), {}, 1};
            if (obstacle.reason != "PodInitializing" && obstacle.reason != "ContainerCreating")
                return obstacle;
            if (!found)
                found = std::move(obstacle);
        }
    }
    return found;
}

std::optional<Obstacle> obstacleOf(const JsonNode &pod)
{
    Obstacle obstacle{Obstacle::Source::Pod, "Pod/" + textAt(pod, {"metadata", "name"}), {}, {}, {}, 1};
    if (const std::string deleted = textAt(pod, {"metadata", "deletionTimestamp"}); !deleted.empty()) {
        obstacle.reason = "Terminating";
        obstacle.time = deleted;
        return obstacle;
    }
    const std::string phase = textAt(pod, {"status", "phase"});
    if (isConditionTrue(pod, "Ready") || phase == "Succeeded")
        return std::nullopt;
    if (phase == "Failed") {
        obstacle.reason = firstOf(textAt(pod, {"status", "reason"}), phase);
        obstacle.message = textAt(pod, {"status", "message"});
        return obstacle;
    }
    if (auto waiting = waitingOf(pod)) {
        waiting->subject = obstacle.subject;
        return waiting;
    }
    for (const std::string_view type : {"PodScheduled", "Initialized", "ContainersReady", "Ready"}) {
        const JsonNode *const condition = conditionOf(pod, type);
        if (!condition || textAt(*condition, {"status"}) == "True")
            continue;
        obstacle.reason = firstOf(textAt(*condition, {"reason"}), std::string(type));
        obstacle.message = textAt(*condition, {"message"});
        obstacle.time = textAt(*condition, {"lastTransitionTime"});
        return obstacle;
    }
    obstacle.reason = firstOf(phase, "Pending");
    return obstacle;
}

void addPods(std::vector<Obstacle> &found, const std::vector<JsonNode> &pods)
{
    std::vector<Obstacle> reasons;
    for (const JsonNode &pod : pods) {
        auto obstacle = obstacleOf(pod);
        if (!obstacle)
            continue;
        const auto same = std::find_if(reasons.begin(), reasons.end(), [&](const Obstacle &one) { return one.reason == obstacle->reason; });
        if (same == reasons.end())
            reasons.push_back(std::move(*obstacle));
        else
            ++same->count;
    }
    std::stable_sort(reasons.begin(), reasons.end(), [](const Obstacle &one, const Obstacle &other) { return one.count > other.count; });
    std::move(reasons.begin(), reasons.end(), std::back_inserter(found));
}

/// The object that an Event of either group is about.
const JsonNode *aboutOf(const JsonNode &event)
{
    const JsonNode *const involved = nodeAt(event, {"involvedObject"});
    return involved ? involved : nodeAt(event, {"regarding"});
}

std::string timeOf(const JsonNode &event)
{
    std::string newest;
    for (const std::string &time : {textAt(event, {"series", "lastObservedTime"}), textAt(event, {"lastTimestamp"}), textAt(event, {"deprecatedLastTimestamp"}),
                                    textAt(event, {"eventTime"}), textAt(event, {"metadata", "creationTimestamp"})})
        newest = std::max(newest, time);
    return newest;
}

} // namespace

std::vector<Obstacle> obstaclesOf(const JsonNode &object, const std::vector<JsonNode> &controlled, const std::vector<JsonNode> &pods,
                                  const std::vector<JsonNode> &events)
{
    std::vector<Obstacle> found;
    std::vector<std::string> uids{textAt(object, {"metadata", "uid"})};
    // What has failed explains what is not available.
    addConditions(found, object, Badness::IsTrue);
    for (const JsonNode &one : controlled) {
        if (!isControlledBy(one, uids.front()))
            continue;
        uids.push_back(textAt(one, {"metadata", "uid"}));
        addConditions(found, one, Badness::IsTrue);
    }
    addConditions(found, object, Badness::IsFalse);
    addPods(found, pods);
    for (const JsonNode &pod : pods)
        uids.push_back(textAt(pod, {"metadata", "uid"}));
    const JsonNode *newest = nullptr;
    for (const JsonNode &event : events) {
        const JsonNode *const about = aboutOf(event);
        if (!about || textAt(event, {"type"}) != "Warning" || std::find(uids.begin(), uids.end(), textAt(*about, {"uid"})) == uids.end())
            continue;
        if (!newest || timeOf(*newest) < timeOf(event))
            newest = &event;
    }
    if (newest) {
        const JsonNode &about = *aboutOf(*newest);
        found.push_back({Obstacle::Source::Event, textAt(about, {"kind"}) + '/' + textAt(about, {"name"}), textAt(*newest, {"reason"}),
                         firstOf(textAt(*newest, {"message"}), textAt(*newest, {"note"})), timeOf(*newest), 1});
    }
    return found;
}

} // namespace kube
