// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/access/access_review.h"

#include <vector>

namespace kube {

/// Source: authorization/v1 ResourceRule; "*" means all.
struct ResourceRule {
    std::vector<std::string> verbs;
    std::vector<std::string> groups;
    std::vector<std::string> resources; ///< "pods", "pods/log", "*/scale", "*"
    std::vector<std::string> names;     ///< empty: any

    [[nodiscard]] bool allows(const ResourceAttributes &attributes) const; ///< the namespace is not looked at
};

/// Source: authorization/v1 NonResourceRule; "*" means all.
struct NonResourceRule {
    std::vector<std::string> verbs;
    std::vector<std::string> paths; ///< "/healthz", "/apis/*"
};

/// All an identity may do in one namespace, as far as the authorizers can list it.
struct RulesReview {
    std::vector<ResourceRule> rules;
    std::vector<NonResourceRule> nonResourceRules;
    bool incomplete = false;     ///< some authorizer (a webhook) cannot list: absence of a rule proves nothing
    std::string evaluationError;

    /// Errors: BadInput when it is no SelfSubjectRulesReview.
    [[nodiscard]] static Result<RulesReview> decode(std::string_view json);
    /// Whether a rule says so; the namespace is the review's.
    [[nodiscard]] bool allows(const ResourceAttributes &attributes) const;
};

} // namespace kube
