// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rest/transport.h"

#include <random>

namespace kube::test {

/// Another transport, some of whose answers are not the server's: 409, 422, 429 and 500 without asking it, or a 500 or a
/// lost connection after it has done what it was asked for. Of writes; reads fail now and then. Thread: the transport's.
class InjectingTransport final : public Transport
{
public:
    InjectingTransport(std::shared_ptr<Transport> transport, std::shared_ptr<Scheduler> scheduler, unsigned seed)
        : m_transport(std::move(transport)), m_scheduler(std::move(scheduler)), m_random(seed)
    {
    }
    [[nodiscard]] std::unique_ptr<TransportStream> open(HttpRequest request, TransportSink &sink) override;
    void renew() override { m_transport->renew(); }
    [[nodiscard]] std::optional<Error> useClientCertificate(const QByteArray &certData, const QByteArray &keyData) override
    {
        return m_transport->useClientCertificate(certData, keyData);
    }

private:
    std::shared_ptr<Transport> m_transport;
    std::shared_ptr<Scheduler> m_scheduler;
    std::mt19937 m_random;
};

} // namespace kube::test
