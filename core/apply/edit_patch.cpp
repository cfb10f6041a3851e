// SPDX-License-Identifier: Apache-2.0
#include "core/apply/edit_patch.h"

#include "core/object/patch.h"

#include <array>

namespace kube {

namespace {

constexpr std::array<std::string_view, 8> serversMetadata = {
    "managedFields", "resourceVersion", "uid", "generation", "creationTimestamp", "selfLink", "deletionTimestamp", "deletionGracePeriodSeconds"};

std::string pointer(const FieldPath &path)
{
    std::string text;
    for (const FieldStep &step : path) {
        text += '/';
        for (const char c : step.text)
            text += c == '~' ? std::string("~0") : c == '/' ? std::string("~1") : std::string(1, c);
    }
    return text;
}

/// RFC 6902 from one document to another, members alone: lists are values.
class JsonPatchWriter
{
public:
    std::string body = "[";

    void condition(const JsonNode &server, std::string_view name)
    {
        const FieldPath path{FieldStep::name("metadata"), FieldStep::name(std::string(name))};
        // Put there, not tested: the server then answers a Conflict, as to a merge patch, where a failed test is Invalid.
        if (const JsonNode *const value = findField(server, path))
            operation("add", path, value);
    }
    void compare(const JsonNode &from, const JsonNode &to, FieldPath path)
    {
        if (from.equals(to))
            return;
        if (!from.isObject() || !to.isObject()) {
            operation("replace", path, &to);
            return;
        }
        for (const auto &[name, value] : from.members) {
            if (to.find(name))
                continue;
            path.push_back(FieldStep::name(name));
            operation("remove", path, nullptr);
            path.pop_back();
        }
        for (const auto &[name, value] : to.members) {
            path.push_back(FieldStep::name(name));
            if (const JsonNode *const old = from.find(name))
                compare(*old, value, path);
            else
                operation("add", path, &value);
            path.pop_back();
        }
    }

private:
    void operation(const char *verb, const FieldPath &path, const JsonNode *value)
    {
        body.append(body.size() > 1 ? ",{\"op\":\"" : "{\"op\":\"").append(verb).append("\",\"path\":");
        appendJsonString(body, pointer(path));
        if (value) {
            body += ",\"value\":";
            value->write(body);
        }
        body += '}';
    }
};

/// Lists as values: what a merge patch sends.
class WholeLists final : public ListKeys
{
public:
    [[nodiscard]] ListShape of(const std::vector<std::string> &) const override { return {}; }
};

JsonNode statusPart(const JsonNode &object)
{
    JsonNode part = JsonNode::object();
    for (const char *name : {"apiVersion", "kind", "status"}) {
        if (const JsonNode *const value = object.find(name))
            part.set(name, *value);
    }
    for (const char *name : {"name", "namespace"}) {
        const FieldPath path{FieldStep::name("metadata"), FieldStep::name(name)};
        if (const JsonNode *const value = findField(object, path))
            setField(part, path, *value);
    }
    return part;
}

} // namespace

JsonNode editablePart(JsonNode object, EditPart part)
{
    if (part == EditPart::Status)
        return statusPart(object);
    if (part != EditPart::Whole)
        object.remove("status");
    if (JsonNode *const metadata = object.find("metadata"); metadata && metadata->isObject()) {
        for (const std::string_view name : serversMetadata)
            metadata->remove(name);
    }
    return object;
}

JsonNode withServersPart(JsonNode wanted, const JsonNode &server, EditPart part)
{
    const FieldPath status{FieldStep::name("status")};
    JsonNode object = part == EditPart::Status ? server : editablePart(wanted, part);
    const auto take = [&](const JsonNode &from, const FieldPath &path) {
        if (const JsonNode *const value = findField(from, path))
            setField(object, path, *value);
        else
            removeField(object, path);
    };
    if (part != EditPart::Whole)
        take(part == EditPart::Status ? wanted : server, status);
    if (part == EditPart::Status)
        return object;
    for (const std::string_view name : serversMetadata)
        take(server, {FieldStep::name("metadata"), FieldStep::name(std::string(name))});
    return object;
}

std::vector<FieldPath> editsOfServersPart(const JsonNode &began, const JsonNode &wanted, EditPart part)
{
    std::vector<FieldPath> edits;
    if (part == EditPart::Status) {
        for (FieldPath &path : changedFields(editablePart(began), editablePart(wanted), WholeLists())) {
            if (findField(wanted, path))
                edits.push_back(std::move(path));
        }
    }
    const auto check = [&](FieldPath path) {
        const JsonNode *const value = findField(wanted, path);
        const JsonNode *const old = findField(began, path);
        if (value && !value->isNull() && !(old && old->equals(*value)))
            edits.push_back(std::move(path));
    };
    if (part == EditPart::Object)
        check({FieldStep::name("status")});
    for (const std::string_view name : serversMetadata)
        check({FieldStep::name("metadata"), FieldStep::name(std::string(name))});
    return edits;
}

EditPatch makeEditPatch(const JsonNode &server, const JsonNode &wanted, EditPart part)
{
    const JsonNode from = editablePart(server, part);
    const JsonNode to = editablePart(wanted, part);
    EditPatch patch;
    patch.changes = changedFields(from, to, WholeLists());
    patch.isEmpty = patch.changes.empty();
    const std::string before = jsonText(from);
    const auto merge = makeMergePatch(before, jsonText(to));
    const auto reached = merge ? applyMergePatch(before, *merge) : merge;
    const auto result = reached ? JsonNode::parse(*reached, "result") : Result<JsonNode>(fail(reached.error()));
    auto body = merge ? JsonNode::parse(*merge, "patch") : Result<JsonNode>(fail(merge.error()));
    if (result && body && body->isObject() && result->equals(to)) {
        for (const char *name : {"uid", "resourceVersion"}) {
            const FieldPath path{FieldStep::name("metadata"), FieldStep::name(name)};
            if (const JsonNode *const value = findField(server, path))
                setField(*body, path, *value);
        }
        patch.body = jsonText(*body);
        return patch;
    }
    JsonPatchWriter writer;
    writer.condition(server, "uid");
    writer.condition(server, "resourceVersion");
    writer.compare(from, to, {});
    patch.type = PatchType::Json;
    patch.body = writer.body + "]";
    return patch;
}

std::string makeCreateDocument(const JsonNode &wanted, EditPart part)
{
    return jsonText(editablePart(wanted, part));
}

} // namespace kube
