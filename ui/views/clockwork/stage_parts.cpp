// SPDX-License-Identifier: Apache-2.0
#include "ui/views/clockwork/stage_parts.h"

#include "ui/base/format.h"
#include "ui/base/measure_text.h"
#include "ui/views/clockwork/clockwork_words.h"
#include "ui/widgets/histogram_bars.h"

#include <cmath>

namespace orrery::stage_parts {

namespace {

constexpr std::size_t farBehind = 1000; ///< notifications that wait for a handler that is not paused

QString boundText(std::size_t bucket)
{
    const auto &bounds = kube::LatencyHistogram::bounds;
    if (bucket >= bounds.size())
        return QStringLiteral(">") + boundText(bounds.size() - 1);
    // Those of seconds are whole ones.
    return bounds[bucket] < 1000 ? shortTime(std::chrono::milliseconds(bounds[bucket])) : QStringLiteral("%1 s").arg(bounds[bucket] / 1000);
}

bool isFrozen(const kube::PipelineSnapshot &pipeline)
{
    return std::any_of(pipeline.faults.begin(), pipeline.faults.end(), [](const kube::ConnectionFault &fault) { return fault.kind == kube::ConnectionFault::Kind::Freeze; });
}

/// Are its rows as they once were, or none, for what keeps the Reflector or the server?
bool isLost(const StageView &view)
{
    const kube::ReflectorSnapshot &reflector = view.pipeline.informer.reflector;
    const bool isApart = reflector.phase == kube::ReflectorPhase::Reconnecting && reflector.asked == kube::ReflectorStatus::Step::None;
    return view.snapshot.unansweredSince || isApart || reflector.phase == kube::ReflectorPhase::Forbidden || reflector.phase == kube::ReflectorPhase::Failed;
}

} // namespace

double filled(double amount, double all)
{
    return amount <= 0 ? 0 : std::min(1.0, std::max(0.06, std::log1p(amount) / std::log1p(all)));
}

QString orDash(const std::string &text)
{
    return text.empty() ? QStringLiteral("–") : QString::fromStdString(text);
}

void trouble(StageReading &reading, const QString &why, const QString &state)
{
    reading.tone = Tone::Failing;
    reading.dial.state = DialState::Trouble;
    reading.why = why.trimmed();
    if (!state.isEmpty())
        reading.state = state;
}

StageLatency latencyOf(const kube::LatencyHistogram &histogram, const QString &what)
{
    StageLatency latency{what, {}, {}, {}, {}, histogram.count, Words::tr("no change yet")};
    for (std::size_t bucket = 0; bucket < histogram.counts.size(); ++bucket) {
        latency.counts << histogram.counts[bucket];
        latency.bounds << boundText(bucket);
    }
    if (histogram.count > 0) {
        latency.half = boundText(static_cast<std::size_t>(HistogramBars::bucketAt(latency.counts, 0.5)));
        latency.most = boundText(static_cast<std::size_t>(HistogramBars::bucketAt(latency.counts, 0.99)));
    }
    return latency;
}

QString timedNote(const kube::PipelineSnapshot &pipeline)
{
    return pipeline.timedEach <= 1 ? QString() : Words::tr("They are many: about one change of %1 is timed and counted here.").arg(count(static_cast<qint64>(pipeline.timedEach)));
}

QString timesSpoken(const StageLatency &latency)
{
    return latency.all == 0 ? latency.what + QStringLiteral(": ") + latency.none : Words::tr("%1: half within %2, 99 of 100 within %3").arg(latency.what, latency.half, latency.most);
}

void readIndexer(StageReading &reading, const StageView &view)
{
    const kube::IndexerSnapshot &indexer = view.pipeline.informer.indexer;
    double all = 0;
    for (const kube::PipelineSnapshot &one : view.snapshot.pipelines)
        all += static_cast<double>(one.informer.indexer.bytes);
    reading.dial.figure = count(static_cast<qint64>(indexer.objects));
    reading.dial.unit = Words::tr("objects");
    reading.dial.level = all > 0 ? static_cast<double>(indexer.bytes) / all : 0;
    reading.dial.rate = Dial::rateMark(view.flow.rate(Stage::Queue));
    reading.tone = indexer.resourceVersion.empty() ? Tone::Neutral : Tone::Ready;
    reading.state = indexer.resourceVersion.empty() ? Words::tr("not filled yet") : Words::tr("filled");
    reading.figures = {{Words::tr("memory"), bytes(static_cast<qint64>(indexer.bytes))},
                       {Words::tr("each"), indexer.objects > 0 ? bytes(static_cast<qint64>(indexer.bytes / indexer.objects)) : QStringLiteral("–")},
                       {Words::tr("version"), orDash(indexer.resourceVersion)},
                       {Words::tr("indices"), count(static_cast<qint64>(indexer.indices.size()))},
                       {Words::tr("writes"), count(static_cast<qint64>(indexer.transactions))}};
    reading.latency = latencyOf(view.pipeline.receivedToCached, Words::tr("received to cached"));
}

void readHandlers(StageReading &reading, const StageView &view)
{
    std::size_t pending = 0, slowest = 0;
    std::uint64_t told = 0, joined = 0;
    for (const kube::ListenerCounts &listener : view.pipeline.informer.listeners) {
        pending += listener.pending;
        slowest = std::max(slowest, listener.pending);
        told += listener.delivered;
        joined += listener.coalesced;
    }
    const std::size_t handlers = view.pipeline.informer.listeners.size();
    reading.dial.figure = count(static_cast<qint64>(pending));
    reading.dial.unit = Words::tr("to tell");
    reading.dial.level = filled(static_cast<double>(pending), 10'000);
    reading.dial.rate = Dial::rateMark(view.flow.rate(Stage::Handlers));
    const bool hasNews = view.pipeline.informer.queue.hasSynced || told > 0;
    reading.tone = hasNews ? Tone::Ready : Tone::Neutral;
    reading.state = pending > 0 ? Words::tr("telling") : hasNews ? Words::tr("up to date") : Words::tr("nothing yet");
    reading.figures = {{Words::tr("handlers"), count(static_cast<qint64>(handlers))},
                       {Words::tr("told"), count(static_cast<qint64>(told))},
                       {Words::tr("joined"), count(static_cast<qint64>(joined))},
                       {Words::tr("slowest"), count(static_cast<qint64>(slowest))}};
    if (handlers == 0) {
        reading.dial.state = DialState::Absent;
        reading.tone = Tone::Completed;
        reading.state = Words::tr("none");
    } else if (slowest >= farBehind && !view.pipeline.isPaused(kube::PipelineStage::Handlers)) {
        trouble(reading, Words::tr("The slowest handler is %1 behind.").arg(count(static_cast<qint64>(slowest))), Words::tr("behind"));
    }
    reading.latency = latencyOf(view.pipeline.cachedToHandled, Words::tr("cached to told"));
}

void readWorkQueue(StageReading &reading, const StageView &view)
{
    std::size_t queued = 0, working = 0, delayed = 0, failing = 0;
    std::uint64_t retries = 0, collapsed = 0;
    for (const kube::TableSnapshot &table : view.pipeline.tables) {
        queued += table.queue.queued;
        working += table.queue.processing;
        delayed += table.queue.waiting;
        failing += table.queue.failing;
        retries += table.queue.retries;
        collapsed += table.queue.collapsed;
    }
    reading.dial.figure = count(static_cast<qint64>(queued + working));
    reading.dial.unit = Words::tr("keys");
    reading.dial.level = filled(static_cast<double>(queued + working), 1000);
    reading.dial.rate = Dial::rateMark(view.flow.rate(Stage::WorkQueue));
    reading.tone = Tone::Ready;
    reading.state = queued + working == 0 ? Words::tr("empty") : Words::tr("working");
    reading.figures = {{Words::tr("in work"), count(static_cast<qint64>(working))},
                       {Words::tr("delayed"), count(static_cast<qint64>(delayed))},
                       {Words::tr("failing"), count(static_cast<qint64>(failing))},
                       {Words::tr("retries"), count(static_cast<qint64>(retries))},
                       {Words::tr("joined"), count(static_cast<qint64>(collapsed))}};
    if (view.pipeline.tables.empty()) {
        reading.dial.state = DialState::Absent;
        reading.tone = Tone::Completed;
        reading.state = Words::tr("none");
    } else if (failing > 0) {
        trouble(reading, Words::tr("%n key(s) fail and are tried again.", nullptr, static_cast<int>(failing)), Words::tr("failing"));
    }
    reading.latency = latencyOf(view.pipeline.handledToRow, Words::tr("told to row made"));
}

void readTable(StageReading &reading, const StageView &view)
{
    std::size_t rows = 0;
    for (const kube::TableSnapshot &table : view.pipeline.tables)
        rows = std::max(rows, table.rows);
    const std::size_t objects = view.pipeline.informer.indexer.objects;
    reading.dial.figure = count(static_cast<qint64>(rows));
    reading.dial.unit = Words::tr("rows");
    reading.dial.level = objects > 0 ? static_cast<double>(rows) / static_cast<double>(objects) : 0;
    reading.dial.rate = Dial::rateMark(view.flow.rate(Stage::Table));
    reading.tone = Tone::Ready;
    reading.state = Words::tr("open");
    reading.figures = {{Words::tr("tables"), count(static_cast<qint64>(view.pipeline.tables.size()))},
                       {Words::tr("of objects"), count(static_cast<qint64>(objects))},
                       {Words::tr("rows/s"), rateText(view.flow.rate(Stage::Table))},
                       {Words::tr("shared by"), count(static_cast<qint64>(view.pipeline.users))},
                       {Words::tr("out of view"), count(static_cast<qint64>(view.pipeline.outOfView))}};
    if (view.pipeline.tables.empty()) {
        reading.dial.state = DialState::Absent;
        reading.tone = Tone::Completed;
        reading.state = Words::tr("none is open");
    } else if (view.pipeline.informer.reflector.standsStill || view.pipeline.isPaused(kube::PipelineStage::Table) || isFrozen(view.pipeline)) {
        reading.tone = Tone::Informative;
        reading.state = Words::tr("stands still");
        const kube::ReflectorSnapshot &reflector = view.pipeline.informer.reflector;
        if (const auto asOf = reflector.asOf; asOf && reflector.standsStill)
            reading.figures << StageFigure{Words::tr("as of"), Words::tr("%1 ago").arg(humanDuration(view.snapshot.takenAt - *asOf))};
    } else if (isLost(view)) {
        reading.tone = Tone::Pending;
        reading.state = Words::tr("not live");
    }
    reading.latency = latencyOf(view.pipeline.receivedToPainted, Words::tr("received to painted"));
    if (view.pipeline.outOfView > 0)
        reading.latency->none = Words::tr("none in view");
    reading.latency->note = Words::tr("Only what is in view is painted: changes out of view are not among these.");
}

void speak(Stage stage, StageReading &reading)
{
    QStringList parts{reading.state};
    if (!reading.since.isEmpty())
        parts.last() += QLatin1Char(' ') + reading.since;
    if (!reading.why.isEmpty())
        parts << reading.why;
    parts << reading.dial.figure + QLatin1Char(' ') + reading.dial.unit;
    for (const StageFigure &figure : reading.figures)
        parts << figure.label + QLatin1Char(' ') + figure.value;
    if (reading.latency && reading.latency->all > 0)
        parts << timesSpoken(*reading.latency);
    parts << stagePurpose(stage);
    reading.spoken = parts.join(QStringLiteral(". "));
}

} // namespace orrery::stage_parts
