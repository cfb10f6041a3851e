// SPDX-License-Identifier: Apache-2.0
#include "ui/views/clockwork/stage_contents.h"

#include "core/object/asked_resource.h"
#include "ui/base/error_text.h"
#include "ui/base/format.h"
#include "ui/views/clockwork/clockwork_words.h"

#include <QCoreApplication>
#include <QUrlQuery>

namespace orrery {

namespace {

struct ContentsWords {
    Q_DECLARE_TR_FUNCTIONS(StageContents)
};

ContentsCell numberCell(std::uint64_t value)
{
    return {count(static_cast<qint64>(value))};
}

ContentsCell textCell(const std::string &text)
{
    return {QString::fromStdString(text)};
}

QString phaseText(kube::RestPhase phase)
{
    switch (phase) {
    case kube::RestPhase::Held: return ContentsWords::tr("held by the pause");
    case kube::RestPhase::Throttled: return ContentsWords::tr("throttled");
    case kube::RestPhase::Credential: return ContentsWords::tr("waits for a credential");
    case kube::RestPhase::Sent: return ContentsWords::tr("sent");
    case kube::RestPhase::Receiving: return ContentsWords::tr("receiving");
    case kube::RestPhase::Retrying: return ContentsWords::tr("waits to be sent again");
    }
    return {};
}

// As client-go writes them, everywhere.
QString deltaName(kube::DeltaType type)
{
    switch (type) {
    case kube::DeltaType::Added: return QStringLiteral("Added");
    case kube::DeltaType::Updated: return QStringLiteral("Updated");
    case kube::DeltaType::Deleted: return QStringLiteral("Deleted");
    case kube::DeltaType::Replaced: return QStringLiteral("Replaced");
    case kube::DeltaType::Sync: return QStringLiteral("Sync");
    case kube::DeltaType::ReplacedAll: return QStringLiteral("ReplacedAll");
    case kube::DeltaType::SyncAll: return QStringLiteral("SyncAll");
    case kube::DeltaType::Bookmark: return QStringLiteral("Bookmark");
    }
    return {};
}

StageContents requestsInFlight(const StageView &view)
{
    StageContents contents;
    contents.columns = {{ContentsWords::tr("Verb"), QStringLiteral("verb")}, {ContentsWords::tr("Path"), QStringLiteral("path"), false, true, 8}, {ContentsWords::tr("State"), QStringLiteral("state")},
                        {ContentsWords::tr("Received"), QStringLiteral("received"), true}};
    contents.whenEmpty = ContentsWords::tr("No request is in flight.");
    QHash<QString, int> seen;
    for (const kube::RestRequestInfo &request : view.snapshot.client.requests) {
        const QString verb = QString::fromLatin1(request.method);
        const bool isWatch = request.lane == kube::HttpRequest::Lane::Stream && QUrlQuery(request.url).hasQueryItem(QStringLiteral("watch"));
        const QString url = request.url.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority);
        const QString identity = QStringLiteral("%1 %2 %3").arg(verb, url).arg(request.began.time_since_epoch().count());
        const bool isHeld = request.isHeld || request.phase == kube::RestPhase::Held;
        QString state = phaseText(request.isHeld ? kube::RestPhase::Held : request.phase);
        const bool isOwn = isHeld && kube::asksFor(request.url, view.pipeline.key.resource);
        if (isOwn)
            state = ContentsWords::tr("this kind's, %1").arg(state);
        if (request.status != 0)
            state.prepend(QString::number(request.status) + QLatin1Char(' '));
        const QString retries = request.retries > 0 ? ContentsWords::tr("sent again %n time(s)", nullptr, request.retries) : QString();
        contents.rows << ContentsRow{identity + QLatin1Char('#') + QString::number(seen[identity]++),
                                     {{isWatch ? QStringLiteral("WATCH") : verb}, {request.url.path(), Tone::Neutral, url},
                                      {state, isHeld ? Tone::Informative : request.phase == kube::RestPhase::Retrying ? Tone::Failing : Tone::Neutral, retries},
                                      {bytes(static_cast<qint64>(request.received))}}};
    }
    return contents;
}

ContentsCell listEnd(const kube::ReflectorSnapshot::List &list)
{
    using End = kube::ReflectorSnapshot::List::End;
    switch (list.end) {
    case End::UnderWay: return {ContentsWords::tr("under way"), Tone::Informative, {}};
    case End::Whole: return {ContentsWords::tr("whole"), Tone::Ready, {}};
    case End::GivenUp: return {ContentsWords::tr("given up"), Tone::Neutral, ContentsWords::tr("another was begun in its place")};
    case End::Failed: break;
    }
    const ErrorText error = list.error ? describe(*list.error) : ErrorText{};
    return {error.headline, Tone::Failing, error.detail};
}

StageContents lastLists(const StageView &view)
{
    StageContents contents;
    contents.columns = {{ContentsWords::tr("Begun"), QStringLiteral("begun"), true}, {ContentsWords::tr("Why"), QStringLiteral("why")}, {ContentsWords::tr("Ended"), QStringLiteral("ended"), false, true, 12}};
    contents.whenEmpty = ContentsWords::tr("Nothing was listed yet.");
    const auto &lists = view.pipeline.informer.reflector.lastLists;
    for (auto list = lists.rbegin(); list != lists.rend(); ++list) {
        const auto at = list->at.time_since_epoch().count();
        contents.rows << ContentsRow{QString::number(at) + QLatin1Char('#') + QString::number(std::distance(list, lists.rend())),
                                     {{ContentsWords::tr("%1 ago").arg(humanDuration(view.snapshot.takenAt - list->at)), Tone::Neutral, absoluteTime(list->at)}, {reasonText(list->reason), Tone::Neutral, list->after ? describe(*list->after).detail : QString()}, listEnd(*list)}};
    }
    return contents;
}

StageContents handlerRows(const StageView &view)
{
    StageContents contents;
    contents.columns = {{ContentsWords::tr("No."), QStringLiteral("handler")}, {ContentsWords::tr("State"), QStringLiteral("state"), false, true, 7}, {ContentsWords::tr("To tell"), QStringLiteral("pending"), true},
                        {ContentsWords::tr("Told"), QStringLiteral("told"), true}, {ContentsWords::tr("Joined"), QStringLiteral("joined"), true}};
    contents.whenEmpty = ContentsWords::tr("Nobody is told of changes.");
    int at = 0;
    for (const kube::ListenerCounts &listener : view.pipeline.informer.listeners) {
        ++at;
        const ContentsCell state = listener.paused ? ContentsCell{ContentsWords::tr("paused"), Tone::Informative, {}}
            : listener.hasSynced                   ? ContentsCell{ContentsWords::tr("synced"), Tone::Ready, {}}
                                                   : ContentsCell{ContentsWords::tr("is told the first list"), Tone::Informative, {}};
        contents.rows << ContentsRow{QString::number(at), {{QString::number(at)}, state, numberCell(listener.pending), numberCell(listener.delivered), numberCell(listener.coalesced)}};
    }
    return contents;
}

StageContents tableRows(const StageView &view)
{
    StageContents contents;
    contents.columns = {{ContentsWords::tr("Table"), QStringLiteral("table"), false, true, 5}, {ContentsWords::tr("Rows"), QStringLiteral("rows"), true}, {ContentsWords::tr("Keys"), QStringLiteral("keys"), true},
                        {ContentsWords::tr("Done"), QStringLiteral("done"), true}, {ContentsWords::tr("Joined"), QStringLiteral("joined"), true}};
    contents.whenEmpty = ContentsWords::tr("No table of this kind is open.");
    for (const kube::TableSnapshot &table : view.pipeline.tables)
        contents.rows << ContentsRow{QString::number(table.id),
                                     {table.queue.name.empty() ? numberCell(table.id) : textCell(table.queue.name), numberCell(table.rows), numberCell(table.queue.queued + table.queue.processing), numberCell(table.queue.dones), numberCell(table.queue.collapsed)}};
    return contents;
}

} // namespace

