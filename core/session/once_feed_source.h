// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/dynamic/dynamic_client.h"
#include "core/session/ports/resource_feed.h"

#include <map>

namespace kube {

/// A table of a resource that the server cannot watch (metrics): read once, true as of then, and again when asked.
/// Thread: the session's. Lifetime: the client outlives it.
class OnceFeedSource final : public FeedSource
{
public:
    OnceFeedSource(DynamicClient &client, FeedRequest request, ExecutorPtr executor, Scheduler &scheduler,
                   std::function<void(Freshness)> freshness);

    void start(Handler handler) override;
    [[nodiscard]] ObjectPtr get(const ObjectKey &key) const override;
    [[nodiscard]] std::size_t size() const override { return m_objects.size(); }
    [[nodiscard]] const ExecutorPtr &executor() const override { return m_owner.executor(); }
    [[nodiscard]] Scheduler &scheduler() const override { return m_scheduler; }

private:
    void read(std::size_t part);
    void take(std::size_t part, Result<ListPage> page);

    DynamicClient &m_client;
    FeedRequest m_request;
    Scheduler &m_scheduler;
    std::function<void(Freshness)> m_report;
    Handler m_handler;
    Freshness m_freshness;
    std::map<ObjectKey, ObjectPtr> m_objects;
    std::vector<std::string> m_namespaces;
    Owner m_owner;
};

} // namespace kube
