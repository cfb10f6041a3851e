// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kubeconfig/overrides.h"
#include "core/rest/server_access.h"

namespace kube {

/// How a context's server is reached, as restConfigFor() would. Reads no file and checks nothing; a context that cannot
/// be used is reached with nothing.
[[nodiscard]] ServerAccess serverAccessOf(const Config &config, const ConfigOverrides &overrides);

} // namespace kube
