// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/fault/proxy/fault.h"

#include <QTcpSocket>
#include <QTimer>

#include <deque>
#include <functional>

namespace kube::test {

/// One direction of a connection: what one socket says is told the other, as a Fault has it.
/// Lifetime: both sockets outlive it. Thread: theirs.
class FaultPipe
{
public:
    /// cut: called when Fault::cutAfter has been reached; the pipe says no more after that.
    FaultPipe(QTcpSocket &from, QTcpSocket &to, std::function<void()> cut);

    void set(const Fault &fault);
    /// The other side is told of the end once everything has been said.
    void end();
    [[nodiscard]] qint64 passed() const { return m_passed; } ///< bytes

private:
    using Clock = std::chrono::steady_clock;
    struct Piece {
        QByteArray bytes;
        Clock::time_point due;
    };
    void take();
    void pump();
    void pass(qint64 size);
    void wait(Clock::time_point until);
    void close();

    QTcpSocket &m_from;
    QTcpSocket &m_to;
    std::function<void()> m_cut;
    Fault m_fault;
    std::deque<Piece> m_pieces;
    qint64 m_waiting = 0; ///< bytes in m_pieces
    qint64 m_passed = 0;
    qint64 m_cutAt = -1;  ///< of m_passed
    bool m_ended = false;
    bool m_done = false;
    Clock::time_point m_next{}; ///< the bandwidth allows no byte before
    QTimer m_timer;
};

} // namespace kube::test
