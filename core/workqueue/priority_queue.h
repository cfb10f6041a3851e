// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/workqueue/priority_line.h"
#include "core/workqueue/rate_limiting_queue.h"

namespace kube {

/// For what nobody waits for: the objects of an initial list or a resync.
inline constexpr int lowPriority = -100;

/// A RateLimitingQueue whose keys have priorities, 0 unless they are told: those ready are handed out by priority, those of
/// one priority in the order in which they became ready. A key is in it once: added again it keeps the higher priority
/// (and goes behind those that had it already) and the earlier time; added without a delay it waits no longer. A key in
/// work is passed over, and takes its place when that is done.
/// Thread: as DelayingQueue. Source: controller-runtime pkg/controller/priorityqueue.
template <typename Key, typename Hash = std::hash<Key>>
class PriorityQueue final : public RateLimitingQueue<Key, Hash>
{
    using Base = RateLimitingQueue<Key, Hash>;
    using Line = PriorityLine<Key, Hash>;

public:
    /// How a key is added.
    struct AddOptions {
        int priority = 0;
        Duration after = Duration::zero();              ///< not positive: at once
        /// Who says how long it waits.
        enum class Limit { None, ByLimiter } limit = Limit::None; ///< ByLimiter: a failure; of its wait and after the shorter
    };
    /// What a worker gets.
    struct Prioritized {
        Key key;
        int priority = 0;
    };

    /// scheduler outlives it.
    PriorityQueue(RateLimiterPtr<Key> limiter, ExecutorPtr executor, Scheduler &scheduler, WorkQueueOptions options = {})
        : Base(std::move(limiter), std::move(executor), scheduler, std::move(options), std::make_unique<Line>())
    {
    }

    using Base::add;
    /// With a priority, after a while, or both.
    void add(const Key &key, const AddOptions &options)
    {
        Duration after = options.after;
        const bool isLimited = options.limit == AddOptions::Limit::ByLimiter;
        if (isLimited) {
            const Duration wait = this->limiter().when(key);
            after = after > Duration::zero() ? std::min(after, wait) : wait;
        }
        const typename Base::Turn turn(*this);
        if (this->state().isDown())
            return;
        if (isLimited || after > Duration::zero())
            this->state().books.retried();
        line().raise(key, options.priority);
        if (after > Duration::zero())
            later(key, this->timeAfter(after));
        else
            now(key);
    }

    /// get() and tryGet() with the priority that the key had, to be added again with when its work failed.
    [[nodiscard]] std::optional<Prioritized> getWithPriority()
    {
        typename Base::Turn turn(*this);
        return withPriority(this->waitAndTake(turn));
    }
    /// Nothing when nothing is ready.
    [[nodiscard]] std::optional<Prioritized> tryGetWithPriority()
    {
        const typename Base::Turn turn(*this);
        return withPriority(this->takeOrArm());
    }

/// @cond
protected: // for the kinds of queue made of this one
    void enter(const Key &key) override
    {
        line().raise(key, 0);
        now(key);
    }
    void enterLater(const Key &key, SteadyTime readyAt) override
    {
        line().raise(key, 0);
        later(key, readyAt);
    }
    void leave(const Key &key) override
    {
        this->waitNoLonger(key);
        if (!this->state().isDirty(key))
            line().forget(key);
    }
    void onShutDown() override
    {
        this->forEachWaiting([this](const Key &key) {
            if (!this->state().isDirty(key))
                line().forget(key);
        });
        Base::onShutDown();
    }
    /// @endcond

private:
    [[nodiscard]] Line &line() const { return static_cast<Line &>(*this->state().line); }
    void now(const Key &key)
    {
        this->waitNoLonger(key);
        this->enterLine(key);
    }
    void later(const Key &key, SteadyTime readyAt)
    {
        if (!this->state().isDirty(key)) // else its time has come already
            this->wait(key, readyAt);
    }
    [[nodiscard]] std::optional<Prioritized> withPriority(std::optional<Key> key) const
    {
        return key ? std::optional(Prioritized{std::move(*key), line().poppedPriority()}) : std::nullopt;
    }
};

} // namespace kube
