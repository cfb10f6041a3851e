// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/dynamic/list_page.h"
#include "core/session/ports/metrics_port.h"

namespace kube {

class DynamicClient;

/// Finds the Pods that tell metrics. A cluster has many more Pods than workloads: those are looked through, and only of
/// those that show an endpoint the Pods are listed. Thread: the client's, which must outlive this; what is under way
/// ends as Canceled when this dies.
class MetricsFinder
{
public:
    /// executor: of the client's thread.
    MetricsFinder(DynamicClient &client, ExecutorPtr executor) : m_client(client), m_owner(std::move(executor)) {}
    /// Errors: only when nothing at all could be looked at.
    [[nodiscard]] Future<MetricsTargets> find();

private:
    struct Search;
    [[nodiscard]] Future<ListPage> list(const GroupVersionResource &resource, const std::string &namespaceName, const std::string &selector);
    void lookThrough(const std::shared_ptr<Search> &search, const GroupVersionResource &resource, const std::string &kind);
    void lookAtControlPlane(const std::shared_ptr<Search> &search);
    void listPods(const std::shared_ptr<Search> &search, const std::string &namespaceName, const std::string &selector, const std::string &workload);

    DynamicClient &m_client;
    Owner m_owner;
};

} // namespace kube
