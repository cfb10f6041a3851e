// SPDX-License-Identifier: Apache-2.0
#include "core/rest/http_response_reader.h"

#include <charconv>
#include <cstring>
#include <limits>

namespace kube {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Digits of the base alone: no sign, no space.
std::optional<qint64> numberOf(QByteArrayView text, int base)
{
    std::uint64_t number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    if (problem != std::errc() || end != text.data() + text.size() || number > static_cast<std::uint64_t>(std::numeric_limits<qint64>::max()))
        return std::nullopt;
    return static_cast<qint64>(number);
}

/// RFC 9110's token characters, which a header's name is made of.
bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c != '\0' && std::strchr("!#$%&'*+-.^_`|~", c));
    });
}

/// "HTTP/1.1 200 OK"; the words may be missing.
std::optional<int> statusOf(QByteArrayView line)
{
    if (line.size() < 12 || !line.startsWith("HTTP/1.") || !isDigit(line[7]) || line[8] != ' ' || (line.size() > 12 && line[12] != ' '))
        return std::nullopt;
    if (line[9] == '0' || !std::all_of(line.begin() + 9, line.begin() + 12, isDigit))
        return std::nullopt;
    return numberOf(line.sliced(9, 3), 10);
}

} // namespace

QByteArray HttpResponseReader::feed(QByteArray bytes)
{
    // What is body moves together at the front, in the place where it came.
    char *const data = bytes.data();
    const qsizetype size = bytes.size();
    qsizetype body = 0;
    qsizetype at = 0;
    while (at < size && m_state != State::Whole && m_state != State::Failed) {
        if (!isInBody()) {
            at += takeLine(QByteArrayView(data + at, size - at));
            continue;
        }
        const auto count = static_cast<qsizetype>(std::min<qint64>(size - at, m_bodyLeft));
        if (body != at)
            std::memmove(data + body, data + at, static_cast<std::size_t>(count));
        body += count;
        at += count;
        m_bodyLeft -= count;
        if (m_bodyLeft == 0)
            onBodyPieceEnd();
    }
    bytes.truncate(body);
    return bytes;
}

bool HttpResponseReader::close()
{
    if (m_state == State::UntilClosed)
        m_state = State::Whole;
    return m_state == State::Whole;
}

/// How many of the bytes it took: all, or those to the end of a line.
qsizetype HttpResponseReader::takeLine(QByteArrayView bytes)
{
    const qsizetype newline = bytes.indexOf('\n');
    const qsizetype count = newline < 0 ? bytes.size() : newline + 1;
    if (count > m_lineLeft) {
        refuse(m_state == State::ChunkEnd ? QStringLiteral("a chunk is longer than it says") : QStringLiteral("a line of it has no end"));
        return bytes.size();
    }
    m_lineLeft -= count;
    if (newline < 0) {
        m_line.append(bytes);
        return count;
    }
    QByteArrayView line = bytes.first(newline);
    QByteArray whole;
    if (!m_line.isEmpty()) {
        whole = std::exchange(m_line, {}).append(line);
        line = whole;
    }
    if (line.endsWith('\r'))
        line.chop(1);
    onLine(line);
    return count;
}

void HttpResponseReader::onLine(QByteArrayView line)
{
    switch (m_state) {
    case State::StatusLine:
        onStatusLine(line);
        break;
    case State::HeaderLine:
        line.isEmpty() ? onHeadEnd() : onHeaderLine(line);
        break;
    case State::ChunkSize:
        onChunkSize(line);
        break;
    case State::ChunkEnd:
        line.isEmpty() ? expect(State::ChunkSize, maxChunkLineBytes) : refuse(QStringLiteral("a chunk is longer than it says"));
        break;
    case State::Trailer:
        if (line.isEmpty())
            m_state = State::Whole;
        break;
    default:
        break;
    }
}

void HttpResponseReader::onStatusLine(QByteArrayView line)
{
    const auto status = statusOf(line);
    if (!status) {
        refuse(QStringLiteral("it does not begin with a status of HTTP/1"));
        return;
    }
    m_coming = {static_cast<int>(*status), {}};
    m_state = State::HeaderLine;
}

void HttpResponseReader::onHeaderLine(QByteArrayView line)
{
    if (line.contains('\0') || line.contains('\r')) {
        refuse(QStringLiteral("a header holds a control character"));
        return;
    }
    const bool goesOn = line.front() == ' ' || line.front() == '\t';
    if (goesOn && !m_coming.headers.isEmpty()) {
        m_coming.headers.last().second += ' ' + line.trimmed().toByteArray();
        return;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon < 0 || !isToken(line.first(colon))) {
        refuse(QStringLiteral("a header has no name"));
        return;
    }
    m_coming.headers.append({line.first(colon).toByteArray(), line.sliced(colon + 1).trimmed().toByteArray()});
}

void HttpResponseReader::onHeadEnd()
{
    const int status = m_coming.status;
    if (status < 200) {
        if (status == 101 || ++m_interim > maxInterimAnswers)
            refuse(status == 101 ? QStringLiteral("it changes to another protocol") : QStringLiteral("it puts off the answer without end"));
        else
            expect(State::StatusLine, maxHeadBytes);
        return;
    }
    std::optional<qint64> length;
    bool chunked = false;
    for (const auto &[name, value] : m_coming.headers) {
        if (name.compare("Transfer-Encoding", Qt::CaseInsensitive) == 0) {
            if (chunked || value.compare("chunked", Qt::CaseInsensitive) != 0) {
                refuse(QStringLiteral("it comes in a transfer encoding that was not asked for"));
                return;
            }
            chunked = true;
        } else if (name.compare("Content-Length", Qt::CaseInsensitive) == 0) {
            const auto said = numberOf(value, 10);
            if (!said || (length && *length != *said)) {
                refuse(QStringLiteral("its length is no number"));
                return;
            }
            length = said;
        }
    }
    m_head = std::move(m_coming);
    if (m_toHead || status == 204 || status == 304 || (!chunked && length == 0)) {
        m_state = State::Whole;
    } else if (chunked) {
        expect(State::ChunkSize, maxChunkLineBytes);
    } else {
        m_state = length ? State::Counted : State::UntilClosed;
        m_bodyLeft = length.value_or(std::numeric_limits<qint64>::max());
    }
}

void HttpResponseReader::onChunkSize(QByteArrayView line)
{
    const qsizetype semicolon = line.indexOf(';');
    const auto size = numberOf((semicolon < 0 ? line : line.first(semicolon)).trimmed(), 16);
    if (!size) {
        refuse(QStringLiteral("the length of a chunk is no number"));
        return;
    }
    m_bodyLeft = *size;
    if (*size == 0)
        expect(State::Trailer, maxHeadBytes);
    else
        m_state = State::Chunk;
}

void HttpResponseReader::onBodyPieceEnd()
{
    if (m_state == State::Chunk)
        expect(State::ChunkEnd, 2);
    else
        m_state = State::Whole;
}

void HttpResponseReader::expect(State state, qsizetype mostBytes)
{
    m_state = state;
    m_lineLeft = mostBytes;
}

void HttpResponseReader::refuse(QString why)
{
    m_state = State::Failed;
    m_line.clear();
    m_error = Error::transport(QStringLiteral("the server's answer cannot be read as HTTP: %1").arg(why));
}

} // namespace kube
