// SPDX-License-Identifier: Apache-2.0
#include "core/apply/edit_patch.h"

namespace kube {

namespace {

/// Walks the wanted object beside the server's and the set of fields that the manager owns.
class Projection
{
public:
    explicit Projection(const ListKeys &keys) : m_keys(keys) {}

    /// What of wanted belongs into the document. server, owned: null where there is none.
    std::optional<JsonNode> of(const JsonNode &wanted, const JsonNode *server, const JsonNode *owned)
    {
        const bool ownsAll = owned && owned->members.empty();
        if (wanted.isObject() && !ownsAll)
            return ofObject(wanted, server, owned);
        if (wanted.isArray()) {
            const ListShape shape = m_keys.of(m_names);
            if (shape.kind != ListShape::Kind::Atomic && !ownsAll) {
                if (auto list = ofList(wanted, server, owned, shape))
                    return list->items.empty() && server ? std::nullopt : std::optional(std::move(*list));
            }
        }
        const bool differs = !server || !server->equals(wanted);
        return differs || owned ? std::optional(wanted) : std::nullopt;
    }

private:
    static const JsonNode *ownedBelow(const JsonNode *owned, const FieldStep &step)
    {
        if (!owned)
            return nullptr;
        for (const auto &[key, inner] : owned->members) {
            const auto own = parseFieldsV1Key(key);
            if (!own || own->kind != step.kind)
                continue;
            if (own->text == step.text)
                return &inner;
            const auto one = step.kind == FieldStep::Kind::Name ? Result<JsonNode>(JsonNode()) : JsonNode::parse(own->text, "key");
            const auto other = JsonNode::parse(step.text, "key");
            if (step.kind != FieldStep::Kind::Name && one && other && one->equals(*other))
                return &inner;
        }
        return nullptr;
    }

    std::optional<JsonNode> ofObject(const JsonNode &wanted, const JsonNode *server, const JsonNode *owned)
    {
        JsonNode result = JsonNode::object();
        for (const auto &[name, value] : wanted.members) {
            m_names.push_back(name);
            const JsonNode *const there = server && server->isObject() ? server->find(name) : nullptr;
            if (auto part = of(value, there, ownedBelow(owned, FieldStep::name(name))))
                result.members.emplace_back(name, std::move(*part));
            m_names.pop_back();
        }
        const bool isNew = !server || !server->isObject();
        return result.members.empty() && !isNew && !(owned && owned->find(".")) ? std::nullopt : std::optional(std::move(result));
    }

    std::optional<JsonNode> ofList(const JsonNode &wanted, const JsonNode *server, const JsonNode *owned, const ListShape &shape)
    {
        JsonNode result;
        result.kind = JsonNode::Kind::Array;
        for (const JsonNode &item : wanted.items) {
            const auto key = listKeyOf(item, shape);
            if (!key)
                return std::nullopt;
            const FieldStep step = shape.kind == ListShape::Kind::Set ? FieldStep::value(*key) : FieldStep::key(*key);
            const JsonNode *const there = server ? findField(*server, {step}) : nullptr;
            auto part = of(item, there, ownedBelow(owned, step));
            if (!part)
                continue;
            for (auto name = shape.keys.rbegin(); name != shape.keys.rend(); ++name) {
                const JsonNode *const value = item.find(*name);
                if (value && !part->find(*name))
                    part->members.insert(part->members.begin(), {*name, *value});
            }
            result.items.push_back(std::move(*part));
        }
        return result;
    }

    const ListKeys &m_keys;
    std::vector<std::string> m_names;
};

/// What apply takes away by leaving it out: what only this manager's applies own.
bool goesWhenLeftOut(const FieldOwners &owners, const FieldPath &path, std::string_view manager)
{
    const auto all = owners.ownersWithin(path);
    return !all.empty() && std::all_of(all.begin(), all.end(), [&](const FieldManager *one) {
        return one->name == manager && one->operation == FieldManager::Operation::Apply;
    });
}

void copyMember(JsonNode &to, const JsonNode &from, const FieldPath &path)
{
    if (const JsonNode *const value = findField(from, path))
        setField(to, path, *value);
}

} // namespace

EditPatch makeApplyDocument(const JsonNode &server, const JsonNode &wanted, const ListKeys &keys, std::string_view fieldManager, EditPart part)
{
    const JsonNode from = editablePart(server, part);
    const JsonNode to = editablePart(wanted, part);
    const FieldOwners owners(server);
    EditPatch patch;
    patch.type = PatchType::Apply;
    patch.changes = changedFields(from, to, keys);
    patch.isEmpty = patch.changes.empty();
    for (const FieldPath &path : patch.changes) {
        if (!findField(to, path) && !goesWhenLeftOut(owners, path, fieldManager))
            patch.unsaid.push_back(path);
    }
    JsonNode document = Projection(keys).of(to, &from, owners.appliedBy(fieldManager)).value_or(JsonNode::object());
    JsonNode head = JsonNode::object();
    for (const char *name : {"apiVersion", "kind"})
        copyMember(head, to, {FieldStep::name(name)});
    const auto metadata = [](const char *name) { return FieldPath{FieldStep::name("metadata"), FieldStep::name(name)}; };
    for (const char *name : {"name", "namespace"})
        copyMember(head, to, metadata(name));
    for (const char *name : {"uid", "resourceVersion"})
        copyMember(head, server, metadata(name));
    for (auto &[name, value] : document.members) {
        if (name != "metadata") {
            head.set(name, std::move(value));
            continue;
        }
        for (auto &[inner, innerValue] : value.members)
            setField(head, {FieldStep::name("metadata"), FieldStep::name(inner)}, std::move(innerValue));
    }
    patch.body = jsonText(head);
    return patch;
}

} // namespace kube
