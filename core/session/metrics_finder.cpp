// SPDX-License-Identifier: Apache-2.0
#include "core/session/metrics_finder.h"

#include "core/dynamic/dynamic_client.h"
#include "core/dynamic/pager.h"

#include <set>

namespace kube {

namespace {

constexpr std::int64_t workloadsPerPage = 500;

std::string selectorOf(JsonValue matchLabels)
{
    std::string selector;
    matchLabels.forEachMember([&](std::string_view key, JsonValue value) {
        if (!selector.empty())
            selector += ',';
        selector.append(key).append("=").append(value.string());
    });
    return selector;
}

} // namespace

/// Steps that have been begun and have not ended.
struct MetricsFinder::Search {
    Promise<MetricsTargets> promise;
    MetricsTargets found;
    std::set<std::string> known; ///< proxy paths
    std::size_t running = 0;
    bool hasLooked = false;

    void ended()
    {
        if (--running > 0)
            return;
        if (!hasLooked && !found.gaps.empty()) {
            promise.finish(fail(found.gaps.front()));
            return;
        }
        const auto order = [](const MetricsTarget &t) { return std::tie(t.namespaceName, t.workload, t.pod, t.endpoint.port); };
        std::sort(found.targets.begin(), found.targets.end(), [&](const auto &a, const auto &b) { return order(a) < order(b); });
        promise.finish(std::move(found));
    }
};

Future<ListPage> MetricsFinder::list(const GroupVersionResource &resource, const std::string &namespaceName, const std::string &selector)
{
    const auto pager = std::make_shared<Pager>([this, resource, namespaceName](const ListQuery &page) { return m_client.list(resource, namespaceName, page); },
                                               m_owner.executor());
    ListQuery query;
    query.labelSelector = selector;
    query.limit = workloadsPerPage;
    return then(pager->list(query), m_owner, [pager](Result<ListPage> all) { return all; });
}

Future<MetricsTargets> MetricsFinder::find()
{
    const auto search = std::make_shared<Search>();
    auto future = search->promise.future();
    ++search->running;
    lookThrough(search, {"apps", "v1", "deployments"}, "Deployment");
    lookThrough(search, {"apps", "v1", "statefulsets"}, "StatefulSet");
    lookThrough(search, {"apps", "v1", "daemonsets"}, "DaemonSet");
    lookAtControlPlane(search);
    search->ended();
    return future;
}

void MetricsFinder::lookThrough(const std::shared_ptr<Search> &search, const GroupVersionResource &resource, const std::string &kind)
{
    ++search->running;
    then(list(resource, {}, {}), m_owner, [this, search, kind](Result<ListPage> workloads) {
        if (workloads) {
            search->hasLooked = true;
            for (const ObjectPtr &workload : workloads->items) {
                workload->read([&](JsonValue root) {
                    const JsonValue pods = root["spec"]["template"];
                    if (metricsEndpointsOf(pods["metadata"], pods["spec"]).empty())
                        return;
                    const std::string selector = selectorOf(root["spec"]["selector"]["matchLabels"]);
                    if (!selector.empty())
                        listPods(search, workload->key().namespaceName, selector, kind + '/' + workload->key().name);
                });
            }
        } else {
            search->found.gaps.push_back(workloads.error());
        }
        search->ended();
    });
}

void MetricsFinder::lookAtControlPlane(const std::shared_ptr<Search> &search)
{
    listPods(search, "kube-system", "component", {});
}

void MetricsFinder::listPods(const std::shared_ptr<Search> &search, const std::string &namespaceName, const std::string &selector, const std::string &workload)
{
    ++search->running;
    then(list({"", "v1", "pods"}, namespaceName, selector), m_owner, [search, workload](Result<ListPage> pods) {
        if (pods) {
            search->hasLooked = true;
            for (const ObjectPtr &pod : pods->items) {
                pod->read([&](JsonValue root) {
                    if (root["status"]["phase"].string() != "Running")
                        return;
                    for (MetricsEndpoint &endpoint : metricsEndpointsOf(root["metadata"], root["spec"])) {
                        MetricsTarget target{pod->key().namespaceName, pod->key().name, workload, std::move(endpoint)};
                        if (search->known.insert(target.proxyPath()).second)
                            search->found.targets.push_back(std::move(target));
                    }
                });
            }
        } else {
            search->found.gaps.push_back(pods.error());
        }
        search->ended();
    });
}

} // namespace kube
