// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/store/api_store.h"

#include <QTimer>

#include <random>

namespace orrery::demo {

/// Changes so many Pods a second: one restart more, and the annotation demo.orrery/written-at gets the time, in microseconds since 1970, so
/// that a client can tell how late it saw the change. Thread: the server's.
class Churn : public QObject
{
    Q_OBJECT

public:
    Churn(ApiStore &store, double changesPerSecond, std::uint64_t seed, QObject *parent = nullptr);

private:
    void tick();
    void change(const StoredPtr &pod);

    ApiStore &m_store;
    double m_rate;
    double m_owed = 0;
    std::mt19937_64 m_random;
    std::vector<StoredPtr> m_pods; ///< those there were a few seconds ago
    int m_ticksLeft = 0;
    QTimer m_timer;
};

} // namespace orrery::demo
