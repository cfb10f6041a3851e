// SPDX-License-Identifier: Apache-2.0
#include "core/schema/explain.h"

#include "core/object/json.h"
#include "core/object/yaml.h"
#include "core/schema/well_known_fields.h"

#include <algorithm>
#include <cmath>

namespace kube {

namespace {

std::string numberText(double value)
{
    const bool isWhole = std::floor(value) == value && std::fabs(value) < 1e15;
    return isWhole ? std::to_string(static_cast<std::int64_t>(value)) : std::to_string(value);
}

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const auto &word : words)
        text += (text.empty() ? "" : ", ") + (word.empty() ? "\"\"" : word);
    return text;
}

std::string yamlOf(const std::string &json)
{
    const auto document = JsonDocument::parse(json);
    std::string yaml = document && !document->root().isObject() && !document->root().isArray() ? toYaml(document->root()) : json;
    while (yaml.ends_with('\n'))
        yaml.pop_back();
    return yaml;
}

std::vector<std::string> limitsOf(const SchemaField &field)
{
    std::vector<std::string> limits;
    const auto say = [&](std::string sentence) { limits.push_back(std::move(sentence)); };
    if (!field.enumValues.empty())
        say("one of: " + joined(field.enumValues));
    if (!field.defaultJson.empty())
        say("default: " + yamlOf(field.defaultJson));
    if (!field.format.empty())
        say("format: " + field.format);
    if (field.minimum)
        say((field.minimumIsExclusive ? "more than " : "at least ") + numberText(*field.minimum));
    if (field.maximum)
        say((field.maximumIsExclusive ? "less than " : "at most ") + numberText(*field.maximum));
    if (field.multipleOf)
        say("a multiple of " + numberText(*field.multipleOf));
    const auto count = [&](const std::optional<std::int64_t> &least, const std::optional<std::int64_t> &most, const char *of) {
        if (least)
            say("at least " + std::to_string(*least) + of);
        if (most)
            say("at most " + std::to_string(*most) + of);
    };
    count(field.minLength, field.maxLength, " characters");
    count(field.minItems, field.maxItems, " items");
    count(field.minProperties, field.maxProperties, " entries");
    if (!field.pattern.empty())
        say("pattern: " + field.pattern);
    if (field.listType == "map")
        say("items are told apart by " + joined(field.listMapKeys));
    if (field.listType == "set" || field.uniqueItems)
        say("no item twice");
    if (field.nullable)
        say("may be null");
    if (field.preservesUnknown && field.type == SchemaField::Type::Object)
        say("takes any fields");
    return limits;
}

/// "self==oldSelf", in whatever spacing.
bool isImmutabilityRule(const std::string &rule)
{
    std::string tight;
    std::copy_if(rule.begin(), rule.end(), std::back_inserter(tight), [](char c) { return c != ' ' && c != '\n' && c != '\t' && c != '(' && c != ')'; });
    return tight == "self==oldSelf" || tight == "oldSelf==self";
}

/// A Pod's own types say "cannot be updated" of a running Pod. In a template, of whatever makes Pods of it, they are changed every day.
bool isInTemplate(const SchemaPath &path)
{
    return std::any_of(path.steps.begin(), path.steps.end(), [](const SchemaPath::Step &step) { return !step.isItem && step.key == "template"; });
}

std::string wrapped(const std::string &text, std::size_t indent)
{
    std::string out;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        out.append(indent, ' ').append(text, begin, end - begin) += '\n';
        begin = end + 1;
    }
    return out;
}

} // namespace

