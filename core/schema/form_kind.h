// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/schema/form_rows.h"

namespace kube {

/// How a value is shown: as its field has it, unless something else is written there. field and node may be none.
[[nodiscard]] FormRow::Kind formKind(const ObjectSchema &schema, SchemaField::Index field, const YamlOutline &outline, YamlOutline::Index node);

} // namespace kube
