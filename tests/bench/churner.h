// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace orrery::bench {

/// Changes Pods of a real cluster until standard input closes: only in a namespace that it makes, labels and removes.
/// Its own process, so that its work is not counted. Gives the exit status.
[[nodiscard]] int runChurner(const QString &kubeconfig, double changesPerSecond);

} // namespace orrery::bench
