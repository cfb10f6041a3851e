// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/requests/kubectl_command.h"

#include <string>

namespace kube {

/// The curl that asks for the same, one line for a POSIX shell. No credential is in it: where the server is asked over TLS,
/// $TOKEN stands for a bearer token and $CA for the file of its certificate authority. A body that the record does not hold
/// (of Secrets, and long ones) is read from body.json.
[[nodiscard]] std::string curlCommand(const RequestRecord &record);

/// What is to be set before it can run, and how: comments of a shell, each ended by a line feed. Empty: nothing is.
[[nodiscard]] std::string curlNeeds(const RequestRecord &record, const CommandTarget &target);

} // namespace kube
