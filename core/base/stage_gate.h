// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>

namespace kube {

/// What an inspector may ask of a stage that hands things on one by one. Nothing is lost while a stage is paused: what
/// comes waits in it, or further up. Thread: any. Lifetime: the stage's.
class StageControl
{
public:
    virtual ~StageControl() = default;
    virtual void pause() = 0;                     ///< nothing more is handed on; what is in hand is finished
    virtual void step(std::size_t count = 1) = 0; ///< lets so many more through; ignored unless paused
    virtual void resume() = 0;                    ///< forgets steps that were not taken
    [[nodiscard]] virtual bool isPaused() const = 0; ///< since pause(), until resume()
};

/// The memory of a stage that can be paused; one comparison while it is not. Thread: under its stage's mutex.
class StageGate
{
public:
    void pause() { m_paused = true; } ///< nothing more may pass
    /// So many more may pass; ignored unless paused.
    void step(std::size_t count)
    {
        if (m_paused)
            m_steps += std::min(count, std::numeric_limits<std::size_t>::max() - m_steps);
    }
    /// Everything may pass; steps not taken are forgotten.
    void resume()
    {
        m_paused = false;
        m_steps = 0;
    }
    [[nodiscard]] bool isPaused() const { return m_paused; } ///< since pause(), until resume()
    [[nodiscard]] bool isOpen() const { return !m_paused || m_steps > 0; } ///< may something pass now?
    /// How many of wanted may pass now.
    [[nodiscard]] std::size_t allowance(std::size_t wanted) const { return m_paused ? std::min(wanted, m_steps) : wanted; }
    /// count of them have passed; at most allowance().
    void passed(std::size_t count = 1)
    {
        if (m_paused)
            m_steps -= count;
    }

private:
    bool m_paused = false;
    std::size_t m_steps = 0;
};

} // namespace kube
