// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/event_loop.h"
#include "core/kubeconfig/in_cluster.h"

namespace kube {

/// What a program's flags say of its cluster.
struct ConfigFlags {
    QString masterUrl;         ///< overrides the kubeconfig's server
    QString kubeconfigPath;
    QProcessEnvironment environment;
    QString workingDirectory;
    QString root = QStringLiteral("/"); ///< as InClusterParts has it
    Terminal terminal = Terminal::None; ///< as AuthParts has it
};

/// The kubeconfig named, with masterUrl instead of its server; masterUrl alone is that server, and nobody's credentials go
/// there. With neither: the cluster this process runs in, if it is a Pod, else what kubectl would take ($KUBECONFIG,
/// ~/.kube/config), where client-go takes nothing. Errors: as restConfigFor() and inClusterConfig().
/// Source: client-go clientcmd.BuildConfigFromFlags.
[[nodiscard]] Result<ContextConfig> buildConfigFromFlags(const ConfigFlags &flags, Scheduler &scheduler);

/// The same out of this process's environment, for clients on the loop's thread: what a program's main() calls. Notices are
/// logged. Started at a terminal, it offers that to exec plugins.
[[nodiscard]] Result<RestConfig> buildConfigFromFlags(const std::string &masterUrl, const std::string &kubeconfigPath,
                                                      const EventLoop &loop);

/// The same for a program that is always a Pod's. root: see InClusterParts.
[[nodiscard]] Result<RestConfig> inClusterConfig(const EventLoop &loop, const std::string &root = "/");

} // namespace kube
