// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/base/scheduler.h"
#include "core/kubeconfig/config.h"

#include <QUrl>

namespace kube {

/// The cluster as a plugin that asks for it is told. Source: client-go pkg/apis/clientauthentication Cluster.
struct ExecCluster {
    QString server;
    QString tlsServerName;
    bool insecureSkipTlsVerify = false;
    QByteArray certificateAuthorityData;
    QString proxyUrl;
    bool disableCompression = false;
    QByteArray config; ///< JSON {"config": …}; empty: none
};

/// Reads the authority's file when the cluster names one.
[[nodiscard]] ExecCluster execClusterOf(const Cluster &cluster, const QUrl &server);

/// KUBERNETES_EXEC_INFO: an ExecCredential in the version the plugin speaks; interactive when it is offered a terminal.
[[nodiscard]] QByteArray execInfo(const QString &apiVersion, const std::optional<ExecCluster> &cluster, Terminal terminal = Terminal::None);

/// What a plugin printed. Holds secrets.
struct ExecCredential {
    QByteArray token;
    QByteArray certData; ///< both or neither
    QByteArray keyData;
    std::optional<WallTime> expiration;
};

/// Errors: BadInput saying what is wrong with the output, never quoting it.
/// Source: client-go plugin/pkg/client/auth/exec; the version must be the one asked for.
[[nodiscard]] Result<ExecCredential> parseExecCredential(const QByteArray &output, const QString &apiVersion);

/// What a program said on stderr, fit for a message: its end, without escapes and what looks like a secret.
[[nodiscard]] QString tidyWords(const QByteArray &text, const QStringList &secrets = {});

} // namespace kube
