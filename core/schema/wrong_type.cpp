// SPDX-License-Identifier: Apache-2.0
#include "core/object/yaml_scalar.h"
#include "core/schema/schema_check.h"
#include "core/schema/suggestion.h"

namespace kube {

namespace {

using NodeKind = YamlOutline::Kind;
using NodeType = YamlOutline::Type;

} // namespace

QString SchemaCheck::subject(Index node) const
{
    const auto &at = m_outline.node(node);
    if (at.isMember)
        return quotedText(at.key);
    if (at.parent == YamlOutline::none)
        return plainText(m_schema.kind().kind);
    const auto &list = m_outline.node(at.parent);
    return list.isMember ? say("an item of %1").arg(quotedText(list.key)) : say("this item");
}

void SchemaCheck::wrongType(Index node, FieldIndex of)
{
    const SchemaField &field = m_schema.field(of);
    const bool isScalar = m_outline.node(node).kind == NodeKind::Scalar;
    switch (field.type) {
    case SchemaField::Type::Any: return;
    case SchemaField::Type::Object: wantsFields(node, of); return;
    case SchemaField::Type::Array: wantsList(node, of); return;
    case SchemaField::Type::String:
        if (isScalar) {
            wantsText(node);
            return;
        }
        break;
    case SchemaField::Type::Boolean:
        if (isScalar) {
            wantsBoolean(node);
            return;
        }
        break;
    case SchemaField::Type::Integer:
    case SchemaField::Type::Number:
        if (isScalar) {
            wantsNumber(node, field);
            return;
        }
        break;
    default: break;
    }
    const QString wanted = field.type == SchemaField::Type::String      ? say("text")
        : field.type == SchemaField::Type::Boolean     ? say("true or false")
        : field.type == SchemaField::Type::IntOrString ? say("a whole number or text")
        : field.type == SchemaField::Type::Quantity    ? say("a quantity, as \"500m\" or \"1Gi\"")
        : field.type == SchemaField::Type::Integer     ? say("a whole number")
                                                       : say("a number");
    const auto kind = m_outline.node(node).kind;
    const QString is = kind == NodeKind::Map ? say("fields") : kind == NodeKind::Sequence ? say("a list") : quotedText(m_outline.node(node).text);
    m_list.atKey(node, {say("%1 wants %2, and this is %3").arg(subject(node), wanted, is), say("write %1 behind it").arg(wanted)});
}

void SchemaCheck::wantsFields(Index node, FieldIndex of)
{
    const auto &at = m_outline.node(node);
    const bool isMapOfAny = m_schema.field(of).additional != SchemaField::none && m_schema.field(of).properties.empty();
    const QString example = isMapOfAny ? say("key: value") : m_schema.field(of).properties.empty() ? say("…: …")
                                                           : plainText(m_schema.field(of).properties.front().name + ": …");
    if (at.kind == NodeKind::Sequence) {
        m_list.atKey(node, {say("%1 is no list: it has fields").arg(subject(node)), say("write its fields below it without \"- \"")});
        return;
    }
    m_list.atValue(node, {say("%1 has fields, and this is a value: %2").arg(subject(node), quotedText(m_outline.textOf(at.range))),
                          say("write its fields on lines below it, indented: \"%1\"").arg(example)});
}

void SchemaCheck::wantsList(Index node, FieldIndex of)
{
    const auto &at = m_outline.node(node);
    const auto items = m_schema.items(of);
    const QString name = at.isMember ? plainText(at.key) : say("it");
    if (at.kind == NodeKind::Map) {
        const bool isFlow = at.style == YamlOutline::Style::Flow || at.children.empty();
        const QString mend = isFlow ? say("write [ ] around it") : say("write \"- \" before %1").arg(quotedText(m_outline.node(at.children.front()).key));
        m_list.atKey(node, {say("%1 is a list, and this is no item of one").arg(quotedText(name.toStdString())), mend});
        return;
    }
    const auto written = m_outline.textOf(at.range);
    const bool isOfTexts = items != SchemaField::none && m_schema.field(items).type != SchemaField::Type::Object;
    m_list.atValue(node, {say("%1 is a list, and this is one value").arg(quotedText(name.toStdString())),
                          isOfTexts ? say("write [%1]").arg(plainText(written)) : say("write its items on lines below it, each with \"- \""),
                          isOfTexts && at.style != YamlOutline::Style::Literal && at.style != YamlOutline::Style::Folded
                              ? std::optional("[" + std::string(written) + "]")
                              : std::nullopt});
}

/// Numbers, booleans and null where text is wanted: YAML 1.1 reads more words so than one thinks.
void SchemaCheck::wantsText(Index node)
{
    const auto &at = m_outline.node(node);
    const auto written = m_outline.textOf(at.range);
    const QString read = at.type == NodeType::Bool ? say("%1").arg(plainText(at.text)) : say("the number %1").arg(plainText(at.text));
    const std::string mended = '"' + std::string(written) + '"';
    const bool isSame = at.text == written;
    m_list.atValue(node, {isSame ? say("%1 wants text, and this is read as %2")
                                       .arg(subject(node), at.type == NodeType::Bool ? say("true or false") : say("a number"))
                                 : say("%1 wants text, and %2 is read as %3").arg(subject(node), plainText(written), read),
                          say("write %1, in quotes").arg(plainText(mended)), mended});
}

void SchemaCheck::wantsNumber(Index node, const SchemaField &field)
{
    const auto &at = m_outline.node(node);
    const bool isWhole = field.type == SchemaField::Type::Integer;
    const QString wanted = isWhole ? say("a whole number") : say("a number");
    if (at.type == NodeType::Float) {
        m_list.atValue(node, {say("%1 wants a whole number, and %2 is none").arg(subject(node), plainText(at.text)),
                              say("write %1").arg(plainText(at.text.substr(0, at.text.find('.'))))});
        return;
    }
    const YamlScalar meant = resolvePlainScalar(at.text);
    const bool isQuotedNumber = at.type == NodeType::String
        && (meant.type == YamlScalar::Type::Integer || (!isWhole && meant.type == YamlScalar::Type::Float));
    if (isQuotedNumber) {
        m_list.atValue(node, {say("%1 wants %2, and in quotes it is text").arg(subject(node), wanted), say("write %1, without quotes").arg(plainText(at.text)), at.text});
        return;
    }
    m_list.atValue(node, {say("%1 wants %2, and this is %3").arg(subject(node), wanted, at.type == NodeType::Bool ? say("true or false") : quotedText(at.text)),
                          say("write %1").arg(wanted)});
}

void SchemaCheck::wantsBoolean(Index node)
{
    const auto &at = m_outline.node(node);
    const YamlScalar meant = resolvePlainScalar(at.text);
    std::string word = meant.type == YamlScalar::Type::Bool ? meant.text : std::string();
    for (const char *one : {"true", "false"}) {
        if (word.empty() && isSameButCase(at.text, one))
            word = one;
    }
    if (at.type == NodeType::Integer && (at.text == "0" || at.text == "1"))
        word = at.text == "1" ? "true" : "false";
    const bool isQuoted = at.style == YamlOutline::Style::DoubleQuoted || at.style == YamlOutline::Style::SingleQuoted;
    const QString mend = word.empty() ? say("write true or false") : isQuoted ? say("write %1, without quotes").arg(plainText(word)) : say("write %1").arg(plainText(word));
    m_list.atValue(node, {isQuoted ? say("%1 wants true or false, and in quotes it is text").arg(subject(node))
                                   : say("%1 wants true or false, and this is %2").arg(subject(node), quotedText(m_outline.textOf(at.range))),
                          mend, word.empty() ? std::nullopt : std::optional(word)});
}

} // namespace kube
