// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/resource_types.h"
#include "app/demo/api/status.h"

#include <tl/expected.hpp>

namespace orrery::demo {

/// Server-side apply: merges the intent, removes what the manager owned and no longer names, refuses fields another
/// manager owns with another value (409, a cause FieldManagerConflict each) unless forced, and keeps managedFields.
/// live is empty when the object is to be created.
[[nodiscard]] tl::expected<QJsonObject, StatusReply> serverSideApply(const ResourceType &type, const QJsonObject &live,
                                                                    const QJsonObject &intent, const QString &manager, bool force,
                                                                    const QString &name);

/// Notes in managedFields that an Update by manager changed fields between before and object.
void recordUpdate(QJsonObject &object, const QJsonObject &before, const QString &manager, const std::string &subresource);

} // namespace orrery::demo
