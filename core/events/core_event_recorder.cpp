// SPDX-License-Identifier: Apache-2.0
#include "core/events/core_event_recorder.h"

namespace kube {

namespace {

/// The first is random, so that many clients of a server that was away do not come back together.
Duration pauseOfCoreEvents(int failures, double random)
{
    const Duration pause = std::chrono::seconds(10);
    return failures > 1 ? pause : Duration(static_cast<Duration::rep>(static_cast<double>(pause.count()) * random));
}

} // namespace

CoreEventRecorder::CoreEventRecorder(DynamicClient &client, ExecutorPtr executor, Scheduler &scheduler, Random random,
                                     EventSource source, EventCorrelator::Config correlation)
    : m_scheduler(scheduler), m_source(std::move(source)), m_names(random), m_correlator(correlation),
      m_sender(client, executor, scheduler, random, {{"", "v1", "events"}, pauseOfCoreEvents}), m_owner(executor),
      m_inbox(m_owner.bind([this] { pump(); }))
{
}

void CoreEventRecorder::record(EventDetails details)
{
    m_inbox.offer({std::move(details), m_scheduler.wallNow()});
}

void CoreEventRecorder::pump()
{
    while (!m_sending) {
        auto noted = m_inbox.take();
        if (!noted)
            return;
        const ObjectReference &object = noted->details.regarding;
        ObjectKey key = m_names.next(object.namespaceName, object.name, noted->at);
        const auto event = m_correlator.correlate({std::move(key), std::move(noted->details), m_source, noted->at, noted->at, 1},
                                                  m_scheduler.now());
        if (!event) {
            m_inbox.count(&RecorderStatus::filtered);
            continue;
        }
        m_sending = true;
        m_inbox.setWaiting(1);
        m_sender.send({event->key, event->toJson(), event->count > 1 ? event->countPatch() : QByteArray()}, EventSender::maxTries,
                      [this](EventSender::Outcome outcome, std::optional<Error> error) {
                          if (outcome == EventSender::Outcome::Written)
                              m_inbox.count(&RecorderStatus::written);
                          else
                              m_inbox.countFailure(std::move(error));
                          m_sending = false;
                          m_inbox.setWaiting(0);
                          pump();
                      });
    }
}

} // namespace kube
