// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kubeconfig/config.h"

namespace kube {

/// Everything that keeps an entry from being used: what reading found, what contradicts itself, files that cannot be
/// read, certificates and keys that cannot be used. Each error names the entry, its file and line, and the mend; none
/// quotes a secret. A key that only lacks its passphrase is no error. Reads certificate files; runs nothing.
/// Source: client-go tools/clientcmd/validation.go, and more.
[[nodiscard]] QList<Error> validateCluster(const Cluster &cluster);
/// As validateCluster(). terminal: whether one can be offered to a plugin.
[[nodiscard]] QList<Error> validateUser(const User &user, Terminal terminal = Terminal::None);

/// The context's own fields, knowing which of the entries it names exist.
[[nodiscard]] QList<Error> validateReferences(const Context &context, bool hasCluster, bool hasUser);

/// The context's own fields and the cluster and user it names; nothing else of the config.
[[nodiscard]] QList<Error> validateContext(const Context &context, const Config &config, Terminal terminal = Terminal::None);

/// All entries, used or not, and current-context.
[[nodiscard]] QList<Error> validateConfig(const Config &config);

} // namespace kube
