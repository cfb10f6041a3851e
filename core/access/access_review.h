// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <compare>
#include <string>

namespace kube {

/// An action on a resource that may be allowed or not. Source: authorization/v1 ResourceAttributes.
struct ResourceAttributes {
    std::string verb;          ///< get, list, watch, create, update, patch, delete …
    std::string group;
    std::string resource;      ///< plural
    std::string subresource;
    std::string namespaceName; ///< "": all namespaces, or cluster-scoped
    std::string name;          ///< "": any

    friend bool operator==(const ResourceAttributes &, const ResourceAttributes &) = default;
    friend auto operator<=>(const ResourceAttributes &, const ResourceAttributes &) = default;
};

/// The answer of a SelfSubjectAccessReview.
struct AccessDecision {
    bool allowed = false;
    bool denied = false;         ///< denied outright; else no authorizer had an opinion
    std::string reason;          ///< the authorizer's words; often empty
    std::string evaluationError; ///< the decision may be incomplete because of this

    /// Errors: BadInput when it is no SelfSubjectAccessReview.
    [[nodiscard]] static Result<AccessDecision> decode(std::string_view json);
};

/// The SelfSubjectAccessReview that asks for them.
[[nodiscard]] QByteArray accessReviewJson(const ResourceAttributes &attributes);

} // namespace kube
