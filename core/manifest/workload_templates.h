// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

namespace kube {

/// The part of a template below metadata, which is the same for all.
struct TemplateText {
    std::string_view group;
    std::string_view kind;
    std::string_view versions; ///< "v1 v1beta1": those it is valid in
    std::string_view body;
};

/// Of kinds that run Pods, and of all others.
[[nodiscard]] const std::vector<TemplateText> &workloadTemplates();
[[nodiscard]] const std::vector<TemplateText> &otherTemplates();

} // namespace kube
