// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/event_loop.h"
#include "core/events/event_correlator.h"
#include "core/events/event_inbox.h"
#include "core/events/event_name.h"
#include "core/events/event_sender.h"

namespace kube {

/// Records core/v1 Events: correlated, written one after the other; while the server cannot be reached the one in hand is
/// tried again, 12 times with pauses of 10 s, and up to 1000 wait.
/// Thread: the DynamicClient's, but for record() and status(). Lifetime: client and scheduler outlive it; what waits when
/// it dies is not written. Source: client-go tools/record.
class CoreEventRecorder final : public EventRecorder
{
public:
    /// client and scheduler outlive it.
    CoreEventRecorder(DynamicClient &client, ExecutorPtr executor, Scheduler &scheduler, Random random, EventSource source,
                      EventCorrelator::Config correlation = {});
    /// As client-go's broadcaster makes one: for a client on the loop's thread.
    CoreEventRecorder(DynamicClient &client, const EventLoop &loop, EventSource source)
        : CoreEventRecorder(client, loop.executor(), *loop.scheduler(), loop.random(), std::move(source))
    {
    }

    void record(EventDetails details) override;
    [[nodiscard]] RecorderStatus status() const override { return m_inbox.status(); }

private:
    void pump();

    Scheduler &m_scheduler;
    EventSource m_source;
    EventNames m_names;
    EventCorrelator m_correlator;
    bool m_sending = false;
    EventSender m_sender;
    Owner m_owner;
    EventInbox m_inbox;
};

} // namespace kube
