// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"

#include <map>
#include <optional>
#include <unordered_map>

namespace kube {

/// Keys that wait for their time. Thread: under its queue's mutex.
template <typename Key, typename Hash>
class WaitingKeys
{
public:
    /// Of several times of a key the earliest counts. True when the key has become the first of all.
    bool add(const Key &key, SteadyTime readyAt)
    {
        const auto known = m_places.find(key);
        if (known != m_places.end()) {
            if (known->second.first <= readyAt)
                return false;
            m_keys.erase(known->second);
            m_places.erase(known);
        }
        const Place place{readyAt, m_counter++};
        m_keys.emplace(place, key);
        m_places.emplace(key, place);
        return m_keys.begin()->first == place;
    }
    void remove(const Key &key)
    {
        if (const auto known = m_places.find(key); known != m_places.end()) {
            m_keys.erase(known->second);
            m_places.erase(known);
        }
    }
    void clear()
    {
        m_keys.clear();
        m_places.clear();
    }

    [[nodiscard]] std::optional<Key> takeReady(SteadyTime now)
    {
        if (m_keys.empty() || m_keys.begin()->first.first > now)
            return std::nullopt;
        auto first = m_keys.extract(m_keys.begin());
        m_places.erase(first.mapped());
        return std::move(first.mapped());
    }
    [[nodiscard]] std::optional<SteadyTime> next() const
    {
        return m_keys.empty() ? std::nullopt : std::optional(m_keys.begin()->first.first);
    }
    [[nodiscard]] std::size_t size() const { return m_keys.size(); }
    /// look(key, readyAt) for the first limit of them.
    template <typename Look>
    void forEach(std::size_t limit, Look look) const
    {
        for (auto one = m_keys.begin(); one != m_keys.end() && limit > 0; ++one, --limit)
            look(one->second, one->first.first);
    }

private:
    using Place = std::pair<SteadyTime, std::uint64_t>; ///< keys of one time keep their order

    std::map<Place, Key> m_keys;
    std::unordered_map<Key, Place, Hash> m_places; ///< of each key in m_keys
    std::uint64_t m_counter = 0;
};

} // namespace kube
