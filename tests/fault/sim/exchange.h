// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rest/transport.h"
#include "tests/fault/sim/chance.h"
#include "tests/fault/sim/gzip_writer.h"
#include "tests/support/manual_time.h"

namespace kube::sim {

/// One HTTP exchange as its client meets it: a head, then bytes in pieces of any size, each in a turn of its own, until
/// the end, or the byte at which the connection is lost, closed or falls silent. Thread: one.
class Exchange final : public std::enable_shared_from_this<Exchange>
{
public:
    enum class Damage { None, Reset, Closed, Silent };
    enum class Pieces { Whole, Some, Bytes }; ///< Bytes: one by one at first
    struct Manner {
        Duration pause{};             ///< at most so long between two pieces
        Pieces pieces = Pieces::Some;
        GzipWriter::Kind gzip = GzipWriter::Kind::None;
        Damage damage = Damage::None;
        std::size_t damageAt = 0;     ///< bytes of the body, as sent
    };

    Exchange(std::shared_ptr<test::ManualTime> time, Chance &chance, HttpRequest request, TransportSink &sink);

    // The server's side. Nothing reaches a client that has gone.
    void begin(Manner manner, int status, QList<Header> headers = {});
    void write(const std::string &plain); ///< and flushes
    void finish();
    void fail(Error error, bool lost);    ///< after what is under way
    void drop(Error error, bool lost);    ///< instead of what is under way
    void answer(const Manner &manner, int status, const std::string &body, QList<Header> headers = {});
    void later(Duration delay, std::function<void()> task); ///< unless the client goes meanwhile; one at a time
    void silence() { m_silent = true; }   ///< half open: the client hears nothing any more
    void freeze(bool frozen);             ///< until it thaws
    void heal();                          ///< nothing more happens to it; a silence stays
    std::function<void()> gone;           ///< the client has dropped it, or it has ended

    [[nodiscard]] const HttpRequest &request() const { return m_request; }
    [[nodiscard]] bool isOpen() const { return m_sink != nullptr; }
    [[nodiscard]] bool isHalfOpen() const { return m_silent; }
    /// Nothing is on its way, and what comes will reach the client.
    [[nodiscard]] bool isSettled() const { return !m_silent && !m_laterTimer && !m_head && m_bytes.isEmpty() && !m_end; }

    // The client's side.
    void abandon();
    void setPaused(bool paused);
    [[nodiscard]] bool connectionLost() const { return m_lost; }

private:
    struct End {
        std::optional<Error> error;
        bool lost = false;
    };
    void pump();
    void deliver();
    [[nodiscard]] qsizetype pieceSize();
    void end(std::optional<Error> error, bool lost);
    void watchIdleness();

    std::shared_ptr<test::ManualTime> m_time;
    Chance &m_chance;
    HttpRequest m_request;
    TransportSink *m_sink;
    Manner m_manner;
    GzipWriter m_gzip;
    std::optional<HttpHead> m_head;
    QByteArray m_bytes;
    std::optional<End> m_end;
    std::size_t m_sent = 0;
    SteadyTime m_lastByte;
    bool m_paused = false;
    bool m_silent = false;
    bool m_frozen = false;
    bool m_lost = false;
    Timer m_pumpTimer;
    Timer m_laterTimer;
    Timer m_idleTimer;
};

} // namespace kube::sim
