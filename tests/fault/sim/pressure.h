// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cache/shared_informer.h"
#include "tests/fault/sim/chance.h"
#include "tests/fault/sim/journal.h"

namespace kube::sim {

/// In a quarter of the runs: queues that are soon long, and somebody who pauses, steps and resumes an informer's stages.
/// Its chance is its own, so that the other runs are what they would be without it.
class Pressure
{
public:
    Pressure(std::uint64_t seed, Journal &journal) : m_chance(seed ^ (1ULL << 32)), m_journal(journal), m_isOn(m_chance.percent(25)) {}

    void settle(SharedIndexInformer::Config &config); ///< its marks of high and low water
    /// Perhaps does something to one of the stages; true when it did.
    bool act(const std::string &name, const InformerStages &stages);
    static void end(const InformerStages &stages); ///< everything flows

private:
    Chance m_chance;
    Journal &m_journal;
    const bool m_isOn;
};

} // namespace kube::sim
