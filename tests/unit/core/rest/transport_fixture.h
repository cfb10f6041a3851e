// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/qt_scheduler.h"
#include "core/rest/qt_transport.h"
#include "tests/support/http_server.h"
#include "tests/support/warnings.h"

namespace kube::test {

struct TransportProbe final : TransportSink {
    std::optional<HttpHead> answer;
    QByteArray body;
    qint64 received = 0;
    bool keepsBody = true;
    bool ended = false;
    std::optional<Error> error;
    std::function<void()> onHead;
    std::function<void()> onData;
    std::function<void()> onEnd;

    void head(const HttpHead &head) override
    {
        answer = head;
        if (onHead)
            onHead();
    }
    void data(QByteArray bytes) override
    {
        received += bytes.size();
        if (keepsBody)
            body += bytes;
        if (onData)
            onData();
    }
    void end(std::optional<Error> what) override
    {
        ended = true;
        error = std::move(what);
        if (onEnd)
            onEnd();
    }
};

/// A configuration that trusts the test authority.
inline RestConfig trusting(const HttpServer &server)
{
    RestConfig config;
    config.host = server.url();
    config.tls.caData = tlsFixture(QStringLiteral("ca.pem"));
    return config;
}

inline std::shared_ptr<QtTransport> transportTo(const RestConfig &config,
                                                std::shared_ptr<Scheduler> scheduler = std::make_shared<QtScheduler>())
{
    auto transport = QtTransport::create(config, std::move(scheduler));
    if (!transport)
        QTest::qFail(qPrintable(transport.error().toString()), __FILE__, __LINE__);
    return transport ? *transport : nullptr;
}

/// The same tests are built for short calls and for streams, which are read in two ways: what a test asks for that names no lane.
inline constexpr auto laneUnderTest = HttpRequest::Lane::ORRERY_LANE_UNDER_TEST;

inline HttpRequest getOf(const RestConfig &config, const char *path, HttpRequest::Lane lane = laneUnderTest)
{
    HttpRequest request;
    request.url = config.host;
    request.url.setPath(QString::fromLatin1(path));
    request.lane = lane;
    return request;
}

/// One exchange, begun and waited for by the test.
struct Exchanged {
    TransportProbe probe;
    std::unique_ptr<TransportStream> stream;
    Exchanged(Transport &transport, HttpRequest request) { stream = transport.open(std::move(request), probe); }
};

} // namespace kube::test
