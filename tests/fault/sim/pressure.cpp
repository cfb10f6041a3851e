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
    if (!m_isOn || !m_chance.percent(40))
        return false;
    switch (m_chance.below(3)) {
    case 0: act(name + ": reflector", stages.reflector); break;
    case 1: act(name + ": queue", stages.queue); break;
    default: act(name + ": handlers", stages.handlers); break;
    }
    return true;
}

bool Pressure::actOnClient(StageControl &stage)
{
    if (!m_isOn || !m_chance.percent(15))
        return false;
    act("client", stage);
    return true;
}

void Pressure::act(const std::string &name, StageControl &stage)
{
    const auto what = m_chance.below(3);
    const auto steps = 1 + m_chance.below(4);
    m_journal.note([&] {
        constexpr std::array words = {" paused", " resumed", " let through: "};
        return name + words[what] + (what == 2 ? std::to_string(steps) : std::string());
    });
    switch (what) {
    case 0: stage.pause(); break;
    case 1: stage.resume(); break;
    default: stage.step(steps); break;
    }
}

void Pressure::end(const InformerStages &stages)
{
    stages.reflector.resume();
    stages.queue.resume();
    stages.handlers.resume();
}

} // namespace kube::sim
