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
        if (m_places.contains(&key))
            return;
        // A key that ended leaves its place, and the room of its texts, to the next one.
        if (m_ended.empty())
            m_entries.push_back(Entry{key, now});
        else
            m_entries.splice(m_entries.end(), m_ended, m_ended.begin());
        const auto entry = std::prev(m_entries.end());
        entry->key = key;
        entry->since = now;
        m_places.emplace(&entry->key, entry);
    }
    /// Since when it did; nothing for a key that had not begun.
    std::optional<SteadyTime> end(const Key &key)
    {
        const auto place = m_places.find(&key);
        if (place == m_places.end())
            return std::nullopt;
        const auto entry = place->second;
        m_places.erase(place);
        const SteadyTime since = entry->since;
        if (m_ended.size() < mostEnded)
            m_ended.splice(m_ended.begin(), m_entries, entry);
        else
            m_entries.erase(entry);
        return since;
    }
    [[nodiscard]] std::optional<SteadyTime> of(const Key &key) const
    {
        const auto place = m_places.find(&key);
        return place == m_places.end() ? std::nullopt : std::optional(place->second->since);
    }
    [[nodiscard]] const std::list<Entry> &entries() const { return m_entries; } ///< the oldest first

private:
    static constexpr std::size_t mostEnded = 16;
    struct HashOf {
        std::size_t operator()(const Key *key) const { return Hash{}(*key); }
    };
    struct SameAs {
        bool operator()(const Key *one, const Key *other) const { return *one == *other; }
    };

    std::list<Entry> m_entries;
    std::list<Entry> m_ended; ///< to be used again
    std::unordered_map<const Key *, typename std::list<Entry>::iterator, HashOf, SameAs> m_places; ///< by the keys of m_entries
};

} // namespace kube
