// SPDX-License-Identifier: Apache-2.0
#include "core/cache/controller.h"

namespace kube {

Controller::Controller(Config config, ExecutorPtr executor, Scheduler &scheduler, Random random)
    : m_config(std::move(config)), m_scheduler(scheduler),
      m_reflector(*m_config.listerWatcher, *m_config.queue, executor, scheduler, std::move(random), m_config.reflector),
      m_owner(executor)
{
}

Controller::~Controller()
{
    m_config.queue->setWakeUp({});
}

void Controller::run()
{
    if (m_ended || std::exchange(m_running, true))
        return;
    m_config.queue->setWakeUp(m_owner.bind([this] { takeTurn(); }));
    m_reflector.start();
}

void Controller::stop()
{
    m_ended = true;
    m_running = false;
    m_reflector.stop();
    m_config.queue->setWakeUp({});
    m_config.queue->close();
}

void Controller::takeTurn()
{
    const SteadyTime end = m_scheduler.now() + m_config.turn;
    while (m_running) {
        const std::size_t popped = m_config.queue->popBatch(m_config.batch, m_config.process);
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
