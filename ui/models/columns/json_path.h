// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/object/json_value.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace orrery {

/// The part of kubectl's JSONPath that printer columns use: members (.spec.a, ['a'], .metadata.annotations.a\.b/c),
/// indexes and slices ([0], [-1], [1:3]), wildcards ([*], .*), unions ([0,2], ['a','b']), filters ([?(@.type=="Ready")]
/// with == != < <= > >= or mere existence) and recursive descent (..name). Immutable. Thread: any.
/// Source: client-go util/jsonpath.
class JsonPath
{
public:
    /// Errors: BadInput saying what was expected and where.
    [[nodiscard]] static kube::Result<JsonPath> parse(std::string_view text);

    /// What it selects, in the document's order.
    [[nodiscard]] std::vector<kube::JsonValue> select(kube::JsonValue root) const;

private:
    friend class JsonPathParser;
    struct Step;
    using Steps = std::vector<Step>;
    static void apply(const Steps &steps, std::size_t from, kube::JsonValue value, std::vector<kube::JsonValue> &found);
    [[nodiscard]] static bool passes(const Step &step, kube::JsonValue item);

    std::shared_ptr<const Steps> m_steps;
};

} // namespace orrery
