// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/stage_gate.h"

#include <functional>

namespace kube {

/// A stage that also tells when it is paused and when no longer.
class TellingStage final : public StageControl
{
public:
    TellingStage(StageControl &stage, std::function<void()> changed) : m_stage(stage), m_changed(std::move(changed)) {}
    void pause() override
    {
        m_stage.pause();
        m_changed();
    }
    void step(std::size_t count) override { m_stage.step(count); }
    void resume() override
    {
        m_stage.resume();
        m_changed();
    }
    [[nodiscard]] bool isPaused() const override { return m_stage.isPaused(); }

private:
    StageControl &m_stage;
    const std::function<void()> m_changed; ///< callable on any thread
};

} // namespace kube
