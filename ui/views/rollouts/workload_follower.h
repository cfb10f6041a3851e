// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/rollout/obstacles.h"
#include "core/rollout/rollout_history.h"
#include "core/rollout/rollout_status.h"
#include "core/rollout/scale_progress.h"
#include "core/session/ports/change_port.h"
#include "core/session/ports/object_port.h"
#include "core/session/ports/scale_port.h"

#include <QObject>
#include <QTimer>

namespace orrery {

/// What is asked of a cluster to follow a workload and to change it; all of it outlives who is given it.
struct WorkloadPorts {
    kube::ObjectPort *objects = nullptr;
    kube::ChangePort *changes = nullptr;
    kube::ScalePort *scale = nullptr;
    kube::ExecutorPtr gui;
};

/// Follows one object and what surrounds it, which is read anew when the object changes and, while something is waited
/// for, every two seconds: its revisions, and its Pods and Events to say what holds it back. One that has nothing to be
/// waited for costs a watch and its revisions. Thread: GUI.
class WorkloadFollower final : public QObject
{
    Q_OBJECT
public:
    static constexpr int ReadAgainMsecs = 2000;
    static constexpr int RestMsecs = 200; ///< between two readings that changes ask for

    /// What is followed: how far a rollout is, or how far an object is from a number of replicas.
    enum class Purpose { Rollout, Scale };
    WorkloadFollower(WorkloadPorts ports, kube::ResourceInfo resource, kube::ObjectKey key, Purpose purpose, QObject *parent = nullptr);

    void setWanted(qint64 replicas); ///< Scale: the number that was given
    [[nodiscard]] bool isRead() const { return m_isRead; } ///< the object and what surrounds it, once at least
    [[nodiscard]] bool isGone() const { return m_isGone; }
    [[nodiscard]] bool isWaiting() const; ///< for something that is not done, and may be yet
    [[nodiscard]] const kube::JsonNode &object() const { return m_object; }
    [[nodiscard]] kube::RolloutStatus status() const { return kube::rolloutStatus(m_object); }
    [[nodiscard]] kube::ScaleProgress scale() const; ///< Scale: how far it is
    /// Scale: the number that stands there by now when it is another than was given, and was that before.
    [[nodiscard]] std::optional<qint64> overruledBy() const;
    [[nodiscard]] const std::vector<kube::Revision> &history() const { return m_history; } ///< the oldest first
    [[nodiscard]] const std::vector<kube::Obstacle> &obstacles() const { return m_obstacles; } ///< none while nothing is waited for
    [[nodiscard]] const std::optional<kube::Error> &historyError() const { return m_historyError; }

Q_SIGNALS:
    void changed();

private:
    void take(const kube::ObjectPtr &object);
    void read(); ///< what surrounds the object
    void readList(const kube::GroupVersionResource &resource, const std::string &labels, const std::string &fields, std::vector<kube::JsonNode> &into);
    void readScale();
    void finishReading();
    void arrived();

    WorkloadPorts m_ports;
    kube::ResourceInfo m_resource;
    kube::ObjectKey m_key;
    Purpose m_purpose;
    kube::JsonNode m_object;
    std::optional<kube::ScaleState> m_scale;
    qint64 m_wanted = 0;
    bool m_stoodThere = false; ///< the wanted number, once
    std::vector<kube::JsonNode> m_keepers;
    std::vector<kube::JsonNode> m_pods;
    std::vector<kube::JsonNode> m_events;
    std::vector<kube::Revision> m_history;
    std::vector<kube::Obstacle> m_obstacles;
    std::optional<kube::Error> m_historyError;
    int m_open = 0;          ///< answers of this reading that have not come
    bool m_isAgain = false;  ///< it changed meanwhile
    bool m_isRead = false;
    bool m_isGone = false;
    bool m_wasWaiting = false; ///< at the last reading: what surrounds it comes to rest a little later
    QTimer m_again;
    kube::Owner m_owner;
    kube::Subscription m_following;
};

} // namespace orrery
