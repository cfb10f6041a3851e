// SPDX-License-Identifier: Apache-2.0
#include "core/cache/delta_fifo.h"

namespace kube {

void DeltaFIFO::close()
{
    Function wakeUp;
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_gate.resume(); // who waits for the end must get there
        m_changed.notify_all();
        wakeUp = armedWakeUp();
    }
    call(wakeUp);
}

void DeltaFIFO::pause()
{
    const std::lock_guard lock(m_mutex);
    if (!m_closed)
        m_gate.pause();
}

void DeltaFIFO::step(std::size_t count)
{
    Function wakeUp;
    {
        const std::lock_guard lock(m_mutex);
        m_gate.step(count);
        m_changed.notify_all();
        wakeUp = armedWakeUp();
    }
    call(wakeUp);
}

void DeltaFIFO::resume()
{
    Function wakeUp;
    {
        const std::lock_guard lock(m_mutex);
        m_gate.resume();
        m_changed.notify_all();
        wakeUp = armedWakeUp();
    }
    call(wakeUp);
}

bool DeltaFIFO::isPaused() const
{
    const std::lock_guard lock(m_mutex);
    return m_gate.isPaused();
}

bool DeltaFIFO::isClosed() const
{
    const std::lock_guard lock(m_mutex);
    return m_closed;
}

void DeltaFIFO::setWakeUp(std::function<void()> wakeUp)
{
    Function pending;
    {
        const std::lock_guard lock(m_mutex);
        m_wakeUp = std::make_shared<const std::function<void()>>(std::move(wakeUp));
        m_armed = m_line.empty();
        if (!m_armed)
            pending = m_wakeUp;
    }
    call(pending);
}

void DeltaFIFO::setDrained(std::size_t lowWater, std::function<void()> drained)
{
    const std::lock_guard lock(m_mutex);
    m_lowWater = lowWater;
    m_drained = std::make_shared<const std::function<void()>>(std::move(drained));
}

void DeltaFIFO::call(const Function &function)
{
    if (function && *function)
        (*function)();
}

DeltaFIFO::Function DeltaFIFO::armedWakeUp()
{
    // Paused, it stays armed: whoever ends the pause, or steps, wakes the consumer.
    return m_gate.isOpen() && std::exchange(m_armed, false) ? m_wakeUp : nullptr;
}

} // namespace kube
