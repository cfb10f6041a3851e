// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <list>
#include <string>
#include <unordered_map>

namespace kube {

/// A map of the capacity most recently used entries. Thread: one.
template <typename Value>
class LruCache
{
public:
    explicit LruCache(std::size_t capacity) : m_capacity(capacity) {}

    /// The entry of key, made by make() when there is none; now the most recent one. Valid until the next call.
    template <typename Make>
    Value &obtain(const std::string &key, Make make)
    {
        if (const auto found = m_places.find(key); found != m_places.end()) {
            m_entries.splice(m_entries.begin(), m_entries, found->second);
        } else {
            m_entries.emplace_front(key, make());
            m_places.emplace(key, m_entries.begin());
            if (m_entries.size() > m_capacity) {
                m_places.erase(m_entries.back().first);
                m_entries.pop_back();
            }
        }
        return m_entries.front().second;
    }
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }

private:
    using Entries = std::list<std::pair<std::string, Value>>;
    std::size_t m_capacity;
    Entries m_entries; ///< the most recent first
    std::unordered_map<std::string, typename Entries::iterator> m_places;
};

} // namespace kube
