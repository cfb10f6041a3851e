// SPDX-License-Identifier: Apache-2.0
#include "core/rest/inflate.h"

#define ZLIB_CONST
#include <zlib.h>

#include <array>
#include <deque>

namespace kube {

namespace {
constexpr int gzipOnly = 15 + 16; // window bits, plus zlib's way to ask for a gzip header
}

struct GzipInflater::State {
    z_stream stream{};
    std::deque<QByteArray> input;
    std::optional<Error> error;
    bool insideMember = false;
    bool memberEnded = false;
    bool outputPending = false; ///< the last piece was full: zlib may hold more without further input
    std::array<char, pieceBytes> output;

    State()
    {
        if (inflateInit2(&stream, gzipOnly) != Z_OK)
            error = Error::badInput(QStringLiteral("zlib could not be set up"));
    }
    ~State() { inflateEnd(&stream); }
    State(const State &) = delete;
    State &operator=(const State &) = delete;

    [[nodiscard]] bool takeInput()
    {
        while (stream.avail_in == 0) {
            if (stream.next_in) {
                input.pop_front();
                stream.next_in = nullptr;
            }
            if (input.empty())
                return false;
            stream.next_in = reinterpret_cast<const Bytef *>(input.front().constData());
            stream.avail_in = static_cast<uInt>(input.front().size());
        }
        return true;
    }
};

GzipInflater::GzipInflater() : m_state(std::make_unique<State>()) {}
GzipInflater::~GzipInflater() = default;
GzipInflater::GzipInflater(GzipInflater &&) noexcept = default;
GzipInflater &GzipInflater::operator=(GzipInflater &&) noexcept = default;

void GzipInflater::feed(const QByteArray &bytes)
{
    if (!bytes.isEmpty() && !m_state->error)
        m_state->input.push_back(bytes);
}

Result<std::optional<QByteArrayView>> GzipInflater::next()
{
    State &state = *m_state;
    if (state.error)
        return fail(*state.error);
    z_stream &stream = state.stream;
    stream.next_out = reinterpret_cast<Bytef *>(state.output.data());
    stream.avail_out = static_cast<uInt>(pieceBytes);
    while (stream.avail_out > 0) {
        const bool hasInput = state.takeInput();
        if (!hasInput && !state.outputPending)
            break;
        if (state.memberEnded) {
            inflateReset(&stream);
            state.memberEnded = false;
        }
        const uInt roomBefore = stream.avail_out;
        const int outcome = inflate(&stream, Z_SYNC_FLUSH);
        state.outputPending = stream.avail_out == 0;
        state.insideMember = true;
        if (outcome == Z_STREAM_END) {
            state.insideMember = false;
            state.memberEnded = true;
            state.outputPending = false;
        } else if (outcome == Z_BUF_ERROR && !hasInput && stream.avail_out == roomBefore) {
            state.outputPending = false;
            break;
        } else if (outcome != Z_OK && outcome != Z_BUF_ERROR) {
            const QString words = stream.msg ? QString::fromLatin1(stream.msg) : QStringLiteral("damaged data");
            state.error = Error::badInput(QStringLiteral("the compressed answer cannot be read: ") + words);
            break;
        }
    }
    const auto produced = static_cast<qsizetype>(pieceBytes - stream.avail_out);
    // What came before the damage is still good; the error follows with the next call.
    if (produced > 0)
        return QByteArrayView(state.output.data(), produced);
    if (state.error)
        return fail(*state.error);
    return std::nullopt;
}

std::optional<Error> GzipInflater::finish() const
{
    if (m_state->error)
        return m_state->error;
    if (m_state->insideMember)
        return Error::transport(QStringLiteral("the compressed answer was cut short"));
    return std::nullopt;
}

} // namespace kube
