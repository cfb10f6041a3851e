// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/manual_time.h"

#include <string>

namespace kube::sim {

/// What happened in a run, a line each, with the seconds since it began; nothing unless it is on, for speed.
class Journal
{
public:
    explicit Journal(bool on) : m_on(on) {}

    void begin(const std::shared_ptr<test::ManualTime> &time)
    {
        m_time = time;
        m_began = time->now();
    }
    /// line: called only when the journal is on; gives the text.
    template <typename Line>
    void note(const Line &line)
    {
        if (m_on)
            write(line());
    }
    [[nodiscard]] const std::string &text() const { return m_text; }

private:
    void write(const std::string &line)
    {
        const auto time = m_time.lock();
        const double seconds = time ? std::chrono::duration<double>(time->now() - m_began).count() : 0;
        m_text += QString::asprintf("%12.3f  ", seconds).toStdString() + line + '\n';
    }

    bool m_on;
    std::weak_ptr<test::ManualTime> m_time;
    SteadyTime m_began{};
    std::string m_text;
};

} // namespace kube::sim
