// SPDX-License-Identifier: Apache-2.0
#include "tests/cluster/clockwork/exposition.h"

#include <QProcess>

#include <limits>

namespace kube::test {

namespace {

constexpr double rounding = 1e-9; ///< of straight lines within buckets
const QByteArray depthOf = "workqueue_depth{name=\"";
const char *const counters[] = {"adds_total", "retries_total", "queue_duration_seconds_count", "queue_duration_seconds_sum", "work_duration_seconds_count",
                                "work_duration_seconds_sum"};

double numberFrom(const QByteArray &text)
{
    return text == "+Inf" ? std::numeric_limits<double>::infinity() : text.toDouble();
}

double toldOf(const QueueReading &reading, const QByteArray &counter)
{
    if (counter == "adds_total")
        return reading.adds.value_or(-1);
    if (counter == "retries_total")
        return reading.retries.value_or(0); // as of() has it: of a queue that has none they are not told
    const MetricHistogram &histogram = counter.startsWith("queue") ? reading.waiting : reading.working;
    return counter.endsWith("_sum") ? histogram.sum() : histogram.count();
}

} // namespace

std::optional<Exposition> Exposition::at(const QString &url)
{
    QProcess curl;
    curl.start(QStringLiteral("curl"), {QStringLiteral("--silent"), QStringLiteral("--fail"), QStringLiteral("--insecure"), QStringLiteral("--noproxy"),
                                        QStringLiteral("*"), QStringLiteral("--max-time"), QStringLiteral("60"), url});
    if (!curl.waitForFinished(70'000) || curl.exitStatus() != QProcess::NormalExit || curl.exitCode() != 0)
        return std::nullopt;
    return Exposition(curl.readAllStandardOutput());
}

Exposition::Exposition(const QByteArray &text)
{
    for (const QByteArray &line : text.split('\n')) {
        const qsizetype space = line.lastIndexOf(' ');
        if (line.startsWith("workqueue_") && space > 0)
            m_values[line.left(space)] = numberFrom(line.mid(space + 1));
    }
}

QStringList Exposition::queues() const
{
    QStringList names;
    for (auto at = m_values.lower_bound(depthOf); at != m_values.end() && at->first.startsWith(depthOf); ++at)
        names.append(QString::fromUtf8(at->first.mid(depthOf.size(), at->first.size() - depthOf.size() - 2)));
    return names;
}

double Exposition::of(const QByteArray &metric, const std::string &queue) const
{
    const auto at = m_values.find("workqueue_" + metric + "{name=\"" + QByteArray::fromStdString(queue) + "\"}");
    return at == m_values.end() ? 0 : at->second;
}

std::pair<double, double> Exposition::quantile(const QByteArray &metric, const std::string &queue, double q) const
{
    const QByteArray begin = "workqueue_" + metric + "_bucket{name=\"" + QByteArray::fromStdString(queue) + "\",le=\"";
    std::map<double, double> buckets;
    for (auto at = m_values.lower_bound(begin); at != m_values.end() && at->first.startsWith(begin); ++at)
        buckets[numberFrom(at->first.mid(begin.size(), at->first.size() - begin.size() - 2))] = at->second;
    double lower = 0;
    for (const auto &[upTo, count] : buckets) {
        if (count >= q * buckets.rbegin()->second)
            return {lower, upTo};
        lower = upTo;
    }
    return {lower, lower};
}

const QueueReading *Bracket::queue(const std::string &name) const
{
    for (const QueueReading &reading : told.queues) {
        if (reading.name == name)
            return &reading;
    }
    return nullptr;
}

bool Bracket::isQuiet(const std::string &queue) const
{
    for (const char *const counter : counters) {
        if (before.of(counter, queue) != after.of(counter, queue))
            return false;
    }
    return before.of("depth", queue) == after.of("depth", queue);
}

QString Bracket::disagreement(const std::string &name) const
{
    const QString who = QString::fromStdString(name);
    const QueueReading *const reading = queue(name);
    if (!reading)
        return who + QStringLiteral(" is not told");
    for (const char *const counter : counters) {
        const double value = toldOf(*reading, counter);
        if (!(before.of(counter, name) <= value && value <= after.of(counter, name)))
            return QStringLiteral("%1 %2: %3 is not within %4 and %5")
                .arg(who, QLatin1String(counter))
                .arg(value, 0, 'g', 17)
                .arg(before.of(counter, name), 0, 'g', 17)
                .arg(after.of(counter, name), 0, 'g', 17);
    }
    if (!isQuiet(name))
        return {};
    if (reading->depth != after.of("depth", name))
        return QStringLiteral("%1 depth: %2 is not %3").arg(who).arg(reading->depth.value_or(-1)).arg(after.of("depth", name));
    for (const QByteArray metric : {"queue_duration_seconds", "work_duration_seconds"}) {
        const MetricHistogram &histogram = metric.startsWith("queue") ? reading->waiting : reading->working;
        for (const double q : {0.5, 0.9, 0.99}) {
            const auto [lower, upper] = after.quantile(metric, name, q);
            const auto value = histogram.quantile(q);
            if (value.has_value() != (histogram.count() > 0) || (value && !(lower <= *value * (1 + rounding) && *value <= upper * (1 + rounding))))
                return QStringLiteral("%1 %2 %3: %4 is not within %5 and %6")
                    .arg(who, QString::fromLatin1(metric))
                    .arg(q)
                    .arg(value.value_or(-1))
                    .arg(lower)
                    .arg(upper);
        }
    }
    return {};
}

} // namespace kube::test
