// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rest/transport.h"

#include <QtTest>

#include <functional>
#include <vector>

namespace kube::test {

/// A Transport that a test plays by hand: every exchange opened stands in `exchanges`, to be answered byte by byte.
/// Thread: one.
class FakeTransport final : public Transport
{
public:
    struct Exchange {
        HttpRequest request;
        TransportSink *sink = nullptr; ///< null once the client has dropped it
        bool paused = false;
        bool lost = false;

        [[nodiscard]] bool isOpen() const { return sink != nullptr; }
        [[nodiscard]] QByteArray header(const QByteArray &name) const { return HttpHead{0, request.headers}.header(name); }
        /// "GET /api/v1/pods?limit=1": path and query as encoded.
        [[nodiscard]] QByteArray line() const
        {
            const QByteArray query = request.url.query(QUrl::FullyEncoded).toUtf8();
            return request.method + ' ' + request.url.path(QUrl::FullyEncoded).toUtf8() + (query.isEmpty() ? query : '?' + query);
        }
        void head(int status, QList<Header> headers = {})
        {
            if (sink)
                sink->head({status, std::move(headers)});
        }
        void data(const QByteArray &bytes)
        {
            if (sink)
                sink->data(bytes);
        }
        void end(std::optional<Error> error = std::nullopt)
        {
            if (sink)
                std::exchange(sink, nullptr)->end(std::move(error));
        }
        void answer(int status, const QByteArray &body, QList<Header> headers = {})
        {
            head(status, std::move(headers));
            if (!body.isEmpty())
                data(body);
            end();
        }
        void loseConnection()
        {
            lost = true;
            end(Error::transport(QStringLiteral("connection closed")));
        }
    };

    std::vector<std::shared_ptr<Exchange>> exchanges;
    int renewals = 0;
    std::vector<QByteArray> certificates;
    std::optional<WallTime> expires; ///< of the client certificate
    /// Called on each opening; a test may note it, not answer there.
    std::function<void(Exchange &)> opened;

    [[nodiscard]] std::size_t count() const { return exchanges.size(); }
    [[nodiscard]] Exchange &last() { return *exchanges.back(); }

    std::unique_ptr<TransportStream> open(HttpRequest request, TransportSink &sink) override
    {
        auto exchange = std::make_shared<Exchange>();
        exchange->request = std::move(request);
        exchange->sink = &sink;
        exchanges.push_back(exchange);
        if (opened)
            opened(*exchange);
        return std::make_unique<Stream>(exchange);
    }
    [[nodiscard]] std::optional<WallTime> certificateExpires() const override { return expires; }
    void renew() override { ++renewals; }
    std::optional<Error> useClientCertificate(const QByteArray &certData, const QByteArray &) override
    {
        certificates.push_back(certData);
        return std::nullopt;
    }

private:
    class Stream final : public TransportStream
    {
    public:
        explicit Stream(std::shared_ptr<Exchange> exchange) : m_exchange(std::move(exchange)) {}
        ~Stream() override { m_exchange->sink = nullptr; }
        void pause() override { m_exchange->paused = true; }
        void resume() override { m_exchange->paused = false; }
        [[nodiscard]] bool connectionLost() const override { return m_exchange->lost; }

    private:
        std::shared_ptr<Exchange> m_exchange;
    };
};

} // namespace kube::test
