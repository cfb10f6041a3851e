// SPDX-License-Identifier: Apache-2.0
#include "core/schema/object_check.h"

#include "core/schema/schema_check.h"
#include "core/schema/suggestion.h"

#include <algorithm>

namespace kube {

namespace {

constexpr auto none = YamlOutline::none;

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// ([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]
bool isLabelText(std::string_view text)
{
    return text.size() <= 63
        && (text.empty()
            || (isLetterOrDigit(text.front()) && isLetterOrDigit(text.back())
                && std::all_of(text.begin(), text.end(), [](char c) { return isLetterOrDigit(c) || c == '-' || c == '_' || c == '.'; })));
}

bool isQualifiedName(std::string_view key)
{
    const std::size_t slash = key.find('/');
    const auto name = slash == std::string_view::npos ? key : key.substr(slash + 1);
    return !name.empty() && isLabelText(name) && (slash == std::string_view::npos || isName(key.substr(0, slash), NameRule::Subdomain));
}

} // namespace

void ObjectCheck::check(Index root, Whole whole)
{
    m_isWhole = whole == Whole::Yes;
    const auto &node = m_outline.node(root);
    if (node.kind == YamlOutline::Kind::Nothing || node.kind == YamlOutline::Kind::Alias || (node.kind == YamlOutline::Kind::Scalar && node.type == YamlOutline::Type::Null))
        return;
    if (node.kind != YamlOutline::Kind::Map) {
        if (!m_isWhole)
            return;
        m_list.atValue(root, {node.kind == YamlOutline::Kind::Sequence ? say("an object is wanted, and this is a list") : say("an object is wanted, and this is text"),
                              node.kind == YamlOutline::Kind::Sequence ? say("write the fields of one object, and \"---\" before another")
                                                          : say("write fields, as \"apiVersion: v1\"")});
        return;
    }
    const GroupVersionKind kind = kindOf(root);
    const bool isList = kind.kind == "List" && kind.group.empty() && m_outline.member(root, "items") != none;
    if (isList) {
        for (const Index item : m_outline.node(m_outline.member(root, "items")).children)
            check(item, whole);
        return;
    }
    identity(root);
    const ObjectSchema *schema = schemaOf(root, kind);
    if (schema)
        SchemaCheck(m_outline, *schema, m_list, m_stop, m_isWhole).check(root);
    selector(root);
    pods(root);
}

GroupVersionKind ObjectCheck::kindOf(Index root) const
{
    const auto parsed = GroupVersion::parse(textAt(root, "apiVersion"));
    const GroupVersion version = parsed ? *parsed : GroupVersion{};
    return {version.group, version.version, textAt(root, "kind")};
}

const ObjectSchema *ObjectCheck::schemaOf(Index root, const GroupVersionKind &kind)
{
    std::vector<std::string_view> kinds;
    for (const auto &schema : m_schemas) {
        if (!schema)
            continue;
        if (schema->kind() == kind)
            return schema.get();
        kinds.emplace_back(schema->kind().kind);
    }
    if (kinds.empty())
        return nullptr;
    if (kind.kind.empty() || kind.version.empty())
        return m_schemas.size() == 1 ? m_schemas.front().get() : nullptr;
    const Index kindNode = m_outline.member(root, "kind");
    const auto meant = meantWord(kind.kind, kinds);
    if (!meant.empty() && meant != kind.kind) {
        m_list.atValue(kindNode, {say("there is no kind %1").arg(quotedText(kind.kind)), say("did you mean %1?").arg(plainText(meant)), std::string(meant)});
        const auto found = std::find_if(m_schemas.begin(), m_schemas.end(), [&](const auto &one) { return one && one->kind().kind == meant; });
        return found->get();
    }
    if (!meant.empty()) {
        const auto found = std::find_if(m_schemas.begin(), m_schemas.end(), [&](const auto &one) { return one && one->kind().kind == meant; });
        const std::string apiVersion = (*found)->kind().groupVersion().apiVersion();
        m_list.atValue(m_outline.member(root, "apiVersion"),
                       {say("%1 has no %2").arg(quotedText(textAt(root, "apiVersion")), plainText(kind.kind)),
                        say("write %1").arg(plainText(apiVersion)), apiVersion});
        return found->get();
    }
    m_list.atValue(kindNode, {say("the fields of %1 are not known here and not checked").arg(quotedText(kind.kind)), say("see that kind and apiVersion are as meant")})
        .severity = Problem::Severity::Warning;
    return nullptr;
}

void ObjectCheck::missing(Index root, const char *key, const char *example)
{
    if (m_isWhole && m_outline.member(root, key) == none)
        m_list.atKey(root, {say("%1 is missing").arg(quotedText(key)), say("write %1").arg(quotedText(example))});
}

void ObjectCheck::identity(Index root)
{
    missing(root, "apiVersion", "apiVersion: v1");
    missing(root, "kind", "kind: Pod");
    const std::string apiVersion = textAt(root, "apiVersion");
    if (!apiVersion.empty() && !GroupVersion::parse(apiVersion)) {
        m_list.atValue(m_outline.member(root, "apiVersion"),
                       {say("%1 is no API version").arg(quotedText(apiVersion)), say("write \"v1\" or \"group/version\", as \"apps/v1\"")});
    }
    const Index metadata = m_outline.member(root, "metadata");
    if (metadata == none) {
        missing(root, "metadata", "metadata:\n  name: …");
        return;
    }
    if (m_outline.node(metadata).kind != YamlOutline::Kind::Map) {
        const bool isBeside = m_outline.member(root, "name") != none; // which is said
        if (m_isWhole && !isBeside && m_outline.node(metadata).kind == YamlOutline::Kind::Nothing)
            m_list.atKey(metadata, {say("the object has no name"), say("write \"name: …\" below metadata, indented")});
        return;
    }
    const Index nameNode = m_outline.member(metadata, "name");
    if (nameNode != none) {
        name(nameNode, kindOf(root));
    } else if (m_isWhole && m_outline.member(metadata, "generateName") == none) {
        m_list.atKey(metadata, {say("the object has no name"), say("write \"name: …\" below metadata")});
    }
    nameSpace(m_outline.member(metadata, "namespace"));
    labels(m_outline.member(metadata, "labels"), true);
    labels(m_outline.member(metadata, "annotations"), false);
}

void ObjectCheck::name(Index node, const GroupVersionKind &kind)
{
    const auto &at = m_outline.node(node);
    if (at.kind == YamlOutline::Kind::Nothing || (at.kind == YamlOutline::Kind::Scalar && (at.type == YamlOutline::Type::Null || at.text.empty()))) {
        m_list.atValue(node, {say("the object has no name"), say("write a name behind \"name:\"")});
        return;
    }
    // Names in RBAC are parts of a path and may hold anything else; what is no text is said by the schema.
    if (at.kind != YamlOutline::Kind::Scalar || at.type != YamlOutline::Type::String || kind.group == "rbac.authorization.k8s.io")
        return;
    const bool isService = kind.group.empty() && kind.kind == "Service";
    const bool isNamespace = kind.group.empty() && kind.kind == "Namespace";
    const NameRule rule = isService ? NameRule::Label1035 : isNamespace ? NameRule::Label : NameRule::Subdomain;
    if (isName(at.text, rule))
        return;
    const std::string meant = asName(at.text);
    const std::size_t most = rule == NameRule::Subdomain ? 253 : 63;
    if (at.text.size() > most) {
        m_list.atValue(node, {say("the name is longer than %1 characters").arg(most), say("write a shorter name")});
        return;
    }
    const QString mend = isName(meant, rule) ? say("write %1").arg(plainText(meant)) : say("write a name that begins and ends with a letter or digit");
    m_list.atValue(node, {isService ? say("%1 is no name for a Service: small letters, digits and \"-\" only, a letter first").arg(quotedText(at.text))
                                    : say("%1 is no name: small letters, digits, \"-\" and \".\" only, a letter or digit first and last").arg(quotedText(at.text)),
                          mend, isName(meant, rule) ? std::optional(meant) : std::nullopt});
}

void ObjectCheck::nameSpace(Index node)
{
    if (node == none || m_outline.node(node).kind != YamlOutline::Kind::Scalar || m_outline.node(node).type != YamlOutline::Type::String)
        return;
    const std::string &text = m_outline.node(node).text;
    if (text.empty() || isName(text, NameRule::Label))
        return;
    const std::string meant = asName(text);
    m_list.atValue(node, {say("%1 is no name of a namespace: small letters, digits and \"-\" only").arg(quotedText(text)),
                          say("write %1").arg(plainText(meant)), meant});
}

void ObjectCheck::labels(Index map, bool areLabels)
{
    if (map == none || m_outline.node(map).kind != YamlOutline::Kind::Map)
        return;
    for (const Index child : m_outline.node(map).children) {
        const auto &at = m_outline.node(child);
        if (at.isMergeKey || !at.hasColon)
            continue;
        if (!isQualifiedName(at.key)) {
            m_list.atKey(child, {say("%1 is no key of a label or an annotation").arg(quotedText(at.key)),
                                 say("write letters, digits, \"-\", \"_\" and \".\", at most 63, with at most one \"domain/\" before them")});
        }
        if (areLabels && at.kind == YamlOutline::Kind::Scalar && at.type == YamlOutline::Type::String && !isLabelText(at.text)) {
            m_list.atValue(child, {at.text.size() > 63 ? say("a label's value has at most 63 characters, this has %1").arg(at.text.size())
                                                       : say("%1 is no value of a label").arg(quotedText(at.text)),
                                   say("write letters, digits, \"-\", \"_\" and \".\" only; other texts belong into annotations")});
        }
    }
}

std::string ObjectCheck::textAt(Index map, const char *key) const
{
    const Index node = m_outline.member(map, key);
    return node != none && m_outline.node(node).kind == YamlOutline::Kind::Scalar && m_outline.node(node).type == YamlOutline::Type::String ? m_outline.node(node).text : std::string();
}

ObjectCheck::Index ObjectCheck::at(Index root, std::initializer_list<const char *> keys) const
{
    for (const char *key : keys) {
        if (root == none)
            return none;
        root = m_outline.member(root, key);
    }
    return root;
}

} // namespace kube
