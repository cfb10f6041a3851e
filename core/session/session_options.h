// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/base/scheduler.h"
#include "core/rest/rest_config.h"
#include "core/rest/transport.h"

namespace kube {

/// What a session needs to make its RestConfig, on its own thread.
struct ConfigParts {
    ExecutorPtr executor;
    std::shared_ptr<Scheduler> scheduler;
    QByteArray passphrase; ///< of the client key, when a person has typed one
};

/// How to reach one cluster. Thread: the functions are called on the session's.
struct SessionOptions {
    QString name;      ///< the context's, for logs and the thread
    QString userName;  ///< the kubeconfig's, until the server says who we are
    std::function<Result<RestConfig>(const ConfigParts &)> config;
    bool isProtected = false; ///< writes are held back until name is typed; see ProtectionPort
    QByteArray token;      ///< typed once and kept in the keychain; empty: none
    QByteArray passphrase;
    /// Unset: Qt Network's.
    std::function<Result<std::shared_ptr<Transport>>(const RestConfig &, std::shared_ptr<Scheduler>)> transport;
};

} // namespace kube
