// SPDX-License-Identifier: Apache-2.0
#include "ui/views/apiserver/api_server_rows.h"

#include "core/object/object_meta.h"
#include "ui/base/format.h"
#include "ui/base/measure_text.h"
#include "ui/views/apiserver/api_server_text.h"

#include <QCoreApplication>

#include <cmath>

namespace orrery::api_server_rows {

namespace {

using Column = ReadingModel::Column;
using Align = ReadingModel::Align;

struct ApiServerRows {
    Q_DECLARE_TR_FUNCTIONS(ApiServerRows)
};

QString words(const std::string &text)
{
    return QString::fromStdString(text);
}

ReadingCell plain(const QString &text)
{
    return {text};
}

ReadingCell figure(double value, Tone tone = Tone::Neutral)
{
    return {value == 0 ? QStringLiteral("–") : count(qRound64(value)), value, tone};
}

/// 1 ms at the left, a minute at the right, by powers of ten.
double placeOf(double seconds)
{
    return seconds <= 0.001 ? 0.0 : std::log10(seconds / 0.001) / std::log10(60.0 / 0.001);
}

ReadingCell duration(const kube::MetricHistogram &histogram, double q, Tone tone = Tone::Neutral)
{
    const auto seconds = histogram.quantile(q);
    return {!seconds ? QString() : histogram.isBeyond(q) ? beyondText(*seconds) : secondsText(*seconds), seconds.value_or(-1), tone};
}

QString spreadTip(const kube::MetricHistogram &histogram)
{
    const auto half = histogram.quantile(0.5), most = histogram.quantile(0.99);
    if (!half || !most)
        return {};
    if (histogram.isBeyond(0.5))
        return ApiServerRows::tr("Half took more than %1").arg(secondsText(*half));
    if (histogram.isBeyond(0.99))
        return ApiServerRows::tr("Half within %1, one of 100 more than %2").arg(secondsText(*half), secondsText(*most));
    return ApiServerRows::tr("Half within %1, 99 of 100 within %2").arg(secondsText(*half), secondsText(*most));
}

} // namespace

QList<Column> checkColumns()
{
    return {{ApiServerRows::tr("State"), QStringLiteral("state"), Align::Text, false, 10}, {ApiServerRows::tr("Check"), QStringLiteral("check"), Align::Text, false, 44},
            {ApiServerRows::tr("What the server said"), QStringLiteral("reason"), Align::Text, true, 30}};
}

QList<ReadingRow> checks(const kube::Readiness &readiness)
{
    QList<ReadingRow> rows;
    for (const bool ok : {false, true}) {
        for (const kube::HealthCheck &check : readiness.checks) {
            if (check.isOk == ok) {
                rows.append({words(check.name), {{ok ? ApiServerRows::tr("ok") : ApiServerRows::tr("failed"), ok ? 1 : 0, ok ? Tone::Ready : Tone::Failing},
                                                 plain(words(check.name)), plain(words(check.reason))}});
            }
        }
    }
    return rows;
}

QList<Column> levelColumns()
{
    return {{ApiServerRows::tr("Priority level"), QStringLiteral("level"), Align::Text, false, 18}, {ApiServerRows::tr("Seats in use"), QStringLiteral("seats"), Align::Number, true, 30},
            {ApiServerRows::tr("Served now"), QStringLiteral("executing"), Align::Number, false, 12}, {ApiServerRows::tr("Waiting"), QStringLiteral("waiting"), Align::Number, false, 10},
            {ApiServerRows::tr("Refused"), QStringLiteral("refused"), Align::Number, false, 10}, {ApiServerRows::tr("Served so far"), QStringLiteral("dispatched"), Align::Number, false, 14}};
}

QList<ReadingRow> levels(const kube::PriorityAndFairness &flow, const kube::ApiServerLoad *load, const kube::ApiServerLoad *meanwhile)
{
    QList<ReadingRow> rows;
    for (const kube::PriorityLevel &level : flow.levels) {
        double used = 0;
        for (const kube::FairQueue &queue : flow.queues)
            used += queue.level == level.name ? static_cast<double>(queue.seats) : 0.0;
        used = std::max(used, static_cast<double>(level.executing)); // older servers tell no seats: one each
        const auto seatsIn = [&level](const kube::ApiServerLoad *from) {
            const auto found = from ? from->seats.find(level.name) : std::map<std::string, kube::LevelSeats>::const_iterator();
            return from && found != from->seats.end() ? found->second : kube::LevelSeats();
        };
        const kube::LevelSeats seats = seatsIn(load);
        const bool isExempt = level.name == "exempt";
        const bool isFull = !isExempt && seats.limit && used > 0 && used >= *seats.limit;
        const double refused = std::max(static_cast<double>(level.rejected + level.timedOut), seats.rejected);
        const double served = std::max(static_cast<double>(level.dispatched), seats.dispatched); // older servers' dumps tell none
        const bool refuses = meanwhile && seatsIn(meanwhile).rejected > 0;
        ReadingCell bar{ApiServerRows::tr("%1 of ?").arg(count(qRound64(used))), used};
        if (isExempt) {
            bar.text = ApiServerRows::tr("%1, no limit").arg(count(qRound64(used)));
            bar.toolTip = ApiServerRows::tr("Requests of this level never wait");
        } else if (seats.limit) {
            bar.text = ApiServerRows::tr("%1 of %2").arg(count(qRound64(used)), count(qRound64(*seats.limit)));
            bar.bar = BarSpan{0, *seats.limit > 0 ? used / *seats.limit : 0, isFull ? Tone::Failing : Tone::Neutral};
            bar.sortedBy = bar.bar->to;
        } else {
            bar.text = count(qRound64(used));
            bar.toolTip = ApiServerRows::tr("How many there are is told by /metrics");
        }
        QString state;
        if (level.isQuiescing)
            state = ApiServerRows::tr("It has been deleted and empties itself");
        ReadingCell name = plain(words(level.name));
        name.toolTip = state;
        if (level.isQuiescing)
            name.tone = Tone::Terminating;
        rows.append({words(level.name), {name, bar, figure(static_cast<double>(level.executing)),
                                         figure(static_cast<double>(level.waiting), level.waiting > 0 ? Tone::Informative : Tone::Neutral),
                                         figure(refused, refuses ? Tone::Failing : Tone::Neutral), figure(served)}});
    }
    // Older servers tell them in another order each time.
    std::sort(rows.begin(), rows.end(), [](const ReadingRow &left, const ReadingRow &right) { return left.id < right.id; });
    return rows;
}

QList<Column> queueColumns()
{
    return {{ApiServerRows::tr("Priority level"), QStringLiteral("level"), Align::Text, true, 24}, {ApiServerRows::tr("Queue"), QStringLiteral("queue"), Align::Number, false, 10},
            {ApiServerRows::tr("Waiting"), QStringLiteral("waiting"), Align::Number, false, 12}, {ApiServerRows::tr("Served now"), QStringLiteral("executing"), Align::Number, false, 14},
            {ApiServerRows::tr("Seats in use"), QStringLiteral("seats"), Align::Number, false, 14}};
}

QList<ReadingRow> queues(const kube::PriorityAndFairness &flow, const QString &level)
{
    QList<ReadingRow> rows;
    for (const kube::FairQueue &queue : flow.queues) {
        const QString name = words(queue.level);
        if ((!level.isEmpty() && level != name) || (queue.waiting == 0 && queue.executing == 0 && queue.seats == 0))
            continue;
        rows.append({name + QLatin1Char('/') + QString::number(queue.index),
                     {plain(name), {count(queue.index), qint64(queue.index)}, figure(static_cast<double>(queue.waiting), queue.waiting > 0 ? Tone::Informative : Tone::Neutral),
                      figure(static_cast<double>(queue.executing)), figure(static_cast<double>(std::max(queue.seats, queue.executing)))}}); // as above
    }
    std::sort(rows.begin(), rows.end(), [](const ReadingRow &left, const ReadingRow &right) {
        const auto key = [](const ReadingRow &row) { return std::tuple(-row.cells[2].sortedBy.toDouble(), row.cells[0].text, row.cells[1].sortedBy.toLongLong()); };
        return key(left) < key(right);
    });
    return rows;
}

QList<Column> requestColumns()
{
    return {{ApiServerRows::tr("State"), QStringLiteral("state"), Align::Text, false, 9},        {ApiServerRows::tr("For"), QStringLiteral("for"), Align::Number, false, 5},
            {ApiServerRows::tr("User"), QStringLiteral("user"), Align::Text, false, 18},         {ApiServerRows::tr("Verb"), QStringLiteral("verb"), Align::Text, false, 7},
            {ApiServerRows::tr("Path"), QStringLiteral("path"), Align::Text, true, 26},          {ApiServerRows::tr("Priority level"), QStringLiteral("level"), Align::Text, false, 14},
            {ApiServerRows::tr("Flow schema"), QStringLiteral("schema"), Align::Text, false, 14}, {ApiServerRows::tr("Queue"), QStringLiteral("queue"), Align::Number, false, 6}};
}

QList<ReadingRow> requests(const kube::PriorityAndFairness &flow, const QString &level, kube::WallTime now)
{
    QList<ReadingRow> rows;
    QHash<QString, int> twins;
    for (const kube::FlowRequest &request : flow.requests) {
        if (!level.isEmpty() && level != words(request.level))
            continue;
        const bool waits = request.started.empty();
        const auto arrived = kube::parseTime(request.arrived);
        const QString id = words(request.arrived + ' ' + request.user + ' ' + request.verb + ' ' + request.path + ' ' + request.flow);
        // Nobody's name but its user's is told without the right to details.
        const QString user = request.user.empty() ? words(request.flow) : words(request.user);
        rows.append({id + QString::number(twins[id]++),
                     {{waits ? ApiServerRows::tr("waits") : ApiServerRows::tr("is served"), waits ? 0 : 1, waits ? Tone::Informative : Tone::Ready},
                      {arrived ? humanDuration(now - *arrived) : QString(), arrived ? qint64(std::chrono::duration_cast<std::chrono::milliseconds>(now - *arrived).count()) : -1, Tone::Neutral,
                       arrived ? ApiServerRows::tr("Arrived %1, by the server's clock").arg(absoluteTime(*arrived)) : QString()},
                      plain(user), plain(words(request.verb)), plain(words(request.path)), plain(words(request.level)), plain(words(request.schema)),
                      {request.queue < 0 ? QStringLiteral("–") : count(request.queue), qint64(request.queue)}}});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const ReadingRow &left, const ReadingRow &right) {
        const auto key = [](const ReadingRow &row) { return std::pair(row.cells[0].sortedBy.toInt(), -row.cells[1].sortedBy.toLongLong()); };
        return key(left) < key(right);
    });
    return rows;
}

