// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace kube {

/// What a plain scalar is to go-yaml v2, which kubectl reads with.
struct YamlScalar {
    enum class Type { Null, Bool, Integer, Float, NotFinite, String };
    Type type = Type::String;
    std::string text; ///< the JSON token of a Bool, Integer or Float; of the others the scalar as it is written
    double number = 0; ///< of a Float
};

/// Source: go-yaml v2.4 resolve.go, by way of sigs.k8s.io/yaml.
[[nodiscard]] YamlScalar resolvePlainScalar(std::string_view text);

/// Whether some reader of YAML 1.1 or 1.2 could take the plain scalar for something else than this string.
[[nodiscard]] bool isAmbiguousPlain(std::string_view text);

/// Go's strconv 'g' with the shortest digits: an exponent below 1e-4 and from 1e6 on. What is beyond all
/// numbers is written as YAML does: ".inf", "-.inf".
[[nodiscard]] std::string formatGeneralNumber(double value);
[[nodiscard]] std::string formatGeneralNumber(float value);

} // namespace kube
