// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/rest/rest_config.h"
#include "core/rest/transport.h"

namespace kube {

/// Transport over Qt Network: HTTP/1.1, no connection shared with another identity. Short calls go by
/// QNetworkAccessManagers of its own, which keep connections warm; each stream has a connection of its own, read on this
/// thread. No redirect is followed; no cookie, cache, credential dialog or automatic inflation. The environment's proxies
/// unless RestConfig::proxy is set. Files of certificates are read again every five minutes, when a handshake has failed and
/// on renew(): when one has changed to something usable, every connection is left for new ones.
///
/// Thread: one that runs a Qt event loop. Lifetime: streams may outlive it; they end with Canceled then.
class QtTransport final : public Transport
{
public:
    /// Errors: Tls for certificates or a key that cannot be used; BadInput for a proxy of an unknown kind.
    [[nodiscard]] static Result<std::shared_ptr<QtTransport>> create(const RestConfig &config,
                                                                     std::shared_ptr<Scheduler> scheduler);
    ~QtTransport() override;

    [[nodiscard]] std::unique_ptr<TransportStream> open(HttpRequest request, TransportSink &sink) override;
    [[nodiscard]] std::optional<WallTime> certificateExpires() const override;
    void renew() override;
    [[nodiscard]] std::optional<Error> useClientCertificate(const QByteArray &certData, const QByteArray &keyData) override;

private:
    class Impl;
    explicit QtTransport(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace kube
