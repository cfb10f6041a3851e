// SPDX-License-Identifier: Apache-2.0
#include "ui/views/rollouts/workload_follower.h"

#include "core/rollout/workload_kind.h"

namespace orrery {

namespace {

const kube::GroupVersionResource podResource{"", "v1", "pods"};
const kube::GroupVersionResource eventResource{"", "v1", "events"};

} // namespace

WorkloadFollower::WorkloadFollower(WorkloadPorts ports, kube::ResourceInfo resource, kube::ObjectKey key, Purpose purpose, QObject *parent)
    : QObject(parent), m_ports(std::move(ports)), m_resource(std::move(resource)), m_key(std::move(key)), m_purpose(purpose), m_owner(m_ports.gui)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &WorkloadFollower::read);
    m_following = m_ports.objects->observe(m_resource, m_key, m_owner, [this](const kube::ObjectPtr &object, const kube::Freshness &freshness) {
        // Before the first list has ended nothing is known to be gone.
        if (object || freshness.state == kube::FreshnessState::Live)
            take(object);
    });
}

void WorkloadFollower::setWanted(qint64 replicas)
{
    m_wanted = replicas;
    m_stoodThere = false;
    if (!m_object.isNull())
        read();
}

bool WorkloadFollower::isWaiting() const
{
    if (m_isGone || m_object.isNull())
        return false;
    if (m_purpose == Purpose::Scale)
        return !overruledBy() && (!m_scale || !scale().isDone);
    return status().state == kube::RolloutStatus::State::Waiting;
}

kube::ScaleProgress WorkloadFollower::scale() const
{
    return kube::scaleProgress(m_object, m_wanted, m_scale ? m_scale->current : 0);
}

std::optional<qint64> WorkloadFollower::overruledBy() const
{
    return m_scale && m_stoodThere && m_scale->desired != m_wanted ? std::optional<qint64>(m_scale->desired) : std::nullopt;
}

void WorkloadFollower::take(const kube::ObjectPtr &object)
{
    if (!object) {
        m_isGone = true;
        m_obstacles.clear();
        m_again.stop();
        Q_EMIT changed();
        return;
    }
    auto node = kube::JsonNode::parse(object->json(), "object");
    if (!node)
        return;
    m_isGone = false;
    const bool isFirst = m_object.isNull();
    m_object = std::move(*node);
    if (isFirst) {
        read();
        return;
    }
    if (m_open > 0)
        m_isAgain = true;
    else if (!m_again.isActive() || m_again.remainingTime() > RestMsecs)
        m_again.start(RestMsecs);
    Q_EMIT changed();
}

void WorkloadFollower::read()
{
    if (m_open > 0) {
        m_isAgain = true;
        return;
    }
    if (m_isGone || m_object.isNull())
        return;
    m_again.stop();
    m_isAgain = false;
    m_historyError.reset();
    const auto kind = kube::workloadKindOf(m_object);
    const bool looksForTrouble = isWaiting() || (m_purpose == Purpose::Rollout && status().state == kube::RolloutStatus::State::Failed);
    std::string selector = kube::selectorOf(m_object);
    if (selector.empty() && m_scale)
        selector = m_scale->selector;
    ++m_open; // so that answers that come at once do not end the reading
    if (m_purpose == Purpose::Scale)
        readScale();
    if (kind == kube::WorkloadKind::Deployment)
        readList({"apps", "v1", "replicasets"}, selector, {}, m_keepers);
    else if (kind && m_purpose == Purpose::Rollout)
        readList({"apps", "v1", "controllerrevisions"}, selector, {}, m_keepers);
    // ReplicaSets tell how many Pods they have; of a ControllerRevision only the Pods do.
    if (!selector.empty() && (looksForTrouble || (kind && kind != kube::WorkloadKind::Deployment && m_purpose == Purpose::Rollout)))
        readList(podResource, selector, {}, m_pods);
    if (looksForTrouble)
        readList(eventResource, {}, "type=Warning", m_events);
    arrived();
}

void WorkloadFollower::readList(const kube::GroupVersionResource &resource, const std::string &labels, const std::string &fields, std::vector<kube::JsonNode> &into)
{
    kube::ListQuery query;
    query.labelSelector = labels;
    query.fieldSelector = fields;
    ++m_open;
    kube::then(m_ports.changes->list(resource, m_key.namespaceName, query), m_owner, [this, &into](const kube::Result<kube::ListPage> &page) {
        into.clear();
        for (const kube::ObjectPtr &item : page ? page->items : std::vector<kube::ObjectPtr>()) {
            if (auto node = kube::JsonNode::parse(item->json(), "item"))
                into.push_back(std::move(*node));
        }
        if (!page && &into == &m_keepers)
            m_historyError = page.error();
        arrived();
    });
}

void WorkloadFollower::readScale()
{
    if (!m_ports.scale)
        return;
    ++m_open;
    kube::then(m_ports.scale->scale(m_resource, m_key), m_owner, [this](const kube::Result<kube::ScaleState> &state) {
        if (state) {
            m_scale = *state;
            m_stoodThere = m_stoodThere || state->desired == m_wanted;
        }
        arrived();
    });
}

void WorkloadFollower::arrived()
{
    if (--m_open == 0)
        finishReading();
}

void WorkloadFollower::finishReading()
{
    const auto kind = kube::workloadKindOf(m_object);
    m_history = kube::rolloutHistory(m_object, m_keepers);
    if (kind && kind != kube::WorkloadKind::Deployment && !m_pods.empty())
        kube::countPods(m_history, m_pods);
    const bool isFailed = m_purpose == Purpose::Rollout && status().state == kube::RolloutStatus::State::Failed;
    m_obstacles = isWaiting() || isFailed ? kube::obstaclesOf(m_object, kind == kube::WorkloadKind::Deployment ? m_keepers : std::vector<kube::JsonNode>(), m_pods, m_events)
                                          : std::vector<kube::Obstacle>();
    m_isRead = true;
    if (m_isAgain)
        m_again.start(RestMsecs);
    else if (isWaiting() || m_wasWaiting)
        m_again.start(ReadAgainMsecs);
    m_wasWaiting = isWaiting();
    Q_EMIT changed();
}

} // namespace orrery
