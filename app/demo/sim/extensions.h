// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/api_server.h"

namespace orrery::demo {

/// metrics.k8s.io: use of nodes and pods that changes a little with time.
[[nodiscard]] ApiServer::Extension metricsExtension(ApiStore &store);
/// pods/log: lines a container would have written since it started; goes on with ?follow=true.
[[nodiscard]] ApiServer::Extension logExtension(ApiStore &store);

} // namespace orrery::demo
