// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"

#include <list>
#include <optional>
#include <unordered_map>

namespace kube {

/// Since when keys do something, in the order in which they began. Thread: under its queue's mutex.
template <typename Key, typename Hash>
class KeyTimes
{
public:
    struct Entry {
        Key key;
        SteadyTime since;
    };

    /// Ignored for a key that has begun.
    void begin(const Key &key, SteadyTime now)
    {
        const auto [place, isNew] = m_places.try_emplace(key);
        if (isNew)
            place->second = m_entries.insert(m_entries.end(), Entry{key, now});
    }
    /// Since when it did; nothing for a key that had not begun.
    std::optional<SteadyTime> end(const Key &key)
    {
        const auto place = m_places.find(key);
        if (place == m_places.end())
            return std::nullopt;
        const SteadyTime since = place->second->since;
        m_entries.erase(place->second);
        m_places.erase(place);
        return since;
    }
    [[nodiscard]] std::optional<SteadyTime> of(const Key &key) const
    {
        const auto place = m_places.find(key);
        return place == m_places.end() ? std::nullopt : std::optional(place->second->since);
    }
    [[nodiscard]] const std::list<Entry> &entries() const { return m_entries; } ///< the oldest first

private:
    std::list<Entry> m_entries;
    std::unordered_map<Key, typename std::list<Entry>::iterator, Hash> m_places;
};

} // namespace kube
