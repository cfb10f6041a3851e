// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

namespace orrery {

/// Where a person has been, as browsers keep it: the newest Kept places, and going on from the middle forgets what was
/// ahead. Place: a value with ==.
template <typename Place>
class History
{
public:
    static constexpr std::size_t Kept = 100;

    /// Another place; the present one again is nothing.
    void visit(Place place)
    {
        if (!m_places.empty() && m_places[m_at] == place)
            return;
        if (!m_places.empty())
            m_places.resize(m_at + 1);
        m_places.push_back(std::move(place));
        if (m_places.size() > Kept)
            m_places.erase(m_places.begin());
        m_at = m_places.size() - 1;
    }
    /// More of the present place: another row of the same table.
    void amend(Place place)
    {
        if (m_places.empty())
            visit(std::move(place));
        else
            m_places[m_at] = std::move(place);
    }
    [[nodiscard]] bool canGoBack() const { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_places.size(); }
    std::optional<Place> back() { return canGoBack() ? std::optional(m_places[--m_at]) : std::nullopt; }
    std::optional<Place> forward() { return canGoForward() ? std::optional(m_places[++m_at]) : std::nullopt; }

    /// Places that are no more. The present one becomes the nearest before it that is left.
    template <typename Gone>
    void forget(const Gone &gone)
    {
        std::vector<Place> left;
        std::size_t at = 0;
        for (std::size_t i = 0; i < m_places.size(); ++i) {
            if (gone(m_places[i]) || (!left.empty() && left.back() == m_places[i]))
                continue;
            left.push_back(std::move(m_places[i]));
            if (i <= m_at)
                at = left.size() - 1;
        }
        m_places = std::move(left);
        m_at = at;
    }

private:
    std::vector<Place> m_places;
    std::size_t m_at = 0; ///< of the present one; 0 while there is none
};

} // namespace orrery
