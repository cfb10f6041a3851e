// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/informers/shared_informer_factory.h"
#include "core/session/connection_faults.h"
#include "core/session/freshness_of.h"
#include "core/session/pipeline_trace.h"
#include "core/session/ports/resource_feed.h"

namespace kube {

/// One table's view of the informers it needs: one for all namespaces, or one for each of several.
/// Thread: the session's.
class InformerFeedSource final : public FeedSource
{
public:
    struct Part {
        std::string namespaceName;
        InformerHandle informer;
        std::shared_ptr<PipelineTrace> trace; ///< may be null
        std::shared_ptr<ConnectionFaults> faults; ///< likewise
    };
    /// id: of the table within its session.
    InformerFeedSource(std::uint64_t id, GroupVersionResource resource, std::vector<Part> parts, ExecutorPtr executor,
                       Scheduler &scheduler, std::function<void(Freshness)> freshness);
    ~InformerFeedSource() override;

    void start(Handler handler) override;
    [[nodiscard]] ObjectPtr get(const ObjectKey &key) const override;
    [[nodiscard]] std::size_t size() const override;
    [[nodiscard]] const ExecutorPtr &executor() const override { return m_owner.executor(); }
    [[nodiscard]] Scheduler &scheduler() const override { return m_scheduler; }
    std::optional<ChangeStamp> reconciled(const ObjectKey &key) override;
    [[nodiscard]] std::function<void()> delivering() override;

    [[nodiscard]] std::uint64_t id() const { return m_id; }
    /// Its work queue is paused: what is shown is as of then.
    void setHeld(bool held);
    void setColumns(const std::vector<TableColumn> &columns);
    /// The server does not answer: what is shown is as of then, whatever the informer believes. Nothing: it does.
    void setOutage(std::optional<Outage> outage);
    /// Would an object of that key be in this cache? (once it has synced)
    [[nodiscard]] bool covers(const GroupVersionResource &resource, const ObjectKey &key) const;
    /// Told when that object changes or the freshness does; drop the Subscription before this dies.
    [[nodiscard]] Subscription observe(ObjectKey key, std::function<void()> changed);
    [[nodiscard]] const Freshness &freshness() const { return m_freshness; }
    [[nodiscard]] const std::vector<Part> &parts() const { return m_parts; }

private:
    struct Observer {
        ObjectKey key;
        std::function<void()> changed;
    };
    class FaultWatch; ///< is told when a fault comes into force or ends
    void tell(const ObjectKey &key, bool isInInitialList, PipelineTrace *trace);
    void updateFreshness();
    [[nodiscard]] std::optional<WallTime> standsSince() const;
    [[nodiscard]] std::optional<WallTime> heardAt() const;

    const std::uint64_t m_id;
    GroupVersionResource m_resource;
    std::vector<Part> m_parts;
    Scheduler &m_scheduler;
    std::function<void(Freshness)> m_report;
    Handler m_handler;
    Freshness m_freshness;
    std::optional<Outage> m_outage;
    std::optional<WallTime> m_heldSince;
    std::optional<std::vector<TableColumn>> m_columns;
    std::vector<std::shared_ptr<Observer>> m_observers;
    std::vector<HandlerRegistration> m_registrations;
    std::vector<Subscription> m_statuses;
    std::vector<std::unique_ptr<FaultWatch>> m_faultWatches;
    Timer m_countTimer;
    Owner m_owner;
};

} // namespace kube
