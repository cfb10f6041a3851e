// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>

namespace orrery::demo {

/// Strategic merge patch with the merge keys of the built-in types, and its $patch: delete and replace directives.
/// Source: apimachinery pkg/util/strategicpatch; keys from the API's patchMergeKey tags.
[[nodiscard]] QJsonObject strategicMerge(QJsonObject target, const QJsonObject &patch);

} // namespace orrery::demo
