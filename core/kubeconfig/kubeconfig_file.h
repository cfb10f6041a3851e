// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <chrono>

namespace kube::kubeconfig {

/// How long a pipe may keep its reader waiting.
struct PipePatience {
    std::chrono::milliseconds writer = std::chrono::seconds(1); ///< until somebody opens it for writing
    std::chrono::milliseconds bytes = std::chrono::seconds(30); ///< for the next bytes, from a writer that is there
};

/// The bytes of a kubeconfig, limit and one more at most: whoever parses them says that they are too many. A pipe, such
/// as a shell's <(command), is read to its end. Errors: BadInput for a folder, a file that cannot be read, and a pipe
/// that gives nothing. Blocks the thread while a pipe is waited for.
[[nodiscard]] Result<QByteArray> readKubeconfigFile(const QString &path, qsizetype limit, PipePatience patience = {});

} // namespace kube::kubeconfig
