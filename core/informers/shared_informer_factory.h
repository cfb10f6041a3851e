// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cache/shared_informer.h"
#include "core/informers/informer_key.h"

#include <map>

namespace kube {

/// A share in an informer, which lives as long as anybody has one or a handler is registered, and a while longer. Drop
/// handlers' registrations first or last, as you like. Thread: the factory's. May outlive the factory: the informer is stopped then.
class [[nodiscard]] InformerHandle
{
public:
    InformerHandle() = default;
    InformerHandle(InformerHandle &&) noexcept = default; ///< the other holds nothing any more
    InformerHandle &operator=(InformerHandle &&) noexcept = default; ///< gives up its own first

    [[nodiscard]] SharedIndexInformer &informer() const { return *m_informer; } ///< only while it holds one
    [[nodiscard]] SharedIndexInformer *operator->() const { return m_informer.get(); } ///< only while it holds one
    [[nodiscard]] explicit operator bool() const { return m_informer != nullptr; } ///< does it hold one?
    void reset(); ///< gives it up

private:
    friend class SharedInformerFactory;
    std::shared_ptr<SharedIndexInformer> m_informer;
    std::shared_ptr<void> m_share;
};

/// Makes informers, shares them by key, and stops those that nobody has used for a while: who has neither a share in one nor
/// a handler registered with it does not use it.
/// Thread: the executor's. Lifetime: the scheduler outlives it. Source: client-go informers.SharedInformerFactory.
class SharedInformerFactory
{
public:
    /// Of the informers that will be made.
    struct Config {
        Duration grace = std::chrono::seconds(30); ///< an informer nobody uses runs on for so long
        /// What each informer is made with; unset: defaults, named by its key.
        std::function<SharedIndexInformer::Config(const InformerKey &)> informer;

        /// Informers whose handlers are told everything again so often; zero: never.
        [[nodiscard]] static Config resyncing(Duration period);
    };
    /// How an informer reaches its objects.
    using MakeListerWatcher = std::function<std::unique_ptr<ListerWatcher>(const InformerKey &)>;

    /// Makes nothing yet. scheduler outlives it.
    SharedInformerFactory(MakeListerWatcher make, ExecutorPtr executor, Scheduler &scheduler, Random random, Config config);
    /// With the default configuration.
    SharedInformerFactory(MakeListerWatcher make, ExecutorPtr executor, Scheduler &scheduler, Random random);
    ~SharedInformerFactory(); ///< as shutdown()

    /// The informer of key; a new one is not running until start(). After shutdown(): a stopped one.
    [[nodiscard]] InformerHandle informerFor(const InformerKey &key);
    /// Runs those that do not run yet. One made later needs another start().
    void start();
    /// Calls done once each informer that runs now has synced (true) or has been stopped without (false).
    /// Dropping the Subscription forgets it.
    [[nodiscard]] Subscription waitForCacheSync(std::function<void(const std::map<InformerKey, bool> &)> done);
    /// Stops all of them, and none starts again.
    void shutdown();
    /// Cuts every back-off short.
    void retryNow();

    /// That of key, without a share in it: for one look, not to be kept. Null when there is none.
    [[nodiscard]] std::shared_ptr<SharedIndexInformer> find(const InformerKey &key) const;
    /// Every informer there is, for the inspector.
    void forEach(const std::function<void(const InformerKey &, const SharedIndexInformer &, std::size_t users)> &look) const;

private:
    struct Entry;
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace kube
