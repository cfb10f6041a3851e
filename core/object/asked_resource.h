// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/gvk.h"

#include <QUrl>

namespace kube {

/// Does a request of that URL ask for that resource (its objects, one of them, or what is below one)? Whatever stands before
/// /api or /apis is a proxy's. Thread: any.
[[nodiscard]] bool asksFor(const QUrl &url, const GroupVersionResource &resource);

} // namespace kube
