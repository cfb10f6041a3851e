// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rest/auth_provider.h"
#include "core/rest/rest_client.h"
#include "tests/support/fake_transport.h"
#include "tests/support/manual_time.h"

namespace kube::test {

/// Gives "Bearer token-1", and after each rejection the next one.
class CountingAuth final : public AuthProvider
{
public:
    int asked = 0;
    int rejections = 0;
    bool canRenew = true;
    std::optional<Error> refusal;
    std::optional<Error> waitsFor; ///< then nothing comes
    QByteArray certData;

    Future<Credential> credential() override
    {
        ++asked;
        if (waitsFor)
            return m_pending.emplace_back().future();
        if (refusal)
            return Future<Credential>::ready(fail(*refusal));
        return Future<Credential>::ready(
            Credential{{{"Authorization", "Bearer token-" + QByteArray::number(rejections + 1)}}, certData, {}});
    }
    std::optional<Error> awaited() const override { return waitsFor; }
    bool rejected(const Credential &) override
    {
        ++rejections;
        return canRenew;
    }

private:
    std::vector<Promise<Credential>> m_pending;
};

/// A RestClient whose server is the test and whose time is the test's.
struct ClientFixture {
    std::shared_ptr<ManualTime> time = std::make_shared<ManualTime>();
    std::shared_ptr<FakeTransport> transport = std::make_shared<FakeTransport>();
    std::shared_ptr<CountingAuth> auth = std::make_shared<CountingAuth>();
    RestConfig config;
    std::unique_ptr<RestClient> client;

    explicit ClientFixture(const std::function<void(RestConfig &)> &change = {})
    {
        config.host = QUrl(QStringLiteral("https://api.example:6443"));
        config.auth = auth;
        if (change)
            change(config);
        client = std::make_unique<RestClient>(config, RestClient::Parts{transport, time, time, [] { return 0.5; }});
    }
    /// Sends and lets the credential arrive.
    Future<Response> send(Request request, std::stop_token stop = {})
    {
        auto future = client->send(std::move(request), std::move(stop));
        time->run();
        return future;
    }
    [[nodiscard]] Result<Response> answerOf(Future<Response> future) { return answer(*time, std::move(future)); }
};

} // namespace kube::test
