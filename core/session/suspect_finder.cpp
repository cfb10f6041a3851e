// SPDX-License-Identifier: Apache-2.0
#include "core/session/suspect_finder.h"

#include "core/dynamic/dynamic_client.h"

#include <algorithm>

namespace kube {

namespace {

const GroupVersionResource leaseResource{"coordination.k8s.io", "v1", "leases"};
const GroupVersionResource eventsResource{"", "v1", "events"};

} // namespace

SuspectFinder::SuspectFinder(DynamicClient &client, ExecutorPtr executor, Scheduler &scheduler, SuspectQuery query, std::function<void(SuspectReportPtr)> emit)
    : m_client(client), m_scheduler(scheduler), m_query(std::move(query)), m_emit(std::move(emit)), m_sieve(m_query.resource.kind, scheduler.wallNow()), m_owner(std::move(executor))
{
}

SuspectFinder::~SuspectFinder()
{
    m_stop.request_stop();
}

void SuspectFinder::start()
{
    ListQuery page;
    page.limit = PageSize;
    ListQuery warnings = page;
    warnings.fieldSelector = "type=Warning,involvedObject.kind=" + m_query.resource.kind;
    m_running = 1;
    read(Source::Objects, page, MostPages);
    read(Source::Events, warnings, MostEventPages);
    if (m_query.resource.gvr.groupResource() == GroupResource{"", "nodes"})
        read(Source::Heartbeats, page, MostPages);
    if (!m_query.leases.empty() && !m_query.programNamespace.empty())
        read(Source::Leases, page, 1);
    ended();
}

void SuspectFinder::read(Source source, ListQuery query, int pagesLeft)
{
    ++m_running;
    const bool isLease = source == Source::Heartbeats || source == Source::Leases;
    const std::string where = source == Source::Heartbeats ? "kube-node-lease" : source == Source::Leases ? m_query.programNamespace : std::string();
    const GroupVersionResource resource = isLease ? leaseResource : source == Source::Events ? eventsResource : m_query.resource.gvr;
    then(m_client.list(resource, where, query, m_stop.get_token()), m_owner, [this, source, query, pagesLeft](Result<ListPage> page) {
        m_report.takenAt = m_scheduler.wallNow();
        if (!page) {
            m_report.gaps.push_back(page.error());
        } else {
            take(source, *page);
            const bool isMore = !page->continueToken.empty();
            if (isMore && pagesLeft > 1) {
                ListQuery next = query;
                next.continueToken = page->continueToken;
                read(source, std::move(next), pagesLeft - 1);
            } else if (source == Source::Objects) {
                m_report.isCut = isMore;
            }
        }
        ended();
    });
}

void SuspectFinder::take(Source source, const ListPage &page)
{
    for (const ObjectPtr &object : page.items) {
        if (source == Source::Objects) {
            m_sieve.addObject(*object);
        } else if (source == Source::Events) {
            m_sieve.addEvent(*object);
        } else if (const auto lease = LeaseReading::of(*object)) {
            if (source == Source::Heartbeats)
                m_sieve.addHeartbeat(*lease);
            else if (std::find(m_query.leases.begin(), m_query.leases.end(), lease->key.name) != m_query.leases.end())
                m_report.leases.push_back(*lease);
        }
    }
}

void SuspectFinder::ended()
{
    m_report.isComplete = --m_running == 0;
    if (m_report.takenAt != WallTime{})
        tell();
}

void SuspectFinder::tell()
{
    SuspectReport report = m_report;
    report.suspects = m_sieve.suspects(MostSuspects);
    report.looked = m_sieve.looked();
    m_emit(std::make_shared<const SuspectReport>(std::move(report)));
}

} // namespace kube
