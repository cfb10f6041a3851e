// SPDX-License-Identifier: Apache-2.0
#include "core/session/session_core.h"
#include "core/session/session_ports.h"
#include "core/streams/log_stream.h"

namespace kube {

namespace {

LogChunk::State chunkStateOf(LogEvent::State state)
{
    switch (state) {
    case LogEvent::State::Connecting: return LogChunk::State::Connecting;
    case LogEvent::State::Live: return LogChunk::State::Live;
    case LogEvent::State::Reconnecting: return LogChunk::State::Reconnecting;
    case LogEvent::State::Ended: return LogChunk::State::Ended;
    case LogEvent::State::Failed: return LogChunk::State::Failed;
    }
    return LogChunk::State::Failed;
}

class SessionLogPort final : public LogPort
{
public:
    explicit SessionLogPort(SessionLinkPtr link) : m_link(std::move(link)) {}

    Subscription follow(LogRequest request, const Owner &owner, std::function<void(LogChunk)> handler) override
    {
        const Outlet<LogChunk> outlet(owner, std::move(handler));
        const std::uint64_t id = m_link->nextId++;
        post(m_link, [id, request = std::move(request), emit = outlet.emit, on = outlet.on](SessionCore &core) {
            core.whenOpen([=, &core](SessionClients &clients) {
                if (!*on)
                    return;
                LogOptions options;
                options.pod = request.pod;
                options.container = request.container;
                options.follow = request.follow;
                options.previous = request.previous;
                options.timestamps = request.timestamps;
                options.tailLines = request.tailLines;
                if (request.sinceSeconds)
                    options.sinceSeconds = *request.sinceSeconds;
                LogStream::Parts parts{core.scheduler(), core.executor(), systemRandom()};
                const auto log = std::make_shared<LogStream>(*clients.rest, std::move(options), std::move(parts), [emit](LogEvent event) {
                    emit(LogChunk{chunkStateOf(event.state), std::move(event.lines), std::move(event.reason)});
                });
                core.hold(id, log, [log = log.get()](SessionCore::Trust trust, const std::optional<Error> &reason) {
                    if (trust == SessionCore::Trust::Lost)
                        log->distrust(reason);
                    else
                        log->reconnect();
                });
            });
        });
        return outlet.subscription([link = m_link, id] { post(link, [id](SessionCore &core) { core.release(id); }); });
    }

private:
    SessionLinkPtr m_link;
};

} // namespace

std::unique_ptr<LogPort> makeLogPort(SessionLinkPtr link)
{
    return std::make_unique<SessionLogPort>(std::move(link));
}

} // namespace kube
