// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kubeconfig/config.h"

namespace kube {

/// Adds to config what only later holds: entries whole, never field by field; current-context when there is none.
void mergeInto(Config &config, const Config &later);

/// Several errors as one: the first one's kind and place, the others on lines of their own behind its message.
/// There must be one at least.
[[nodiscard]] Error joined(const QList<Error> &errors);

} // namespace kube
