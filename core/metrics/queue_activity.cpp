// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/queue_activity.h"

#include <algorithm>
#include <cmath>

namespace kube {

namespace {

using Kind = QueueFinding::Kind;

constexpr double stuckSeconds = 60;       ///< few reconciles take longer than a minute
constexpr double stuckWorkers = 0.9;      ///< of a worker that does not come back, about 1 a second is seen
constexpr double unservedSeconds = 30;    ///< workers that live take a key at once
constexpr double saturatedWait = 1;       ///< seconds
constexpr double slowSeconds = 60;        ///< until what waits is worked off
constexpr double hotRetries = 1;          ///< a second
constexpr double hotShare = 0.5;          ///< of adds
constexpr double burstSeconds = 40;       ///< a rollout's delays, which count as retries, may take so long
constexpr double looping = 1.25;          ///< retries for each add: a retry becomes one; those that are more were joined, and changes' own delays
constexpr double failingErrors = 0.1;     ///< a second
constexpr double failingShare = 0.9;      ///< of reconciles, however seldom: what backs off is no better
constexpr double throttledWait = 1;       ///< seconds
constexpr double slowRequest = 1;         ///< seconds on average
constexpr double slowHalf = 0.5;          ///< seconds: not one long request among short ones
constexpr double enoughRequests = 5;      ///< fewer say nothing

double grownBy(double before, double now)
{
    return now >= before ? now - before : now;
}

/// 0 while one of them is not told.
double grownBy(const std::optional<double> &before, const std::optional<double> &now)
{
    return before && now ? grownBy(*before, *now) : 0;
}

double valueOf(const std::map<std::string, double> &values, const char *key)
{
    const auto at = values.find(key);
    return at == values.end() ? 0 : at->second;
}

/// Of the API server: they put each key back once a second or once a minute, which counts as retries.
constexpr std::string_view rounds[] = {"open_api_aggregation_controller", "open_api_v3_aggregation_controller"};

/// Retries a second but for those on purpose.
double unwantedRetries(const QueueReading &now, const QueueActivity &activity)
{
    const bool isRound = std::find(std::begin(rounds), std::end(rounds), now.name) != std::end(rounds);
    return isRound ? 0 : std::max(0.0, activity.retriesPerSecond - activity.plannedPerSecond);
}

bool isHot(const QueueReading &now, const QueueActivity &activity)
{
    const double retries = unwantedRetries(now, activity);
    return retries >= hotRetries && retries >= hotShare * activity.addsPerSecond && retries <= looping * activity.addsPerSecond;
}

/// Lately and all the time, or else ever: what backs off is seldom seen.
bool nearlyAllFail(const QueueReading &now, const QueueActivity &activity, const QueueActivity &recent)
{
    for (const QueueActivity *time : {&recent, &activity}) {
        if (time->errorsPerSecond < failingShare * time->endedPerSecond)
            return false;
    }
    if (activity.endedPerSecond > 0)
        return true;
    return valueOf(now.reconciles, "error") > 0
        && std::all_of(now.reconciles.begin(), now.reconciles.end(), [](const auto &ended) { return ended.first == "error" || ended.second <= 0; });
}

bool areAllBusy(const QueueReading &now, const QueueActivity &activity)
{
    if (now.activeWorkers && now.maxWorkers)
        return *now.activeWorkers >= *now.maxWorkers;
    // Nobody has time for what waits; or it is worked off so slowly that it is as good as that.
    return activity.depthChange >= 0 || now.depth.value_or(0) * activity.seconds >= -activity.depthChange * slowSeconds;
}

} // namespace

QueueActivity QueueActivity::between(const QueueReading &before, const QueueReading &now, std::chrono::duration<double> elapsed)
{
    const double seconds = elapsed.count();
    QueueActivity activity;
    activity.waiting = now.waiting.since(before.waiting);
    activity.working = now.working.since(before.working);
    if (!(seconds > 0))
        return activity;
    activity.seconds = seconds;
    activity.addsPerSecond = grownBy(before.adds, now.adds) / seconds;
    activity.retriesPerSecond = grownBy(before.retries, now.retries) / seconds;
    activity.errorsPerSecond = grownBy(valueOf(before.reconciles, "error"), valueOf(now.reconciles, "error")) / seconds;
    for (const auto &[how, count] : now.reconciles)
        activity.endedPerSecond += grownBy(valueOf(before.reconciles, how.c_str()), count) / seconds;
    activity.plannedPerSecond = grownBy(valueOf(before.reconciles, "requeue_after"), valueOf(now.reconciles, "requeue_after")) / seconds;
    activity.donePerSecond = activity.working.count() / seconds;
    if (before.depth && now.depth)
        activity.depthChange = *now.depth - *before.depth;
    if (before.depth && now.depth && before.adds && now.adds)
        activity.taken = std::max(0.0, grownBy(before.adds, now.adds) - activity.depthChange);
    if (before.unfinishedSeconds && now.unfinishedSeconds)
        activity.unfinishedPerSecond = (*now.unfinishedSeconds - *before.unfinishedSeconds) / seconds;
    return activity;
}

std::vector<QueueFinding> findingsOf(const QueueReading &now, const QueueActivity &activity)
{
    return findingsOf(now, activity, activity);
}

std::vector<QueueFinding> findingsOf(const QueueReading &now, const QueueActivity &activity, const QueueActivity &recent)
{
    std::vector<QueueFinding> findings;
    const double depth = now.depth.value_or(0);
    const double longest = now.longestSeconds.value_or(0);
    if (longest >= stuckSeconds && recent.unfinishedPerSecond >= stuckWorkers)
        findings.push_back({Kind::Stuck, std::round(recent.unfinishedPerSecond), longest});
    const bool hasWaited = depth > 0 && depth - activity.depthChange > 0;
    if (hasWaited && activity.seconds >= unservedSeconds && activity.taken && *activity.taken < 1 && now.unfinishedSeconds && *now.unfinishedSeconds <= 0)
        findings.push_back({Kind::Unserved, depth, activity.seconds});
    if (activity.errorsPerSecond >= failingErrors && recent.errorsPerSecond >= failingErrors)
        findings.push_back({Kind::Failing, recent.errorsPerSecond, 0});
    else if (nearlyAllFail(now, activity, recent))
        findings.push_back({Kind::Failing, activity.errorsPerSecond, 0});
    const double waited = recent.waiting.quantile(0.5).value_or(0);
    if (depth > 0 && waited >= saturatedWait && areAllBusy(now, recent))
        findings.push_back({Kind::Saturated, depth, waited, recent.waiting.isBeyond(0.5)});
    if (isHot(now, activity) && isHot(now, recent))
        findings.push_back({Kind::HotLooping, unwantedRetries(now, recent), 0});
    return findings;
}

std::vector<QueueFinding> findingsOf(const QueueReading &now, const QueueActivity &activity, const QueueActivity &recent, const std::vector<QueueActivity> &before)
{
    std::vector<QueueFinding> findings = findingsOf(now, activity, recent);
    const bool goesOn = activity.seconds >= burstSeconds && std::all_of(before.begin(), before.end(), [&now](const QueueActivity &one) { return isHot(now, one); });
    if (!goesOn)
        std::erase_if(findings, [](const QueueFinding &one) { return one.kind == Kind::HotLooping; });
    return findings;
}

std::vector<QueueFinding> findingsOf(const ClientMetrics &before, const ClientMetrics &now, std::chrono::duration<double> elapsed)
{
    std::vector<QueueFinding> findings;
    const MetricHistogram throttled = now.throttled.since(before.throttled);
    const double waited = throttled.quantile(0.99).value_or(0);
    if (waited >= throttledWait)
        findings.push_back({Kind::Throttled, 0, waited, throttled.isBeyond(0.99)});
    const MetricHistogram taken = now.taken.since(before.taken);
    const double average = taken.mean().value_or(0);
    if (waited < throttledWait && taken.count() >= enoughRequests && average >= slowRequest && taken.quantile(0.5).value_or(0) >= slowHalf)
        findings.push_back({now.throttled.count() > 0 ? Kind::Slow : Kind::Delayed, 0, average});
    const double refused = grownBy(valueOf(before.requests, "429"), valueOf(now.requests, "429"));
    if (refused > 0 && elapsed.count() > 0)
        findings.push_back({Kind::Refused, refused / elapsed.count(), 0});
    return findings;
}

} // namespace kube
