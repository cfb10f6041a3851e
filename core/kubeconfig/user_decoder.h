// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kubeconfig/field_reader.h"

namespace kube::kubeconfig {

/// An absolute path, as seen from the folder of file. "" stays "".
[[nodiscard]] QString resolvedPath(const QString &path, const QString &file);

/// Fills user from the mapping the reader stands on.
[[nodiscard]] User decodeUser(FieldReader &reader, User user);

} // namespace kube::kubeconfig
