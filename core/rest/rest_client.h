// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/backoff.h"
#include "core/base/future.h"
#include "core/base/subscription.h"
#include "core/rest/request.h"
#include "core/rest/rest_config.h"
#include "core/rest/rest_stage.h"

#include <stop_token>

namespace kube {

/// The answer to a short call, which was a success.
struct Response {
    int status = 0;
    QList<Header> headers;
    QByteArray body; ///< inflated
    QStringList warnings; ///< texts of Warning: 299 headers
};

/// What a streamed exchange tells, decoded: bytes are inflated, an answer that is no success has become an Error.
class StreamSink
{
public:
    virtual ~StreamSink() = default;
    virtual void opened(const HttpHead &) {}          ///< a success; data follows
    virtual void data(QByteArrayView bytes) = 0; ///< as many as have come; valid within this call
    virtual void end(std::optional<Error> error) = 0; ///< no error: the server ended the body properly
};

/// A stream under way; destroying it aborts without a further call of its sink.
class ClientStream
{
public:
    virtual ~ClientStream() = default;
    virtual void pause() = 0; ///< nothing is given until resume(); back-pressure reaches the server
    virtual void resume() = 0; ///< goes on after pause(); what waited is given later, not within this call
    virtual void endFor(const Error &) {} ///< it is about to be destroyed, for that reason: the log of requests says so
};

/// Requests to one API server as one identity: credentials (a 401 is replayed once with a fresh one), flow control,
/// retries where the server asks for them by Retry-After (any verb, at most 10) or a GET's connection was reset,
/// Status errors, the read-only policy, inflation, redacted logs. Source: client-go rest.RESTClient.
///
/// Thread: the one it was made on. Futures end there; a stop_token ends them with Canceled.
class RestClient
{
public:
    /// What a client needs from the world.
    struct Parts {
        std::shared_ptr<Transport> transport;
        std::shared_ptr<Scheduler> scheduler;
        ExecutorPtr executor; ///< of this thread
        Random random;
    };
    RestClient(RestConfig config, Parts parts); ///< parts belong to the thread it is made on
    ~RestClient();

    /// Errors: every kind. A body that is no success becomes Error::fromStatus, its place the URL's path.
    [[nodiscard]] Future<Response> send(Request request, std::stop_token stop = {});
    /// A long answer piece by piece. sink must outlive the returned stream. Never retried.
    [[nodiscard]] std::unique_ptr<ClientStream> stream(Request request, StreamSink &sink);

    [[nodiscard]] const RestConfig &config() const; ///< with userAgent filled in
    /// What it is doing, and how it is paused, for an inspector. Nothing is paid for it while nobody looks.
    [[nodiscard]] std::shared_ptr<RestStage> stage() const;
    /// Told when the stage is paused and when it is resumed; within this call, if it is paused.
    [[nodiscard]] Subscription onHold(std::function<void(bool isHeld)> hold);
    /// Forget pooled connections and cached credentials (the user asked to reconnect).
    void renew();

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace kube
