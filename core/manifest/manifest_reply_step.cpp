// SPDX-License-Identifier: Apache-2.0
#include "core/apply/edit_patch.h"
#include "core/manifest/manifest_stepper.h"

#include <algorithm>

namespace kube {

namespace effect = manifest_effect;
namespace input = manifest_input;
using ManifestPhase = ManifestState::Phase;

namespace {

JsonNode objectOf(const std::string &json)
{
    auto node = JsonNode::parse(json.empty() ? "{}" : json, "object");
    return node && node->isObject() ? std::move(*node) : JsonNode::object();
}

/// What the server does not take up by itself: a Secret's stringData goes into its data.
JsonNode keptPart(const ManifestDocument &document)
{
    JsonNode node = editablePart(objectOf(document.json));
    if (document.gvk.group.empty() && document.gvk.kind == "Secret")
        node.remove("stringData");
    return node;
}

bool isEstablished(const JsonNode &definition)
{
    const JsonNode *const status = definition.find("status");
    const JsonNode *const conditions = status && status->isObject() ? status->find("conditions") : nullptr;
    if (!conditions)
        return false;
    return std::any_of(conditions->items.begin(), conditions->items.end(), [](const JsonNode &condition) {
        const JsonNode *const type = condition.find("type");
        const JsonNode *const is = condition.find("status");
        return type && is && type->text == "Established" && is->text == "True";
    });
}

} // namespace

bool ManifestStepper::isAwaited(std::uint64_t request, ManifestPhase phase) const
{
    return request == s.request && s.phase == phase && !s.queue.empty();
}

const ManifestItem *ManifestStepper::definitionOf(const GroupVersionKind &kind) const
{
    for (const ManifestItem &item : s.items) {
        const GroupVersionKind defined = item.defines();
        if (!defined.kind.empty() && defined.group == kind.group && defined.kind == kind.kind)
            return &item;
    }
    return nullptr;
}

const ManifestItem *ManifestStepper::namespaceNamed(const std::string &name) const
{
    for (const ManifestItem &item : s.items) {
        if (item.document.gvk.group.empty() && item.document.gvk.kind == "Namespace" && item.document.key.name == name && !item.document.problem)
            return &item;
    }
    return nullptr;
}

void ManifestStepper::on(const input::Resolved &resolved)
{
    if (!isAwaited(resolved.request, ManifestPhase::Resolving))
        return;
    ManifestItem &item = current();
    if (!resolved.mapping) {
        const ManifestItem *const definition = resolved.mapping.error().is(ErrorKind::NotFound) ? definitionOf(item.document.gvk) : nullptr;
        if (definition && isDryRun()) {
            item.notTried = ManifestNotTried::KindOfTheSet;
            settle(ManifestVerdict::NotTried);
        } else if (!(definition && definition->isApplied() && lookAgain())) {
            refuse(ManifestVerdict::Failed, resolved.mapping.error());
        }
        return;
    }
    item.mapping = *resolved.mapping;
    item.key = item.document.key;
    item.isDefaulted = item.mapping->namespaced && item.key.namespaceName.empty();
    if (item.isDefaulted)
        item.key.namespaceName = config.namespaceName;
    if (!item.mapping->namespaced && !item.key.namespaceName.empty()) {
        refuse(ManifestVerdict::Failed, Error::badInput(QStringLiteral("%1 is in no namespace: take \"namespace: %2\" out of its metadata")
                                                            .arg(QString::fromStdString(item.document.gvk.kind), QString::fromStdString(item.key.namespaceName))));
        return;
    }
    if (item.key.name.empty() && config.method == ManifestConfig::Method::Apply) {
        refuse(ManifestVerdict::Failed, Error::badInput(QStringLiteral("an object with generateName alone can only be created, not applied: write a name")));
        return;
    }
    const ManifestItem *const space = isDryRun() && item.mapping->namespaced ? namespaceNamed(item.key.namespaceName) : nullptr;
    if (space && space->verdict == ManifestVerdict::WouldCreate) {
        item.notTried = ManifestNotTried::NamespaceOfTheSet;
        item.isStoredKnown = true;
        ask();
        return;
    }
    fetch();
}

void ManifestStepper::on(const input::Fetched &fetched)
{
    if (isAwaited(fetched.request, ManifestPhase::Establishing)) {
        onEstablished(fetched.object ? *fetched.object : std::string());
        return;
    }
    if (!isAwaited(fetched.request, ManifestPhase::Fetching))
        return;
    ManifestItem &item = current();
    if (fetched.object) {
        item.stored = *fetched.object;
        item.isStoredKnown = true;
    } else if (fetched.object.error().is(ErrorKind::NotFound)) {
        item.stored.clear();
        item.isStoredKnown = true;
    } else if (!fetched.object.error().is(ErrorKind::Forbidden)) { // who may not look may still write
        refuse(ManifestVerdict::Failed, fetched.object.error());
        return;
    }
    ask();
}

void ManifestStepper::on(const input::Allowed &allowed)
{
    if (!isAwaited(allowed.request, ManifestPhase::Asking))
        return;
    ManifestItem &item = current();
    item.missingVerb = allowed.missingVerb;
    if (!item.missingVerb.empty())
        settle(ManifestVerdict::NotAllowed);
    else if (item.notTried != ManifestNotTried::No)
        settle(ManifestVerdict::NotTried);
    else
        send();
}

void ManifestStepper::on(const input::Answered &answered)
{
    if (!isAwaited(answered.request, ManifestPhase::Sending))
        return;
    ManifestItem &item = current();
    if (answered.answer) {
        onStored(*answered.answer);
        return;
    }
    const Error &error = answered.answer.error();
    const JsonNode stored = objectOf(item.stored);
    item.owners = fieldConflicts(error, &stored);
    item.refusals = refusedFields(error, objectOf(item.document.json));
    // What the set itself has made a moment ago is not everywhere at once.
    const ManifestItem *const definition = error.is(ErrorKind::NotFound) ? definitionOf(item.document.gvk) : nullptr;
    const ManifestItem *const space = namespaceNamed(item.key.namespaceName);
    const bool lacksAccount = error.is(ErrorKind::Forbidden) && error.message.contains(QStringLiteral("serviceaccount \"default\" not found"));
    if (((definition && definition->isApplied()) || (lacksAccount && space && space->isApplied())) && lookAgain())
        return;
    if (!item.owners.empty())
        refuse(ManifestVerdict::Conflict, error);
    else
        refuse(error.is(ErrorKind::AlreadyExists) ? ManifestVerdict::Exists : ManifestVerdict::Failed, error);
}

void ManifestStepper::onStored(const input::Answer &answer)
{
    ManifestItem &item = current();
    item.result = answer.json;
    item.warnings = answer.warnings;
    const JsonNode result = objectOf(answer.json);
    const JsonNode wanted = keptPart(item.document);
    item.dropped = keptFields(wanted, result, changedFields(JsonNode::object(), wanted, *defaultListKeys(wanted))).dropped;
    const bool isNew = answer.isCreated || (item.isStoredKnown && item.stored.empty());
    const bool isSame = !isNew && item.isStoredKnown && editablePart(objectOf(item.stored)).equals(editablePart(result));
    if (isDryRun()) {
        settle(isNew ? ManifestVerdict::WouldCreate : isSame ? ManifestVerdict::WouldStay : ManifestVerdict::WouldChange);
        return;
    }
    item.verdict = isNew ? ManifestVerdict::Created : isSame ? ManifestVerdict::Unchanged : ManifestVerdict::Configured;
    if (item.document.key.name.empty()) {
        if (const JsonNode *const name = findField(result, {FieldStep::name("metadata"), FieldStep::name("name")}); name && name->isString())
            item.key.name = name->text;
    }
    if (item.defines().kind.empty() || isEstablished(result)) {
        settle(item.verdict);
        return;
    }
    s.phase = ManifestPhase::Establishing;
    ++s.request;
    if (s.isStopping)
        settle(item.verdict);
    else
        effects.emplace_back(effect::SetTimer{config.pause});
}

void ManifestStepper::onEstablished(const std::string &definition)
{
    ManifestItem &item = current();
    if (isEstablished(objectOf(definition)) || s.isStopping) {
        settle(item.verdict);
    } else if (++s.looks > config.looks) {
        refuse(ManifestVerdict::Failed, Error{ErrorKind::Server, QStringLiteral("the definition is stored, and its kind is still not served"), {}, std::nullopt, {}});
    } else {
        effects.emplace_back(effect::SetTimer{config.pause});
    }
}

} // namespace kube
