// SPDX-License-Identifier: Apache-2.0
#include "tests/fault/sim/pressure.h"

namespace kube::sim {

void Pressure::settle(SharedIndexInformer::Config &config)
{
    if (!m_isOn || m_chance.percent(30))
        return;
    config.highWater = 1 + m_chance.below(6);
    config.lowWater = m_chance.below(config.highWater);
}

bool Pressure::act(const std::string &name, const InformerStages &stages)
{
    if (!m_isOn || m_chance.percent(60))
        return false;
    const auto which = m_chance.below(3);
    StageControl &stage = which == 0 ? stages.reflector : which == 1 ? stages.queue : stages.handlers;
    const auto what = m_chance.below(3);
    const auto steps = 1 + m_chance.below(4);
    m_journal.note([&] {
        constexpr std::array stageNames = {"reflector", "queue", "handlers"};
        constexpr std::array words = {" paused", " resumed", " let through: "};
        return name + ": " + stageNames[which] + words[what] + (what == 2 ? std::to_string(steps) : std::string());
    });
    switch (what) {
    case 0: stage.pause(); break;
    case 1: stage.resume(); break;
    default: stage.step(steps); break;
    }
    return true;
}

void Pressure::end(const InformerStages &stages)
{
    stages.reflector.resume();
    stages.queue.resume();
    stages.handlers.resume();
}

} // namespace kube::sim
