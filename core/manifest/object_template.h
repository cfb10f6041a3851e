// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/gvk.h"
#include "core/schema/object_schema.h"

#include <optional>

namespace kube {

/// A text to begin an object of this kind with, as a person would write it: valid as it stands, with names to be replaced.
/// namespaceName: left out when it is empty. Nothing for kinds that none is known of, or not in that version.
[[nodiscard]] std::optional<std::string> objectTemplate(const GroupVersionKind &kind, const std::string &namespaceName);

/// A text made from the schema of a kind: what is required, with first values of enums and defaults, and below it in comments what else its spec
/// can hold. What a person has to fill in is empty.
[[nodiscard]] std::string objectSkeleton(const ObjectSchema &schema, const std::string &namespaceName);

/// The least of any kind, where nothing is known of it.
[[nodiscard]] std::string barestObject(const GroupVersionKind &kind, const std::string &namespaceName);

/// The kinds that objectTemplate() knows: group, kind, and a version of each.
[[nodiscard]] const std::vector<GroupVersionKind> &templateKinds();

} // namespace kube
