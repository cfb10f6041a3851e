// SPDX-License-Identifier: Apache-2.0
#include "ui/views/rollouts/replicas_owners.h"

#include "core/apply/owner_facts.h"
#include "ui/base/format.h"
#include "ui/views/rollouts/workload_change.h"

namespace orrery {

namespace {

QString toolName(kube::ManagingTool::Kind kind)
{
    switch (kind) {
    case kube::ManagingTool::Kind::ArgoCd:
        return QStringLiteral("Argo CD");
    case kube::ManagingTool::Kind::FluxKustomize:
    case kube::ManagingTool::Kind::FluxHelm:
        return QStringLiteral("Flux");
    case kube::ManagingTool::Kind::Helm:
        break;
    }
    return QStringLiteral("Helm");
}

QString sentenceOf(const kube::ManagingTool &tool)
{
    const QString name = tool.name.empty() ? toolName(tool.kind) : ReplicasOwnersReader::tr("%1 (%2)").arg(toolName(tool.kind), QString::fromStdString(tool.name));
    const QString evidence = QString::fromStdString(tool.evidence);
    return tool.kind == kube::ManagingTool::Kind::Helm
        ? ReplicasOwnersReader::tr("%1 manages it: its next upgrade may set the number again (%2).").arg(name, evidence)
        : ReplicasOwnersReader::tr("%1 manages it and may set the number again (%2).").arg(name, evidence);
}

} // namespace

ReplicasOwnersReader::ReplicasOwnersReader(kube::ChangePort &changes, kube::ExecutorPtr gui, kube::GroupVersionResource resource,
                                           std::optional<kube::GroupVersionResource> autoscalers, QObject *parent)
    : QObject(parent), m_changes(changes), m_resource(std::move(resource)), m_autoscalers(std::move(autoscalers)), m_owner(std::move(gui))
{
}

void ReplicasOwnersReader::read(const kube::ObjectKey &key)
{
    const bool isFirst = !m_namespaces.contains(key.namespaceName);
    Namespace &space = m_namespaces[key.namespaceName];
    if (space.isRead || !m_autoscalers) {
        readObject(key);
        return;
    }
    space.waiting.push_back(key);
    if (!isFirst)
        return;
    kube::then(m_changes.list(*m_autoscalers, key.namespaceName, {}), m_owner, [this, name = key.namespaceName](const kube::Result<kube::ListPage> &page) {
        Namespace &read = m_namespaces[name];
        read.isRead = true;
        if (!page)
            read.whyNot = page.error().message;
        for (const kube::ObjectPtr &item : page ? page->items : std::vector<kube::ObjectPtr>()) {
            if (auto node = kube::JsonNode::parse(item->json(), "autoscaler"))
                read.autoscalers.push_back(std::move(*node));
        }
        for (const kube::ObjectKey &one : std::exchange(read.waiting, {}))
            readObject(one);
    });
}

void ReplicasOwnersReader::readObject(const kube::ObjectKey &key)
{
    kube::then(m_changes.get(m_resource, key), m_owner, [this, key](const kube::Result<kube::ObjectReply> &reply) {
        if (const auto object = nodeOf(reply))
            take(key, *object);
    });
}

void ReplicasOwnersReader::take(const kube::ObjectKey &key, const kube::JsonNode &object)
{
    ReplicasOwners owners;
    const Namespace &space = m_namespaces[key.namespaceName];
    if (const auto autoscaler = kube::autoscalerOf(space.autoscalers, object)) {
        owners.sentences << tr("The HorizontalPodAutoscaler %1 keeps it between %2 and %3 and will set the number again.")
                                .arg(QString::fromStdString(autoscaler->name), count(autoscaler->least), count(autoscaler->most));
    }
    for (const kube::ManagingTool &tool : kube::managingTools(object))
        owners.sentences << sentenceOf(tool);
    const auto owner = kube::replicasOwner(object);
    if (owner && owner->kind == kube::ReplicasOwner::Kind::Controller)
        owners.sentences << tr("%1 controls it and will set the number again.").arg(QString::fromStdString(owner->manager));
    if (owner && owner->kind == kube::ReplicasOwner::Kind::Autoscaler && owners.sentences.isEmpty())
        owners.sentences << tr("An autoscaler has set the number (%1).").arg(QString::fromStdString(owner->manager));
    if (!owners.sentences.isEmpty())
        owners.tone = Tone::Pending;
    if (owner && owner->kind == kube::ReplicasOwner::Kind::Other && owner->manager != kube::ownFieldManager)
        owners.sentences << tr("%1 has set the number last.").arg(QString::fromStdString(owner->manager));
    if (!space.whyNot.isEmpty())
        owners.sentences << tr("Whether an autoscaler sets it is not known: %1").arg(space.whyNot);
    Q_EMIT found(key, owners);
}

} // namespace orrery
