// SPDX-License-Identifier: Apache-2.0
#include "tests/fault/sim/gzip_writer.h"

#include <zlib.h>

namespace kube::sim {

struct GzipWriter::State {
    z_stream stream{};
    bool memberOpen = false;

    // A small window: thousands of these are made in a second.
    State() { deflateInit2(&stream, 1, Z_DEFLATED, 9 + 16, 1, Z_DEFAULT_STRATEGY); }
    ~State() { deflateEnd(&stream); }
    State(const State &) = delete;
    State &operator=(const State &) = delete;

    QByteArray run(const std::string &plain, int flush)
    {
        std::string input = plain;
        QByteArray result(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(input.size()))) + 64, Qt::Uninitialized);
        stream.next_in = reinterpret_cast<Bytef *>(input.data());
        stream.avail_in = static_cast<uInt>(input.size());
        stream.next_out = reinterpret_cast<Bytef *>(result.data());
        stream.avail_out = static_cast<uInt>(result.size());
        deflate(&stream, flush);
        result.truncate(result.size() - static_cast<qsizetype>(stream.avail_out));
        memberOpen = flush != Z_FINISH;
        if (!memberOpen)
            deflateReset(&stream);
        return result;
    }
};

GzipWriter::GzipWriter() = default;
GzipWriter::~GzipWriter() = default;

void GzipWriter::begin(Kind kind)
{
    m_kind = kind;
    if (kind != Kind::None)
        m_state = std::make_unique<State>();
}

QByteArray GzipWriter::encode(const std::string &plain)
{
    switch (m_kind) {
    case Kind::None: break;
    case Kind::Members: return m_state->run(plain, Z_FINISH);
    case Kind::Flushed: return m_state->run(plain, Z_SYNC_FLUSH);
    }
    return QByteArray(plain.data(), static_cast<qsizetype>(plain.size()));
}

QByteArray GzipWriter::end()
{
    return m_state && m_state->memberOpen ? m_state->run({}, Z_FINISH) : QByteArray();
}

} // namespace kube::sim
