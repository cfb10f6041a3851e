// SPDX-License-Identifier: Apache-2.0
#include "core/session/metrics_finder.h"

#include "core/dynamic/dynamic_client.h"
#include "core/dynamic/pager.h"

#include <map>

namespace kube {

namespace {

constexpr std::int64_t workloadsPerPage = 500;
constexpr std::int64_t podsPerPage = 500;

/// Empty: it selects nothing, or in a way that is not known.
std::string selectorOf(JsonValue given)
{
    std::string selector;
    bool isKnown = true;
    const auto begin = [&selector](std::string_view before, std::string_view key) {
        if (!selector.empty())
            selector += ',';
        selector.append(before).append(key);
    };
    given["matchLabels"].forEachMember([&](std::string_view key, JsonValue value) {
        begin({}, key);
        selector.append("=").append(value.string());
    });
    given["matchExpressions"].forEachItem([&](JsonValue one) {
        const std::string_view how = one["operator"].string();
        const bool isAmong = how == "In" || how == "NotIn";
        isKnown = isKnown && (isAmong || how == "Exists" || how == "DoesNotExist");
        begin(how == "DoesNotExist" ? "!" : "", one["key"].string());
        if (!isAmong)
            return;
        selector += how == "In" ? " in (" : " notin (";
        one["values"].forEachItem([&](JsonValue value) { selector.append(selector.back() == '(' ? "" : ",").append(value.string()); });
        selector += ')';
    });
    return isKnown ? selector : std::string();
}

/// fn(target) for each endpoint of a Pod that runs.
template <typename Fn>
void forEachTarget(const Object &pod, const std::string &workload, Fn fn)
{
    pod.read([&](JsonValue root) {
        if (root["status"]["phase"].string() != "Running")
            return;
        for (MetricsEndpoint &endpoint : metricsEndpointsOf(root["metadata"], root["spec"]))
            fn(MetricsTarget{pod.key().namespaceName, pod.key().name, workload, std::move(endpoint)});
    });
}

} // namespace

/// Steps that have been begun and have not ended.
struct MetricsFinder::Search {
    Promise<MetricsTargets> promise;
    MetricsTargets found;
    std::map<std::string, std::size_t> known; ///< places in found's targets, by proxy path
    std::size_t running = 0;
    bool hasLooked = false;
    std::shared_ptr<PodSweep> kept;

    void add(MetricsTarget target)
    {
        const auto [at, isNew] = known.try_emplace(target.proxyPath(), found.targets.size());
        if (isNew)
            found.targets.push_back(std::move(target));
        else if (!target.workload.empty())
            found.targets[at->second].workload = std::move(target.workload); // it was found by itself first
    }

    void ended()
    {
        if (--running > 0)
            return;
        if (!hasLooked && !found.gaps.empty()) {
            promise.finish(fail(found.gaps.front()));
            return;
        }
        // A workload's Pods are listed each time: those that have gone since are not to come out of a look long ago.
        std::erase_if(kept->targets, [this](const MetricsTarget &target) {
            const auto at = known.find(target.proxyPath());
            return at != known.end() && !found.targets[at->second].workload.empty();
        });
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
    search->kept = m_kept;
    auto future = search->promise.future();
    ++search->running;
    lookThrough(search, {"apps", "v1", "deployments"}, "Deployment");
    lookThrough(search, {"apps", "v1", "statefulsets"}, "StatefulSet");
    lookThrough(search, {"apps", "v1", "daemonsets"}, "DaemonSet");
    lookAtControlPlane(search);
    lookThroughPods(search);
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
                    const std::string selector = selectorOf(root["spec"]["selector"]);
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

void MetricsFinder::lookThroughPods(const std::shared_ptr<Search> &search)
{
    const bool isFresh = m_kept->at && m_kept->looked > static_cast<std::size_t>(podsPerPage) && m_scheduler.now() - *m_kept->at < SweepInterval;
    if (isFresh) {
        m_sweep = *m_kept;
        search->hasLooked = true;
        takeSweep(*search);
        return;
    }
    ++search->running;
    m_sweep = {};
    ListQuery query;
    query.limit = podsPerPage;
    nextPods(search, std::move(query));
}

void MetricsFinder::nextPods(const std::shared_ptr<Search> &search, ListQuery query)
{
    then(m_client.list({"", "v1", "pods"}, {}, query), m_owner, [this, search, query](Result<ListPage> page) {
        if (!page) {
            search->found.gaps.push_back(page.error());
        } else {
            search->hasLooked = true;
            m_sweep.looked += page->items.size();
            for (const ObjectPtr &pod : page->items)
                forEachTarget(*pod, {}, [this](MetricsTarget target) { m_sweep.targets.push_back(std::move(target)); });
            m_sweep.isCut = !page->continueToken.empty() && m_sweep.looked >= MostPods;
            if (!page->continueToken.empty() && !m_sweep.isCut) {
                ListQuery next = query;
                next.continueToken = page->continueToken;
                nextPods(search, std::move(next));
                return;
            }
            m_sweep.at = m_scheduler.now();
            *m_kept = m_sweep;
        }
        takeSweep(*search);
        search->ended();
    });
}

void MetricsFinder::takeSweep(Search &search) const
{
    for (const MetricsTarget &target : m_sweep.targets)
        search.add(target);
    if (m_sweep.isCut)
        search.found.podsLooked = m_sweep.looked;
}

void MetricsFinder::listPods(const std::shared_ptr<Search> &search, const std::string &namespaceName, const std::string &selector, const std::string &workload)
{
    ++search->running;
    then(list({"", "v1", "pods"}, namespaceName, selector), m_owner, [search, workload](Result<ListPage> pods) {
        if (pods) {
            search->hasLooked = true;
            for (const ObjectPtr &pod : pods->items) {
                forEachTarget(*pod, workload, [&search](MetricsTarget target) { search->add(std::move(target)); });
            }
        } else {
            search->found.gaps.push_back(pods.error());
        }
        search->ended();
    });
}

} // namespace kube
