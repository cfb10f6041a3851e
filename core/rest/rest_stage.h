// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"
#include "core/base/scheduler.h"
#include "core/base/stage_gate.h"
#include "core/rest/request_record.h"

#include <functional>

namespace kube {

/// A request that has not ended.
struct RestRequestInfo {
    QByteArray method;
    QUrl url;                   ///< without credentials; the query is part of what it asks
    HttpRequest::Lane lane = HttpRequest::Lane::Call;
    RestPhase phase = RestPhase::Held;
    SteadyTime began{};         ///< when its caller made it
    int retries = 0;            ///< so far
    int status = 0;             ///< HTTP code of the last answer; 0: none yet
    std::uint64_t received = 0; ///< bytes of its bodies, as sent
    bool isHeld = false;        ///< a pause keeps its data back
};

/// How often one verb was answered by one code.
struct RestAnswerCount {
    QByteArray method;
    int status = 0; ///< 0: no answer came
    std::uint64_t count = 0;
};

/// The last request that failed for its caller.
struct RestFailure {
    QByteArray method;
    Error error;
    WallTime at{};
};

/// A RestClient as it stands. Source of the counters: client-go tools/metrics (rest_client_requests_total and others).
struct RestSnapshot {
    bool isPaused = false;
    std::vector<RestRequestInfo> requests;  ///< in flight, those that began first in front
    std::vector<RestAnswerCount> answers;   ///< each attempt's; by verb, then code
    std::uint64_t began = 0;                ///< requests and streams
    std::uint64_t succeeded = 0;            ///< for their callers; began = succeeded + failed + canceled + requests
    std::uint64_t failed = 0;
    std::uint64_t canceled = 0;             ///< dropped or stopped before their end
    std::uint64_t retries = 0;              ///< attempts after the first, as Retry-After or a lost connection had it
    std::uint64_t replays = 0;              ///< with a fresh credential after a 401
    std::uint64_t sent = 0;                 ///< bytes of bodies
    std::uint64_t received = 0;             ///< bytes of bodies, as sent: compressed ones before they are inflated
    Duration throttled = Duration::zero();  ///< waited for flow control, all together
    Duration longestThrottled = Duration::zero();
    std::optional<RestFailure> lastFailure;
    std::optional<WallTime> certificateExpires; ///< the client certificate in use; nothing when there is none

    [[nodiscard]] std::size_t inPhase(RestPhase phase) const; ///< how many requests are
    [[nodiscard]] std::size_t openStreams() const;            ///< of HttpRequest::Lane::Stream, receiving
};

/// A RestClient as a stage of the pipeline. While it is paused, new requests and retries wait, in order and with their
/// clocks stopped; step() lets the oldest of them go, with its whole answer unless it is of HttpRequest::Lane::Stream. Streams of
/// that lane are held back, up to the server by back-pressure. What else was on its way is finished.
/// Reflectors are told (RestClient::onHold), so that they take it for no silence of the server's.
/// Thread: any. Lifetime: shared; may outlive its client, and then says what was.
class RestStage : public StageControl
{
public:
    /// As step(), but first that which `which` names by its URL: of the requests that wait the oldest such one; else what has
    /// come next of such a stream (one piece of it); only if there is neither, the oldest request. Called on the client's thread.
    virtual void stepFirst(std::function<bool(const QUrl &url)> which, std::size_t count = 1) = 0;
    [[nodiscard]] virtual RestSnapshot snapshot() const = 0; ///< as of this moment
    /// The requests that run, and those that ended after the first so many (RequestHistory::last; 0: all that are
    /// remembered, which are the last RestConfig::rememberedRequests).
    [[nodiscard]] virtual RequestHistory requestsAfter(std::uint64_t ended) const = 0;
};

} // namespace kube
