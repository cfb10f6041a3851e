// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/resource_types.h"
#include "app/demo/api/status.h"

#include <optional>

namespace orrery::demo {

/// What ?fieldValidation= finds in a written document.
struct FieldCheck {
    QStringList unknown; ///< "spec.replicaz", as the API server names them
    std::optional<StatusReply> refusal; ///< of Strict, when there are any

    /// As a Warning header each, of Warn.
    [[nodiscard]] QList<std::pair<QByteArray, QByteArray>> warnings() const;
};

/// Checks the body of a create, an update or a merging patch that asks for it against the recorded schema of its kind;
/// kinds without one let everything through. Source: kubernetes KEP-2885.
[[nodiscard]] FieldCheck checkFields(const ResourceType &type, const Call &call);

} // namespace orrery::demo
