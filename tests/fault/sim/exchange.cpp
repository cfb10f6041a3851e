// SPDX-License-Identifier: Apache-2.0
#include "tests/fault/sim/exchange.h"

namespace kube::sim {

Exchange::Exchange(std::shared_ptr<test::ManualTime> time, Chance &chance, HttpRequest request, TransportSink &sink)
    : m_time(std::move(time)), m_chance(chance), m_request(std::move(request)), m_sink(&sink), m_lastByte(m_time->now())
{
    watchIdleness();
}

// ---- the server's side

void Exchange::begin(Manner manner, int status, QList<Header> headers)
{
    m_manner = manner;
    m_gzip.begin(manner.gzip);
    headers.emplaceBack("Content-Type", "application/json");
    if (manner.gzip != GzipWriter::Kind::None)
        headers.emplaceBack("Content-Encoding", "gzip");
    m_head = HttpHead{status, std::move(headers)};
    pump();
}

void Exchange::write(const std::string &plain)
{
    if (!m_sink || m_end)
        return;
    m_bytes += m_gzip.encode(plain);
    pump();
}

void Exchange::finish()
{
    if (!m_sink || m_end)
        return;
    m_bytes += m_gzip.end();
    m_end = End{std::nullopt, false};
    pump();
}

void Exchange::fail(Error error, bool lost)
{
    if (!m_sink || m_end)
        return;
    m_end = End{std::move(error), lost};
    pump();
}

void Exchange::drop(Error error, bool lost)
{
    if (!m_sink)
        return;
    m_silent = false;
    m_frozen = false;
    m_paused = false;
    m_head.reset();
    m_bytes.clear();
    m_laterTimer.reset();
    m_end = End{std::move(error), lost};
    pump();
}

void Exchange::answer(const Manner &manner, int status, const std::string &body, QList<Header> headers)
{
    begin(manner, status, std::move(headers));
    if (!body.empty())
        write(body);
    finish();
}

void Exchange::later(Duration delay, std::function<void()> task)
{
    m_laterTimer = m_time->after(delay, [keep = weak_from_this(), task = std::move(task)] {
        const auto self = keep.lock();
        self->m_laterTimer.reset();
        task();
    });
}

void Exchange::freeze(bool frozen)
{
    m_frozen = frozen;
    pump();
}

void Exchange::heal()
{
    m_manner.damage = Damage::None;
    m_manner.pause = std::min<Duration>(m_manner.pause, std::chrono::milliseconds(5));
    m_frozen = false;
    m_pumpTimer.reset();
    pump();
}

// ---- the client's side

void Exchange::abandon()
{
    m_pumpTimer.reset();
    m_laterTimer.reset();
    m_idleTimer.reset();
    if (std::exchange(m_sink, nullptr) && gone)
        gone();
}

void Exchange::setPaused(bool paused)
{
    m_paused = paused;
    pump();
}

// ---- delivery

void Exchange::pump()
{
    if (m_pumpTimer || !m_sink || m_paused || m_silent || m_frozen || (!m_head && m_bytes.isEmpty() && !m_end))
        return;
    m_pumpTimer = m_time->after(m_chance.upTo(m_manner.pause), [this] {
        const auto keep = shared_from_this();
        m_pumpTimer.reset();
        if (m_paused || m_silent || m_frozen)
            return;
        deliver();
        pump();
    });
}

qsizetype Exchange::pieceSize()
{
    switch (m_manner.pieces) {
    case Pieces::Whole: break;
    case Pieces::Some: return 1 + static_cast<qsizetype>(m_chance.below(static_cast<std::uint64_t>(m_bytes.size())));
    case Pieces::Bytes: return m_sent < 48 ? 1 : m_bytes.size();
    }
    return m_bytes.size();
}

void Exchange::deliver()
{
    if (m_head) {
        m_lastByte = m_time->now();
        const HttpHead head = *std::exchange(m_head, std::nullopt);
        m_sink->head(head);
        return;
    }
    const bool damaged = m_manner.damage != Damage::None;
    if (!m_bytes.isEmpty() && !(damaged && m_sent >= m_manner.damageAt)) {
        qsizetype size = pieceSize();
        if (damaged)
            size = std::min(size, static_cast<qsizetype>(m_manner.damageAt - m_sent));
        const QByteArray piece = m_bytes.left(size);
        m_bytes.remove(0, size);
        m_sent += static_cast<std::size_t>(size);
        m_lastByte = m_time->now();
        m_sink->data(piece);
        return;
    }
    if (damaged && !m_bytes.isEmpty()) {
        switch (m_manner.damage) {
        case Damage::Silent: m_silent = true; return;
        case Damage::Closed: end(std::nullopt, false); return;
        default: end(Error::transport(QStringLiteral("connection reset by peer")), true); return;
        }
    }
    if (m_end) {
        const End last = *m_end;
        end(last.error, last.lost);
    }
}

void Exchange::end(std::optional<Error> error, bool lost)
{
    const auto keep = shared_from_this();
    m_lost = lost;
    TransportSink *sink = m_sink;
    abandon();
    sink->end(std::move(error));
}

void Exchange::watchIdleness()
{
    const Duration limit = m_request.idleTimeout;
    if (limit <= Duration::zero())
        return;
    m_idleTimer = m_time->after(limit - (m_time->now() - m_lastByte), [this, limit] {
        if (m_paused)
            m_lastByte = m_time->now();
        if (m_time->now() - m_lastByte < limit)
            watchIdleness();
        else
            end(Error::transport(QStringLiteral("not a byte came in time")), false);
    });
}

} // namespace kube::sim
