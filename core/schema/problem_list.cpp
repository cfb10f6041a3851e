// SPDX-License-Identifier: Apache-2.0
#include "core/schema/problem_list.h"

#include <algorithm>

namespace kube {

Problem &ProblemList::add(TextRange range, YamlOutline::Index node, Words words)
{
    Problem problem;
    range = firstLine(range);
    const TextPlace place = m_lines.place(range.begin);
    problem.line = place.line;
    problem.column = place.column;
    problem.length = utf16Length(m_outline.textOf(range));
    problem.range = range;
    if (node != YamlOutline::none)
        problem.path = m_outline.path(node).toText();
    problem.message = std::move(words.message);
    problem.mend = std::move(words.mend);
    problem.replacement = std::move(words.replacement);
    return m_problems.emplace_back(std::move(problem));
}

Problem &ProblemList::atValue(YamlOutline::Index node, Words words)
{
    const auto &at = m_outline.node(node);
    return at.range.isEmpty() ? atKey(node, std::move(words)) : add(at.range, node, std::move(words));
}

Problem &ProblemList::atKey(YamlOutline::Index node, Words words)
{
    const auto &at = m_outline.node(node);
    if (!at.keyRange.isEmpty())
        return add(at.keyRange, node, std::move(words));
    const bool isMap = at.kind == YamlOutline::Kind::Map && at.style == YamlOutline::Style::Block && !at.children.empty();
    return add(isMap ? m_outline.node(at.children.front()).keyRange : TextRange{at.range.begin, at.range.begin}, node, std::move(words));
}

TextRange ProblemList::firstLine(TextRange range) const
{
    const auto size = static_cast<std::uint32_t>(m_outline.text().size());
    range.begin = std::min(range.begin, size);
    range.end = std::clamp(range.end, range.begin, m_lines.line(m_lines.lineOf(range.begin)).end);
    return {range.begin, std::max(range.begin, range.end)};
}

QString plainText(std::string_view text)
{
    constexpr std::size_t longest = 60;
    QString shown = QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min(text.size(), longest * 4)));
    shown.replace(u'\n', u' ');
    return shown.size() > qsizetype(longest) ? shown.left(longest) + QStringLiteral("…") : shown;
}

QString quotedText(std::string_view text)
{
    return u'"' + plainText(text) + u'"';
}

} // namespace kube
