// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/backoff.h"
#include "core/base/executor.h"
#include "core/rest/rest_client.h"
#include "core/streams/line_splitter.h"
#include "core/streams/log_options.h"
#include "core/streams/log_position.h"

namespace kube {

/// A piece of a log, or a change of its state.
struct LogEvent {
    /// Where it stands.
    enum class State {
        Connecting,
        Live,         ///< lines come, or may
        Reconnecting, ///< cut; trying again
        Ended,        ///< the log has an end, and this is it
        Failed,       ///< and will not be tried again
    };
    State state = State::Live;
    QByteArray lines;            ///< whole lines, each ending in \n, as the server sent them: not always UTF-8
    std::optional<Error> reason; ///< Reconnecting, Failed
};

/// The log of one container. A follow is taken up again after a cut, without losing or doubling a line: from the last
/// line's second on, less the lines already given. When the server closes it properly it is asked once more, since
/// kubelets do so when a log is rotated; with nothing new, or a limit in bytes, it has ended.
///
/// Lines over 256 KiB are cut. Nothing is called after destruction; the handler may destroy this.
/// Thread: the RestClient's, which must outlive this. Source: core/v1 pods/log, kubectl logs.
class LogStream
{
public:
    /// What a stream needs from the world.
    struct Parts {
        std::shared_ptr<Scheduler> scheduler;
        ExecutorPtr executor;
        Random random;
    };
    using Handler = std::function<void(LogEvent)>; ///< told on the client's thread

    /// Begins at once; the handler is not called within.
    LogStream(RestClient &client, LogOptions options, Parts parts, Handler handler);
    ~LogStream();

    void pause();  ///< stop reading: what has arrived is still given
    void resume(); ///< goes on after pause()
    /// The connection is not to be trusted any more (a suspend, another network), or the wait is to be cut short:
    /// takes it up anew now. Nothing once it has ended or failed.
    void reconnect();
    /// The server has stopped answering elsewhere, though this connection may look well: says Reconnecting and why, and
    /// goes on reading. What arrives after all says Live again. Nothing once it has ended or failed.
    void distrust(std::optional<Error> reason);

private:
    class Answer;
    void connect();
    void opened();
    void data(std::string_view bytes);
    void ended(std::optional<Error> error);
    void connectLater();
    void finish(LogEvent::State state, std::optional<Error> reason);
    void takeLine(std::string_view line, QByteArray &into);
    /// False when the handler has destroyed this.
    [[nodiscard]] bool tell(LogEvent event);

    RestClient &m_client;
    LogOptions m_options;
    Parts m_parts;
    std::shared_ptr<const Handler> m_handler;
    Backoff m_backoff;
    LineSplitter m_splitter;
    LogPosition m_position;
    bool m_newLines = false;  ///< in the present answer
    bool m_confirming = false; ///< the answer before ended properly
    bool m_paused = false;
    bool m_finished = false;
    std::uint64_t m_attempt = 0;
    Timer m_retry;
    Timer m_settled; ///< an answer that stays open so long goes on
    std::unique_ptr<Answer> m_answer;
    Owner m_owner;
};

} // namespace kube
