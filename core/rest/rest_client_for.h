// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/event_loop.h"
#include "core/base/result.h"
#include "core/rest/rest_client.h"

namespace kube {

/// A RestClient over Qt Network on the loop's thread, which is this one; the loop outlives it.
/// Errors: QtTransport's. Source: client-go rest.RESTClientFor.
[[nodiscard]] Result<std::unique_ptr<RestClient>> restClientFor(const RestConfig &config, const EventLoop &loop);

} // namespace kube
