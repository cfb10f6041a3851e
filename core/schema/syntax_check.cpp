// SPDX-License-Identifier: Apache-2.0
#include "core/schema/syntax_check.h"

#include "core/object/yaml.h"

#include <QRegularExpression>

#include <algorithm>
#include <unordered_map>

namespace kube {

namespace {

class SyntaxCheck
{
public:
    SyntaxCheck(const YamlOutline &outline, const YamlOutline::Document &document, ProblemList &list)
        : m_outline(outline), m_document(document), m_list(list)
    {
    }

    std::optional<std::uint32_t> run()
    {
        twice(m_document.root);
        const auto read = yamlStreamToJson(m_outline.textOf(m_document.range));
        if (read)
            return std::nullopt;
        const std::size_t before = m_list.problems().size();
        auto &problems = m_list.problems();
        tabs();
        if (problems.size() == before) // else the columns say nothing
            node(m_document.root);
        if (problems.size() > before) {
            const auto first = std::min_element(problems.begin() + std::ptrdiff_t(before), problems.end(),
                                                [](const Problem &left, const Problem &right) { return left.range.begin < right.range.begin; });
            return first->range.begin;
        }
        if (m_hasTwice && read.error().message.contains(say("is there twice")))
            return std::nullopt;
        return theirs(read.error());
    }

private:
    using Index = YamlOutline::Index;
    using Kind = YamlOutline::Kind;
    using Style = YamlOutline::Style;
    using Words = ProblemList::Words;

    [[nodiscard]] int columnOf(std::uint32_t offset) const
    {
        return static_cast<int>(offset - m_list.lines().line(m_list.lines().lineOf(offset)).begin);
    }

    /// A tab before a line's content, but not within texts, quotes and brackets.
    void tabs()
    {
        const TextLines &lines = m_list.lines();
        const int last = lines.lineOf(m_document.range.end);
        for (int i = lines.lineOf(m_document.range.begin); i <= last; ++i) {
            const TextRange line = lines.line(i);
            const auto written = m_outline.textOf(line);
            const std::size_t content = std::min(written.find_first_not_of(" \t"), written.size());
            const std::size_t tab = written.find('\t');
            if (content == written.size() || tab >= content || written[content] == '#')
                continue;
            const auto at = m_outline.nodeAt(line.begin + static_cast<std::uint32_t>(content));
            const bool isInside = at != YamlOutline::none && m_outline.node(at).range.begin < line.begin
                && (m_outline.node(at).kind == Kind::Scalar || m_outline.node(at).style == Style::Flow);
            if (isInside)
                continue;
            const auto begin = line.begin + static_cast<std::uint32_t>(tab);
            const auto end = line.begin + static_cast<std::uint32_t>(content);
            const auto count = std::count(written.begin() + std::ptrdiff_t(tab), written.begin() + std::ptrdiff_t(content), '\t');
            m_list.add({begin, end}, YamlOutline::none,
                       {say("a tab indents this line, and YAML takes only blanks for that"), say("write two blanks for each tab"),
                        std::string(static_cast<std::size_t>(count) * 2, ' ')});
        }
    }

    void node(Index index)
    {
        if (index == YamlOutline::none || m_list.isFull())
            return;
        const auto &at = m_outline.node(index);
        const bool isMisplaced = at.parent != YamlOutline::none && m_outline.node(at.parent).isMisplaced;
        if (at.isMember && !at.hasColon && !isMisplaced && m_outline.node(at.parent).style == Style::Block)
            noColon(index);
        if (!at.extra.isEmpty() && at.isClosed)
            extra(index);
        if (!at.isClosed && at.kind == Kind::Scalar)
            openQuote(index);
        if (at.isMisplaced)
            misplaced(index);
        for (const Index child : at.children)
            node(child);
        if (!at.isClosed && at.kind != Kind::Scalar && !m_openBracket) {
            m_openBracket = true; // those around it are open because it is
            const bool isMap = at.kind == Kind::Map;
            m_list.add({at.range.begin, at.range.begin + 1}, index,
                       {say(isMap ? "the \"{\" is not closed" : "the \"[\" is not closed"),
                        say(isMap ? "write \"}\" behind the last field" : "write \"]\" behind the last item")});
        }
    }

