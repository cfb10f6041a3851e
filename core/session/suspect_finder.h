// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/dynamic/list_page.h"
#include "core/session/ports/suspect_port.h"

#include <stop_token>

namespace kube {

class DynamicClient;

/// Reads what SuspectSieve joins: page by page, each page let go of once it has been looked at. Thread: the client's,
/// which must outlive this; destroying it ends the reading.
class SuspectFinder
{
public:
    static constexpr std::int64_t PageSize = 500;
    static constexpr int MostPages = 20;  ///< of objects
    static constexpr int MostEventPages = 4;
    static constexpr std::size_t MostSuspects = 50;

    /// executor: of the client's thread.
    SuspectFinder(DynamicClient &client, ExecutorPtr executor, Scheduler &scheduler, SuspectQuery query, std::function<void(SuspectReportPtr)> emit);
    ~SuspectFinder();
    SuspectFinder(const SuspectFinder &) = delete;
    SuspectFinder &operator=(const SuspectFinder &) = delete;

    void start();

private:
    enum class Source { Objects, Events, Heartbeats, Leases };
    void read(Source source, ListQuery query, int pagesLeft);
    void take(Source source, const ListPage &page);
    void ended();
    void tell();

    DynamicClient &m_client;
    Scheduler &m_scheduler;
    SuspectQuery m_query;
    std::function<void(SuspectReportPtr)> m_emit;
    SuspectSieve m_sieve;
    SuspectReport m_report; ///< without the suspects
    int m_running = 0;
    std::stop_source m_stop;
    Owner m_owner;
};

} // namespace kube
