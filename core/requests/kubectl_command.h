// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rest/request_record.h"
#include "core/rest/server_access.h"

#include <optional>
#include <string>

namespace kube {

/// Whom a copied command is to ask.
struct CommandTarget {
    std::string context;    ///< of the kubeconfig; empty: its current one
    std::string kubeconfig; ///< a file; empty: kubectl's own choice
    QString prefix;         ///< the path of the server's address (Rancher style)
    ServerAccess access{};  ///< for commands that do not find out for themselves
};

/// The kubectl that asks for the same, one line for a POSIX shell: get, watch, patch, apply, create, replace, delete, scale
/// and logs by their names, other paths by --raw. It impersonates whom the request did. A body that the record does not
/// hold (of Secrets, and long ones) is read from body.json. Nothing when kubectl has no such request.
[[nodiscard]] std::optional<std::string> kubectlCommand(const RequestRecord &record, const CommandTarget &target);

} // namespace kube
