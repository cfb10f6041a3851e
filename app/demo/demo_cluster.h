// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QString>

#include <memory>

namespace orrery::demo {

/// The demo cluster: store, API server, HTTPS on loopback and controllers. Thread: one that runs a Qt event loop.
class DemoCluster
{
public:
    struct Options {
        std::size_t pods = 120;
        double churn = 0;        ///< Pods changed each second
        double churnSeconds = 0; ///< for so long; 0: always
        std::uint64_t seed = 1;
        quint16 port = 0;
        bool newApi = true;
        QString kubeconfig; ///< where to write it; empty: a private temporary file, removed at the end
    };
    DemoCluster();
    ~DemoCluster();

    /// Starts everything; gives the kubeconfig's path. Errors: Transport for the port, Tls, BadInput.
    [[nodiscard]] kube::Result<QString> start(const Options &options);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace orrery::demo
