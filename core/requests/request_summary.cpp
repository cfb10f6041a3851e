// SPDX-License-Identifier: Apache-2.0
#include "core/requests/request_summary.h"

#include <algorithm>

namespace kube {

namespace {

constexpr auto rateWindow = std::chrono::seconds(10);

std::optional<Duration> quantile(std::vector<Duration> &durations, double which)
{
    if (durations.empty())
        return std::nullopt;
    const auto at = static_cast<std::size_t>(which * static_cast<double>(durations.size() - 1) + 0.5);
    std::nth_element(durations.begin(), durations.begin() + static_cast<std::ptrdiff_t>(at), durations.end());
    return durations[at];
}

} // namespace

RequestSummary RequestSummary::of(const std::vector<const RequestRecord *> &records, WallTime now)
{
    RequestSummary summary;
    std::vector<Duration> durations;
    int began = 0;
    for (const RequestRecord *record : records) {
        const bool isCall = record->lane == HttpRequest::Lane::Call;
        if (now - record->began <= rateWindow)
            ++began;
        if (record->isRunning()) {
            if (isCall) {
                ++summary.inFlight;
                summary.waiting += record->phase == RestPhase::Throttled ? 1 : 0;
            } else {
                ++summary.streams;
                const Duration age = std::max(Duration::zero(), Duration(now - record->began));
                summary.oldestStream = std::max(summary.oldestStream.value_or(age), age);
                summary.youngestStream = std::min(summary.youngestStream.value_or(age), age);
            }
        }
        const Duration lasted = record->lasted();
        if (!record->isRunning() && now - (record->began + std::chrono::duration_cast<WallTime::duration>(lasted)) > Window)
            continue;
        if (const Duration waited = record->in(RestPhase::Throttled); waited >= LeastWait) {
            summary.throttled += waited;
            ++summary.throttledCalls;
        }
        if (record->end == RequestEnd::Failed)
            ++summary.failed;
        if (isCall && (record->end == RequestEnd::Succeeded || record->end == RequestEnd::Failed)) {
            ++summary.calls;
            durations.push_back(lasted);
        }
    }
    summary.perSecond = static_cast<double>(began) / static_cast<double>(rateWindow.count());
    summary.median = quantile(durations, 0.5);
    summary.slowest1Percent = quantile(durations, 0.99);
    return summary;
}

} // namespace kube
