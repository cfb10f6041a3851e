// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/events/series_event.h"

namespace kube {

/// Makes series of events.k8s.io/v1 Events. The same event, whatever its note, while the first one is remembered (6 to 12
/// minutes, by when it is tidied up) becomes a series, which is written once at the second; further ones are only counted,
/// and what was counted is written when the series is refreshed or has ended. Nothing is sent here, and time is given.
/// Thread: one. Source: client-go tools/events.
class EventSeries
{
public:
    static constexpr Duration finishTime = std::chrono::minutes(6);   ///< without another the series has ended; tidy up as often
    static constexpr Duration refreshTime = std::chrono::minutes(30); ///< write living series again, so that they are kept

    /// What to write now: the event itself, or the series it begins; nothing when it was only counted.
    [[nodiscard]] std::optional<SeriesEvent> observe(SeriesEvent event, SteadyTime now);
    /// All series, to be written again.
    [[nodiscard]] std::vector<SeriesEvent> living() const;
    /// Series of which nothing came for finishTime, to be written a last time and then forgotten by forget(); single events
    /// as old are forgotten here.
    [[nodiscard]] std::vector<SeriesEvent> ended(SteadyTime now);
    /// Unless it has been observed again since written was taken from here.
    void forget(const SeriesEvent &written);
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }

private:
    struct Key {
        ObjectReference regarding;
        std::optional<ObjectReference> related;
        EventType type = EventType::Normal;
        std::string reason;
        std::string action;
        std::string reportingController;
        std::string reportingInstance;
        friend auto operator<=>(const Key &, const Key &) = default;
    };
    struct Entry {
        SeriesEvent event;
        SteadyTime seen{};
    };
    [[nodiscard]] static Key keyOf(const SeriesEvent &event);

    std::map<Key, Entry> m_entries;
};

} // namespace kube
