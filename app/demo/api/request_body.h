// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/resource_types.h"
#include "app/demo/api/status.h"

#include <tl/expected.hpp>

#include <optional>

namespace orrery::demo {

/// The object after a write, or the Status that refused it.
struct Written {
    int code = 200;
    QJsonObject object;
};
using WriteResult = tl::expected<Written, StatusReply>;

[[nodiscard]] tl::unexpected<StatusReply> refuse(StatusReply status);
[[nodiscard]] StatusReply missing(const ResourceType &type, const std::string &name);
/// 409: somebody else has written meanwhile.
[[nodiscard]] StatusReply modified(const ResourceType &type, const std::string &name);

/// 415 unless there is no body, or one of JSON or YAML: kubectl's typed requests are protobuf otherwise. Not for patches.
[[nodiscard]] std::optional<StatusReply> unreadable(const Call &call);
/// The body's document, JSON or YAML by its content type. Errors: 400.
[[nodiscard]] tl::expected<QJsonObject, StatusReply> bodyOf(const Call &call);
[[nodiscard]] bool isDryRun(const Call &call);
/// fieldManager, or what the User-Agent calls itself.
[[nodiscard]] QString managerOf(const Call &call);

} // namespace orrery::demo