FieldImmutability immutability(const GroupVersionKind &kind, const SchemaPath &path, const SchemaField &field)
{
    using Is = FieldImmutability::Is;
    for (const auto &rule : field.rules) {
        if (isImmutabilityRule(rule.rule))
            return {Is::Certain, rule.message.empty() ? "a rule of its schema: " + rule.rule : rule.message};
    }
    if (const auto because = immutableBecause(kind, path); !because.empty())
        return {Is::Certain, std::string(because)};
    std::string lower = field.description;
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c; });
    for (const char *words : {"this field is immutable", "cannot be updated", "is immutable", "may not be changed", "immutable.", "cannot be changed"}) {
        if (lower.find(words) != std::string::npos && (std::string_view(words) != "cannot be updated" || !isInTemplate(path)))
            return {Is::Likely, "its description says so"};
    }
    return {};
}

std::optional<FieldExplanation> explain(const ObjectSchema &schema, const SchemaPath &path)
{
    const auto index = schema.find(path);
    if (index == ObjectSchema::none)
        return std::nullopt;
    const SchemaField &field = schema.field(index);
    FieldExplanation found;
    found.kind = schema.kind();
    found.path = path;
    found.field = index;
    found.type = "<" + schema.typeText(index) + ">";
    found.name = path.steps.empty() ? schema.kind().kind : path.steps.back().key;
    found.description = field.description;
    found.isDeprecated = field.isDeprecated;
    found.limits = limitsOf(field);
    found.rules = field.rules;
    if (!path.steps.empty() && !path.steps.back().isItem) {
        SchemaPath above = path;
        above.steps.pop_back();
        auto parent = schema.find(above);
        while (parent != ObjectSchema::none && schema.field(parent).type == SchemaField::Type::Array)
            parent = schema.items(parent);
        found.isRequired = parent != ObjectSchema::none && schema.field(parent).isRequired(path.steps.back().key);
    }
    const FieldImmutability fixed = immutability(schema.kind(), path, field);
    found.isImmutable = fixed.is != FieldImmutability::Is::Mutable;
    found.immutableBecause = fixed.because;

    // What a list or a map is of has the fields.
    auto object = index;
    for (int depth = 0; depth < 8 && object != ObjectSchema::none && schema.field(object).properties.empty(); ++depth)
        object = schema.field(object).type == SchemaField::Type::Array ? schema.items(object) : schema.field(object).additional;
    if (object == ObjectSchema::none)
        return found;
    const SchemaField &holder = schema.field(object);
    if (object != index)
        found.rules.insert(found.rules.end(), holder.rules.begin(), holder.rules.end());
    if (found.description.empty() && object != index)
        found.description = holder.description;
    for (const auto &property : holder.properties) {
        found.fields.push_back({property.name, "<" + schema.typeText(property.field) + ">", schema.field(property.field).description,
                                holder.isRequired(property.name), property.field});
    }
    std::stable_partition(found.fields.begin(), found.fields.end(), [](const FieldSummary &one) { return one.isRequired; });
    return found;
}

std::string FieldExplanation::toText() const
{
    std::string text;
    if (!kind.group.empty())
        text += "GROUP:      " + kind.group + "\n";
    text += "KIND:       " + kind.kind + "\nVERSION:    " + kind.version + "\n\n";
    if (!path.steps.empty())
        text += "FIELD: " + name + " " + type + (isRequired ? " -required-" : "") + "\n";
    if (isDeprecated)
        text += "DEPRECATED\n";
    if (isImmutable)
        text += "IMMUTABLE: " + immutableBecause + "\n";
    for (const auto &limit : limits)
        text += limit + "\n";
    text += "\nDESCRIPTION:\n" + wrapped(description.empty() ? "<empty>" : description, 4);
    if (!rules.empty())
        text += "\nRULES:\n";
    for (const auto &rule : rules)
        text += wrapped(rule.message.empty() ? rule.rule : rule.message + ": " + rule.rule, 2);
    if (!fields.empty())
        text += "\nFIELDS:\n";
    for (const auto &one : fields) {
        text += "  " + one.name + "\t" + one.type + (one.isRequired ? " -required-" : "") + "\n";
        if (!one.description.empty())
            text += wrapped(one.description, 4);
    }
    return text;
}

} // namespace kube
