// SPDX-License-Identifier: Apache-2.0
#include "core/object/selector.h"

#include "core/object/selector_parser.h"

#include <algorithm>
#include <charconv>

namespace kube {

namespace {

std::optional<std::int64_t> integer(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

bool meets(const LabelSelector::Requirement &requirement, const LabelSelector::Labels &labels)
{
    using Operator = LabelSelector::Operator;
    const auto label = std::find_if(labels.begin(), labels.end(),
                                    [&](const auto &candidate) { return candidate.first == requirement.key; });
    const bool there = label != labels.end();
    const auto &values = requirement.values;
    const auto isListed = [&] { return std::find(values.begin(), values.end(), label->second) != values.end(); };
    switch (requirement.op) {
    case Operator::Equals:
    case Operator::In: return there && isListed();
    case Operator::NotEquals:
    case Operator::NotIn: return !there || !isListed();
    case Operator::Exists: return there;
    case Operator::DoesNotExist: return !there;
    case Operator::GreaterThan:
    case Operator::LessThan: break;
    }
    const auto value = there ? integer(label->second) : std::nullopt;
    const auto bound = integer(values.front());
    if (!value || !bound)
        return false;
    return requirement.op == Operator::GreaterThan ? *value > *bound : *value < *bound;
}

std::string joined(const std::vector<std::string> &values)
{
    if (values.size() == 1 && values.front().empty())
        return ","; // "()" could not be read again, here or by a server
    std::string text;
    for (const auto &value : values) {
        if (&value != &values.front())
            text += ',';
        text += value;
    }
    return text;
}

std::string textOf(const LabelSelector::Requirement &requirement)
{
    using Operator = LabelSelector::Operator;
    switch (requirement.op) {
    case Operator::Equals: return requirement.key + "=" + requirement.values.front();
    case Operator::NotEquals: return requirement.key + "!=" + requirement.values.front();
    case Operator::In: return requirement.key + " in (" + joined(requirement.values) + ")";
    case Operator::NotIn: return requirement.key + " notin (" + joined(requirement.values) + ")";
    case Operator::Exists: return requirement.key;
    case Operator::DoesNotExist: return "!" + requirement.key;
    case Operator::GreaterThan: return requirement.key + ">" + requirement.values.front();
    case Operator::LessThan: return requirement.key + "<" + requirement.values.front();
    }
    return {};
}

} // namespace

Result<LabelSelector> LabelSelector::parse(std::string_view text)
{
    auto requirements = SelectorParser(text).parse();
    if (!requirements)
        return fail(requirements.error());
    LabelSelector selector;
    selector.m_requirements = std::move(*requirements);
    return selector;
}

bool LabelSelector::matches(const Labels &labels) const
{
    return std::all_of(m_requirements.begin(), m_requirements.end(),
                       [&](const Requirement &requirement) { return meets(requirement, labels); });
}

std::string LabelSelector::toString() const
{
    std::string text;
    for (const auto &requirement : m_requirements) {
        if (!text.empty())
            text += ',';
        text += textOf(requirement);
    }
    return text;
}

} // namespace kube
