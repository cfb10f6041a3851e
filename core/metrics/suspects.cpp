// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/suspects.h"

#include "core/object/object_meta.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kube {

namespace {

using Why = Suspicion::Kind;
using namespace std::chrono_literals;

constexpr auto patience = 1min;     ///< within which a deletion or a new generation is nothing strange
constexpr auto recent = 10min;      ///< what happened within it weighs double
constexpr auto eventsLast = 1h;

constexpr std::array<std::string_view, 6> summaries = {"Ready", "Available", "Progressing", "Healthy", "Synced", "Established"};
constexpr std::array<std::string_view, 8> faults = {"ReplicaFailure", "Failed", "Stalled", "Degraded", "Error", "Failing", "FailureTarget", "NamespaceDeletionContentFailure"};

template <std::size_t N>
bool isOneOf(std::string_view word, const std::array<std::string_view, N> &words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

double weightOf(Why kind)
{
    switch (kind) {
    case Why::NotObserved: return 64; // its key has not been served: all else together says less
    case Why::Deleting: return 6;
    case Why::Heartbeat: return 6;
    case Why::Condition: return 4;
    case Why::Event: return 3;
    case Why::Unready: return 1;
    case Why::Surplus: return 1;
    }
    return 0;
}

std::int64_t larger(JsonValue one, JsonValue other)
{
    return std::max(one.integer(0), other.integer(0));
}

std::optional<WallTime> lastOf(JsonValue event)
{
    std::optional<WallTime> last;
    for (const JsonValue text : {event["series"]["lastObservedTime"], event["lastTimestamp"], event["deprecatedLastTimestamp"], event["eventTime"]}) {
        const auto time = parseTime(text.string());
        if (time && (!last || *last < *time))
            last = time;
    }
    return last;
}

std::optional<WallTime> firstOf(JsonValue event)
{
    std::optional<WallTime> first;
    for (const JsonValue text : {event["firstTimestamp"], event["deprecatedFirstTimestamp"], event["eventTime"]}) {
        const auto time = parseTime(text.string());
        if (time && (!first || *time < *first))
            first = time;
    }
    return first;
}

/// Copies that are ready of those wanted; nothing for kinds that have none.
std::optional<std::pair<std::int64_t, std::int64_t>> copiesOf(JsonValue root)
{
    const JsonValue status = root["status"];
    if (const auto desired = status["desiredNumberScheduled"].integer()) // a DaemonSet
        return std::pair(status["numberReady"].integer(0), *desired);
    const auto replicas = root["spec"]["replicas"].integer();
    if (!replicas || !status.isObject())
        return std::nullopt;
    return std::pair(status["readyReplicas"].integer(status["availableReplicas"].integer(0)), *replicas);
}

bool isOver(JsonValue root)
{
    const std::string_view phase = root["status"]["phase"].string();
    return phase == "Succeeded" || !root["status"]["completionTime"].isNull();
}

} // namespace

std::optional<LeaseReading> LeaseReading::of(const Object &lease)
{
    std::optional<LeaseReading> reading;
    lease.read([&](JsonValue root) {
        const JsonValue spec = root["spec"];
        if (root["kind"].string() != "Lease" || !spec.isObject())
            return;
        reading = LeaseReading{lease.key(), std::string(spec["holderIdentity"].string()), parseTime(spec["renewTime"].string()),
                               std::chrono::seconds(spec["leaseDurationSeconds"].integer(15))};
    });
    return reading;
}

bool LeaseReading::isHeld(WallTime now) const
{
    return !holder.empty() && renewed && *renewed + std::chrono::duration_cast<WallTime::duration>(duration) >= now;
}

void SuspectSieve::add(const ObjectKey &key, Suspicion reason)
{
    reason.weight = weightOf(reason.kind);
    const std::optional<WallTime> seen = reason.last ? reason.last : reason.since;
    if (seen && m_now - *seen < recent && reason.kind != Why::Unready)
        reason.weight *= 2;
    if (reason.kind == Why::Event)
        reason.weight += std::log2(static_cast<double>(std::max<std::int64_t>(1, reason.count)));
    (reason.kind == Why::Event ? m_warnings : m_reasons)[key].push_back(std::move(reason));
}

void SuspectSieve::addObject(const Object &object)
{
    ++m_looked;
    const ObjectKey &key = object.key();
    object.read([&](JsonValue root) {
        const JsonValue metadata = root["metadata"];
        if (const auto deleted = parseTime(metadata["deletionTimestamp"].string()); deleted && m_now - *deleted > patience) {
            Suspicion reason{Why::Deleting};
            metadata["finalizers"].forEachItem([&](JsonValue one) { reason.what += (reason.what.empty() ? "" : ", ") + std::string(one.string()); });
            reason.since = deleted;
            add(key, std::move(reason));
        }
        if (isOver(root))
            return;
        const auto observed = root["status"]["observedGeneration"].integer();
        const std::int64_t generation = metadata["generation"].integer(0);
        if (observed && *observed < generation) {
            Suspicion reason{Why::NotObserved};
            reason.wanted = generation;
            reason.observed = *observed;
            add(key, std::move(reason));
        }
        root["status"]["conditions"].forEachItem([&](JsonValue one) {
            const std::string_view type = one["type"].string();
            const std::string_view status = one["status"].string();
            const bool isFault = isOneOf(type, faults) || type.ends_with("Pressure");
            if (isFault ? status != "True" : !isOneOf(type, summaries) || status == "True")
                return;
            Suspicion reason{Why::Condition, std::string(type) + '=' + std::string(status), std::string(one["reason"].string()), std::string(one["message"].string()),
                             parseTime(one["lastTransitionTime"].string())};
            add(key, std::move(reason));
        });
        const auto copies = copiesOf(root);
        if (!copies)
            return;
        const std::int64_t all = root["status"]["replicas"].integer(0);
        if (copies->first < copies->second) {
            Suspicion reason{Why::Unready};
            reason.observed = copies->first;
            reason.wanted = copies->second;
            add(key, std::move(reason));
        } else if (all > copies->second) {
            Suspicion reason{Why::Surplus};
            reason.observed = all;
            reason.wanted = copies->second;
            add(key, std::move(reason));
        }
    });
}

void SuspectSieve::addEvent(const Object &event)
{
    event.read([&](JsonValue root) {
        const JsonValue about = root["involvedObject"].isObject() ? root["involvedObject"] : root["regarding"];
        if (root["type"].string() != "Warning" || about["kind"].string() != m_kind)
            return;
        Suspicion reason{Why::Event, {}, std::string(root["reason"].string()), std::string(root["message"].string(root["note"].string())), firstOf(root), lastOf(root)};
        if (!reason.last || m_now - *reason.last > eventsLast)
            return;
        if (!reason.since)
            reason.since = reason.last;
        reason.count = std::max<std::int64_t>(larger(root["count"], root["deprecatedCount"]), root["series"]["count"].integer(1));
        add({std::string(about["namespace"].string()), std::string(about["name"].string())}, std::move(reason));
    });
}

void SuspectSieve::addHeartbeat(const LeaseReading &lease)
{
    if (lease.isHeld(m_now))
        return;
    Suspicion reason{Why::Heartbeat, lease.holder};
    reason.since = lease.renewed;
    add({{}, lease.key.name}, std::move(reason));
}

std::vector<Suspect> SuspectSieve::suspects(std::size_t limit) const
{
    std::vector<Suspect> found;
    const auto weigh = [](std::vector<Suspicion> reasons, const ObjectKey &key) {
        std::stable_sort(reasons.begin(), reasons.end(), [](const Suspicion &one, const Suspicion &other) { return one.weight > other.weight; });
        Suspect suspect{key, std::move(reasons), 0};
        for (const Suspicion &reason : suspect.reasons)
            suspect.weight += reason.weight;
        return suspect;
    };
    std::map<ObjectKey, std::vector<Suspicion>> all = m_reasons;
    for (const auto &[key, warnings] : m_warnings) {
        // What repeats itself under one reason is said once, as often as all of them.
        std::vector<Suspicion> joined;
        for (const Suspicion &warning : warnings) {
            const auto same = std::find_if(joined.begin(), joined.end(), [&](const Suspicion &one) { return one.reason == warning.reason; });
            if (same == joined.end()) {
                joined.push_back(warning);
                continue;
            }
            const std::int64_t count = same->count + warning.count;
            const std::optional<WallTime> since = std::min(same->since, warning.since);
            if (*same->last < *warning.last)
                *same = warning;
            same->count = count;
            same->since = since;
        }
        std::vector<Suspicion> &reasons = all[key];
        reasons.insert(reasons.end(), joined.begin(), joined.end());
    }
    for (const auto &[key, reasons] : all)
        found.push_back(weigh(reasons, key));
    std::stable_sort(found.begin(), found.end(), [](const Suspect &one, const Suspect &other) { return one.weight > other.weight; });
    if (found.size() > limit)
        found.resize(limit);
    return found;
}

} // namespace kube
