// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kubeconfig/context_config.h"

namespace kube {

/// Where a Pod finds its cluster. Handed in: nothing here looks at the process's own environment.
struct InClusterParts {
    QString root = QStringLiteral("/"); ///< below it var/run/secrets/kubernetes.io/serviceaccount/{token,ca.crt,namespace}
    QProcessEnvironment environment;    ///< KUBERNETES_SERVICE_HOST, KUBERNETES_SERVICE_PORT, POD_NAMESPACE
    Scheduler *scheduler = nullptr;     ///< of the client's thread; outlives the RestConfig
};

/// The API server of the cluster this process runs in, as its Pod's service account. The token is read again each 50 s
/// and after a 401, as the kubelet renews it; an authority that cannot be read leaves the system's, with a notice.
/// namespaceName: POD_NAMESPACE, else the file's, else "default". contextName is empty.
/// Errors: NotFound when this is no Pod (the two variables are not there); Unauthorized when there is no token.
/// Source: client-go rest.InClusterConfig, tools/clientcmd inClusterClientConfig.
[[nodiscard]] Result<ContextConfig> inClusterConfig(const InClusterParts &parts);

} // namespace kube
