// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/schema/object_schema.h"
#include "core/schema/problem.h"
#include "core/schema/yaml_outline.h"

#include <stop_token>
#include <vector>

namespace kube {

/// What is wrong with a text of one or more objects, in the order of the text: what cannot be read as YAML, and what the schema
/// of its kind or Kubernetes itself would not take. Of a document that cannot be read all above the mistake is checked, too.
/// Documents of kinds without a schema here are checked for what all objects have. Rules in CEL and admission are the server's.
///
/// Thread: any. A stop request ends it early; what it gives then is of no use.
[[nodiscard]] std::vector<Problem> validate(const YamlOutline &outline, const std::vector<ObjectSchemaPtr> &schemas, std::stop_token stop = {});

} // namespace kube
