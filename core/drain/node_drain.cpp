// SPDX-License-Identifier: Apache-2.0
#include "core/drain/node_drain.h"

#include "core/base/gather.h"
#include "core/dynamic/dynamic_client.h"
#include "core/dynamic/field_manager.h"
#include "core/object/json.h"
#include "core/verbs/node_verbs.h"

#include <algorithm>
#include <set>

namespace kube {

namespace {

const GroupVersionResource nodeResource{"", "v1", "nodes"};
const GroupVersionResource podResource{"", "v1", "pods"};
const GroupVersionResource daemonSetResource{"apps", "v1", "daemonsets"};

Result<bool> isUnschedulable(const Result<ObjectReply> &reply)
{
    if (!reply)
        return fail(reply.error());
    const auto document = JsonDocument::parse({reply->json.constData(), static_cast<std::size_t>(reply->json.size())});
    if (!document)
        return fail(document.error());
    return document->root()["spec"]["unschedulable"].boolean();
}

} // namespace

NodeDrain::NodeDrain(DynamicClient &client, ExecutorPtr executor, Scheduler &scheduler, std::string node, std::function<void(const DrainState &)> told,
                     RemovalRun::Deleted evicted)
    : m_client(client), m_scheduler(scheduler), m_told(std::move(told)), m_evicted(std::move(evicted)), m_owner(std::move(executor))
{
    m_state.node = std::move(node);
}

void NodeDrain::read()
{
    m_state.error.reset();
    enter(DrainState::Phase::Reading);
    then(m_client.get(nodeResource, {{}, m_state.node}), m_owner, [this](const Result<ObjectReply> &reply) {
        const auto cordoned = isUnschedulable(reply);
        if (!cordoned) {
            fail(cordoned.error());
            return;
        }
        m_state.isCordoned = *cordoned;
        readPods(&NodeDrain::ask);
    });
}

void NodeDrain::readPods(AfterPods next)
{
    ListQuery query;
    query.fieldSelector = "spec.nodeName=" + m_state.node;
    then(m_client.list(podResource, {}, query), m_owner, [this, next](const Result<ListPage> &page) {
        if (page)
            takePods(*page, next);
        else
            fail(page.error());
    });
}

void NodeDrain::takePods(const ListPage &page, AfterPods next)
{
    m_state.pods.clear();
    for (const ObjectPtr &pod : page.items)
        pod->read([this](JsonValue root) { m_state.pods.push_back(DrainPod::of(root)); });
    std::sort(m_state.pods.begin(), m_state.pods.end(), [](const DrainPod &left, const DrainPod &right) { return left.key < right.key; });
    askForDaemonSets(next);
}

// One whose DaemonSet has gone is put back by nobody.
void NodeDrain::askForDaemonSets(AfterPods next)
{
    std::set<ObjectKey> sets;
    for (const DrainPod &pod : m_state.pods) {
        if (pod.controllerKind == "DaemonSet")
            sets.insert({pod.key.namespaceName, pod.controllerName});
    }
    const std::vector<ObjectKey> keys(sets.begin(), sets.end());
    std::vector<Future<ObjectReply>> answers;
    for (const ObjectKey &key : keys)
        answers.push_back(m_client.get(daemonSetResource, key));
    then(gather(std::move(answers), m_owner), m_owner, [this, next, keys](const Result<std::vector<Result<ObjectReply>>> &replies) {
        std::set<ObjectKey> gone;
        for (std::size_t i = 0; replies && i < replies->size(); ++i) {
            const auto &reply = (*replies)[i];
            if (!reply && reply.error().is(ErrorKind::NotFound))
                gone.insert(keys[i]);
        }
        for (DrainPod &pod : m_state.pods)
            pod.controllerIsGone = pod.controllerKind == "DaemonSet" && gone.contains({pod.key.namespaceName, pod.controllerName});
        (this->*next)();
    });
}

void NodeDrain::ask()
{
    enter(DrainState::Phase::Asking);
}

void NodeDrain::start(DrainOptions options)
{
    if (m_state.phase != DrainState::Phase::Asking)
        return;
    m_options = std::move(options);
    m_state.error.reset();
    m_state.isStopped = false;
    if (openQuestions(m_state.pods, m_options.consent) > 0) {
        m_state.error = Error::badInput(QStringLiteral("a Pod needs consent before the Node can be drained"));
        ask();
        return;
    }
    cordon();
}

void NodeDrain::cordon()
{
    enter(DrainState::Phase::Cordoning);
    WriteOptions write;
    write.fieldManager = ownFieldManager;
    then(m_client.patch(nodeResource, {{}, m_state.node}, PatchType::Merge, cordonPatch(Schedulable::No), write), m_owner,
         [this](const Result<ObjectReply> &reply) {
             const auto cordoned = isUnschedulable(reply);
             if (!cordoned) {
                 fail(cordoned.error());
                 return;
             }
             m_state.isCordoned = *cordoned;
             readPods(&NodeDrain::evict);
         });
}

void NodeDrain::evict()
{
    if (m_state.isStopped) {
        enter(DrainState::Phase::Finished);
        return;
    }
    if (openQuestions(m_state.pods, m_options.consent) > 0) {
        m_state.error = Error::badInput(QStringLiteral("Pods have come that need consent"));
        ask();
        return;
    }
    RemovalOrder order;
    order.means = RemovalMeans::Evict;
    order.gracePeriodSeconds = m_options.gracePeriodSeconds;
    order.timeout = m_options.timeout;
    order.eviction = m_options.eviction;
    for (const DrainPod &pod : m_state.pods) {
        if (drainVerdict(pod, m_options.consent) == DrainVerdict::Evict)
            order.targets.push_back({{podResource, "Pod", true}, pod.key, pod.uid});
    }
    m_state.phase = DrainState::Phase::Evicting;
    m_run = std::make_unique<RemovalRun>(m_client, m_owner.executor(), m_scheduler, std::move(order), [this](const RemovalProgress &progress) {
        m_state.evictions = progress;
        enter(progress.isFinished() ? DrainState::Phase::Finished : DrainState::Phase::Evicting);
    }, m_evicted);
    m_run->start();
}

void NodeDrain::stop()
{
    m_state.isStopped = true;
    if (m_run)
        m_run->stop();
    else if (m_state.phase == DrainState::Phase::Reading || m_state.phase == DrainState::Phase::Asking)
        enter(DrainState::Phase::Finished);
}

void NodeDrain::fail(const Error &error)
{
    m_state.error = error;
    enter(DrainState::Phase::Failed);
}

void NodeDrain::enter(DrainState::Phase phase)
{
    m_state.phase = phase;
    m_told(m_state);
}

} // namespace kube
