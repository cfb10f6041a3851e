// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/kubeconfig/config.h"

namespace kube {

/// One file, read.
struct DecodedKubeconfig {
    Config config;
    QList<Error> problems; ///< of the file as a whole, and those of its entries
};

/// Decodes the bytes of one kubeconfig. file is its absolute path: relative paths inside are resolved against its
/// folder. Touches no file and runs nothing. Errors: BadInput when nothing of it can be read: no YAML, not a Config.
[[nodiscard]] Result<DecodedKubeconfig> decodeKubeconfig(const QByteArray &bytes, const QString &file);

} // namespace kube
