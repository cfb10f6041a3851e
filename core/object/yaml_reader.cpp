// SPDX-License-Identifier: Apache-2.0
#include "core/object/json.h"
#include "core/object/yaml.h"
#include "core/object/yaml_tree.h"

#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <sstream>
#include <unordered_set>

namespace kube {

namespace {

/// Writes a tree as JSON, expanding aliases and merge keys within the limits.
class YamlToJson
{
public:
    YamlToJson(const YamlTree &tree, const YamlSource &source, const YamlLimits &limits)
        : m_tree(tree), m_source(source), m_limits(limits)
    {
    }

    [[nodiscard]] std::string run()
    {
        value(m_tree.root(), 0);
        return std::move(m_out);
    }

private:
    using Node = YamlTree::Node;
    struct Member {
        std::string key;
        YamlTree::Index value;
    };

    [[noreturn]] void refuse(const QString &why, std::size_t offset) const { throw YamlRefused{m_source.refused(why, offset)}; }

    void count(const Node &node, int depth)
    {
        if (++m_nodes > m_limits.nodes)
            refuse(QStringLiteral("the document has more than %1 nodes with its aliases expanded").arg(m_limits.nodes), node.offset);
        if (depth > m_limits.depth)
            refuse(QStringLiteral("nested deeper than %1 levels").arg(m_limits.depth), node.offset);
        if (m_insideAlias > 0)
            m_aliasBytes += node.scalar.text.size();
        if (m_aliasBytes > m_limits.bytes)
            refuse(QStringLiteral("the aliases expand to more than %1 bytes").arg(m_limits.bytes), node.offset);
    }

    void value(YamlTree::Index index, int depth)
    {
        const bool isAlias = m_tree.node(index).kind == Node::Kind::Alias;
        const Node &node = m_tree.resolved(index);
        m_insideAlias += isAlias ? 1 : 0;
        count(node, depth);
        switch (node.kind) {
        case Node::Kind::Map: map(node, depth); break;
        case Node::Kind::Sequence: sequence(node, depth); break;
        case Node::Kind::Scalar: scalar(node); break;
        case Node::Kind::Alias: break; // resolved() gives none
        }
        m_insideAlias -= isAlias ? 1 : 0;
    }

    void scalar(const Node &node)
    {
        switch (node.scalar.type) {
        case YamlScalar::Type::Null: m_out += "null"; return;
        case YamlScalar::Type::String: appendJsonString(m_out, node.scalar.text); return;
        case YamlScalar::Type::NotFinite: refuse(QStringLiteral("JSON has no such number"), node.offset);
        default: m_out += node.scalar.text;
        }
    }

    void sequence(const Node &node, int depth)
    {
        m_out += '[';
        for (const auto item : node.children) {
            if (item != node.children.front())
                m_out += ',';
            value(item, depth + 1);
        }
        m_out += ']';
    }

    void map(const Node &node, int depth)
    {
        m_out += '{';
        bool first = true;
        for (const Member &member : members(node, depth)) {
            if (!std::exchange(first, false))
                m_out += ',';
            appendJsonString(m_out, member.key);
            m_out += ':';
            value(member.value, depth + 1);
        }
        m_out += '}';
    }

    /// The map's own members, then those its merge keys bring and it lacks; the earlier of two merged maps wins.
    std::vector<Member> members(const Node &map, int depth)
    {
        std::vector<Member> all;
        std::unordered_set<std::string> names;
        std::vector<YamlTree::Index> merged;
        for (std::size_t i = 0; i + 1 < map.children.size(); i += 2) {
            const Node &keyNode = m_tree.resolved(map.children[i]);
            if (keyNode.isMergeKey) {
                merged.push_back(map.children[i + 1]);
                continue;
            }
            count(keyNode, depth);
            std::string name = key(keyNode);
            const std::size_t offset = m_tree.node(map.children[i]).offset;
            if (!names.insert(name).second)
                refuse(QStringLiteral("the key \"%1\" is there twice").arg(QString::fromStdString(name)), offset);
            all.push_back({std::move(name), map.children[i + 1]});
        }
        for (const auto source : merged)
            merge(source, depth, all, names);
        return all;
    }

    void merge(YamlTree::Index source, int depth, std::vector<Member> &all, std::unordered_set<std::string> &names)
    {
        const Node &node = m_tree.resolved(source);
        const auto from = [&](const Node &map) {
            count(map, depth + 1);
            for (Member &member : members(map, depth + 1)) {
                if (names.insert(member.key).second)
                    all.push_back(std::move(member));
            }
        };
        if (node.kind == Node::Kind::Map) {
            from(node);
            return;
        }
        const bool isListOfMaps = node.kind == Node::Kind::Sequence
            && std::all_of(node.children.begin(), node.children.end(),
                           [&](YamlTree::Index item) { return m_tree.resolved(item).kind == Node::Kind::Map; });
        if (!isListOfMaps)
            refuse(QStringLiteral("\"<<\" takes a map or a list of maps"), m_tree.node(source).offset);
        for (const auto item : node.children)
            from(m_tree.resolved(item));
    }

