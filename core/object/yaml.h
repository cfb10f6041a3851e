// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/object/json_value.h"

#include <string>
#include <string_view>
#include <vector>

namespace kube {

/// YAML of a value as kubectl prints it (sigs.k8s.io/yaml): members sorted, sequences not indented, strings quoted
/// whenever a YAML 1.1 or 1.2 reader could take them for something else.
[[nodiscard]] std::string toYaml(JsonValue value);

/// Beyond them a document is refused.
struct YamlLimits {
    std::size_t bytes = 32 * 1024 * 1024;
    int depth = 500;
    std::size_t nodes = 1'000'000; ///< after aliases are expanded
};

/// JSON of one YAML document under go-yaml v2's rules for plain scalars. Errors: BadInput whose place is
/// "line L, column C": syntax, duplicate keys, unterminated quotes, invalid UTF-8, depth, size, alias expansion.
[[nodiscard]] Result<std::string> yamlToJson(std::string_view yaml, const YamlLimits &limits = {});

/// The same for a stream of documents separated by "---"; empty documents are left out.
[[nodiscard]] Result<std::vector<std::string>> yamlStreamToJson(std::string_view yaml, const YamlLimits &limits = {});

} // namespace kube
