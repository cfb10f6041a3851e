// SPDX-License-Identifier: Apache-2.0
#include "ui/models/columns/json_path_step.h"

#include <algorithm>

namespace orrery {

using kube::JsonValue;

namespace {

using Literal = std::variant<std::monostate, std::string, double, bool>;

Literal literalOf(JsonValue value)
{
    if (value.isString())
        return std::string(value.string());
    if (value.isNumber())
        return *value.number();
    if (value.isBool())
        return value.boolean();
    return std::monostate();
}

/// -1, 0, 1; nothing when they are not to be compared.
std::optional<int> compare(const Literal &left, const Literal &right)
{
    if (left.index() != right.index())
        return std::nullopt;
    return left < right ? -1 : right < left ? 1 : 0;
}

} // namespace

std::vector<JsonValue> JsonPath::select(JsonValue root) const
{
    std::vector<JsonValue> found;
    apply(*m_steps, 0, root, found);
    return found;
}

bool JsonPath::passes(const Step &step, JsonValue item)
{
    using Comparison = Step::Comparison;
    std::vector<JsonValue> left;
    if (step.left.isPath)
        apply(step.left.path, 0, item, left);
    if (step.comparison == Comparison::Exists)
        return !left.empty();
    const auto side = [&](const Step::Operand &operand) -> std::optional<Literal> {
        if (!operand.isPath)
            return operand.literal;
        std::vector<JsonValue> values;
        apply(operand.path, 0, item, values);
        return values.empty() ? std::nullopt : std::optional(literalOf(values.front()));
    };
    const auto a = side(step.left);
    const auto b = side(step.right);
    if (!a || !b)
        return false;
    const auto order = compare(*a, *b);
    switch (step.comparison) {
    case Comparison::Equal:
        return order == 0;
    case Comparison::NotEqual:
        return order != 0;
    case Comparison::Less:
        return order && *order < 0;
    case Comparison::LessOrEqual:
        return order && *order <= 0;
    case Comparison::Greater:
        return order && *order > 0;
    case Comparison::GreaterOrEqual:
        return order && *order >= 0;
    case Comparison::Exists:
        break;
    }
    return false;
}

void JsonPath::apply(const Steps &steps, std::size_t from, JsonValue value, std::vector<JsonValue> &found)
{
    if (from == steps.size()) {
        if (value.exists())
            found.push_back(value);
        return;
    }
    const Step &step = steps[from];
    const auto next = [&](JsonValue child) { apply(steps, from + 1, child, found); };
    const auto eachChild = [&](const auto &visit) {
        value.forEachItem(visit);
        value.forEachMember([&](std::string_view, JsonValue child) { visit(child); });
    };
    switch (step.kind) {
    case Step::Kind::Members:
        for (const std::string &name : step.names) {
            if (const JsonValue child = value[name]; child.exists())
                next(child);
        }
        return;
    case Step::Kind::Slices: {
        const auto size = static_cast<std::int64_t>(value.isArray() ? value.size() : 0);
        for (const Step::Slice &slice : step.slices) {
            const std::int64_t begin = slice.from.value_or(0) < 0 ? *slice.from + size : slice.from.value_or(0);
            const std::int64_t open = slice.to.value_or(size) < 0 ? *slice.to + size : slice.to.value_or(size);
            const std::int64_t end = slice.isIndex ? begin + 1 : open;
            for (std::int64_t i = std::max<std::int64_t>(begin, slice.isIndex ? begin : 0); i < std::min(end, size); i += slice.step) {
                if (i >= 0)
                    next(value.at(static_cast<std::size_t>(i)));
            }
        }
        return;
    }
    case Step::Kind::Wildcard:
        eachChild(next);
        return;
    case Step::Kind::Recursive:
        next(value);
        eachChild([&](JsonValue child) { apply(steps, from, child, found); });
        return;
    case Step::Kind::Filter:
        value.forEachItem([&](JsonValue item) {
            if (passes(step, item))
                next(item);
        });
        return;
    }
}

} // namespace orrery
