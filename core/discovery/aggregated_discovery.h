// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/discovery/server_resources.h"
#include "core/object/json_value.h"

#include <QByteArray>

namespace kube {

/// What GET /api and GET /apis are asked for: v2 (Kubernetes 1.30), v2beta1 (1.26 to 1.29), else the legacy forms.
/// The order of the parameters matters to servers.
[[nodiscard]] QByteArray aggregatedDiscoveryAccept();

/// Is this answer an APIGroupDiscoveryList that decodeAggregatedDiscovery() reads? Goes by the document itself,
/// since proxies are known to drop the parameters of Content-Type.
[[nodiscard]] bool isAggregatedDiscovery(JsonValue root);

/// Groups and resources of an APIGroupDiscoveryList. A version that is Stale becomes a failure and is never
/// preferred. Source: KEP-3352.
[[nodiscard]] ServerResources decodeAggregatedDiscovery(JsonValue root);

} // namespace kube
