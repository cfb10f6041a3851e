// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cache/reflector.h"

namespace kube {

/// A Reflector that fills a queue and a turn of the event loop that empties it, batch by batch.
/// Thread: the executor's. Lifetime: what the config points to outlives it.
/// Source: client-go cache.Controller.
class Controller
{
public:
    struct Config {
        DeltaFIFO *queue = nullptr;
        ListerWatcher *listerWatcher = nullptr;
        DeltaFIFO::BatchProcess process;
        std::function<void()> synced;              ///< once, when hasSynced() becomes true
        Reflector::Config reflector;
        std::size_t batch = 100;                   ///< items processed under one lock
        Duration turn = std::chrono::milliseconds(2); ///< then the event loop has its turn
    };

    Controller(Config config, ExecutorPtr executor, Scheduler &scheduler, Random random);
    ~Controller();

    void run();  ///< once; ignored after that
    void stop(); ///< nothing is processed afterwards
    [[nodiscard]] bool hasSynced() const { return m_config.queue->hasSynced(); }
    [[nodiscard]] const std::string &lastSyncResourceVersion() const { return m_reflector.lastSyncResourceVersion(); }
    [[nodiscard]] Reflector &reflector() { return m_reflector; }
    [[nodiscard]] const Reflector &reflector() const { return m_reflector; }

private:
    void takeTurn();

    Config m_config;
    Scheduler &m_scheduler;
    Reflector m_reflector;
    bool m_running = false;
    bool m_ended = false;
    bool m_toldSynced = false;
    Owner m_owner;
};

} // namespace kube
