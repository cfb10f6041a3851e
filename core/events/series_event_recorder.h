// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/events/event_inbox.h"
#include "core/events/event_name.h"
#include "core/events/event_sender.h"
#include "core/events/event_series.h"

#include <deque>
#include <set>

namespace kube {

/// Records events.k8s.io/v1 Events: the same again becomes a series; written eight at a time, no two of one Event, each tried
/// 12 times with pauses of 10 to 12.5 s; up to 1000 wait. Servers have this API from 1.19 on; 1.20 still refuses Events of
/// cluster-scoped objects in "default", where later servers take them: CoreEventRecorder writes these there too.
/// Thread: the DynamicClient's, but for record() and status(). Lifetime: client and scheduler outlive it; what waits when
/// it dies is not written. Source: client-go tools/events.
class SeriesEventRecorder final : public EventRecorder
{
public:
    /// Who reports.
    struct Reporter {
        std::string controller; ///< "example.com/foo-controller"
        std::string instance;   ///< which of them: unique, at most 128 bytes
        /// The instance is named after this host, as client-go does.
        [[nodiscard]] static Reporter onThisHost(std::string controller);
    };
    /// client and scheduler outlive it.
    SeriesEventRecorder(DynamicClient &client, ExecutorPtr executor, Scheduler &scheduler, Random random, Reporter reporter);

    void record(EventDetails details) override;
    [[nodiscard]] RecorderStatus status() const override { return m_inbox.status(); }

private:
    enum class Purpose {
        Record,
        Refresh, ///< so that the server keeps it; tried once
        Finish,  ///< what was counted last; tried once, and again at the next tidying up
    };
    struct Waiting {
        SeriesEvent event;
        Purpose purpose;
    };
    void pump();
    void sendNext();
    void sent(const Waiting &one, EventSender::Outcome outcome, std::optional<Error> error);
    void refresh();
    void forgetWaiting(Purpose purpose);
    void finish();

    Scheduler &m_scheduler;
    Reporter m_reporter;
    EventNames m_names;
    EventSeries m_series;
    std::deque<Waiting> m_queue;
    std::size_t m_records = 0; ///< of those in m_queue
    std::set<ObjectKey> m_inFlight;
    EventSender m_sender;
    Timer m_refreshTimer;
    Timer m_finishTimer;
    Owner m_owner;
    EventInbox m_inbox;
};

} // namespace kube
