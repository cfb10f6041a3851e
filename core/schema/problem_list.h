// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/schema/problem.h"
#include "core/schema/yaml_outline.h"

namespace kube {

/// The problems of a text, as they are found.
class ProblemList
{
public:
    static constexpr std::size_t most = 500; ///< more help nobody

    explicit ProblemList(const YamlOutline &outline) : m_outline(outline), m_lines(outline.text()) {}

    /// What is said of a problem.
    struct Words {
        QString message;
        QString mend;
        std::optional<std::string> replacement = {};
    };
    Problem &add(TextRange range, YamlOutline::Index node, Words words);
    /// At the value of a node, or at its key where it has none.
    Problem &atValue(YamlOutline::Index node, Words words);
    Problem &atKey(YamlOutline::Index node, Words words); ///< at its key or dash; else at the begin of its value

    [[nodiscard]] bool isFull() const { return m_problems.size() >= most; }
    [[nodiscard]] const TextLines &lines() const { return m_lines; }
    [[nodiscard]] std::vector<Problem> &problems() { return m_problems; }

private:
    [[nodiscard]] TextRange firstLine(TextRange range) const;

    const YamlOutline &m_outline;
    TextLines m_lines;
    std::vector<Problem> m_problems;
};

/// A sentence, as it stands in the source.
[[nodiscard]] inline QString say(const char *utf8)
{
    return QString::fromUtf8(utf8);
}
/// UTF-8 in a message, cut short where it is long.
[[nodiscard]] QString quotedText(std::string_view text);
[[nodiscard]] QString plainText(std::string_view text); ///< without quotes

} // namespace kube
