// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"

#include <cmath>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

namespace kube {

/// How long a key that failed has to wait. Thread: any. Source: client-go util/workqueue default_rate_limiters.
template <typename Key>
class RateLimiter
{
public:
    virtual ~RateLimiter() = default;
    [[nodiscard]] virtual Duration when(const Key &key) = 0; ///< counts as a failure
    virtual void forget(const Key &key) = 0; ///< must follow success, or the record of failures grows without bound
    [[nodiscard]] virtual int numRequeues(const Key &key) const = 0; ///< failures since it was forgotten
    /// What when() would say now; counts as nothing. Nothing: it does not tell.
    [[nodiscard]] virtual std::optional<Duration> next(const Key &) const { return std::nullopt; }
    [[nodiscard]] virtual std::size_t failing() const { return 0; } ///< keys on record; 0 for one that keeps none
};

template <typename Key>
using RateLimiterPtr = std::unique_ptr<RateLimiter<Key>>; ///< one owner: a queue, or another limiter

/// Counts failures per key, for the limiters below.
template <typename Key, typename Hash>
class FailureCounts
{
public:
    [[nodiscard]] int countOne(const Key &key)
    {
        const std::lock_guard lock(m_mutex);
        return m_failures[key]++;
    }
    void forget(const Key &key)
    {
        const std::lock_guard lock(m_mutex);
        m_failures.erase(key);
    }
    [[nodiscard]] int of(const Key &key) const
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_failures.find(key);
        return found == m_failures.end() ? 0 : found->second;
    }
    [[nodiscard]] std::size_t size() const
    {
        const std::lock_guard lock(m_mutex);
        return m_failures.size();
    }

private:
    mutable std::mutex m_mutex;
    std::unordered_map<Key, int, Hash> m_failures;
};

/// base · 2^failures, at most cap.
template <typename Key, typename Hash = std::hash<Key>>
class ItemExponentialFailureRateLimiter final : public RateLimiter<Key>
{
public:
    /// base, doubled by each failure, at most cap.
    ItemExponentialFailureRateLimiter(Duration base, Duration cap) : m_base(base), m_cap(cap) {}
    [[nodiscard]] Duration when(const Key &key) override { return after(m_failures.countOne(key)); }
    void forget(const Key &key) override { m_failures.forget(key); }
    [[nodiscard]] int numRequeues(const Key &key) const override { return m_failures.of(key); }
    [[nodiscard]] std::size_t failing() const override { return m_failures.size(); }
    [[nodiscard]] std::optional<Duration> next(const Key &key) const override { return after(m_failures.of(key)); }

private:
    [[nodiscard]] Duration after(int failures) const
    {
        const double delay = static_cast<double>(m_base.count()) * std::exp2(failures);
        return delay > static_cast<double>(m_cap.count()) ? m_cap : Duration(static_cast<Duration::rep>(delay));
    }

    Duration m_base;
    Duration m_cap;
    FailureCounts<Key, Hash> m_failures;
};

/// fast for the first maxFastAttempts failures of a key, slow from then on.
template <typename Key, typename Hash = std::hash<Key>>
class ItemFastSlowRateLimiter final : public RateLimiter<Key>
{
public:
    /// fast for the first maxFastAttempts, then slow.
    ItemFastSlowRateLimiter(Duration fast, Duration slow, int maxFastAttempts)
        : m_fast(fast), m_slow(slow), m_maxFastAttempts(maxFastAttempts)
    {
    }
    [[nodiscard]] Duration when(const Key &key) override { return after(m_failures.countOne(key)); }
    void forget(const Key &key) override { m_failures.forget(key); }
    [[nodiscard]] int numRequeues(const Key &key) const override { return m_failures.of(key); }
    [[nodiscard]] std::size_t failing() const override { return m_failures.size(); }
    [[nodiscard]] std::optional<Duration> next(const Key &key) const override { return after(m_failures.of(key)); }

private:
    [[nodiscard]] Duration after(int failures) const { return failures < m_maxFastAttempts ? m_fast : m_slow; }

    Duration m_fast;
    Duration m_slow;
    int m_maxFastAttempts;
    FailureCounts<Key, Hash> m_failures;
};

