// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/json_value.h"

#include <QString>

namespace orrery::demo {

/// What the server's Table says in its cells. Source: kubernetes pkg/printers/internalversion.

/// "5m" since an RFC 3339 time; <unknown> when it is none.
[[nodiscard]] QString ageText(std::string_view time);
[[nodiscard]] QString none();
/// The text of a value, <none> when it is empty.
[[nodiscard]] QString orNone(kube::JsonValue value);
/// "a=1,b=2"; <none> when there is none.
[[nodiscard]] QString pairs(kube::JsonValue object);
/// One member of each item, with commas between.
[[nodiscard]] QString joined(kube::JsonValue items, const char *member);

[[nodiscard]] QString podReason(kube::JsonValue pod);
[[nodiscard]] QString nodeStatus(kube::JsonValue node);
[[nodiscard]] QString nodeRoles(kube::JsonValue node);
[[nodiscard]] QString nodeAddress(kube::JsonValue node, std::string_view type);

} // namespace orrery::demo
