// SPDX-License-Identifier: Apache-2.0
#include "core/schema/validate.h"

#include "core/schema/object_check.h"
#include "core/schema/syntax_check.h"

#include <algorithm>

namespace kube {

std::vector<Problem> validate(const YamlOutline &outline, const std::vector<ObjectSchemaPtr> &schemas, std::stop_token stop)
{
    ProblemList list(outline);
    auto &problems = list.problems();
    for (const auto &document : outline.documents()) {
        if (stop.stop_requested() || list.isFull())
            break;
        const auto broken = checkSyntax(outline, document, list);
        const std::size_t checked = problems.size();
        if (document.root == YamlOutline::none)
            continue;
        ObjectCheck(outline, schemas, list, stop).check(document.root, broken ? ObjectCheck::Whole::No : ObjectCheck::Whole::Yes);
        if (!broken)
            continue;
        // What stands behind a mistake may be the mistake's.
        const auto behind = std::remove_if(problems.begin() + std::ptrdiff_t(checked), problems.end(), [&](const Problem &problem) {
            return problem.line >= list.lines().place(*broken).line;
        });
        problems.erase(behind, problems.end());
    }
    std::stable_sort(problems.begin(), problems.end(), [](const Problem &left, const Problem &right) { return left.range.begin < right.range.begin; });
    return std::move(problems);
}

} // namespace kube
