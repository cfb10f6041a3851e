// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/object/json_tree.h"
#include "core/session/ports/change_port.h"
#include "ui/base/tone.h"

#include <QObject>
#include <QStringList>

#include <map>

namespace orrery {

/// Who else sets the number of replicas of an object: what is to be known before it is set by hand.
struct ReplicasOwners {
    Tone tone = Tone::Informative; ///< Pending: somebody will set it again
    QStringList sentences;         ///< none: nobody else is known
};

/// Reads that of objects of one resource; the autoscalers of a namespace once. Thread: GUI.
class ReplicasOwnersReader final : public QObject
{
    Q_OBJECT
public:
    /// autoscalers: the server's horizontalpodautoscalers; none: it has none.
    ReplicasOwnersReader(kube::ChangePort &changes, kube::ExecutorPtr gui, kube::GroupVersionResource resource, std::optional<kube::GroupVersionResource> autoscalers,
                         QObject *parent = nullptr);
    void read(const kube::ObjectKey &key);

Q_SIGNALS:
    void found(const kube::ObjectKey &key, const orrery::ReplicasOwners &owners);

private:
    struct Namespace {
        bool isRead = false;
        QString whyNot; ///< why its autoscalers are not known
        std::vector<kube::JsonNode> autoscalers;
        std::vector<kube::ObjectKey> waiting;
    };
    void readObject(const kube::ObjectKey &key);
    void take(const kube::ObjectKey &key, const kube::JsonNode &object);

    kube::ChangePort &m_changes;
    kube::GroupVersionResource m_resource;
    std::optional<kube::GroupVersionResource> m_autoscalers;
    std::map<std::string, Namespace> m_namespaces;
    kube::Owner m_owner;
};

} // namespace orrery
