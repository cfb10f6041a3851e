// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/metrics/metrics_registry.h"

#include <QTcpServer>

#include <functional>

namespace kube::examples {

/// GET /metrics as Prometheus text, GET /healthz as "ok", over plain HTTP, one request a connection.
/// Thread: one with an event loop. Lifetime: the registry outlives it.
class MetricsServer
{
public:
    /// refresh: called before each answer with metrics, to count what has to be looked for.
    explicit MetricsServer(const MetricsRegistry &registry, std::function<void()> refresh = {});

    /// address: "HOST:PORT" or ":PORT" for every interface; port 0 is any free one. Gives the URL of /metrics.
    /// Errors: BadInput for what is no address; Transport when it cannot be listened on.
    [[nodiscard]] Result<std::string> listen(const std::string &address);

private:
    void serve(QTcpSocket *socket);
    [[nodiscard]] QByteArray answerTo(const QByteArray &request) const;

    const MetricsRegistry &m_registry;
    std::function<void()> m_refresh;
    QTcpServer m_server;
};

} // namespace kube::examples
