// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>
#include <string>

namespace kube::examples {

/// ~/.kube/config; empty when there is no home.
[[nodiscard]] inline std::string homeKubeconfig()
{
    const char *home = std::getenv("HOME");
    return home && *home ? std::string(home) + "/.kube/config" : std::string();
}

} // namespace kube::examples
