// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/recording_transport.h"

namespace orrery::bench {

void TransportRecord::sent(const QString &path, const QString &query)
{
    const std::lock_guard lock(m_mutex);
    if (!m_sent && isTheList(path, query))
        m_sent = std::chrono::steady_clock::now();
}

bool TransportRecord::isTheList(const QString &path, const QString &query) const
{
    return path.endsWith(m_collection) && !query.contains(QLatin1String("watch=")) && !query.contains(QLatin1String("limit=1&"))
        && !query.endsWith(QLatin1String("limit=1"));
}

void TransportRecord::received(bool ofTheList, qsizetype bytes)
{
    const std::lock_guard lock(m_mutex);
    m_bytes += static_cast<quint64>(bytes);
    if (ofTheList && !m_first)
        m_first = std::chrono::steady_clock::now();
}

std::optional<std::chrono::steady_clock::time_point> TransportRecord::listSent() const
{
    const std::lock_guard lock(m_mutex);
    return m_sent;
}

std::optional<std::chrono::steady_clock::time_point> TransportRecord::firstByte() const
{
    const std::lock_guard lock(m_mutex);
    return m_first;
}

quint64 TransportRecord::bytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

namespace {

class RecordingStream final : public kube::TransportStream, private kube::TransportSink
{
public:
    RecordingStream(std::shared_ptr<TransportRecord> record, kube::TransportSink &sink, bool isTheList)
        : m_record(std::move(record)), m_sink(sink), m_isTheList(isTheList)
    {
    }
    void start(kube::Transport &inner, kube::HttpRequest request) { m_inner = inner.open(std::move(request), *this); }

    void pause() override { m_inner->pause(); }
    void resume() override { m_inner->resume(); }
    [[nodiscard]] bool connectionLost() const override { return m_inner->connectionLost(); }

private:
    void head(const kube::HttpHead &head) override { m_sink.head(head); }
    void data(QByteArray bytes) override
    {
        m_record->received(m_isTheList, bytes.size());
        m_sink.data(std::move(bytes));
    }
    void end(std::optional<kube::Error> error) override { m_sink.end(std::move(error)); }

    std::shared_ptr<TransportRecord> m_record;
    kube::TransportSink &m_sink;
    bool m_isTheList;
    std::unique_ptr<kube::TransportStream> m_inner;
};

} // namespace

std::unique_ptr<kube::TransportStream> RecordingTransport::open(kube::HttpRequest request, kube::TransportSink &sink)
{
    const QString path = request.url.path();
    const QString query = request.url.query();
    m_record->sent(path, query);
    auto stream = std::make_unique<RecordingStream>(m_record, sink, m_record->isTheList(path, query));
    stream->start(*m_inner, std::move(request));
    return stream;
}

} // namespace orrery::bench
