// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/stage_gate.h"
#include "core/workqueue/queue_books.h"
#include "core/workqueue/work_line.h"

#include <limits>
#include <unordered_set>

namespace kube {

/// What a WorkQueue has and the rules by which that changes, without threads. Thread: under its queue's mutex.
template <typename Key, typename Hash>
class QueueState
{
public:
    QueueState(const WorkQueueOptions &options, std::unique_ptr<WorkLine<Key>> aLine)
        : books(options), line(std::move(aLine))
    {
    }

    /// True when the key came into the line.
    bool add(const Key &key)
    {
        const bool isInWork = m_processing.contains(key);
        if (!m_dirty.insert(key).second) {
            books.collapsed();
            if (!isInWork)
                line->touch(key);
            return false;
        }
        books.added(key);
        if (isInWork)
            line->announce(key);
        else
            line->push(key);
        return !isInWork;
    }
    [[nodiscard]] bool canTake() const { return gate.isOpen() && line->size() > 0; }
    [[nodiscard]] std::optional<Key> take()
    {
        if (!canTake())
            return std::nullopt;
        gate.passed();
        std::optional<Key> key(line->pop());
        m_processing.insert(m_dirty.extract(*key));
        m_owed.erase(*key);
        books.got(*key);
        return key;
    }
    /// True when the key came back into the line.
    bool done(const Key &key)
    {
        if (m_processing.erase(key) == 0)
            return false;
        books.done(key);
        if (!m_dirty.contains(key))
            return false;
        if (m_isDrained)
            m_owed.insert(key);
        line->push(key);
        return true;
    }

    enum class Drain { No, Yes };
    /// True the first time.
    bool shutDown(Drain drain)
    {
        m_isDrained = drain == Drain::Yes;
        gate.resume();
        return !std::exchange(m_isDown, true);
    }
    [[nodiscard]] bool isDown() const { return m_isDown; }
    [[nodiscard]] bool isDraining() const { return m_isDrained && !(m_processing.empty() && m_owed.empty()); }
    /// To be worked on: in the line, or in work and added again.
    [[nodiscard]] bool isDirty(const Key &key) const { return m_dirty.contains(key); }

    struct Listed {
        Key key;
        WorkQueueSnapshot::Entry entry; ///< without its key and failures yet
    };
    struct Lists {
        std::vector<Listed> queued;
        std::vector<Listed> processing;
        std::vector<Listed> waiting;
        std::optional<Listed> oldestAdded;
        std::optional<Listed> longestInWork;
    };
    [[nodiscard]] WorkQueueSnapshot counts() const
    {
        using State = WorkQueueSnapshot::State;
        WorkQueueSnapshot snapshot = books.counts();
        if (m_isDown)
            snapshot.state = isDraining() ? State::Draining : State::ShuttingDown;
        else
            snapshot.state = gate.isPaused() ? State::Paused : State::Running;
        snapshot.steps = gate.isPaused() ? gate.allowance(std::numeric_limits<std::size_t>::max()) : 0;
        snapshot.queued = line->size();
        snapshot.processing = m_processing.size();
        snapshot.addedAgain = m_dirty.size() - line->size();
        return snapshot;
    }
    [[nodiscard]] Lists lists(std::size_t limit) const
    {
        Lists lists;
        if (limit == 0)
            return lists;
        const SteadyTime now = books.now();
        const auto *const added = books.added();
        const auto *const got = books.got();
        const auto dirty = [&](const Key &key) {
            return Listed{key, {{}, age(added, key, now), 0, line->priorityOf(key), m_processing.contains(key)}};
        };
        const auto inWork = [&](const Key &key) { return Listed{key, {{}, age(got, key, now), 0, 0, m_dirty.contains(key)}}; };
        line->forEach([&](const Key &key) {
            lists.queued.push_back(dirty(key));
            return lists.queued.size() < limit;
        });
        if (got && got->entries().size() == m_processing.size()) {
            for (auto entry = got->entries().begin(); entry != got->entries().end() && lists.processing.size() < limit; ++entry)
                lists.processing.push_back(inWork(entry->key));
        } else {
            for (auto key = m_processing.begin(); key != m_processing.end() && lists.processing.size() < limit; ++key)
                lists.processing.push_back(inWork(*key));
        }
        if (added && !added->entries().empty())
            lists.oldestAdded = dirty(added->entries().front().key);
        if (got && !got->entries().empty())
            lists.longestInWork = inWork(got->entries().front().key);
        return lists;
    }

    QueueBooks<Key, Hash> books;
    const std::unique_ptr<WorkLine<Key>> line; ///< each also in m_dirty, none in m_processing
    StageGate gate;

private:
    [[nodiscard]] static std::optional<Duration> age(const KeyTimes<Key, Hash> *times, const Key &key, SteadyTime now)
    {
        const auto since = times ? times->of(key) : std::nullopt;
        return since ? std::optional<Duration>(now - *since) : std::nullopt;
    }

    std::unordered_set<Key, Hash> m_dirty;      ///< to be worked on
    std::unordered_set<Key, Hash> m_processing; ///< handed out, not done
    std::unordered_set<Key, Hash> m_owed;       ///< added again during the work a drain waits for
    bool m_isDown = false;
    bool m_isDrained = false;
};

} // namespace kube
