// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/store/api_store.h"

#include <QTimer>

#include <chrono>
#include <random>

namespace orrery::demo {

/// Changes so many Pods a second: one restart more; the annotation demo.orrery/written-at gets the time, in microseconds since 1970, so
/// that a client can tell how late it saw the change, and demo.orrery/change the number of the change, from 1 on without a gap, so that
/// it can tell whether it missed any. Thread: the server's.
class Churn : public QObject
{
    Q_OBJECT

public:
    struct Pace {
        double changesPerSecond = 0;
        double seconds = 0; ///< then it stops; 0: never
    };
    Churn(ApiStore &store, Pace pace, std::uint64_t seed, QObject *parent = nullptr);

private:
    using Clock = std::chrono::steady_clock;
    void tick();
    void change(const StoredPtr &pod);

    ApiStore &m_store;
    Pace m_pace;
    double m_owed = 0;
    std::uint64_t m_changes = 0;
    Clock::time_point m_begun = Clock::now();
    Clock::time_point m_lastTick = m_begun;
    std::mt19937_64 m_random;
    std::vector<StoredPtr> m_pods; ///< those there were a few seconds ago
    int m_ticksLeft = 0;
    QTimer m_timer;
};

} // namespace orrery::demo
