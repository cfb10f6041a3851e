// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/api_server.h"
#include "core/base/executor.h"
#include "core/rest/transport.h"

namespace orrery::demo {

/// Carries the demo's own controllers' requests to its API server without a socket, as that identity.
/// Thread: the server's. Lifetime: the server outlives it.
class LoopbackTransport final : public kube::Transport
{
public:
    LoopbackTransport(ApiServer &server, Identity identity, kube::ExecutorPtr executor)
        : m_server(server), m_identity(std::move(identity)), m_executor(std::move(executor))
    {
    }
    [[nodiscard]] std::unique_ptr<kube::TransportStream> open(kube::HttpRequest request, kube::TransportSink &sink) override;
    void renew() override {}

private:
    ApiServer &m_server;
    Identity m_identity;
    kube::ExecutorPtr m_executor;
};

} // namespace orrery::demo