    [[nodiscard]] std::string key(const Node &node) const
    {
        if (node.kind != Node::Kind::Scalar)
            refuse(QStringLiteral("only a scalar can be a key"), node.offset);
        switch (node.scalar.type) {
        case YamlScalar::Type::Null: refuse(QStringLiteral("null cannot be a key"), node.offset);
        case YamlScalar::Type::Float: return formatGeneralNumber(static_cast<float>(node.scalar.number));
        case YamlScalar::Type::NotFinite:
            return node.scalar.text.find_first_of("nN") < 2 ? ".nan" : node.scalar.text.front() == '-' ? "-.inf" : ".inf";
        default: return node.scalar.text;
        }
    }

    const YamlTree &m_tree;
    const YamlSource &m_source;
    const YamlLimits &m_limits;
    std::string m_out;
    std::size_t m_nodes = 0;
    std::size_t m_aliasBytes = 0;
    int m_insideAlias = 0;
};

/// yaml-cpp's words where they help, others where they do not.
QString plainWords(const std::string &message)
{
    static constexpr struct { std::string_view theirs; const char *ours; } known[] = {
        {"end of map not found", "expected another key of the map, or its end: is this indented as the keys above?"},
        {"end of sequence not found", "expected another \"- \" of the list, or its end: is this indented as the items above?"},
        {"end of map flow not found", "expected \",\" or \"}\""},
        {"end of sequence flow not found", "expected \",\" or \"]\""},
        {"illegal map value", "a map cannot begin here: does a value with \": \" in it want quotes?"},
        {"illegal EOF in scalar", "a quote is not closed"},
        {"illegal document indicator in scalar", "a quote is not closed before the next document"},
        {"unknown token", "a value cannot begin with this character: it wants quotes"},
    };
    for (const auto &entry : known) {
        if (entry.theirs == message)
            return QLatin1String(entry.ours);
    }
    return QString::fromStdString(message);
}

std::vector<std::string> documents(const YamlSource &source, const YamlLimits &limits, bool one)
{
    std::istringstream stream(source.text());
    YAML::Parser parser(stream);
    std::vector<std::string> found;
    std::optional<std::size_t> lastBegin;
    for (auto place = YamlTree::Place::First;; place = YamlTree::Place::Later) {
        YamlTree tree(source, limits, place);
        if (!parser.HandleNextDocument(tree))
            return found;
        if (lastBegin == tree.begin()) // the parser takes nothing: it would give this document for ever
            throw YamlRefused{source.refused(QStringLiteral("a value cannot begin with this character: it wants quotes"), tree.begin())};
        lastBegin = tree.begin();
        if (tree.isEmpty())
            continue;
        if (one && !found.empty())
            throw YamlRefused{source.refused(QStringLiteral("there is more than one document"), tree.node(tree.root()).offset)};
        found.push_back(YamlToJson(tree, source, limits).run());
    }
}

Result<std::vector<std::string>> read(std::string_view yaml, const YamlLimits &limits, bool one)
{
    const auto source = YamlSource::check(yaml, limits.bytes);
    if (!source)
        return fail(source.error());
    const auto refused = [&](const QString &why, const YAML::Mark &mark) {
        return fail(source->refused(why, mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos)));
    };
    try {
        return documents(*source, limits, one);
    } catch (const YamlRefused &error) {
        return fail(error.error);
    } catch (const YAML::DeepRecursion &error) {
        return refused(QStringLiteral("nested deeper than %1 levels").arg(limits.depth), error.mark);
    } catch (const YAML::Exception &error) {
        // A key without ":" ends the map for yaml-cpp; the missing ":" is what a person can mend.
        const auto offset = static_cast<std::size_t>(std::max(error.mark.pos, 0));
        if (error.msg == "end of map not found" && source->isFirstOnLine(offset) && !source->isKeyComplete(offset))
            return refused(QStringLiteral("expected \":\" after this key"), error.mark);
        return refused(plainWords(error.msg), error.mark);
    }
}

} // namespace

Result<std::string> yamlToJson(std::string_view yaml, const YamlLimits &limits)
{
    auto documents = read(yaml, limits, true);
    if (!documents)
        return fail(documents.error());
    return documents->empty() ? std::string("null") : std::move(documents->front());
}

Result<std::vector<std::string>> yamlStreamToJson(std::string_view yaml, const YamlLimits &limits)
{
    return read(yaml, limits, false);
}

} // namespace kube