    void noColon(Index index)
    {
        const auto &at = m_outline.node(index);
        const auto written = m_outline.textOf(at.keyRange);
        const std::size_t colon = written.find(':');
        const std::size_t equals = written.find('=');
        Words words{say("expected \":\" after this key"), say("write \"%1:\", and its value behind it").arg(plainText(written))};
        if (written.front() == '"' || written.front() == '\'') {
            words = {say("the quote is not closed"), say("write %1 at the end of the key").arg(QLatin1Char(written.front()))};
        } else if (written.starts_with("-") && written.size() > 1 && written[1] != '-') {
            words = {say("a blank is missing behind \"-\""), say("write \"- %1\"").arg(plainText(written.substr(1))),
                     "- " + std::string(written.substr(1))};
        } else if (colon != std::string_view::npos && colon > 0) {
            const std::string mended = std::string(written.substr(0, colon)) + ": " + std::string(written.substr(colon + 1));
            words = {say("a blank is missing behind \":\""), say("write \"%1\"").arg(plainText(mended)), mended};
        } else if (equals != std::string_view::npos && equals > 0) {
            auto key = written.substr(0, equals);
            key = key.substr(0, key.find_last_not_of(' ') + 1);
            const std::size_t value = written.find_first_not_of(' ', equals + 1);
            const std::string mended = std::string(key) + ": " + std::string(value == std::string_view::npos ? "" : written.substr(value));
            words = {say("a key and its value are parted by \":\", not by \"=\""), say("write \"%1\"").arg(plainText(mended)), mended};
        } else if (const std::size_t blank = written.find(' '); blank != std::string_view::npos) {
            const std::string mended = std::string(written.substr(0, blank)) + ":" + std::string(written.substr(blank));
            words.mend = say("write \"%1\"").arg(plainText(mended));
            words.replacement = mended;
        }
        m_list.add(at.keyRange, index, std::move(words));
    }

    /// Text behind a quote or a bracket that has been closed; a line of a text that is not as deep as the others.
    void extra(Index index)
    {
        const auto &at = m_outline.node(index);
        if (at.style == Style::Literal || at.style == Style::Folded) {
            m_list.add(at.extra, index, {say("this is indented less than the text above it, and more than the next field would be"),
                                         say("indent it as the text's first line, or as the field above the text")});
        } else if (at.style == Style::Flow) {
            m_list.add(at.extra, index, {say("this stands behind the closing bracket"), say("write it within the brackets, or remove it")});
        } else {
            m_list.add(at.extra, index, {say("this stands behind the closing quote"),
                                         say("write it within the quotes, or remove it; a quote within quotes is \\\", or '' between single ones")});
        }
    }

    void openQuote(Index index)
    {
        const auto &at = m_outline.node(index);
        const char quote = m_outline.text()[at.range.begin];
        m_list.add(at.range, index,
                   {say("the quote is not closed"), say("write %1 at the end of the value").arg(QLatin1Char(quote)),
                    std::string(m_outline.textOf(at.range)) + quote});
    }

    /// What stands deeper than its neighbours: the first that does.
    void misplaced(Index index)
    {
        const auto &at = m_outline.node(index);
        if (at.children.empty())
            return;
        const auto begin = [&](Index child) { return m_outline.extent(child).begin; };
        const int column = columnOf(begin(at.children.front()));
        const auto odd = std::find_if(at.children.begin(), at.children.end(), [&](Index child) { return columnOf(begin(child)) != column; });
        if (odd != at.children.end()) {
            m_list.atKey(*odd, {say("this is indented otherwise than its neighbours above"),
                                say("indent it by %1 blanks, as %2").arg(QString::number(column), quotedText(m_outline.node(at.children.front()).key))});
            return;
        }
        const int neighbours = columnOf(at.keyRange.begin);
        if (!at.isMember && columnOf(begin(at.children.front())) <= neighbours) {
            m_list.atKey(at.children.front(), {say("a field cannot stand beside the items of a list"), say("write \"- \" before it, or the list below a key of its own")});
            return;
        }
        if (!at.isMember) {
            m_list.atKey(at.children.front(), {say("this is indented below an item that has a value already"),
                                               say("indent it by %1 blanks, as the item above").arg(neighbours)});
            return;
        }
        m_list.atKey(at.children.front(),
                     {say("this is indented below %1, which has a value already").arg(quotedText(at.key)),
                      say("indent it by %1 blanks, as %2; or take the value behind %2 away").arg(QString::number(neighbours), quotedText(at.key))});
    }

    void twice(Index index)
    {
        if (index == YamlOutline::none)
            return;
        const auto &at = m_outline.node(index);
        std::unordered_map<std::string_view, Index> seen;
        for (const Index child : at.children) {
            twice(child);
            const auto &member = m_outline.node(child);
            if (!member.isMember || member.isMergeKey || (!member.hasColon && at.style == Style::Block))
                continue;
            const auto [first, isNew] = seen.emplace(member.key, child);
            if (isNew || m_list.isFull())
                continue;
            m_hasTwice = true;
            const int line = m_list.lines().place(m_outline.extent(first->second).begin).line;
            m_list.atKey(child, {say("the key %1 is there twice: it is in line %2 already").arg(quotedText(member.key), QString::number(line)),
                                 say("remove one of them, or join what is below them")});
        }
    }

