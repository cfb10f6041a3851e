// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/json_value.h"
#include "core/rest/transport.h"

#include <optional>
#include <string_view>

namespace kube {

/// metav1.Status of a parsed document; nothing when it is no Status or one of success.
[[nodiscard]] std::optional<Status> failureStatus(JsonValue root);

/// The same of bytes; cheap for documents that are none.
[[nodiscard]] std::optional<Status> failureStatus(std::string_view json);

/// The Error of an answer that is no success: its Status, or one made from code, verb and text (at most 2048 bytes of
/// it) as client-go does. A redirect is an Error naming its target. place is left to the caller.
[[nodiscard]] Error errorOfAnswer(const HttpHead &head, std::string_view body, const QByteArray &method);

/// 200 to 206, 101 and 304 (which only a conditional request gets).
[[nodiscard]] bool isSuccess(int httpStatus);

} // namespace kube