StageContents toldContents(Stage stage, const StageView &view)
{
    switch (stage) {
    case Stage::Connection: return requestsInFlight(view);
    case Stage::Reflector: return lastLists(view);
    case Stage::Handlers: return handlerRows(view);
    case Stage::Table: return tableRows(view);
    case Stage::Queue:
    case Stage::Indexer:
    case Stage::WorkQueue: break;
    }
    return {};
}

StageContents waitingChanges(const kube::DeltaFifoContents &contents)
{
    StageContents shown;
    shown.columns = {{ContentsWords::tr("Key"), QStringLiteral("key")}, {ContentsWords::tr("Deltas"), QStringLiteral("chain"), false, true, 12}, {ContentsWords::tr("Dropped"), QStringLiteral("deduplicated"), true}};
    shown.whenEmpty = ContentsWords::tr("Nothing waits: pause the DeltaFIFO to see changes gather.");
    shown.more = contents.more;
    int whole = 0;
    for (const kube::DeltaFifoContents::Item &item : contents.items) {
        QStringList chain;
        for (const kube::DeltaFifoContents::Step &step : item.chain) {
            QString said = deltaName(step.type);
            if (!step.resourceVersion.empty())
                said += QLatin1Char(' ') + QString::fromStdString(step.resourceVersion);
            if (step.finalStateUnknown)
                said += QLatin1Char(' ') + ContentsWords::tr("(last state unknown)");
            chain << said;
        }
        const bool isWhole = item.key.name.empty();
        const bool isBookmark = isWhole && !item.chain.empty() && item.chain.front().type == kube::DeltaType::Bookmark;
        const QString key = isBookmark ? ContentsWords::tr("no key")
            : isWhole                  ? ContentsWords::tr("everything, %1 object(s)", nullptr, static_cast<int>(item.objects)).arg(count(static_cast<qint64>(item.objects)))
                                       : QString::fromStdString(item.key.toString());
        shown.rows << ContentsRow{isWhole ? QStringLiteral(":%1").arg(whole++) : key, {{key}, {chain.join(QStringLiteral(" → "))}, numberCell(item.deduplicated)}};
    }
    return shown;
}