    /// A mistake that the outline does not see, in the reader's words.
    std::uint32_t theirs(const Error &error)
    {
        static const QRegularExpression place(say("line (\\d+), column (\\d+)"));
        const auto match = place.match(error.place);
        const TextLines &lines = m_list.lines();
        const int line = match.captured(1).toInt() + lines.lineOf(m_document.range.begin);
        std::uint32_t offset = lines.offset({line, 1});
        const std::uint32_t end = lines.line(std::clamp(line - 1, 0, lines.count() - 1)).end;
        const std::string &all = m_outline.text();
        for (int left = match.captured(2).toInt() - 1; left > 0 && offset < end; --left) {
            do {
                ++offset;
            } while (offset < end && (static_cast<unsigned char>(all[offset]) & 0xc0U) == 0x80U);
        }
        // It may be seen only behind the line that it is of.
        const std::size_t content = all.find_last_not_of(" \t\r\n", offset);
        if (offset >= end && content != std::string::npos && lines.lineOf(offset) != lines.lineOf(static_cast<std::uint32_t>(content)))
            offset = static_cast<std::uint32_t>(content + 1);
        const Index at = m_outline.nodeAt(offset);
        TextRange range{offset, offset};
        while (range.end < all.size() && std::string_view(" \t\r\n").find(all[range.end]) == std::string_view::npos)
            ++range.end;
        if (error.message.contains(say("escape")) && offset > 0) {
            const std::size_t backslash = all.rfind('\\', offset - 1);
            range.begin = backslash == std::string::npos ? offset : static_cast<std::uint32_t>(backslash);
        }
        const bool isOfValue = std::any_of(std::begin(ofValues), std::end(ofValues), [&](const char *words) { return error.message.contains(QLatin1String(words)); });
        if (isOfValue && at != YamlOutline::none && m_outline.node(at).range.touches(offset))
            range = m_outline.node(at).range;
        if (error.message.contains(say("illegal block entry")))
            m_list.add(range, at, {say("a list cannot begin on the line of its key"), say("write its items on the lines below, each with \"- \"")});
        else if (error.message.contains(say("alias not found")))
            m_list.add(range, at, {say("a \"*\" begins an alias, and no name follows"), say("put the value in quotes")});
        else
            m_list.add(range, at, {error.message, mendOf(error.message)});
        return range.begin;
    }

    /// What the reader says of a value from somewhere within it.
    static constexpr const char *ofValues[] = {"a map cannot begin here", "alias", "block scalar"};

    [[nodiscard]] static QString mendOf(const QString &message)
    {
        static constexpr struct { const char *word; const char *mend; } known[] = {
            {"a map cannot begin here", "put the value in quotes, or the map on a line of its own, indented"},
            {"another key of the map", "indent it as the keys above"},
            {"another \"- \" of the list", "indent it as the items above, or write \"- \" before it"},
            {"\",\" or \"}\"", "write \",\" between the fields and \"}\" behind the last"},
            {"\",\" or \"]\"", "write \",\" between the items and \"]\" behind the last"},
            {"a value is missing before this comma", "remove the comma, or write the value"},
            {"quote is not closed", "write the quote at the end of the value"},
            {"wants quotes", "put the value in quotes"},
            {"belongs neither", "indent it as what it belongs to, or write \"---\" above it to begin another object"},
            {"contains itself", "write out what is meant"},
            {"anchor", "write the anchor before its first use, \"&name\", or put the value in quotes"},
            {"only a scalar can be a key", "write a plain word as the key, or put it in quotes"},
            {"null cannot be a key", "put the key in quotes"},
            {"JSON has no such number", "put it in quotes, or write a number"},
            {"takes a map or a list of maps", "write an alias of a map behind \"<<:\", \"*name\""},
            {"the value is no !!", "remove the tag, or write a value of its kind"},
            {"not UTF-8", "save the text as UTF-8"},
            {"control characters", "remove the character, or write it as \"\\x..\" in double quotes"},
            {"nested deeper", "write it less deeply nested"},
            {"escape", "write \"\\\\\" for a backslash, or use single quotes"},
            {"multi-line key", "write the key on one line"},
            {"block scalar", "write \"|\" or \">\" alone behind the key, and the text on the lines below"},
            {"behind a tag", "remove the tag, and the digit behind \"|\" or \">\""},
            {"tag", "remove the tag, or write it as !!str"},
        };
        for (const auto &one : known) {
            if (message.contains(QLatin1String(one.word)))
                return QLatin1String(one.mend);
        }
        return say("write it otherwise, or put it in quotes");
    }

    const YamlOutline &m_outline;
    const YamlOutline::Document &m_document;
    ProblemList &m_list;
    bool m_openBracket = false;
    bool m_hasTwice = false;
};

} // namespace

std::optional<std::uint32_t> checkSyntax(const YamlOutline &outline, const YamlOutline::Document &document, ProblemList &list)
{
    return SyntaxCheck(outline, document, list).run();
}

} // namespace kube
