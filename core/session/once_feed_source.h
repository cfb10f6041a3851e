// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/informers/dynamic_lister_watcher.h"
#include "core/session/ports/resource_feed.h"

#include <map>

namespace kube {

/// A table of a resource that the server cannot watch (metrics): read whole, true as of then, and read again every 15 s,
/// which is how often a metrics server looks itself. A try that fails leaves what was read before.
/// Thread: the session's. Lifetime: the client and the scheduler outlive it.
class OnceFeedSource final : public FeedSource
{
public:
    OnceFeedSource(RestClient &client, FeedRequest request, ExecutorPtr executor, Scheduler &scheduler,
                   std::function<void(Freshness)> freshness);
    ~OnceFeedSource() override;

    void start(Handler handler) override;
    /// Once more, now; ignored before start().
    void readNow();
    [[nodiscard]] ObjectPtr get(const ObjectKey &key) const override;
    [[nodiscard]] std::size_t size() const override { return m_objects.size(); }
    [[nodiscard]] const ExecutorPtr &executor() const override { return m_owner.executor(); }
    [[nodiscard]] Scheduler &scheduler() const override { return m_scheduler; }

private:
    using Objects = std::map<ObjectKey, ObjectPtr>;
    struct Reading; ///< of all parts, one after the other
    void readPart();
    void partRead(const Result<ListMeta> &result);
    void show(Objects objects);
    void fail(const Error &error);

    FeedRequest m_request;
    Scheduler &m_scheduler;
    std::function<void(Freshness)> m_report;
    Handler m_handler;
    Freshness m_freshness;
    bool m_wasRead = false;
    Objects m_objects;
    struct Part {
        std::string namespaceName;
        std::unique_ptr<DynamicListerWatcher> lister;
    };
    std::vector<Part> m_parts;
    std::unique_ptr<Reading> m_reading;
    Timer m_next;
    Owner m_owner;
};

} // namespace kube
