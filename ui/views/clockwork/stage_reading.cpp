// SPDX-License-Identifier: Apache-2.0
#include "ui/views/clockwork/stage_reading.h"

#include "core/object/asked_resource.h"
#include "ui/base/error_text.h"
#include "ui/base/format.h"
#include "ui/base/measure_text.h"
#include "ui/views/clockwork/clockwork_words.h"
#include "ui/views/clockwork/stage_parts.h"

namespace orrery {

namespace stage_parts {

std::size_t heldOfKind(const StageView &view)
{
    const auto &requests = view.snapshot.client.requests;
    return static_cast<std::size_t>(std::count_if(requests.begin(), requests.end(), [&view](const kube::RestRequestInfo &request) {
        return request.phase == kube::RestPhase::Held && kube::asksFor(request.url, view.pipeline.key.resource);
    }));
}

/// Why a kind is not watched though nothing is open: the server is not reached. Null: it is.
static const kube::Error *refusal(const kube::ClockworkSnapshot &snapshot)
{
    if (snapshot.client.openStreams() > 0)
        return nullptr;
    for (const kube::PipelineSnapshot &pipeline : snapshot.pipelines) {
        const kube::ReflectorSnapshot &reflector = pipeline.informer.reflector;
        const bool isTrying = reflector.phase == kube::ReflectorPhase::Reconnecting || reflector.phase == kube::ReflectorPhase::Connecting || reflector.phase == kube::ReflectorPhase::Failed;
        if (isTrying && reflector.lastError && (reflector.lastError->kind == kube::ErrorKind::Transport || reflector.lastError->kind == kube::ErrorKind::Tls))
            return &*reflector.lastError;
    }
    return nullptr;
}

/// "Connection refused", without the address; empty for what the server said itself.
static QString wordsOfThePath(const kube::Error &error)
{
    const bool isOfThePath = error.kind == kube::ErrorKind::Transport || error.kind == kube::ErrorKind::Tls;
    return isOfThePath ? describe(error).detail.section(QLatin1Char('\n'), 0, 0) : QString();
}

/// "The server does not answer: Connection refused"
static QString reasonOf(const kube::Error &error)
{
    const QString words = wordsOfThePath(error);
    return words.isEmpty() ? describe(error).headline : describe(error).headline + QStringLiteral(": ") + words;
}

static void readOutage(StageReading &reading, const kube::ClockworkSnapshot &snapshot)
{
    if (const kube::Error *const error = refusal(snapshot))
        trouble(reading, reasonOf(*error), Words::tr("no connection"));
    if (!snapshot.unansweredSince)
        return;
    const auto &why = snapshot.unansweredWhy;
    if (why && why->kind == kube::ErrorKind::Tls) {
        trouble(reading, reasonOf(*why), Words::tr("no connection"));
        return;
    }
    const QString since = humanDuration(snapshot.takenAt - *snapshot.unansweredSince);
    const QString words = why ? wordsOfThePath(*why) : QString();
    trouble(reading, words.isEmpty() ? Words::tr("The server has not answered for %1.").arg(since) : Words::tr("The server has not answered for %1: %2").arg(since, words), Words::tr("no answer"));
}

void readConnection(StageReading &reading, const StageView &view)
{
    const kube::RestSnapshot &client = view.snapshot.client;
    qint64 streams = 0, throttled = 0, calls = 0;
    for (const kube::RestRequestInfo &request : client.requests) {
        const bool isStream = request.lane == kube::HttpRequest::Lane::Stream;
        streams += isStream ? 1 : 0;
        calls += isStream ? 0 : 1;
        throttled += request.phase == kube::RestPhase::Throttled ? 1 : 0;
    }
    reading.dial.figure = count(static_cast<qint64>(client.requests.size()));
    reading.dial.unit = Words::tr("in flight");
    reading.dial.level = filled(static_cast<double>(client.requests.size()), 64);
    reading.dial.rate = Dial::rateMark(view.flow.bytesPerSecond / 1000);
    reading.state = Words::tr("open");
    reading.tone = Tone::Ready;
    reading.figures = {{Words::tr("watches"), count(streams)},
                       {Words::tr("calls"), count(calls)},
                       {Words::tr("received"), bytes(static_cast<qint64>(client.received))},
                       {Words::tr("throttled"), throttled > 0 ? Words::tr("%1 now").arg(count(throttled)) : shortTime(client.throttled)},
                       {Words::tr("retries"), count(static_cast<qint64>(client.retries + client.replays))}};
    if (client.isPaused) {
        reading.figures[1] = {Words::tr("held"), count(static_cast<qint64>(client.inPhase(kube::RestPhase::Held)))};
        reading.figures[2] = {Words::tr("of this kind"), count(static_cast<qint64>(heldOfKind(view)))};
    }
    reading.trend = view.flow.bytesPerSecond;
    //: %1: an amount such as "1.2 kB"
    reading.trendText = Words::tr("%1/s").arg(bytes(qRound64(view.flow.bytesPerSecond)));
    if (client.certificateExpires) {
        const auto left = *client.certificateExpires - view.snapshot.takenAt;
        reading.figures.last() = {Words::tr("certificate"), left > kube::Duration::zero() ? humanDuration(left) : Words::tr("expired")};
        if (left < std::chrono::hours(24))
            trouble(reading, left > kube::Duration::zero() ? Words::tr("The certificate expires in %1.").arg(humanDuration(left)) : Words::tr("The certificate has expired."));
    }
    readOutage(reading, view.snapshot);
    QStringList faults;
    for (const kube::ConnectionFault &fault : view.pipeline.faults)
        faults << faultText(fault);
    if (!faults.isEmpty())
        trouble(reading, Words::tr("Injected: %1.").arg(faults.join(QStringLiteral(", "))), Words::tr("faulty"));
}

void readReflector(StageReading &reading, const StageView &view)
{
    const kube::ReflectorSnapshot &reflector = view.pipeline.informer.reflector;
    reading.dial.figure = rateText(view.flow.rate(Stage::Connection));
    reading.dial.unit = Words::tr("events/s");
    reading.dial.level = filled(static_cast<double>(reflector.backlog), highWater);
    reading.dial.rate = Dial::rateMark(view.flow.rate(Stage::Connection));
    reading.since = humanDuration(view.snapshot.takenAt - reflector.since);
    const QString reason = reflector.lastError ? reasonOf(*reflector.lastError) : QString();
    QString next = reason.isEmpty() || reason.endsWith(QLatin1Char('.')) ? QString() : QStringLiteral(".");
    if (reflector.nextTry && *reflector.nextTry > view.snapshot.takenAt)
        next += QLatin1Char(' ') + Words::tr("Next try in %1.").arg(shortTime(*reflector.nextTry - view.snapshot.takenAt));
    switch (reflector.phase) {
    case kube::ReflectorPhase::Idle: reading.state = Words::tr("idle"); break;
    case kube::ReflectorPhase::Connecting: reading.state = Words::tr("connecting"); break;
    case kube::ReflectorPhase::Loading: reading.state = Words::tr("listing, %1 so far").arg(count(static_cast<qint64>(reflector.itemsLoaded))); break;
    case kube::ReflectorPhase::Live:
        reading.state = Words::tr("watching");
        reading.tone = Tone::Ready;
        break;
    case kube::ReflectorPhase::Reconnecting:
        if (reflector.asked == kube::ReflectorStatus::Step::None)
            trouble(reading, reason + next, Words::tr("reconnecting"));
        else
            reading.state = reflector.asked == kube::ReflectorStatus::Step::List ? Words::tr("listing anew") : Words::tr("watching anew");
        break;
    case kube::ReflectorPhase::Forbidden: trouble(reading, reason + next, Words::tr("forbidden")); break;
    case kube::ReflectorPhase::Failed: trouble(reading, reason + next, Words::tr("failed")); break;
    case kube::ReflectorPhase::Stopped: reading.state = Words::tr("stopped"); break;
    }
    if (reading.tone == Tone::Neutral)
        reading.tone = Tone::Informative;
    reading.figures = {{Words::tr("version"), orDash(reflector.lastSyncResourceVersion)},
                       {Words::tr("bookmark"), orDash(reflector.lastBookmark)},
                       {Words::tr("lists"), count(static_cast<qint64>(reflector.lists))},
                       {Words::tr("watches"), count(static_cast<qint64>(reflector.watches))},
                       {Words::tr("relists"), count(static_cast<qint64>(reflector.relists))}};
    reading.trend = view.flow.rate(Stage::Connection);
    reading.trendText = Words::tr("%1 events/s").arg(rateText(reading.trend));
}

void readQueue(StageReading &reading, const StageView &view)
{
    const kube::DeltaFifoSnapshot &queue = view.pipeline.informer.queue;
    reading.dial.figure = count(static_cast<qint64>(queue.queued));
    reading.dial.unit = Words::tr("waiting");
    reading.dial.level = filled(static_cast<double>(queue.deltas), highWater);
    reading.dial.rate = Dial::rateMark(view.flow.rate(Stage::Queue));
    reading.tone = Tone::Ready;
    reading.state = queue.queued == 0 ? Words::tr("empty") : Words::tr("passing on");
    if (!queue.hasSynced) {
        reading.tone = Tone::Neutral;
        reading.state = queue.initialRemaining > 0 ? Words::tr("%1 to go").arg(count(static_cast<qint64>(queue.initialRemaining))) : Words::tr("not synced");
    }
    if (view.pipeline.informer.reflector.heldBack && !view.pipeline.isPaused(kube::PipelineStage::Queue))
        trouble(reading, Words::tr("It is full: the Reflector reads no more until it is shorter."), Words::tr("full"));
    reading.figures = {{Words::tr("deltas"), count(static_cast<qint64>(queue.deltas))},
                       {Words::tr("received"), count(static_cast<qint64>(queue.received))},
                       {Words::tr("joined"), count(static_cast<qint64>(queue.coalesced))},
                       {Words::tr("deduplicated"), count(static_cast<qint64>(queue.deduplicated))},
                       {Words::tr("failed"), count(static_cast<qint64>(queue.failed + queue.requeued))}};
    reading.trend = static_cast<double>(queue.queued);
    reading.trendText = Words::tr("%1 waiting").arg(count(static_cast<qint64>(queue.queued)));
}

} // namespace stage_parts

StageReading readStage(Stage stage, const StageView &view)
{
    using namespace stage_parts;
    StageReading reading;
    switch (stage) {
    case Stage::Connection: readConnection(reading, view); break;
    case Stage::Reflector: readReflector(reading, view); break;
    case Stage::Queue: readQueue(reading, view); break;
    case Stage::Indexer: readIndexer(reading, view); break;
    case Stage::Handlers: readHandlers(reading, view); break;
    case Stage::WorkQueue: readWorkQueue(reading, view); break;
    case Stage::Table: readTable(reading, view); break;
    }
    if (const QString note = timedNote(view.pipeline); reading.latency && !note.isEmpty())
        reading.latency->note += (reading.latency->note.isEmpty() ? QString() : QStringLiteral("\n")) + note;
    const auto gate = gateOf(stage);
    reading.canPause = gate.has_value();
    reading.isPaused = gate && (view.pipeline.isPaused(*gate) || (stage == Stage::Connection && view.snapshot.client.isPaused));
    if (reading.dial.state == DialState::Idle && reading.dial.rate > 0)
        reading.dial.state = DialState::Flowing;
    if (reading.isPaused) {
        reading.tone = Tone::Informative;
        reading.state = Words::tr("paused");
        reading.since.clear();
        reading.dial.state = DialState::Paused;
    }
    speak(stage, reading);
    return reading;
}

} // namespace orrery
