// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <string>
#include <utility>
#include <vector>

namespace kube {

/// A label selector in kubectl's grammar: k=v, k==v, k!=v, k in (a,b), k notin (a), k, !k, k>1, k<1; comma is AND.
/// Source: apimachinery pkg/labels/selector.go.
class LabelSelector
{
public:
    using Labels = std::vector<std::pair<std::string, std::string>>; ///< each key once
    /// As kubectl writes them: =, !=, in, notin, key, !key, >, <.
    enum class Operator { Equals, NotEquals, In, NotIn, Exists, DoesNotExist, GreaterThan, LessThan };
    /// One of the comma-separated parts.
    struct Requirement {
        std::string key;
        Operator op;
        std::vector<std::string> values;
    };

    /// Errors: BadInput with the position and what was expected.
    [[nodiscard]] static Result<LabelSelector> parse(std::string_view text);
    [[nodiscard]] bool matches(const Labels &labels) const; ///< does every requirement hold?
    [[nodiscard]] bool isEmpty() const { return m_requirements.empty(); } ///< does it select everything?
    [[nodiscard]] const std::vector<Requirement> &requirements() const { return m_requirements; } ///< in their order
    [[nodiscard]] std::string toString() const; ///< as parse() reads it

private:
    std::vector<Requirement> m_requirements;
};

} // namespace kube
