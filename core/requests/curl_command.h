// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rest/request_record.h"

#include <string>

namespace kube {

/// The curl that asks for the same, one line for a POSIX shell. No credential is in it: $TOKEN stands for a bearer token
/// where the server is asked over TLS, and certificates are left to the reader. A body that the record does not hold (of
/// Secrets, and long ones) is read from body.json.
[[nodiscard]] std::string curlCommand(const RequestRecord &record);

} // namespace kube
