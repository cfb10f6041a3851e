// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/fault/proxy/fault_proxy.h"

#include <QStringList>
#include <QTimer>

#include <random>

namespace kube::test {

/// One fault of a path after another, as chance has it, each for a while, with a pause after it.
class RandomFaults
{
public:
    RandomFaults(FaultProxy &proxy, std::uint32_t seed);

    void start();
    /// The path is well from now on; what is dead of it stays dead.
    void stop();
    /// What was done so far, in words.
    [[nodiscard]] const QStringList &history() const { return m_history; }

private:
    void next();
    [[nodiscard]] int between(int least, int most);

    FaultProxy &m_proxy;
    std::mt19937 m_random;
    bool m_inFault = false;
    QStringList m_history;
    QTimer m_timer;
};

} // namespace kube::test
