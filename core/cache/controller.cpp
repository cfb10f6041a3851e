// SPDX-License-Identifier: Apache-2.0
#include "core/cache/controller.h"

namespace kube {

Reflector::Config Controller::reflectorConfig(const Config &config)
{
    Reflector::Config reflector;
    reflector.name = config.objectDescription;
    reflector.state = config.reflector;
    if (config.watchListPageSize > 0)
        reflector.state.pageSize = config.watchListPageSize;
    reflector.objectType = config.objectType;
    reflector.resyncPeriod = config.fullResyncPeriod;
    reflector.shouldResync = config.shouldResync;
    reflector.errorHandler = config.watchErrorHandler;
    reflector.highWater = config.highWater;
    reflector.lowWater = config.lowWater;
    return reflector;
}

Controller::Controller(Config config, ExecutorPtr executor, Scheduler &scheduler, Random random)
    : m_config(std::move(config)), m_scheduler(scheduler),
      m_reflector(*m_config.listerWatcher, *m_config.queue, executor, scheduler, std::move(random), reflectorConfig(m_config)),
      m_owner(executor)
{
    settleProcess();
    if (m_config.synced)
        m_tellSynced = m_owner.bind([this] { m_config.synced(); });
}

Controller::~Controller()
{
    m_config.queue->setWakeUp({});
}

/// Makes both of process and batchProcess, whichever was given, with retryOnError in them.
void Controller::settleProcess()
{
    if (!m_config.batchProcess) {
        m_config.batchProcess = [process = m_config.process](std::span<const Deltas> batch) {
            std::vector<PopFailure> failures;
            for (std::size_t i = 0; i < batch.size(); ++i) {
                if (auto failure = process(batch[i])) {
                    failure->index = i;
                    failures.push_back(std::move(*failure));
                }
            }
            return failures;
        };
    }
    if (m_config.retryOnError == RetryOnError::Yes) {
        m_config.batchProcess = [process = std::move(m_config.batchProcess)](std::span<const Deltas> batch) {
            auto failures = process(batch);
            for (PopFailure &failure : failures)
                failure.requeue = true;
            return failures;
        };
    }
    m_config.process = [this](const Deltas &deltas) -> std::optional<PopFailure> {
        auto failures = m_config.batchProcess({&deltas, 1});
        return failures.empty() ? std::nullopt : std::optional(std::move(failures.front()));
    };
}

void Controller::run()
{
    if (m_ended || std::exchange(m_running, true))
        return;
    if (m_config.consumer == Consumer::EventLoop)
        m_config.queue->setWakeUp(m_owner.bind([this] { takeTurn(); }));
    m_reflector.start();
}

void Controller::stop()
{
    m_ended = true;
    m_running = false;
    const auto alive = m_owner.guard();
    m_reflector.stop();
    if (alive.expired())
        return; // who was told of the end has destroyed what has ended
    m_config.queue->setWakeUp({});
    m_config.queue->close();
}

void Controller::work()
{
    // An item that failed is no end; nothing is put back once the queue is closed, so that it does empty.
    while (m_config.queue->pop(m_config.process) || !m_config.queue->isClosed() || m_config.queue->len() > 0) {
        if (!m_toldSynced && m_tellSynced && m_config.queue->hasSynced()) {
            m_toldSynced = true;
            m_tellSynced();
        }
    }
}

void Controller::takeTurn()
{
    const SteadyTime end = m_scheduler.now() + m_config.turn;
    while (m_running) {
        const std::size_t popped = m_config.queue->popBatch(m_config.batch, m_config.batchProcess);
        if (!m_toldSynced && m_running && m_config.queue->hasSynced()) {
            m_toldSynced = true;
            if (const auto synced = m_config.synced) {
                const auto alive = m_owner.guard();
                synced();
                if (alive.expired())
                    return;
            }
        }
        if (popped == 0)
            return;
        if (m_scheduler.now() >= end) {
            m_owner.bind([this] { takeTurn(); })();
            return;
        }
    }
}

} // namespace kube
