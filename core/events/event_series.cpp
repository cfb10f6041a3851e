// SPDX-License-Identifier: Apache-2.0
#include "core/events/event_series.h"

namespace kube {

EventSeries::Key EventSeries::keyOf(const SeriesEvent &event)
{
    const EventDetails &details = event.details;
    return {details.regarding, details.related, details.type, details.reason, details.action,
            event.reportingController, event.reportingInstance};
}

std::optional<SeriesEvent> EventSeries::observe(SeriesEvent event, SteadyTime now)
{
    const auto [place, isNew] = m_entries.try_emplace(keyOf(event));
    Entry &entry = place->second;
    entry.seen = now;
    if (isNew) {
        entry.event = std::move(event);
        return entry.event;
    }
    const bool begins = !entry.event.series;
    entry.event.series = {begins ? 2 : entry.event.series->count + 1, event.eventTime};
    if (!begins)
        return std::nullopt;
    return entry.event;
}

std::vector<SeriesEvent> EventSeries::living() const
{
    std::vector<SeriesEvent> series;
    for (const auto &[key, entry] : m_entries) {
        if (entry.event.series)
            series.push_back(entry.event);
    }
    return series;
}

std::vector<SeriesEvent> EventSeries::ended(SteadyTime now)
{
    std::vector<SeriesEvent> series;
    std::erase_if(m_entries, [&](const auto &one) {
        const Entry &entry = one.second;
        if (now - entry.seen <= finishTime)
            return false;
        if (entry.event.series)
            series.push_back(entry.event);
        return !entry.event.series;
    });
    return series;
}

void EventSeries::forget(const SeriesEvent &written)
{
    const auto place = m_entries.find(keyOf(written));
    if (place != m_entries.end() && place->second.event.key == written.key && place->second.event.series == written.series)
        m_entries.erase(place);
}

} // namespace kube
