// SPDX-License-Identifier: Apache-2.0
#include "core/events/series_event_recorder.h"

#include <QSysInfo>

#include <algorithm>

namespace kube {

namespace {

constexpr std::size_t workers = 8;

Duration pauseOfSeriesEvents(int, double random)
{
    const double pause = static_cast<double>(Duration(std::chrono::seconds(10)).count());
    return Duration(static_cast<Duration::rep>(pause * (1.0 + 0.25 * random)));
}

EventWrite writeOf(const SeriesEvent &event)
{
    return {event.key, event.toJson(), event.series ? event.seriesPatch() : QByteArray()};
}

} // namespace

SeriesEventRecorder::Reporter SeriesEventRecorder::Reporter::onThisHost(std::string controller)
{
    std::string instance = controller + '-' + QSysInfo::machineHostName().toStdString();
    if (instance.size() > 128)
        instance.resize(128); // the server refuses a longer one
    return {std::move(controller), std::move(instance)};
}

SeriesEventRecorder::SeriesEventRecorder(DynamicClient &client, ExecutorPtr executor, Scheduler &scheduler, Random random,
                                         Reporter reporter)
    : m_scheduler(scheduler), m_reporter(std::move(reporter)), m_names(random),
      m_sender(client, executor, scheduler, random,
               {{"events.k8s.io", "v1", "events"}, pauseOfSeriesEvents, EventSender::Config::WhenBack::TryAgain}),
      m_owner(executor), m_inbox(m_owner.bind([this] { pump(); }))
{
    m_refreshTimer = m_scheduler.after(EventSeries::refreshTime, [this] { refresh(); });
    m_finishTimer = m_scheduler.after(EventSeries::finishTime, [this] { finish(); });
}

void SeriesEventRecorder::record(EventDetails details)
{
    m_inbox.offer({std::move(details), m_scheduler.wallNow()});
}

void SeriesEventRecorder::pump()
{
    while (auto noted = m_inbox.take()) {
        const ObjectReference &object = noted->details.regarding;
        ObjectKey key = m_names.next(object.namespaceName, object.name, noted->at);
        auto event = m_series.observe({std::move(key), std::move(noted->details), m_reporter.controller, m_reporter.instance, noted->at, {}},
                                      m_scheduler.now());
        if (!event) {
            m_inbox.count(&RecorderStatus::counted);
        } else if (m_records >= EventInbox::capacity) {
            m_inbox.count(&RecorderStatus::dropped);
            if (!event->series)
                m_series.forget(*event); // else what is remembered would grow as fast as what is dropped
        } else {
            ++m_records;
            m_queue.push_back({std::move(*event), Purpose::Record});
        }
    }
    sendNext();
}

void SeriesEventRecorder::sendNext()
{
    while (m_inFlight.size() < workers) {
        // A series is not written before the Event that it is of.
        const auto next = std::find_if(m_queue.begin(), m_queue.end(), [this](const Waiting &one) { return !m_inFlight.contains(one.event.key); });
        if (next == m_queue.end())
            break;
        const Waiting one = std::move(*next);
        m_queue.erase(next);
        if (one.purpose == Purpose::Record)
            --m_records;
        m_inFlight.insert(one.event.key);
        m_sender.send(writeOf(one.event), one.purpose == Purpose::Record ? EventSender::maxTries : 1,
                      [this, one](EventSender::Outcome outcome, std::optional<Error> error) { sent(one, outcome, std::move(error)); });
    }
    m_inbox.setWaiting(m_queue.size() + m_inFlight.size());
}

void SeriesEventRecorder::sent(const Waiting &one, EventSender::Outcome outcome, std::optional<Error> error)
{
    if (outcome == EventSender::Outcome::Written)
        m_inbox.count(&RecorderStatus::written);
    else
        m_inbox.countFailure(std::move(error));
    if (one.purpose == Purpose::Finish && outcome != EventSender::Outcome::GivenUp)
        m_series.forget(one.event);
    m_inFlight.erase(one.event.key);
    sendNext();
}

// What has waited since the last time is said again by the next.
void SeriesEventRecorder::forgetWaiting(Purpose purpose)
{
    std::erase_if(m_queue, [purpose](const Waiting &one) { return one.purpose == purpose; });
}

void SeriesEventRecorder::refresh()
{
    m_refreshTimer = m_scheduler.after(EventSeries::refreshTime, [this] { refresh(); });
    forgetWaiting(Purpose::Refresh);
    for (SeriesEvent &series : m_series.living())
        m_queue.push_back({std::move(series), Purpose::Refresh});
    sendNext();
}

void SeriesEventRecorder::finish()
{
    m_finishTimer = m_scheduler.after(EventSeries::finishTime, [this] { finish(); });
    forgetWaiting(Purpose::Finish);
    for (SeriesEvent &series : m_series.ended(m_scheduler.now()))
        m_queue.push_back({std::move(series), Purpose::Finish});
    sendNext();
}

} // namespace kube
