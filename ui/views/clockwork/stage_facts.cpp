// SPDX-License-Identifier: Apache-2.0
#include "ui/base/error_text.h"
#include "ui/base/format.h"
#include "ui/views/clockwork/clockwork_words.h"
#include "ui/views/clockwork/stage_contents.h"
#include "ui/views/clockwork/stage_parts.h"

namespace orrery {

namespace {

struct FactWords {
    Q_DECLARE_TR_FUNCTIONS(StageFacts)
};

QString number(std::uint64_t value)
{
    return count(static_cast<qint64>(value));
}

/// For forms of a number.
int whole(std::uint64_t value)
{
    return static_cast<int>(std::min<std::uint64_t>(value, std::numeric_limits<int>::max()));
}

KeyValue momentFact(const QString &key, std::optional<kube::WallTime> at, kube::WallTime now)
{
    if (!at)
        return {key, QStringLiteral("–")};
    return {key, FactWords::tr("%1 ago").arg(humanDuration(now - *at)), absoluteTime(*at)};
}

KeyValue copiedFact(const QString &key, const std::string &value)
{
    KeyValue fact{key, stage_parts::orDash(value)};
    fact.monospace = !value.empty();
    return fact;
}

KeyValue reachedFact(const std::string &resourceVersion)
{
    KeyValue fact = copiedFact(FactWords::tr("Version"), resourceVersion);
    fact.toolTip = FactWords::tr("all that was told up to this version is stored");
    return fact;
}

/// What kube::reflectorStepName() has called.
QString stepText(const std::string &step)
{
    const std::pair<const char *, QString> words[] = {
        {"Idle", FactWords::tr("nothing yet")},          {"Listing", FactWords::tr("lists")},
        {"WatchListing", FactWords::tr("lists, in the watch's stream")}, {"OpeningWatch", FactWords::tr("opens a watch")},
        {"Watching", FactWords::tr("watches")},          {"WaitingToList", FactWords::tr("waits, then lists")},
        {"WaitingToWatch", FactWords::tr("waits, then watches")}, {"Stopped", FactWords::tr("has stopped")},
    };
    for (const auto &[name, text] : words) {
        if (step == name)
            return text;
    }
    return QString::fromStdString(step);
}

/// As the first word of a line.
QString begun(const QString &label)
{
    return label.left(1).toUpper() + label.mid(1);
}

QList<KeyValue> figureFacts(const StageReading &reading)
{
    QList<KeyValue> facts;
    for (const StageFigure &figure : reading.figures)
        facts << KeyValue{begun(figure.label), figure.value};
    return facts;
}

QList<KeyValue> connectionFacts(const StageView &view)
{
    const kube::RestSnapshot &client = view.snapshot.client;
    QList<KeyValue> facts{{FactWords::tr("Requests"), FactWords::tr("%1 begun, %2 done, %3 failed, %4 dropped").arg(number(client.began), number(client.succeeded), number(client.failed), number(client.canceled))},
                          {FactWords::tr("Sent"), bytes(static_cast<qint64>(client.sent))},
                          {FactWords::tr("Received"), bytes(static_cast<qint64>(client.received)), FactWords::tr("compressed, as it came")},
                          {FactWords::tr("Throttled"), FactWords::tr("%1 in all, %2 at most").arg(shortTime(client.throttled), shortTime(client.longestThrottled)), FactWords::tr("what requests have waited for client-side flow control")},
                          {FactWords::tr("Retries"), FactWords::tr("%1, %2 with a new credential").arg(number(client.retries), number(client.replays))}};
    if (const std::size_t waiting = client.inPhase(kube::RestPhase::Held); client.isPaused)
        facts.prepend({FactWords::tr("Held"), FactWords::tr("%1, %2 of them this kind's").arg(number(waiting), number(stage_parts::heldOfKind(view))), FactWords::tr("requests that wait for a step")});
    QStringList answers;
    for (const kube::RestAnswerCount &answer : client.answers)
        answers << QStringLiteral("%1 %2: %3").arg(QString::fromLatin1(answer.method), answer.status == 0 ? FactWords::tr("no answer") : QString::number(answer.status), number(answer.count));
    facts << KeyValue{FactWords::tr("Answers"), answers.isEmpty() ? QStringLiteral("–") : answers.join(QLatin1Char('\n'))};
    if (client.certificateExpires)
        facts << KeyValue{FactWords::tr("Certificate"), FactWords::tr("until %1").arg(absoluteTime(*client.certificateExpires))};
    if (client.lastFailure)
        facts << KeyValue{FactWords::tr("Last failure"), QStringLiteral("%1 · %2").arg(FactWords::tr("%1 ago").arg(humanDuration(view.snapshot.takenAt - client.lastFailure->at)), describe(client.lastFailure->error).headline), absoluteTime(client.lastFailure->at)};
    for (const kube::ConnectionFault &fault : view.pipeline.faults)
        facts << KeyValue{FactWords::tr("Injected"), faultText(fault), {}, Tone::Failing};
    return facts;
}

QList<KeyValue> reflectorFacts(const StageView &view)
{
    const kube::ReflectorSnapshot &reflector = view.pipeline.informer.reflector;
    const kube::WallTime now = view.snapshot.takenAt;
    QList<KeyValue> facts{{FactWords::tr("Doing"), stepText(reflector.step)},
                          momentFact(FactWords::tr("Since"), reflector.since, now),
                          copiedFact(FactWords::tr("Version"), reflector.lastSyncResourceVersion),
                          copiedFact(FactWords::tr("Bookmark"), reflector.lastBookmark),
                          momentFact(FactWords::tr("Last event"), reflector.lastEventAt, now),
                          {FactWords::tr("Events"), QStringLiteral("%1, %2").arg(number(reflector.events), FactWords::tr("%1 bookmark(s)", nullptr, whole(reflector.bookmarks)).arg(number(reflector.bookmarks)))},
                          {FactWords::tr("Lists"), QStringLiteral("%1, %2").arg(FactWords::tr("%1 request(s)", nullptr, whole(reflector.lists)).arg(number(reflector.lists)), FactWords::tr("%1 relist(s)", nullptr, whole(reflector.relists)).arg(number(reflector.relists)))},
                          {FactWords::tr("Watches"), reflector.watchList ? FactWords::tr("%1, the list in the stream").arg(number(reflector.watches)) : number(reflector.watches)},
                          {FactWords::tr("Failures"), number(reflector.failures)}};
    if (reflector.bytes)
        facts << KeyValue{FactWords::tr("Read"), bytes(static_cast<qint64>(*reflector.bytes))};
    if (reflector.refused > 0)
        facts << KeyValue{FactWords::tr("Refused"), number(reflector.refused), FactWords::tr("objects of another kind, or that could not be transformed")};
    if (reflector.heldBack)
        facts << KeyValue{FactWords::tr("Held back"), FactWords::tr("the queue is long")};
    if (reflector.nextTry)
        facts << KeyValue{FactWords::tr("Next try"), FactWords::tr("in %1").arg(shortTime(*reflector.nextTry - now)), absoluteTime(*reflector.nextTry)};
    if (reflector.lastError) {
        const ErrorText error = describe(*reflector.lastError);
        facts << KeyValue{FactWords::tr("Last error"), error.detail.isEmpty() ? error.headline : error.headline + QLatin1Char('\n') + error.detail, error.mend, Tone::Failing};
    }
    return facts;
}

QList<KeyValue> queueFacts(const StageView &view)
{
    const kube::DeltaFifoSnapshot &queue = view.pipeline.informer.queue;
    return {{FactWords::tr("Waiting"), QStringLiteral("%1, %2").arg(FactWords::tr("%1 key(s)", nullptr, whole(queue.queued)).arg(number(queue.queued)), FactWords::tr("%1 delta(s)", nullptr, whole(queue.deltas)).arg(number(queue.deltas)))},
            {FactWords::tr("First list"), queue.hasSynced ? FactWords::tr("processed") : FactWords::tr("%1 to go").arg(number(queue.initialRemaining))},
            {FactWords::tr("Received"), number(queue.received)},
            {FactWords::tr("Joined"), number(queue.coalesced), FactWords::tr("deltas of a key that waited already")},
            {FactWords::tr("Deduplicated"), number(queue.deduplicated), FactWords::tr("deletions that said nothing new")},
            {FactWords::tr("Taken"), number(queue.popped)},
            {FactWords::tr("Put back"), number(queue.requeued)},
            {FactWords::tr("Failed"), number(queue.failed)}};
}

QList<KeyValue> indexerFacts(const StageView &view)
{
    const kube::IndexerSnapshot &indexer = view.pipeline.informer.indexer;
    QList<KeyValue> facts{{FactWords::tr("Objects"), number(indexer.objects)},
                          {FactWords::tr("Memory"), bytes(static_cast<qint64>(indexer.bytes)), FactWords::tr("that the objects hold; keys and indices are not counted")},
                          reachedFact(indexer.resourceVersion),
                          {FactWords::tr("Writes"), number(indexer.transactions), FactWords::tr("times its lock was taken to write")}};
    for (const kube::IndexerSnapshot::Index &index : indexer.indices)
        facts << KeyValue{QString::fromStdString(index.name), QStringLiteral("%1, %2").arg(FactWords::tr("%1 value(s)", nullptr, whole(index.values)).arg(number(index.values)), FactWords::tr("%1 entry or entries", nullptr, whole(index.entries)).arg(number(index.entries)))};
    return facts;
}

QList<KeyValue> workQueueFacts(const StageView &view)
{
    QList<KeyValue> facts;
    for (const kube::TableSnapshot &table : view.pipeline.tables) {
        const kube::WorkQueueSnapshot &queue = table.queue;
        if (view.pipeline.tables.size() > 1)
            facts << KeyValue{FactWords::tr("Queue"), QString::fromStdString(queue.name)};
        facts << KeyValue{FactWords::tr("Ready"), number(queue.queued)} << KeyValue{FactWords::tr("In work"), FactWords::tr("%1, %2 of them added again").arg(number(queue.processing), number(queue.addedAgain))}
              << KeyValue{FactWords::tr("Delayed"), number(queue.waiting)} << KeyValue{FactWords::tr("Failing"), number(queue.failing)}
              << KeyValue{FactWords::tr("Added"), FactWords::tr("%1, %2 joined").arg(number(queue.adds), number(queue.collapsed))}
              << KeyValue{FactWords::tr("Done"), FactWords::tr("%1 of %2 taken").arg(number(queue.dones), number(queue.gets))} << KeyValue{FactWords::tr("Retries"), number(queue.retries)}
              << KeyValue{FactWords::tr("First delay"), table.nextDelay ? shortTime(*table.nextDelay) : QStringLiteral("–"), FactWords::tr("of a key that fails for the first time")};
        if (queue.oldestAdded && queue.oldestAdded->time)
            facts << KeyValue{FactWords::tr("Oldest"), FactWords::tr("%1, for %2").arg(QString::fromStdString(queue.oldestAdded->key), shortTime(*queue.oldestAdded->time))};
        if (queue.longestInWork && queue.longestInWork->time)
            facts << KeyValue{FactWords::tr("Longest in work"), FactWords::tr("%1, for %2").arg(QString::fromStdString(queue.longestInWork->key), shortTime(*queue.longestInWork->time))};
    }
    return facts;
}

QList<KeyValue> tableFacts(const StageView &view)
{
    const kube::PipelineSnapshot &pipeline = view.pipeline;
    const auto times = [](const kube::LatencyHistogram &histogram) {
        const StageLatency latency = stage_parts::latencyOf(histogram, {});
        return latency.all == 0 ? QStringLiteral("–") : FactWords::tr("half within %1, 99 of 100 within %2").arg(latency.half, latency.most);
    };
    QList<KeyValue> facts = figureFacts(readStage(Stage::Table, view));
    const auto unseen = std::find_if(facts.begin(), facts.end(), [](const KeyValue &fact) { return fact.key == begun(stage_parts::Words::tr("out of view")); });
    if (unseen != facts.end())
        unseen->toolTip = FactWords::tr("changes whose rows or columns nobody could see: they are not painted, and have no time");
    facts << KeyValue{begun(FactWords::tr("to window")), times(pipeline.rowToDelivered), FactWords::tr("from the row as made to its being there to be painted")}
          << KeyValue{begun(FactWords::tr("painted")), number(pipeline.receivedToPainted.count), FactWords::tr("changes, once each: when first a cell is drawn that they changed")}
          << KeyValue{begun(FactWords::tr("timed")), pipeline.timedEach <= 1 ? FactWords::tr("each change") : FactWords::tr("about one change of %1").arg(number(pipeline.timedEach)), FactWords::tr("to time all of many would cost more than it tells: “out of view” and “painted” count those alone")}
          << KeyValue{begun(FactWords::tr("whole way")), times(pipeline.receivedToPainted), FactWords::tr("from the event as received to the end of that painting")};
    return facts;
}

} // namespace

static QList<KeyValue> ownFacts(Stage stage, const StageView &view)
{
    switch (stage) {
    case Stage::Connection: return connectionFacts(view);
    case Stage::Reflector: return reflectorFacts(view);
    case Stage::Queue: return queueFacts(view);
    case Stage::Indexer: return indexerFacts(view);
    case Stage::WorkQueue: return workQueueFacts(view);
    case Stage::Table: return tableFacts(view);
    case Stage::Handlers: break;
    }
    return figureFacts(readStage(stage, view));
}

QList<KeyValue> stageFacts(Stage stage, const StageView &view)
{
    QList<KeyValue> facts = ownFacts(stage, view);
    // Below the dial there may not be room for all of it.
    if (const QString why = readStage(stage, view).why; !why.isEmpty())
        facts.prepend({FactWords::tr("Trouble"), why, {}, Tone::Failing});
    return facts;
}

} // namespace orrery
