// SPDX-License-Identifier: Apache-2.0
#include "core/informers/shared_informer_factory.h"

namespace kube {

namespace {

constexpr auto leastLook = std::chrono::seconds(1); ///< between two looks whether the last handler has gone

} // namespace

std::string InformerKey::toString() const
{
    std::string text = resource.toString() + " " + resource.version;
    if (!namespaceName.empty())
        text += " in " + namespaceName;
    for (const std::string &selector : {labelSelector, fieldSelector}) {
        if (!selector.empty())
            text += " (" + selector + ")";
    }
    switch (form) {
    case Form::Objects: break;
    case Form::Table: text += " as table"; break;
    case Form::Metadata: text += " as metadata"; break;
    }
    return text;
}

void InformerHandle::reset()
{
    m_informer.reset();
    m_share.reset();
}

struct SharedInformerFactory::Entry {
    std::shared_ptr<SharedIndexInformer> informer;
    std::size_t users = 0;
    Timer grace; ///< runs while nobody uses it
};

struct SharedInformerFactory::State {
    MakeListerWatcher make;
    ExecutorPtr executor;
    Scheduler &scheduler;
    Random random;
    Config config;
    std::map<InformerKey, Entry> entries;
    bool shutDown = false;

    std::shared_ptr<SharedIndexInformer> makeInformer(const InformerKey &key)
    {
        auto informer = config.informer ? config.informer(key) : SharedIndexInformer::Config{};
        if (informer.name.empty())
            informer.name = key.toString();
        informer.reflector.labelSelector = key.labelSelector;
        informer.reflector.fieldSelector = key.fieldSelector;
        return std::make_shared<SharedIndexInformer>(make(key), executor, scheduler, random, std::move(informer));
    }

    /// Those there are now: whoever is told something by one of them may add others, drop them or end the factory.
    [[nodiscard]] std::vector<std::shared_ptr<SharedIndexInformer>> informers() const
    {
        std::vector<std::shared_ptr<SharedIndexInformer>> all;
        for (const auto &[key, entry] : entries)
            all.push_back(entry.informer);
        return all;
    }

    void release(const InformerKey &key)
    {
        const auto found = entries.find(key);
        if (found == entries.end() || --found->second.users > 0)
            return;
        stopLater(key, config.grace);
    }

    /// Also with no grace it is stopped in a turn of its own: its handler may be what let go of it.
    void stopLater(const InformerKey &key, Duration wait)
    {
        entries.at(key).grace = scheduler.after(wait, [this, key] {
            // Go's factory.Core().V1().Pods().Informer().AddEventHandler(…) keeps nothing but the registration.
            if (entries.at(key).informer->hasHandlers())
                return stopLater(key, std::max<Duration>(config.grace, leastLook));
            auto gone = entries.extract(key);
            gone.mapped().informer->stop();
        });
    }
};

SharedInformerFactory::Config SharedInformerFactory::Config::resyncing(Duration period)
{
    Config config;
    config.informer = [period](const InformerKey &) {
        SharedIndexInformer::Config informer;
        informer.defaultResyncPeriod = period;
        return informer;
    };
    return config;
}

SharedInformerFactory::SharedInformerFactory(MakeListerWatcher make, ExecutorPtr executor, Scheduler &scheduler,
                                             Random random, Config config)
    : m_state(std::make_shared<State>(State{std::move(make), std::move(executor), scheduler, std::move(random),
                                            std::move(config), {}, false}))
{
}

SharedInformerFactory::SharedInformerFactory(MakeListerWatcher make, ExecutorPtr executor, Scheduler &scheduler, Random random)
    : SharedInformerFactory(std::move(make), std::move(executor), scheduler, std::move(random), Config{})
{
}

SharedInformerFactory::~SharedInformerFactory()
{
    shutdown();
}

InformerHandle SharedInformerFactory::informerFor(const InformerKey &key)
{
    InformerHandle handle;
    if (m_state->shutDown) {
        handle.m_informer = m_state->makeInformer(key);
        handle.m_informer->stop();
        return handle;
    }
    Entry &entry = m_state->entries[key];
    if (!entry.informer)
        entry.informer = m_state->makeInformer(key);
    entry.grace.reset();
    ++entry.users;
    handle.m_informer = entry.informer;
    handle.m_share = std::shared_ptr<void>(nullptr, [weak = std::weak_ptr(m_state), key](void *) {
        if (const auto state = weak.lock())
            state->release(key);
    });
    return handle;
}

void SharedInformerFactory::start()
{
    for (const auto &informer : m_state->informers())
        informer->run();
}

Subscription SharedInformerFactory::waitForCacheSync(std::function<void(const std::map<InformerKey, bool> &)> done)
{
    struct Wait {
        std::function<void(const std::map<InformerKey, bool> &)> done;
        std::map<InformerKey, bool> results;
        std::size_t outstanding = 1; // one for the loop below
        std::vector<Subscription> subscriptions;
        ExecutorPtr executor;

        static void arrived(const std::shared_ptr<Wait> &wait)
        {
            if (--wait->outstanding > 0)
                return;
            wait->executor->post([weak = std::weak_ptr(wait)] {
                if (const auto alive = weak.lock())
                    alive->done(alive->results);
            });
        }
    };
    auto wait = std::make_shared<Wait>();
    wait->done = std::move(done);
    wait->executor = m_state->executor;
    for (const auto &[key, entry] : m_state->entries) {
        if (!entry.informer->isRunning())
            continue;
        ++wait->outstanding;
        wait->subscriptions.push_back(entry.informer->onSynced([weak = std::weak_ptr(wait), key = key](bool synced) {
            if (const auto alive = weak.lock()) {
                alive->results[key] = synced;
                Wait::arrived(alive);
            }
        }));
    }
    Wait::arrived(wait);
    return Subscription([wait]() mutable { wait.reset(); });
}

void SharedInformerFactory::shutdown()
{
    m_state->shutDown = true;
    for (const auto &[key, entry] : std::exchange(m_state->entries, {}))
        entry.informer->stop();
}

void SharedInformerFactory::retryNow()
{
    for (const auto &informer : m_state->informers())
        informer->retryNow();
}

std::shared_ptr<SharedIndexInformer> SharedInformerFactory::find(const InformerKey &key) const
{
    const auto found = m_state->entries.find(key);
    return found == m_state->entries.end() ? nullptr : found->second.informer;
}

void SharedInformerFactory::forEach(
    const std::function<void(const InformerKey &, const SharedIndexInformer &, std::size_t)> &look) const
{
    for (const auto &[key, entry] : m_state->entries)
        look(key, *entry.informer, entry.users);
}

} // namespace kube
