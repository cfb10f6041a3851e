// SPDX-License-Identifier: Apache-2.0
#include "tests/fault/proxy/fault_pipe.h"

namespace kube::test {

namespace {
constexpr qint64 mostWaiting = 64 * 1024; // a reader that waits makes its sender wait, as a slow path does
}

FaultPipe::FaultPipe(QTcpSocket &from, QTcpSocket &to, std::function<void()> cut)
    : m_from(from), m_to(to), m_cut(std::move(cut))
{
    m_from.setReadBufferSize(mostWaiting);
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { pump(); });
    QObject::connect(&m_from, &QTcpSocket::readyRead, &m_timer, [this] { take(); });
}

void FaultPipe::set(const Fault &fault)
{
    m_fault = fault;
    m_cutAt = fault.cutAfter ? m_passed + *fault.cutAfter : -1;
    if (fault.swallow) {
        m_pieces.clear();
        m_waiting = 0;
    }
    m_timer.stop();
    take();
}

void FaultPipe::end()
{
    m_ended = true;
    take();
}

void FaultPipe::take()
{
    if (m_done)
        return;
    if (m_fault.swallow) {
        if (m_from.bytesAvailable() > 0)
            m_from.readAll();
        return;
    }
    while (m_waiting < mostWaiting && m_from.bytesAvailable() > 0) {
        QByteArray bytes = m_from.read(mostWaiting - m_waiting);
        m_waiting += bytes.size();
        m_pieces.push_back({std::move(bytes), Clock::now() + m_fault.latency});
    }
    if (!m_timer.isActive())
        pump();
}

void FaultPipe::pump()
{
    while (!m_done && !m_pieces.empty()) {
        const auto due = std::max(m_pieces.front().due, m_next);
        if (due > Clock::now()) {
            wait(due);
            return;
        }
        qint64 size = m_pieces.front().bytes.size();
        if (m_fault.slice > 0)
            size = std::min(size, m_fault.slice);
        if (m_fault.bytesPerSecond > 0)
            size = std::min(size, std::max<qint64>(1, m_fault.bytesPerSecond / 100));
        if (m_cutAt >= 0)
            size = std::min(size, m_cutAt - m_passed);
        pass(size);
        if (m_cutAt >= 0 && m_passed >= m_cutAt) {
            m_done = true;
            m_cut();
            return;
        }
        if (m_fault.bytesPerSecond > 0)
            m_next = Clock::now() + std::chrono::nanoseconds(1'000'000'000 * size / m_fault.bytesPerSecond);
        if (m_fault.slice > 0) {
            wait(std::max(Clock::now(), m_next)); // the reader has its turn between two slices
            return;
        }
    }
    if (m_done || m_fault.swallow)
        return;
    if (m_from.bytesAvailable() > 0)
        take();
    else if (m_ended)
        close();
}

void FaultPipe::pass(qint64 size)
{
    Piece &piece = m_pieces.front();
    const QByteArray bytes = piece.bytes.left(size);
    piece.bytes.remove(0, size);
    if (piece.bytes.isEmpty())
        m_pieces.pop_front();
    m_passed += size;
    m_waiting -= size;
    const auto state = m_to.state();
    if (state == QAbstractSocket::UnconnectedState || state == QAbstractSocket::ClosingState)
        return; // nobody hears it
    m_to.write(bytes);
    if (state == QAbstractSocket::ConnectedState)
        m_to.flush(); // may find that nobody is there, and end this connection
}

void FaultPipe::wait(Clock::time_point until)
{
    m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(std::max(until - Clock::now(), Clock::duration::zero())));
}

void FaultPipe::close()
{
    m_done = true;
    QTimer::singleShot(m_fault.slowClose, &m_to, [to = &m_to] { to->disconnectFromHost(); });
}

} // namespace kube::test
