// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/requests/kubectl_command.h"

#include <string>

namespace kube {

/// The curl that asks for the same, one line for a POSIX shell. No credential is in it: what curlPreparation() makes stands for
/// them: the variables $TOKEN, $LOGIN and $PROXY, and files in $dir. A body that the record does not hold (of Secrets, and long
/// ones) is read from body.json. Over plain HTTP nothing is shown to the server.
[[nodiscard]] std::string curlCommand(const RequestRecord &record, const ServerAccess &access);

/// What is to run before it: lines of a shell, each ended by a line feed, that take authority, token, certificate and key out
/// of the kubeconfig by kubectl. They are for a subshell: on any error it ends, and what it has written goes with it. Empty:
/// nothing is needed. A plugin's token nobody else can have: it is asked of the reader, in $TOKEN.
[[nodiscard]] std::string curlPreparation(const RequestRecord &record, const CommandTarget &target);

/// Both, to be pasted into bash as it is.
[[nodiscard]] std::string curlScript(const RequestRecord &record, const CommandTarget &target);

} // namespace kube