QList<Column> latencyColumns(Asked whom)
{
    QList<Column> columns{{whom == Asked::ApiServer ? ApiServerRows::tr("Verb") : ApiServerRows::tr("Operation"), QStringLiteral("verb"), Align::Text, false, 16},
                          {ApiServerRows::tr("Requests"), QStringLiteral("rate"), Align::Number, false, 10},
                          {ApiServerRows::tr("Half within"), QStringLiteral("p50"), Align::Number, false, 11},
                          {ApiServerRows::tr("99 of 100 within"), QStringLiteral("p99"), Align::Number, false, 15},
                          {ApiServerRows::tr("1 ms to 1 min"), QStringLiteral("spread"), Align::Text, true, 20}};
    if (whom == Asked::ApiServer) {
        columns += {ApiServerRows::tr("Failed"), QStringLiteral("failed"), Align::Number, false, 8};
        columns += {ApiServerRows::tr("Refused"), QStringLiteral("refused"), Align::Number, false, 9};
    }
    return columns;
}

QList<ReadingRow> latencies(const std::map<std::string, kube::OperationLoad> &operations, Asked whom, const Counted &counted)
{
    QList<ReadingRow> rows;
    for (const auto &[name, operation] : operations) {
        const double requests = operation.seconds.count();
        const auto half = operation.seconds.quantile(0.5);
        const auto most = operation.seconds.quantile(0.99);
        const bool isSlow = most && isSlowFor(name, *most, requests, whom == Asked::Storage);
        ReadingCell rate{counted.seconds && *counted.seconds > 0 ? ApiServerRows::tr("%1/s").arg(rateText(requests / *counted.seconds)) : count(qRound64(requests)), requests};
        rate.toolTip = ApiServerRows::tr("%n request(s) counted", nullptr, static_cast<int>(std::min(requests, 2e9)));
        ReadingCell spread;
        if (half && most)
            spread.bar = BarSpan{placeOf(*half), placeOf(*most), isSlow ? Tone::Failing : Tone::Neutral};
        spread.sortedBy = most.value_or(-1);
        spread.toolTip = spreadTip(operation.seconds);
        ReadingRow row{words(name), {plain(words(name)), rate, duration(operation.seconds, 0.5), duration(operation.seconds, 0.99, isSlow ? Tone::Failing : Tone::Neutral), spread}};
        if (whom == Asked::ApiServer) {
            row.cells += figure(operation.failed, operation.failed > 0 && !counted.isSinceBegin ? Tone::Failing : Tone::Neutral);
            row.cells += figure(operation.refused, operation.refused > 0 && !counted.isSinceBegin ? Tone::Failing : Tone::Neutral);
        }
        rows.append(std::move(row));
    }
    std::stable_sort(rows.begin(), rows.end(), [](const ReadingRow &left, const ReadingRow &right) { return left.cells[1].sortedBy.toDouble() > right.cells[1].sortedBy.toDouble(); });
    return rows;
}

QList<Column> objectColumns()
{
    return {{ApiServerRows::tr("Resource"), QStringLiteral("resource"), Align::Text, true, 40}, {ApiServerRows::tr("Objects"), QStringLiteral("objects"), Align::Number, false, 14},
            {ApiServerRows::tr("Open watches"), QStringLiteral("watches"), Align::Number, false, 14}};
}

QList<ReadingRow> objects(const kube::ApiServerLoad &load)
{
    std::map<std::string, std::pair<double, double>> both;
    for (const auto &[resource, stored] : load.objects)
        both[resource].first = stored;
    for (const auto &[resource, watches] : load.watches)
        both[resource].second = watches;
    QList<ReadingRow> rows;
    for (const auto &[resource, figures] : both)
        rows.append({words(resource), {plain(words(resource)), figure(figures.first), figure(figures.second)}});
    std::stable_sort(rows.begin(), rows.end(), [](const ReadingRow &left, const ReadingRow &right) {
        const auto key = [](const ReadingRow &row) { return std::pair(-row.cells[1].sortedBy.toDouble(), -row.cells[2].sortedBy.toDouble()); };
        return key(left) < key(right);
    });
    return rows;
}

} // namespace orrery::api_server_rows
