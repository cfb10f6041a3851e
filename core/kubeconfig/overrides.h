// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/kubeconfig/config.h"

namespace kube {

/// What the command line, or a person in the window, says instead of the kubeconfig; empty: as the kubeconfig has it.
/// Holds secrets: never print one. Source: client-go tools/clientcmd/overrides.go and client_config.go.
struct ConfigOverrides {
    QString context;                ///< else current-context
    QString cluster;
    QString user;
    QString namespaceName;
    QString server;                 ///< clears tls-server-name unless that is given too
    QString tlsServerName;
    bool insecureSkipTlsVerify = false; ///< clears the certificate authority
    QString certificateAuthority;   ///< replaces the kubeconfig's, data included; absolute
    QString proxyUrl;
    QByteArray token;               ///< replaces the user's token, password and plugin
    QByteArray keyPassphrase;       ///< of the client key
    QString impersonate;            ///< --as
    QString impersonateUid;
    QStringList impersonateGroups;  ///< --as-group
    QString requestTimeout;         ///< "30", "1m30s"; "0": none
    bool readOnly = false;
};

/// One context with everything applied.
struct EffectiveContext {
    Context context; ///< name "" when there is none and --server makes do
    Cluster cluster;
    User user;
};

/// Errors: BadInput when the context, cluster or user does not exist, saying which there are; nothing is validated.
[[nodiscard]] Result<EffectiveContext> applyOverrides(const Config &config, const ConfigOverrides &overrides);

/// "90", "1m30s", "500ms" as Go reads durations; a bare number is seconds. Errors: BadInput.
[[nodiscard]] Result<std::chrono::nanoseconds> parseRequestTimeout(const QString &text);

} // namespace kube
