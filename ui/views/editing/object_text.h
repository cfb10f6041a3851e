// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/edit_port.h"
#include "ui/widgets/conflict_list.h"

#include <QString>

namespace orrery {

/// The YAML that an editor begins with: the object as kubectl edit shows it, without managedFields. Empty when json is no
/// document. Thread: any.
[[nodiscard]] QString editorText(const std::string &json);
/// The YAML that is compared: without what changes by itself with every write (managedFields, resourceVersion, generation).
/// Thread: any.
[[nodiscard]] QString comparedText(const std::string &json);
/// A value of JSON as a person reads it: text without quotes, the rest as YAML; empty when there is none.
[[nodiscard]] QString valueText(const std::optional<std::string> &json);

/// The conflicts of a save, for a ConflictList, in their order: of a FieldConflict its owners.
[[nodiscard]] QList<ConflictRow> conflictRows(const kube::SaveState &state);
/// The fields of a FieldConflict in which theirs were taken. One choice an owner.
[[nodiscard]] std::vector<kube::FieldPath> takenFields(const kube::SaveState &state, const QList<ConflictChoice> &choices);
/// What a save goes on from when some conflicts were decided for theirs and some for mine: state.merged with theirs where
/// they were taken. One choice a conflict.
[[nodiscard]] QString resolvedText(const kube::SaveState &state, const QList<ConflictChoice> &choices);

} // namespace orrery
