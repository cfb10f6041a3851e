// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cache/shared_informer.h"
#include "tests/fault/sim/chance.h"
#include "tests/fault/sim/journal.h"

namespace kube::sim {

/// In a quarter of the runs: queues that are soon long, and somebody who pauses, steps and resumes the stages, the client's too.
/// Its chance is its own, so that the other runs are what they would be without it.
class Pressure
{
public:
    Pressure(std::uint64_t seed, Journal &journal) : m_chance(seed ^ (1ULL << 32)), m_journal(journal), m_isOn(m_chance.percent(25)) {}

    void settle(SharedIndexInformer::Config &config); ///< its marks of high and low water
    /// Perhaps does something to one of the stages; true when it did.
    bool act(const std::string &name, const InformerStages &stages);
    bool actOnClient(StageControl &stage); ///< likewise, less often
    static void end(const InformerStages &stages); ///< everything flows

private:
    void act(const std::string &name, StageControl &stage);

    Chance m_chance;
    Journal &m_journal;
    const bool m_isOn;
};

} // namespace kube::sim
