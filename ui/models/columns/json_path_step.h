// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/columns/json_path.h"

#include <optional>
#include <variant>

namespace orrery {

/// One part of a path: how to get from a value to those below it.
struct JsonPath::Step {
    struct Slice {
        std::optional<std::int64_t> from;
        std::optional<std::int64_t> to;
        std::int64_t step = 1;
        bool isIndex = false; ///< from alone
    };
    struct Operand {
        Steps path; ///< from @, when it is a path
        bool isPath = false;
        std::variant<std::monostate, std::string, double, bool> literal; ///< monostate: null
    };
    enum class Kind { Members, Slices, Wildcard, Recursive, Filter };
    enum class Comparison { Exists, Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual };

    Kind kind = Kind::Members;
    std::vector<std::string> names;  ///< Members
    std::vector<Slice> slices;       ///< Slices
    Comparison comparison = Comparison::Exists;
    Operand left;
    Operand right;
};

} // namespace orrery