/// A token bucket over all keys: perSecond tokens a second (0: none beyond burst), at most burst at hand. Keeps no record
/// of keys.
template <typename Key>
class BucketRateLimiter final : public RateLimiter<Key>
{
public:
    /// Of all keys together; now is the clock.
    BucketRateLimiter(double perSecond, int burst, std::function<SteadyTime()> now)
        : m_perSecond(perSecond), m_burst(burst), m_now(std::move(now)), m_tokens(burst), m_last(m_now())
    {
    }
    [[nodiscard]] Duration when(const Key &) override
    {
        const std::lock_guard lock(m_mutex);
        const SteadyTime now = m_now();
        m_tokens = tokensLeft(now);
        m_last = now;
        return waitFor(m_tokens);
    }
    void forget(const Key &) override {}
    [[nodiscard]] int numRequeues(const Key &) const override { return 0; }
    [[nodiscard]] std::optional<Duration> next(const Key &) const override
    {
        const std::lock_guard lock(m_mutex);
        return waitFor(tokensLeft(m_now()));
    }

private:
    /// Once one more has been taken. Below zero: tokens promised to those who wait already.
    [[nodiscard]] double tokensLeft(SteadyTime now) const
    {
        const double passed = std::chrono::duration<double>(now - m_last).count();
        return std::min(m_burst, m_tokens + passed * m_perSecond) - 1.0;
    }
    [[nodiscard]] Duration waitFor(double tokens) const
    {
        if (tokens >= 0)
            return Duration::zero();
        const std::chrono::duration<double> wait(-tokens / m_perSecond);
        return wait < std::chrono::duration<double>(Duration::max()) ? std::chrono::duration_cast<Duration>(wait) : Duration::max();
    }

    mutable std::mutex m_mutex;
    const double m_perSecond;
    const double m_burst;
    std::function<SteadyTime()> m_now;
    double m_tokens;
    SteadyTime m_last;
};

/// The longest wait of several.
template <typename Key>
class MaxOfRateLimiter final : public RateLimiter<Key>
{
public:
    /// The longest wait of any of them.
    explicit MaxOfRateLimiter(std::vector<RateLimiterPtr<Key>> limiters) : m_limiters(std::move(limiters)) {}
    [[nodiscard]] Duration when(const Key &key) override
    {
        Duration longest = Duration::zero();
        for (const auto &limiter : m_limiters)
            longest = std::max(longest, limiter->when(key));
        return longest;
    }
    void forget(const Key &key) override
    {
        for (const auto &limiter : m_limiters)
            limiter->forget(key);
    }
    [[nodiscard]] int numRequeues(const Key &key) const override
    {
        int most = 0;
        for (const auto &limiter : m_limiters)
            most = std::max(most, limiter->numRequeues(key));
        return most;
    }
    [[nodiscard]] std::size_t failing() const override
    {
        std::size_t most = 0;
        for (const auto &limiter : m_limiters)
            most = std::max(most, limiter->failing());
        return most;
    }
    [[nodiscard]] std::optional<Duration> next(const Key &key) const override
    {
        Duration longest = Duration::zero();
        for (const auto &limiter : m_limiters) {
            const auto one = limiter->next(key);
            if (!one)
                return std::nullopt;
            longest = std::max(longest, *one);
        }
        return longest;
    }

private:
    std::vector<RateLimiterPtr<Key>> m_limiters;
};

/// Another limiter, never longer than maxWait.
template <typename Key>
class WithMaxWaitRateLimiter final : public RateLimiter<Key>
{
public:
    /// The limiter's wait, at most maxWait.
    WithMaxWaitRateLimiter(RateLimiterPtr<Key> limiter, Duration maxWait) : m_limiter(std::move(limiter)), m_maxWait(maxWait) {}
    [[nodiscard]] Duration when(const Key &key) override { return std::min(m_limiter->when(key), m_maxWait); }
    void forget(const Key &key) override { m_limiter->forget(key); }
    [[nodiscard]] int numRequeues(const Key &key) const override { return m_limiter->numRequeues(key); }
    [[nodiscard]] std::size_t failing() const override { return m_limiter->failing(); }
    [[nodiscard]] std::optional<Duration> next(const Key &key) const override
    {
        const auto wait = m_limiter->next(key);
        return wait ? std::optional(std::min(*wait, m_maxWait)) : std::nullopt;
    }

private:
    RateLimiterPtr<Key> m_limiter;
    Duration m_maxWait;
};

/// What a controller takes unless it knows better: 5 ms to 1000 s per key, and 10 a second with bursts of 100 over all.
template <typename Key>
[[nodiscard]] RateLimiterPtr<Key> defaultControllerRateLimiter(
    std::function<SteadyTime()> now = [] { return std::chrono::steady_clock::now(); })
{
    std::vector<RateLimiterPtr<Key>> limiters;
    limiters.push_back(std::make_unique<ItemExponentialFailureRateLimiter<Key>>(std::chrono::milliseconds(5), std::chrono::seconds(1000)));
    limiters.push_back(std::make_unique<BucketRateLimiter<Key>>(10.0, 100, std::move(now)));
    return std::make_unique<MaxOfRateLimiter<Key>>(std::move(limiters));
}

/// 1 ms to 1000 s per key.
template <typename Key>
[[nodiscard]] RateLimiterPtr<Key> defaultItemBasedRateLimiter()
{
    return std::make_unique<ItemExponentialFailureRateLimiter<Key>>(std::chrono::milliseconds(1), std::chrono::seconds(1000));
}

} // namespace kube
