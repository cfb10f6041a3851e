// SPDX-License-Identifier: Apache-2.0
#include "core/apply/field_owners.h"

namespace kube {

namespace {

std::string textMember(const JsonNode &object, std::string_view name)
{
    const JsonNode *const value = object.find(name);
    return value && value->isString() ? value->text : std::string();
}

bool isSameStep(const FieldStep &left, const FieldStep &right)
{
    if (left.kind != right.kind)
        return false;
    if (left.kind == FieldStep::Kind::Index)
        return left.index == right.index;
    if (left.kind == FieldStep::Kind::Name || left.text == right.text)
        return left.text == right.text;
    const auto one = JsonNode::parse(left.text, "key");
    const auto other = JsonNode::parse(right.text, "key");
    return one && other && one->equals(*other);
}

/// The set of fields below one step; null when it is not of the set.
const JsonNode *below(const JsonNode &fields, const FieldStep &step)
{
    for (const auto &[key, inner] : fields.members) {
        if (const auto own = parseFieldsV1Key(key); own && isSameStep(*own, step))
            return &inner;
    }
    return nullptr;
}

struct Found {
    const JsonNode *fields = nullptr; ///< null: nothing there, nor around it
    bool isAround = false;            ///< the whole of something around it
};

Found foundIn(const JsonNode &fields, const FieldPath &path)
{
    const JsonNode *at = &fields;
    for (const FieldStep &step : path) {
        if (at != &fields && at->members.empty())
            return {at, true};
        at = below(*at, step);
        if (!at)
            return {};
    }
    return {at, false};
}

/// The manager's name of `conflict with "NAME" [with subresource "S"] using apps/v1 [at TIME]`.
std::string quotedName(const QString &message)
{
    const std::string text = message.toStdString();
    const std::size_t begin = text.find('"');
    std::size_t end = begin;
    if (begin == std::string::npos)
        return {};
    do {
        end += end != begin && text[end] == '\\' ? 2 : 1;
    } while (end < text.size() && text[end] != '"');
    if (end >= text.size())
        return {};
    const auto name = JsonNode::parse(std::string_view(text).substr(begin, end - begin + 1), "name");
    return name ? name->text : text.substr(begin + 1, end - begin - 1);
}

} // namespace

bool FieldManager::owns(const FieldPath &path) const
{
    const Found found = foundIn(fields, path);
    return found.fields && (found.isAround || found.fields->members.empty() || found.fields->find("."));
}

bool FieldManager::ownsWithin(const FieldPath &path) const
{
    return foundIn(fields, path).fields != nullptr;
}

Result<FieldOwners> FieldOwners::parse(std::string_view object)
{
    const auto document = JsonNode::parse(object, "object");
    if (!document)
        return fail(document.error());
    return FieldOwners(*document);
}

FieldOwners::FieldOwners(const JsonNode &object)
{
    const JsonNode *const entries = findField(object, {FieldStep::name("metadata"), FieldStep::name("managedFields")});
    if (!entries || !entries->isArray())
        return;
    for (const JsonNode &entry : entries->items) {
        const JsonNode *const fields = entry.isObject() ? entry.find("fieldsV1") : nullptr;
        if (!fields || !fields->isObject())
            continue;
        m_managers.push_back({textMember(entry, "manager"),
                              textMember(entry, "operation") == "Apply" ? FieldManager::Operation::Apply : FieldManager::Operation::Update,
                              textMember(entry, "subresource"), textMember(entry, "apiVersion"), textMember(entry, "time"), *fields});
    }
}

std::vector<const FieldManager *> FieldOwners::ownersOf(const FieldPath &path) const
{
    std::vector<const FieldManager *> found;
    for (const FieldManager &manager : m_managers) {
        if (manager.owns(path))
            found.push_back(&manager);
    }
    return found;
}

std::vector<const FieldManager *> FieldOwners::ownersWithin(const FieldPath &path) const
{
    std::vector<const FieldManager *> found;
    for (const FieldManager &manager : m_managers) {
        if (manager.ownsWithin(path))
            found.push_back(&manager);
    }
    return found;
}

const JsonNode *FieldOwners::appliedBy(std::string_view manager) const
{
    for (const FieldManager &one : m_managers) {
        if (one.name == manager && one.operation == FieldManager::Operation::Apply && one.subresource.empty())
            return &one.fields;
    }
    return nullptr;
}

std::vector<FieldConflict> fieldConflicts(const Error &error, const JsonNode *object)
{
    std::vector<FieldConflict> conflicts;
    if (!error.is(ErrorKind::Conflict) || !error.status)
        return conflicts;
    for (const StatusCause &cause : error.status->causes) {
        if (cause.reason != QLatin1String("FieldManagerConflict"))
            continue;
        FieldConflict conflict;
        conflict.manager = quotedName(cause.message);
        conflict.field = cause.field.toStdString();
        conflict.path = parseFieldPath(conflict.field, object);
        if (const JsonNode *const value = object ? findField(*object, conflict.path) : nullptr)
            conflict.value = jsonText(*value);
        conflicts.push_back(std::move(conflict));
    }
    return conflicts;
}

} // namespace kube