StageContents cachedKeys(const kube::KeyContents &contents)
{
    StageContents shown;
    shown.columns = {{ContentsWords::tr("Namespace"), QStringLiteral("namespace"), false, false, 11}, {ContentsWords::tr("Name"), QStringLiteral("name"), false, true, 12}};
    shown.whenEmpty = ContentsWords::tr("No object is found under such a key.");
    shown.more = contents.more;
    for (const kube::ObjectKey &key : contents.keys)
        shown.rows << ContentsRow{QString::fromStdString(key.toString()), {textCell(key.namespaceName), textCell(key.name)}};
    return shown;
}

StageContents indexValues(const kube::IndexContents &contents)
{
    StageContents shown;
    shown.columns = {{ContentsWords::tr("Value"), QStringLiteral("value"), false, true, 12}, {ContentsWords::tr("Objects"), QStringLiteral("objects"), true}};
    shown.whenEmpty = ContentsWords::tr("No object has such a value.");
    shown.more = contents.more;
    for (const kube::IndexContents::Value &value : contents.values) {
        const QString text = QString::fromStdString(value.value);
        shown.rows << ContentsRow{text, {{text.isEmpty() ? QStringLiteral("–") : text}, numberCell(value.objects)}};
    }
    return shown;
}

StageContents queuedKeys(const kube::WorkQueueSnapshot &queue, kube::WallTime now)
{
    StageContents shown;
    shown.columns = {{ContentsWords::tr("Key"), QStringLiteral("key")}, {ContentsWords::tr("State"), QStringLiteral("state"), false, false, 9}, {ContentsWords::tr("Time"), QStringLiteral("time"), true},
                     {ContentsWords::tr("Failures"), QStringLiteral("failures"), true}, {ContentsWords::tr("Next delay"), QStringLiteral("next-delay"), true, false, 0, true},
                     {ContentsWords::tr("Failed"), QStringLiteral("failed"), true, false, 0, true}, {ContentsWords::tr("Last error"), QStringLiteral("error"), false, true, 8}};
    shown.whenEmpty = ContentsWords::tr("No key waits: pause the work queue to see them gather.");
    QSet<QString> seen;
    const auto add = [&](const kube::WorkQueueSnapshot::Entry &entry, const ContentsCell &state, const QString &time) {
        const QString key = QString::fromStdString(entry.key);
        if (seen.contains(key))
            return;
        seen.insert(key);
        ContentsRow row{key, {{key}, state, {time}, {count(entry.failures), entry.failures > 0 ? Tone::Failing : Tone::Neutral, {}}}};
        row.cells << (entry.nextDelay ? ContentsCell{shortTime(*entry.nextDelay), Tone::Neutral, ContentsWords::tr("what its next failure would cost it")} : ContentsCell{QStringLiteral("–")});
        if (const auto &failure = entry.lastFailure) {
            const QString &said = failure->error.message;
            row.cells << ContentsCell{ContentsWords::tr("%1 ago").arg(humanDuration(now - failure->at)), Tone::Neutral, absoluteTime(failure->at)}
                      << ContentsCell{said.isEmpty() ? describe(failure->error).headline : said};
        }
        shown.rows << row;
    };
    const auto timeOf = [](const kube::WorkQueueSnapshot::Entry &entry) { return entry.time ? shortTime(*entry.time) : QStringLiteral("–"); };
    for (const auto &entry : queue.processingKeys)
        add(entry, {entry.isAddedAgain ? ContentsWords::tr("in work, and again after it") : ContentsWords::tr("in work"), Tone::Informative, {}}, timeOf(entry));
    for (const auto &entry : queue.queuedKeys)
        add(entry, {ContentsWords::tr("ready")}, timeOf(entry));
    for (const auto &entry : queue.waitingKeys)
        add(entry, {ContentsWords::tr("delayed"), Tone::Completed, {}}, entry.time ? ContentsWords::tr("in %1").arg(shortTime(*entry.time)) : QStringLiteral("–"));
    shown.more = shown.rows.size() < static_cast<qsizetype>(queue.queued + queue.processing + queue.waiting);
    return shown;
}

} // namespace orrery
