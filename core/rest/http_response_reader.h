// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rest/transport.h"

namespace kube {

/// Reads the answer to one request of HTTP/1.1 as its bytes come, wherever they are cut: head, then a body that is counted,
/// in chunks or goes on until the connection is closed. Interim answers (1xx) and trailers are skipped. What comes after a
/// whole answer is dropped. Pure. Memory: a head or one line. Source: RFC 9112; the limits are Go's net/http's, but for
/// maxHeadBytes, which is Qt's.
class HttpResponseReader
{
public:
    static constexpr qsizetype maxHeadBytes = 256 * 1024; ///< of a head, and of trailers
    static constexpr qsizetype maxChunkLineBytes = 4096; ///< of a chunk's size with its extensions
    static constexpr int maxInterimAnswers = 5;

    /// method: of the request; an answer to HEAD has no body.
    explicit HttpResponseReader(const QByteArray &method) : m_toHead(method == "HEAD") {}

    /// Takes the next bytes; gives those of the body among them, as sent: still compressed.
    [[nodiscard]] QByteArray feed(QByteArray bytes);
    /// The connection was closed: is the answer whole, now at the latest?
    [[nodiscard]] bool close();

    [[nodiscard]] const std::optional<HttpHead> &head() const { return m_head; } ///< there once it has come whole
    [[nodiscard]] bool isWhole() const { return m_state == State::Whole; } ///< nothing of the answer is missing
    /// Set once the bytes are no answer, of kind Transport; what follows is dropped.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    enum class State { StatusLine, HeaderLine, Counted, UntilClosed, ChunkSize, Chunk, ChunkEnd, Trailer, Whole, Failed };
    [[nodiscard]] bool isInBody() const { return m_state == State::Counted || m_state == State::UntilClosed || m_state == State::Chunk; }
    [[nodiscard]] qsizetype takeLine(QByteArrayView bytes);
    void onLine(QByteArrayView line);
    void onStatusLine(QByteArrayView line);
    void onHeaderLine(QByteArrayView line);
    void onHeadEnd();
    void onChunkSize(QByteArrayView line);
    void onBodyPieceEnd();
    void expect(State state, qsizetype mostBytes);
    void refuse(QString why);

    bool m_toHead;
    State m_state = State::StatusLine;
    QByteArray m_line;                   ///< the beginning of one that is not whole
    qsizetype m_lineLeft = maxHeadBytes; ///< bytes that what is being read by lines may still have
    qint64 m_bodyLeft = 0;               ///< of the body, or of a chunk
    int m_interim = 0;
    HttpHead m_coming;
    std::optional<HttpHead> m_head;
    std::optional<Error> m_error;
};

} // namespace kube
