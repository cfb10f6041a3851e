// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"
#include "core/base/scheduler.h"
#include "core/rest/transport.h"

#include <array>
#include <cstdint>
#include <vector>

namespace kube {

/// What a request waits for.
enum class RestPhase {
    Held,       ///< resume() or step(): it came to a paused stage
    Throttled,  ///< its turn in flow control
    Credential, ///< a credential, perhaps from a plugin
    Sent,       ///< the head of the answer; the moment before anything else is waited for counts here too
    Receiving,  ///< the rest of the body; a watch is here for most of its life
    Retrying,   ///< the time after which it is sent again
};
inline constexpr std::size_t restPhases = 6; ///< how many there are

/// How a request ended for its caller.
enum class RequestEnd {
    None,      ///< it runs
    Succeeded, ///< a watch: the server ended it properly
    Failed,    ///< with an error
    Canceled,  ///< nobody waited any more
};

/// One request as it is told to people: a small value that holds no credential and nothing of a Secret. What was asked in
/// all its attempts together, and the last answer.
struct RequestRecord {
    std::uint64_t id = 0;           ///< of its client; counts up in the order they began
    QByteArray method;
    QUrl url;                       ///< without user info
    HttpRequest::Lane lane = HttpRequest::Lane::Call;
    bool isOutOfTurn = false;       ///< flow control did not hold it up
    QList<Header> headers;          ///< as asked for, without credentials
    QByteArray body;                ///< as sent; see isBodyKept
    bool isBodyKept = true;         ///< false: the body is left out, for what it holds or for its size
    WallTime began{};               ///< when its caller made it
    std::array<Duration, restPhases> spent{}; ///< in each phase so far, by RestPhase
    RestPhase phase = RestPhase::Held; ///< the last one when it has ended
    RequestEnd end = RequestEnd::None;
    int retries = 0;                ///< attempts after the first
    int status = 0;                 ///< HTTP code of the last answer; 0: none came
    std::uint64_t sent = 0;         ///< bytes of bodies
    std::uint64_t received = 0;     ///< bytes of bodies, as sent: compressed ones before they are inflated
    bool isHeld = false;            ///< a pause keeps its data back
    QList<Header> answerHeaders;    ///< of the last answer: those that say how the server saw the request
    std::optional<Error> error;     ///< why it failed

    [[nodiscard]] bool isRunning() const { return end == RequestEnd::None; } ///< has it not ended?
    [[nodiscard]] Duration in(RestPhase which) const { return spent[static_cast<std::size_t>(which)]; } ///< so far
    [[nodiscard]] Duration lasted() const; ///< so far, from its beginning, waits and all
    [[nodiscard]] bool isWatch() const;    ///< does it ask for changes?
    /// The first answer's header of that name, case-insensitively; empty when it is not among answerHeaders.
    [[nodiscard]] QByteArray answerHeader(const QByteArray &name) const;
};

/// What a client has asked for.
struct RequestHistory {
    std::vector<RequestRecord> running; ///< those that began first in front
    std::vector<RequestRecord> ended;   ///< as they ended; those that are still remembered
    std::uint64_t last = 0;             ///< how many have ended: what to ask after the next time
};

} // namespace kube
