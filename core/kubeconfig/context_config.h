// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kubeconfig/loader.h"
#include "core/kubeconfig/overrides.h"
#include "core/rest/rest_config.h"

namespace kube {

class LoginShell;

/// One context as a list shows it, before anything is touched.
struct ContextSummary {
    QString name;
    QString cluster;
    QString user;
    QString namespaceName;      ///< empty: "default"
    QString server;             ///< without a password
    bool isCurrent = false;
    std::optional<Error> error; ///< why it cannot be used: everything, one a line; place is the first one's
};

/// All contexts, in the files' order; a broken one does not hide the others. Reads the certificate files they name;
/// runs nothing.
[[nodiscard]] QList<ContextSummary> contexts(const LoadedConfig &loaded);

/// What credential providers need from the world.
struct AuthParts {
    Scheduler *scheduler = nullptr;          ///< of the session's thread; outlives the RestConfig
    QProcessEnvironment environment;         ///< plugins inherit it
    std::shared_ptr<LoginShell> loginShell;  ///< whose PATH finds plugins; null: environment's alone. May be shared
                                             ///< between sessions
    Terminal terminal = Terminal::None;      ///< Offered: plugins may ask the person who started this program
    Duration execTimeout = std::chrono::minutes(2); ///< a plugin may wait for a person at a browser
};

/// How to reach a context's cluster.
struct ContextConfig {
    RestConfig rest;
    QString namespaceName; ///< never empty
    QString contextName;
    QStringList notices;   ///< what a person should know: credentials that are not sent over plain HTTP, a client
                           ///< certificate that has expired or will within 30 days
};

/// Reads the files the context needs. Runs nothing: a plugin starts with the first credential(). Errors: BadInput, all
/// at once, as for ContextSummary; Unauthorized with code PassphraseRequired or PassphraseWrong.
/// Thread: any; RestConfig::auth then belongs to the session's, which is that of parts.scheduler.
[[nodiscard]] Result<ContextConfig> restConfigFor(const LoadedConfig &loaded, const ConfigOverrides &overrides,
                                                  const AuthParts &parts);

} // namespace kube
