// SPDX-License-Identifier: Apache-2.0
#include "core/streams/log_stream.h"

namespace kube {

namespace {
constexpr auto staysOpen = std::chrono::seconds(2);
} // namespace

/// One exchange, which may be dropped from within its own calls.
class LogStream::Answer final : private StreamSink
{
public:
    explicit Answer(LogStream &stream) : m_log(stream)
    {
        const std::string since = stream.m_options.follow ? stream.m_position.since() : std::string();
        m_exchange = stream.m_client.stream(logRequest(stream.m_options, since), *this);
    }
    void pause() { m_exchange->pause(); }
    void resume() { m_exchange->resume(); }

private:
    void opened(const HttpHead &) override { m_log.opened(); }
    void data(QByteArrayView bytes) override { m_log.data({bytes.data(), static_cast<std::size_t>(bytes.size())}); }
    void end(std::optional<Error> error) override { m_log.ended(std::move(error)); }

    LogStream &m_log;
    std::unique_ptr<ClientStream> m_exchange;
};

LogStream::LogStream(RestClient &client, LogOptions options, Parts parts, Handler handler)
    : m_client(client), m_options(std::move(options)), m_parts(std::move(parts)),
      m_handler(std::make_shared<const Handler>(std::move(handler))),
      m_backoff(Backoff::Config{}, m_parts.random), m_owner(m_parts.executor)
{
    m_owner.bind([this] {
        if (auto error = m_options.check()) {
            finish(LogEvent::State::Failed, std::move(error));
            return;
        }
        if (tell({LogEvent::State::Connecting, {}, std::nullopt}))
            connect();
    })();
}

LogStream::~LogStream() = default;

void LogStream::connect()
{
    ++m_attempt;
    m_retry.reset();
    m_settled.reset();
    m_splitter.clear();
    m_position.resume();
    m_newLines = false;
    m_answer = std::make_unique<Answer>(*this);
    if (m_paused)
        m_answer->pause();
}

void LogStream::pause()
{
    m_paused = true;
    if (m_answer)
        m_answer->pause();
}

void LogStream::resume()
{
    m_paused = false;
    if (m_answer)
        m_answer->resume();
}

void LogStream::reconnect()
{
    if (m_finished || !m_options.follow)
        return;
    m_backoff.reset();
    m_confirming = false;
    connect();
}

void LogStream::distrust(std::optional<Error> reason)
{
    if (!m_finished && m_options.follow)
        (void)tell({LogEvent::State::Reconnecting, {}, std::move(reason)});
}

void LogStream::opened()
{
    if (!m_confirming) {
        (void)tell({LogEvent::State::Live, {}, std::nullopt});
        return;
    }
    // Whether a log that was closed goes on is not known before something new comes, or it stays open.
    m_settled = m_parts.scheduler->after(staysOpen, [this] {
        m_confirming = false;
        (void)tell({LogEvent::State::Live, {}, std::nullopt});
    });
}

void LogStream::takeLine(std::string_view line, QByteArray &into)
{
    if (!m_options.follow) {
        into.append(line.data(), static_cast<qsizetype>(line.size())).append('\n');
        return;
    }
    const StampedLine stamped = StampedLine::of(line);
    if (!m_position.advance(stamped))
        return;
    const std::string_view shown = m_options.timestamps ? line : stamped.text;
    into.append(shown.data(), static_cast<qsizetype>(shown.size())).append('\n');
}

void LogStream::data(std::string_view bytes)
{
    QByteArray lines;
    m_splitter.feed(bytes, [&](std::string_view line) { takeLine(line, lines); });
    if (lines.isEmpty())
        return;
    m_newLines = true;
    m_confirming = false;
    m_settled.reset();
    m_backoff.reset();
    (void)tell({LogEvent::State::Live, std::move(lines), std::nullopt});
}

void LogStream::ended(std::optional<Error> error)
{
    const std::string rest(m_splitter.rest());
    // A cut follow gets its last line again, whole.
    if (!rest.empty() && (!error || !m_options.follow)) {
        QByteArray lines;
        takeLine(rest, lines);
        m_newLines = m_newLines || !lines.isEmpty();
        const auto attempt = m_attempt;
        if (!lines.isEmpty() && (!tell({LogEvent::State::Live, std::move(lines), std::nullopt}) || attempt != m_attempt))
            return;
    }
    if (error) {
        if (m_options.follow && !endsFollowing(*error)) {
            connectLater();
            (void)tell({LogEvent::State::Reconnecting, {}, std::move(error)});
        } else {
            finish(LogEvent::State::Failed, std::move(error));
        }
        return;
    }
    if (!m_options.follow || m_options.previous || m_options.limitBytes || (m_confirming && !m_newLines)) {
        finish(LogEvent::State::Ended, std::nullopt);
        return;
    }
    m_confirming = true;
    connectLater();
}

void LogStream::connectLater()
{
    m_settled.reset();
    m_answer.reset();
    m_retry = m_parts.scheduler->after(m_backoff.next(m_parts.scheduler->now()), [this] { connect(); });
}

void LogStream::finish(LogEvent::State state, std::optional<Error> reason)
{
    m_finished = true;
    m_retry.reset();
    m_settled.reset();
    m_answer.reset();
    (void)tell({state, {}, std::move(reason)});
}

bool LogStream::tell(LogEvent event)
{
    const auto alive = m_owner.guard();
    const auto handler = m_handler; // outlives this when the handler destroys it
    (*handler)(std::move(event));
    return !alive.expired();
}

} // namespace kube
