// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace kube::test {

/// A text with one thing wrong: "¦" stands before the place that the problem must name.
struct BadYaml {
    const char *name;
    char schema; ///< d: Deployment, p: Pod, c: ConfigMap, f: Foo, w: Widget
    std::string text;
    const char *message; ///< a part of it
    const char *mend;    ///< a part of it
};

[[nodiscard]] std::vector<BadYaml> badSyntax();
[[nodiscard]] std::vector<BadYaml> badFields();
[[nodiscard]] std::vector<BadYaml> badValues();

} // namespace kube::test
