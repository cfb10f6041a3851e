// SPDX-License-Identifier: Apache-2.0
#include "core/schema/yaml_edit.h"

#include "core/object/yaml_scalar.h"
#include "core/schema/yaml_change.h"
#include "core/schema/yaml_splicer.h"

#include <algorithm>

namespace kube {

namespace {

using Index = YamlOutline::Index;
using Kind = YamlOutline::Kind;

auto no(const char *why)
{
    return fail(Error::badInput(QString::fromUtf8(why)));
}

constexpr const char *notWritable = "It is written in a way that a form cannot change without changing something else: change it in the text.";
constexpr const char *notRead = "The text cannot be read there: mend it in the text first.";
constexpr const char *noSuchPlace = "There is no such place in the text.";
constexpr const char *isRepeated = "It is written once and repeated elsewhere by an alias: change it in the text.";

void collectAliases(const YamlOutline &outline, std::vector<std::pair<std::string, Index>> &into)
{
    for (Index i = 0; i < outline.size(); ++i) {
        if (outline.node(i).kind == Kind::Alias)
            into.emplace_back("&" + outline.node(i).text, i);
    }
}

bool isWithin(const YamlOutline &outline, Index node, Index above)
{
    while (node != above && node != YamlOutline::none)
        node = outline.node(node).parent;
    return node == above;
}

/// What is at the place, and above it; below it too when it is to go.
bool isAliased(const YamlOutline &outline, Index at, Index gone)
{
    std::vector<std::pair<std::string, Index>> aliases;
    collectAliases(outline, aliases);
    if (aliases.empty())
        return false;
    for (Index i = 0; i < outline.size(); ++i) {
        const std::string &anchor = outline.node(i).anchor;
        if (anchor.empty() || !(isWithin(outline, at, i) || (gone != YamlOutline::none && isWithin(outline, i, gone))))
            continue;
        if (std::any_of(aliases.begin(), aliases.end(), [&](const auto &alias) { return alias.first == anchor; }))
            return true;
    }
    return false;
}

bool isReadable(const YamlOutline &outline, Index at)
{
    for (; at != YamlOutline::none; at = outline.node(at).parent) {
        const auto &node = outline.node(at);
        if (!node.isClosed || node.isMisplaced || (node.isMember && !node.hasColon))
            return false;
    }
    return true;
}

/// Not every reader ends such a last line by itself.
bool lacksLastLineEnd(const YamlOutline &outline)
{
    const std::string &text = outline.text();
    for (Index i = 0; i < outline.size(); ++i) {
        const auto &node = outline.node(i);
        const bool isBlock = node.style == YamlOutline::Style::Literal || node.style == YamlOutline::Style::Folded;
        if (isBlock && node.range.end == text.size() && node.text.ends_with('\n'))
            return true;
    }
    return false;
}

Result<YamlEdit> made(const YamlOutline &outline, TextSplice splice, const YamlChange &change)
{
    const std::string wanted = valueAfter(outline, change);
    // A last line without an end may need one.
    const bool isAtEnd = splice.range.end == outline.text().size();
    for (const char *more : {"", "\n"}) {
        if (*more && !isAtEnd)
            break;
        splice.text += more;
        std::string text = outline.text();
        text.replace(splice.range.begin, splice.range.end - splice.range.begin, splice.text);
        YamlOutline after = YamlOutline::of(std::move(text));
        if (valueAfter(after, {}) == wanted && !(isAtEnd && lacksLastLineEnd(after)))
            return YamlEdit{splice.range, std::move(splice.text), std::move(after)};
    }
    return no(notWritable);
}

/// What is merged into a map shows where its own members do not stand before it.
bool isMerged(const YamlOutline &outline, Index map)
{
    const auto &members = outline.node(map).children;
    return std::any_of(members.begin(), members.end(), [&](Index one) { return outline.node(one).isMergeKey; });
}

Result<YamlEdit> replaced(const YamlOutline &outline, Index node, const JsonNode &value)
{
    if (outline.node(node).isMergeKey)
        return no(isRepeated);
    if (!isReadable(outline, node))
        return no(notRead);
    if (isAliased(outline, node, node))
        return no(isRepeated);
    return made(outline, YamlSplicer(outline).replace(node, value), {YamlChange::What::Replace, node, 0, {}, value});
}

Result<YamlEdit> inserted(const YamlOutline &outline, Index container, std::size_t at, const std::string &key, const JsonNode &value)
{
    if (!isReadable(outline, container))
        return no(notRead);
    if (isAliased(outline, container, YamlOutline::none))
        return no(isRepeated);
    return made(outline, YamlSplicer(outline).insert(container, at, key, value), {YamlChange::What::Insert, container, at, key, value});
}

/// The value with what is missing on the way to it around it.
JsonNode madeAround(const std::vector<SchemaPath::Step> &steps, std::size_t from, const JsonNode &value)
{
    if (from >= steps.size())
        return value;
    JsonNode around;
    JsonNode inner = madeAround(steps, from + 1, value);
    if (steps[from].isItem) {
        around.kind = JsonNode::Kind::Array;
        around.items.push_back(std::move(inner));
    } else {
        around = JsonNode::object();
        around.members.emplace_back(steps[from].key, std::move(inner));
    }
    return around;
}

JsonNode emptyOf(Kind kind)
{
    JsonNode nothing;
    nothing.kind = kind == Kind::Sequence ? JsonNode::Kind::Array : JsonNode::Kind::Object;
    return nothing;
}

bool isNothing(const YamlOutline::Node &node)
{
    return node.kind == Kind::Nothing || (node.kind == Kind::Scalar && node.type == YamlOutline::Type::Null);
}

Index childAt(const YamlOutline &outline, Index at, const SchemaPath::Step &step)
{
    const auto &node = outline.node(at);
    if (!step.isItem)
        return outline.member(at, step.key);
    const bool isThere = node.kind == Kind::Sequence && step.index >= 0 && static_cast<std::size_t>(step.index) < node.children.size();
    return isThere ? node.children[static_cast<std::size_t>(step.index)] : YamlOutline::none;
}

Index placeOf(const YamlOutline &outline, const SchemaPath &path)
{
    Index at = outline.documents().front().root;
    for (std::size_t i = 0; i < path.steps.size() && at != YamlOutline::none; ++i)
        at = childAt(outline, at, path.steps[i]);
    return at;
}

} // namespace

JsonNode plainYamlValue(std::string_view written)
{
    YamlScalar read = resolvePlainScalar(written);
    JsonNode value;
    value.text = std::move(read.text);
    switch (read.type) {
    case YamlScalar::Type::Bool:
        value.kind = JsonNode::Kind::Bool;
        value.truth = value.text == "true";
        value.text.clear();
        break;
    case YamlScalar::Type::Integer:
    case YamlScalar::Type::Float: value.kind = JsonNode::Kind::Number; break;
    default: value.kind = JsonNode::Kind::String; value.text = written;
    }
    return value;
}

Result<YamlEdit> setYamlValue(const YamlOutline &outline, const SchemaPath &path, const JsonNode &value)
{
    Index at = outline.documents().front().root;
    if (at == YamlOutline::none)
        return no(noSuchPlace);
    for (std::size_t i = 0; i < path.steps.size(); ++i) {
        const auto &step = path.steps[i];
        const auto &node = outline.node(at);
        if (const Index next = childAt(outline, at, step); next != YamlOutline::none) {
            at = next;
            continue;
        }
        const bool isFirst = !step.isItem || step.index <= 0;
        const bool fits = isNothing(node) || node.kind == (step.isItem ? Kind::Sequence : Kind::Map);
        const auto size = node.children.size();
        if (!fits || (size == 0 ? !isFirst : step.isItem && static_cast<std::size_t>(step.index) != size))
            return no(node.kind == Kind::Alias ? isRepeated : noSuchPlace);
        if (size == 0)
            return replaced(outline, at, madeAround(path.steps, i, value));
        const std::size_t place = step.isItem ? size : YamlSplicer(outline).placeFor(at, step.key);
        return inserted(outline, at, place, step.key, madeAround(path.steps, i + 1, value));
    }
    return replaced(outline, at, value);
}

Result<YamlEdit> removeYamlValue(const YamlOutline &outline, const SchemaPath &path)
{
    const Index at = placeOf(outline, path);
    if (at == YamlOutline::none || outline.node(at).parent == YamlOutline::none)
        return no(noSuchPlace);
    const Index holder = outline.node(at).parent;
    const auto &siblings = outline.node(holder).children;
    if (!isReadable(outline, at))
        return no(notRead);
    if (isAliased(outline, holder, at) || isMerged(outline, holder))
        return no(isRepeated);
    if (siblings.size() == 1)
        return replaced(outline, holder, emptyOf(outline.node(holder).kind));
    return made(outline, YamlSplicer(outline).remove(at), {YamlChange::What::Remove, at, 0, {}, {}});
}

Result<YamlEdit> insertYamlItem(const YamlOutline &outline, const SchemaPath &list, int index, const JsonNode &value)
{
    SchemaPath path = list;
    path.steps.push_back({{}, index, true});
    const Index at = placeOf(outline, list);
    const bool isBefore = at != YamlOutline::none && childAt(outline, at, path.steps.back()) != YamlOutline::none;
    return isBefore ? inserted(outline, at, static_cast<std::size_t>(index), {}, value) : setYamlValue(outline, path, value);
}

Result<YamlEdit> swapYamlItems(const YamlOutline &outline, const SchemaPath &item)
{
    const Index at = placeOf(outline, item);
    const Index holder = at == YamlOutline::none ? at : outline.node(at).parent;
    if (holder == YamlOutline::none || outline.node(holder).kind != Kind::Sequence)
        return no(noSuchPlace);
    const auto &siblings = outline.node(holder).children;
    const auto place = static_cast<std::size_t>(outline.node(at).place);
    if (place + 1 >= siblings.size())
        return no(noSuchPlace);
    if (!isReadable(outline, at) || !isReadable(outline, siblings[place + 1]))
        return no(notRead);
    // An alias may not stand before what it repeats.
    if (isAliased(outline, holder, at) || isAliased(outline, holder, siblings[place + 1]))
        return no(isRepeated);
    return made(outline, YamlSplicer(outline).swap(at, siblings[place + 1]), {YamlChange::What::Swap, at, 0, {}, {}});
}

Result<YamlEdit> renameYamlKey(const YamlOutline &outline, const SchemaPath &member, const std::string &key)
{
    const Index at = placeOf(outline, member);
    if (at == YamlOutline::none || !outline.node(at).isMember)
        return no(noSuchPlace);
    if (!isReadable(outline, at))
        return no(notRead);
    const Index same = outline.member(outline.node(at).parent, key);
    if (same != YamlOutline::none && same != at)
        return no("There is an entry of that name already.");
    if (isAliased(outline, outline.node(at).parent, YamlOutline::none) || isMerged(outline, outline.node(at).parent))
        return no(isRepeated);
    return made(outline, YamlSplicer(outline).rename(at, key), {YamlChange::What::Rename, at, 0, key, {}});
}

} // namespace kube
