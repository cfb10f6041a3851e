// SPDX-License-Identifier: Apache-2.0
#include "core/access/rules_review.h"

#include "core/object/json.h"

#include <algorithm>

namespace kube {

namespace {

std::vector<std::string> strings(JsonValue array)
{
    std::vector<std::string> all;
    array.forEachItem([&](JsonValue item) { all.emplace_back(item.string()); });
    return all;
}

bool holds(const std::vector<std::string> &values, std::string_view wanted)
{
    return std::any_of(values.begin(), values.end(),
                       [&](const std::string &value) { return value == "*" || value == wanted; });
}

} // namespace

bool ResourceRule::allows(const ResourceAttributes &attributes) const
{
    if (!holds(verbs, attributes.verb) || !holds(groups, attributes.group))
        return false;
    const bool anyName = names.empty();
    if (!anyName && std::find(names.begin(), names.end(), attributes.name) == names.end())
        return false;
    if (attributes.subresource.empty())
        return holds(resources, attributes.resource);
    return holds(resources, attributes.resource + "/" + attributes.subresource)
        || std::find(resources.begin(), resources.end(), "*/" + attributes.subresource) != resources.end();
}

Result<RulesReview> RulesReview::decode(std::string_view json)
{
    const auto document = JsonDocument::parse(json);
    if (!document)
        return fail(document.error());
    const JsonValue root = document->root();
    if (root["kind"].string() != "SelfSubjectRulesReview")
        return fail(Error::badInput(QStringLiteral("the answer is not a SelfSubjectRulesReview")));
    const JsonValue status = root["status"];
    RulesReview review;
    status["resourceRules"].forEachItem([&](JsonValue rule) {
        review.rules.push_back({strings(rule["verbs"]), strings(rule["apiGroups"]), strings(rule["resources"]),
                                strings(rule["resourceNames"])});
    });
    status["nonResourceRules"].forEachItem([&](JsonValue rule) {
        review.nonResourceRules.push_back({strings(rule["verbs"]), strings(rule["nonResourceURLs"])});
    });
    review.incomplete = status["incomplete"].boolean();
    review.evaluationError = status["evaluationError"].string();
    return review;
}

bool RulesReview::allows(const ResourceAttributes &attributes) const
{
    return std::any_of(rules.begin(), rules.end(), [&](const ResourceRule &rule) { return rule.allows(attributes); });
}

} // namespace kube
