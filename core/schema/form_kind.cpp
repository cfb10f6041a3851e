// SPDX-License-Identifier: Apache-2.0
#include "core/schema/form_kind.h"

#include <algorithm>
#include <charconv>

namespace kube {

namespace {

FormRow::Kind kindOfField(const SchemaField &field)
{
    using Kind = FormRow::Kind;
    using Type = SchemaField::Type;
    if (!field.enumValues.empty() && field.type != Type::Object && field.type != Type::Array && field.type != Type::Boolean)
        return Kind::Choice;
    switch (field.type) {
    case Type::Object: return field.properties.empty() ? Kind::Map : Kind::Object;
    case Type::Array: return Kind::List;
    case Type::String: return Kind::Text;
    case Type::Integer: return Kind::Integer;
    case Type::Number: return Kind::Number;
    case Type::Boolean: return Kind::Boolean;
    case Type::IntOrString:
    case Type::Quantity:
    case Type::Any: break;
    }
    return Kind::Plain;
}

FormRow::Kind kindOfNode(const YamlOutline::Node &node)
{
    using Kind = FormRow::Kind;
    switch (node.kind) {
    case YamlOutline::Kind::Map: return Kind::Map;
    case YamlOutline::Kind::Sequence: return Kind::List;
    case YamlOutline::Kind::Alias: return Kind::Alias;
    default: break;
    }
    if (node.type == YamlOutline::Type::Bool)
        return Kind::Boolean;
    if (node.type != YamlOutline::Type::String)
        return Kind::Plain;
    return node.text.find('\n') == std::string::npos ? Kind::Text : Kind::Lines;
}

bool holdsMany(FormRow::Kind kind)
{
    return kind == FormRow::Kind::Object || kind == FormRow::Kind::Map || kind == FormRow::Kind::List;
}

} // namespace

FormRow::Kind formKind(const ObjectSchema &schema, SchemaField::Index field, const YamlOutline &outline, YamlOutline::Index node)
{
    using Kind = FormRow::Kind;
    const Kind wanted = field == SchemaField::none ? Kind::Plain : kindOfField(schema.field(field));
    if (node == YamlOutline::none)
        return wanted;
    const auto &written = outline.node(node);
    const bool isNothing = written.kind == YamlOutline::Kind::Nothing || (written.kind == YamlOutline::Kind::Scalar && written.type == YamlOutline::Type::Null);
    if (isNothing)
        return wanted;
    const Kind is = kindOfNode(written);
    if (is == Kind::Alias || is == Kind::Lines)
        return is;
    if (holdsMany(is) != holdsMany(wanted))
        return is;
    if (holdsMany(is))
        return (is == Kind::List) == (wanted == Kind::List) ? wanted : is;
    // A value of the wrong type is shown as it is written.
    if (wanted == Kind::Boolean || (wanted == Kind::Plain && field == SchemaField::none))
        return is;
    return wanted;
}

FormShown FormShown::of(const YamlOutline &outline)
{
    constexpr std::size_t few = 30;
    FormShown shown;
    const auto root = outline.documents().front().root;
    if (root == YamlOutline::none)
        return shown;
    for (const auto child : outline.node(root).children) {
        const auto &member = outline.node(child);
        if (member.key != "metadata" && member.key != "status" && member.children.size() <= few)
            shown.open.insert("/" + member.key);
    }
    for (const char *pods : {"/spec", "/spec/template/spec", "/spec/jobTemplate/spec/template/spec"}) {
        const auto containers = outline.find(SchemaPath::parsePointer(std::string(pods) + "/containers"));
        if (containers == YamlOutline::none)
            continue;
        std::string at;
        for (const auto &step : SchemaPath::parsePointer(std::string(pods) + "/containers/0").steps)
            shown.open.insert(at += '/' + (step.isItem ? std::to_string(step.index) : step.key));
    }
    return shown;
}

void FormShown::forget(const std::string &pointer)
{
    const auto isBelow = [&](const std::string &one) { return one == pointer || one.starts_with(pointer + '/'); };
    std::erase_if(open, isBelow);
    std::erase_if(wanted, isBelow);
    std::erase_if(most, [&](const auto &one) { return isBelow(one.first); });
}

namespace {

/// The pointers below a list with another index: -1: it is gone.
template <typename Fn>
std::set<std::string> renumbered(const std::set<std::string> &pointers, const std::string &list, Fn become)
{
    std::set<std::string> out;
    for (const std::string &one : pointers) {
        int index = -1;
        const char *const begin = one.data() + std::min(one.size(), list.size() + 1);
        const auto [end, code] = std::from_chars(begin, one.data() + one.size(), index);
        if (!one.starts_with(list + '/') || code != std::errc())
            out.insert(one);
        else if (const int now = become(index); now >= 0)
            out.insert(list + '/' + std::to_string(now) + end);
    }
    return out;
}

} // namespace

void FormShown::itemRemoved(const std::string &list, int index)
{
    const auto become = [index](int at) { return at == index ? -1 : at > index ? at - 1 : at; };
    open = renumbered(open, list, become);
    wanted = renumbered(wanted, list, become);
}

void FormShown::itemsSwapped(const std::string &list, int index)
{
    const auto become = [index](int at) { return at == index ? at + 1 : at == index + 1 ? index : at; };
    open = renumbered(open, list, become);
    wanted = renumbered(wanted, list, become);
}

} // namespace kube
