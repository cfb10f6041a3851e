// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace kube::test {

/// YAML documents as people write them at their most awkward: ConfigMaps by their names, whose "data" is whatever YAML allows.
/// The same seed gives the same documents on every machine. Keys may be there twice, for they may be spelt in two ways.
class AwkwardYaml
{
public:
    explicit AwkwardYaml(std::uint32_t seed) : m_random(seed) {}
    /// Without "---"; ends with a line end but for some.
    [[nodiscard]] std::string document(const std::string &name);

private:
    [[nodiscard]] int below(int most) { return static_cast<int>(m_random() % static_cast<std::uint32_t>(most)); }
    [[nodiscard]] bool oneIn(int many) { return below(many) == 0; }
    [[nodiscard]] std::string_view pick(const std::vector<std::string_view> &words) { return words[m_random() % words.size()]; }

    void map(int indent, int depth);
    void sequence(int indent, int depth);
    void value(int indent, int depth); ///< behind "key:" or "-"
    void blockScalar(int indent);
    void plainLines(int indent);
    void quotedLines(int indent, char quote);
    void flow(int indent, int depth);
    void flowValue(int indent, int depth);
    void key();
    void comment();
    void blank();

    std::mt19937 m_random;
    std::string m_out;
    std::vector<std::string> m_anchors; ///< of maps, for merging
    int m_names = 0;
};

} // namespace kube::test
