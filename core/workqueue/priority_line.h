// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/workqueue/work_line.h"

#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>

namespace kube {

/// The highest priority first; of one priority, first come, first served. Keeps the priority of every key from raise() to
/// pop() or forget(), also while the key is in work or waits for its time. Thread: as WorkLine.
/// Source: controller-runtime pkg/controller/priorityqueue.
template <typename Key, typename Hash>
class PriorityLine final : public WorkLine<Key>
{
public:
    /// Of several priorities of a key the highest counts; a key that is raised goes behind those that had that priority.
    void raise(const Key &key, int priority)
    {
        const auto [known, isNew] = m_claims.try_emplace(key, Claim{priority, std::nullopt, false});
        Claim &claim = known->second;
        if (isNew || claim.priority >= priority)
            return;
        if (claim.isInLine)
            m_line.erase(placeOf(claim));
        claim.priority = priority;
        if (claim.order)
            claim.order = m_counter++;
        if (claim.isInLine)
            m_line.emplace(placeOf(claim), key);
    }
    void forget(const Key &key) { m_claims.erase(key); } ///< not one in line
    [[nodiscard]] int poppedPriority() const { return m_popped; } ///< of the key that pop() has given last

    void push(const Key &key) override
    {
        Claim &claim = announced(key);
        claim.isInLine = true;
        m_line.emplace(placeOf(claim), key);
    }
    [[nodiscard]] Key pop() override
    {
        auto first = m_line.extract(m_line.begin());
        m_popped = static_cast<int>(-first.key().first);
        m_claims.erase(first.mapped());
        return std::move(first.mapped());
    }
    [[nodiscard]] std::size_t size() const override { return m_line.size(); }
    /// A key in work has its place from now on, and takes it when that is done.
    void announce(const Key &key) override { (void)announced(key); }
    [[nodiscard]] int priorityOf(const Key &key) const override
    {
        const auto claim = m_claims.find(key);
        return claim == m_claims.end() ? 0 : claim->second.priority;
    }
    void forEach(const std::function<bool(const Key &)> &look) const override
    {
        for (const auto &[place, key] : m_line) {
            if (!look(key))
                return;
        }
    }

private:
    using Place = std::pair<std::int64_t, std::uint64_t>;
    struct Claim {
        int priority = 0;
        std::optional<std::uint64_t> order; ///< among those of its priority; none yet: it waits for its time
        bool isInLine = false;
    };
    [[nodiscard]] static Place placeOf(const Claim &claim) { return {-std::int64_t(claim.priority), *claim.order}; }
    Claim &announced(const Key &key)
    {
        Claim &claim = m_claims.try_emplace(key).first->second;
        if (!claim.order)
            claim.order = m_counter++;
        return claim;
    }

    std::map<Place, Key> m_line;
    std::unordered_map<Key, Claim, Hash> m_claims;
    std::uint64_t m_counter = 0;
    int m_popped = 0;
};

} // namespace kube
