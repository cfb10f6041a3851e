// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/resource_types.h"

#include <QJsonObject>

namespace orrery::demo {

/// "api/v1", "apis/apps/v1"
[[nodiscard]] QString openApiPath(const kube::GroupVersion &gv);

/// The OpenAPI v3 document of a group version: the recorded, description-free one where there is one. Kinds that no
/// recording describes are named with the paths they are served at, and every field of theirs is let through.
[[nodiscard]] QJsonObject openApiDocument(const ResourceTypes &types, const kube::GroupVersion &gv);

/// Its schemas by their names; none where there is no recording.
[[nodiscard]] QJsonObject recordedSchemas(const kube::GroupVersion &gv);

} // namespace orrery::demo
