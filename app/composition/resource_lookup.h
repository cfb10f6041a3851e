// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/resource_info.h"

#include <QStringList>

namespace orrery {

/// What kubectl would take the word for: plural, singular, short name or kind, perhaps with ".group"; case does not
/// matter. Null: the server has no such resource.
[[nodiscard]] const kube::ResourceInfo *findResource(const kube::Catalog &catalog, const QString &word);
/// Names of resources somebody may have meant by a word that findResource() does not know, the likeliest first, three
/// at most.
[[nodiscard]] QStringList similarResources(const kube::Catalog &catalog, const QString &word);
[[nodiscard]] const kube::ResourceInfo *findKind(const kube::Catalog &catalog, const QString &apiVersion, const QString &kind);

} // namespace orrery
