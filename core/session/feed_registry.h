// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/informers/shared_informer_factory.h"
#include "core/session/connection_faults.h"
#include "core/session/freshness_of.h"
#include "core/session/pipeline_trace.h"
#include "core/session/ports/resource_feed.h"

namespace kube {

class DynamicListerWatcher;
class FeedWorker;
class InformerFeedSource;
class RestClient;

/// The informers of a session and the tables that are open on them. Thread: the session's.
class FeedRegistry
{
public:
    FeedRegistry(RestClient &client, ExecutorPtr executor, Scheduler &scheduler);
    ~FeedRegistry();

    /// A share in the informer of key, whose objects are of that kind; start() runs it.
    [[nodiscard]] InformerHandle informer(const InformerKey &key, const std::string &kind);
    void start() { m_factory->start(); }
    void retryNow() { m_factory->retryNow(); }
    /// Who was told that there is no such resource, and waits, tries again at once: the server has it (again).
    void retryServed(const Catalog &catalog);
    /// Called when a watch that was live has been lost, with the reason: perhaps the server is not there.
    void setOnLost(std::function<void(const Error &reason)> lost) { m_onLost = std::move(lost); }
    /// Every table says so while the server does not answer.
    void setOutage(const std::optional<Outage> &outage);
    [[nodiscard]] const std::optional<Outage> &outage() const { return m_outage; }

    /// The cache side of one table, running. Dropping it releases its informers.
    [[nodiscard]] std::shared_ptr<InformerFeedSource> open(const FeedRequest &request, std::function<void(Freshness)> freshness);
    /// An open source that has (or will have) the whole object of that key; null when none has.
    [[nodiscard]] std::shared_ptr<InformerFeedSource> sourceOf(const GroupVersionResource &resource, const ObjectKey &key) const;

    /// What is kept for an inspector beside an informer, as long as the session has known its key.
    struct Pipeline {
        std::string kind;
        std::shared_ptr<ConnectionFaults> faults;
        std::shared_ptr<PipelineTrace> trace;
        bool tablesPaused = false;
    };
    [[nodiscard]] Pipeline &pipeline(const InformerKey &key);
    [[nodiscard]] SharedInformerFactory &factory() { return *m_factory; }
    /// The worker that was made for an open source, for the inspector.
    void attach(const std::shared_ptr<InformerFeedSource> &source, const std::shared_ptr<FeedWorker> &worker);
    /// The tables behind the informer of key that have a worker, in the order in which they were opened.
    void forEachTable(const InformerKey &key, const std::function<void(InformerFeedSource &, FeedWorker &)> &look) const;

    struct Activity {
        std::size_t watches = 0;
        std::size_t queued = 0; ///< keys in the tables' work queues: in line, or waiting for their time; not those in work
        std::uint64_t events = 0; ///< of watches, since the session began
        std::uint64_t bytes = 0;  ///< likewise, of lists and watches
    };
    [[nodiscard]] Activity activity() const;

private:
    struct Stream; ///< a lister-watcher whose traffic still counts after its informer has gone
    struct Counters;
    [[nodiscard]] std::unique_ptr<ListerWatcher> makeListerWatcher(const InformerKey &key);
    [[nodiscard]] std::function<void(Freshness)> noticing(std::function<void(Freshness)> freshness);
    void columnsOf(const InformerKey &key, std::vector<TableColumn> columns);

    RestClient &m_client;
    ExecutorPtr m_executor;
    Scheduler &m_scheduler;
    std::map<GroupVersionResource, std::string> m_kinds;
    std::map<InformerKey, std::vector<TableColumn>> m_columns;
    std::map<InformerKey, Pipeline> m_pipelines;
    struct Open {
        InformerKey::Form form;
        std::weak_ptr<InformerFeedSource> source;
        std::vector<InformerKey> keys;
        std::weak_ptr<FeedWorker> worker;
    };
    std::vector<Open> m_open;
    std::uint64_t m_lastTable = 0;
    std::optional<Outage> m_outage;
    std::function<void(const Error &)> m_onLost;
    std::shared_ptr<Counters> m_counters; ///< held by each lister-watcher too
    std::unique_ptr<SharedInformerFactory> m_factory;
};

} // namespace kube
