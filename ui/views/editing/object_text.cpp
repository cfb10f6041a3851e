// SPDX-License-Identifier: Apache-2.0
#include "ui/views/editing/object_text.h"

#include "core/object/json_tree.h"
#include "core/object/yaml.h"

namespace orrery {

namespace {

QString yamlWithout(const std::string &json, std::initializer_list<const char *> ofMetadata)
{
    auto object = kube::JsonNode::parse(json, "the object");
    if (!object)
        return {};
    if (kube::JsonNode *metadata = object->find("metadata")) {
        for (const char *name : ofMetadata)
            metadata->remove(name);
    }
    std::string text;
    object->write(text);
    const auto document = kube::JsonDocument::parse(text);
    return document ? QString::fromStdString(kube::toYaml(document->root())) : QString();
}

} // namespace

QString editorText(const std::string &json)
{
    return yamlWithout(json, {"managedFields"});
}

QString comparedText(const std::string &json)
{
    return yamlWithout(json, {"managedFields", "resourceVersion", "generation"});
}

QString valueText(const std::optional<std::string> &json)
{
    if (!json)
        return {};
    const auto document = kube::JsonDocument::parse(*json);
    if (!document)
        return QString::fromStdString(*json);
    const kube::JsonValue value = document->root();
    const std::string text = value.isString() ? std::string(value.string()) : kube::toYaml(value);
    return QString::fromStdString(text).trimmed();
}

QList<ConflictRow> conflictRows(const kube::SaveState &state)
{
    QList<ConflictRow> rows;
    if (state.step == kube::SaveState::Step::FieldConflict) {
        const auto merged = kube::JsonNode::parse(state.merged, "the merged object");
        for (const kube::FieldConflict &owned : state.owners) {
            const kube::JsonNode *const mine = merged ? kube::findField(*merged, owned.path) : nullptr;
            rows << ConflictRow{QString::fromStdString(owned.path.empty() ? owned.field : kube::fieldPathText(owned.path)), {},
                                valueText(mine ? std::optional(kube::jsonText(*mine)) : std::nullopt), valueText(owned.value), QString::fromStdString(owned.manager)};
        }
        return rows;
    }
    for (const kube::MergeConflict &conflict : state.conflicts) {
        rows << ConflictRow{QString::fromStdString(kube::fieldPathText(conflict.path)), valueText(conflict.base), valueText(conflict.mine),
                            valueText(conflict.theirs)};
    }
    return rows;
}

std::vector<kube::FieldPath> takenFields(const kube::SaveState &state, const QList<ConflictChoice> &choices)
{
    std::vector<kube::FieldPath> taken;
    for (std::size_t i = 0; i < state.owners.size(); ++i) {
        if (choices.value(static_cast<qsizetype>(i)) == ConflictChoice::TakeTheirs)
            taken.push_back(state.owners[i].path);
    }
    return taken;
}

QString resolvedText(const kube::SaveState &state, const QList<ConflictChoice> &choices)
{
    auto object = kube::JsonNode::parse(state.merged, "the merged object");
    if (!object)
        return {};
    for (std::size_t i = 0; i < state.conflicts.size(); ++i) {
        if (choices.value(static_cast<qsizetype>(i)) != ConflictChoice::TakeTheirs)
            continue;
        const kube::MergeConflict &conflict = state.conflicts[i];
        auto theirs = conflict.theirs ? kube::JsonNode::parse(*conflict.theirs, "their value") : kube::fail(kube::Error::canceled());
        if (theirs)
            kube::setField(*object, conflict.path, std::move(*theirs));
        else
            kube::removeField(*object, conflict.path);
    }
    std::string text;
    object->write(text);
    return editorText(text);
}

} // namespace orrery
