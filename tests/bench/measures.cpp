// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/measures.h"

#include <QAbstractEventDispatcher>
#include <QFile>

#include <algorithm>
#include <cmath>

#include <time.h>
#include <unistd.h>

namespace orrery::bench {

namespace {

constexpr auto interval = std::chrono::milliseconds(5);

double threadCpuMilliseconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1000.0 + static_cast<double>(now.tv_nsec) / 1e6;
}

double statusMb(const char *field)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(field))
            return line.simplified().split(' ').value(1).toDouble() / 1024.0;
    }
    return 0;
}

QString nameOf(double percentile)
{
    return percentile == 99.9 ? QStringLiteral("p999") : QStringLiteral("p%1").arg(percentile);
}

double rounded(double value)
{
    return std::round(value * 100.0) / 100.0;
}

} // namespace

QJsonObject Distribution::toJson(std::initializer_list<double> percentiles, bool withMaximum) const
{
    std::vector<double> sorted = m_values;
    std::sort(sorted.begin(), sorted.end());
    QJsonObject result;
    for (const double percentile : percentiles) {
        if (sorted.empty()) {
            result[nameOf(percentile)] = QJsonValue::Null;
            continue;
        }
        const auto index = static_cast<std::size_t>(std::ceil(percentile / 100.0 * static_cast<double>(sorted.size()))) - 1;
        result[nameOf(percentile)] = rounded(sorted[std::min(index, sorted.size() - 1)]);
    }
    if (withMaximum)
        result[QStringLiteral("max")] = sorted.empty() ? QJsonValue() : QJsonValue(rounded(sorted.back()));
    return result;
}

LoopWatch::LoopWatch(QObject *parent) : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        const auto now = std::chrono::steady_clock::now();
        m_stalls.add(std::max(0.0, std::chrono::duration<double, std::milli>(now - m_due).count()));
        m_due = now + interval;
    });
    m_due = std::chrono::steady_clock::now() + interval;
    m_timer.start();
    // Thread CPU stands still while the loop sleeps: from one waking to the next is one turn's work.
    connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake, this, [this] {
        const double cpu = threadCpuMilliseconds();
        if (m_cpuAtAwake >= 0)
            m_turns.add(cpu - m_cpuAtAwake);
        m_cpuAtAwake = cpu;
    });
}

void LoopWatch::clear()
{
    m_stalls.clear();
    m_turns.clear();
    m_cpuAtAwake = -1;
}

MemoryWatch::MemoryWatch(QObject *parent) : QObject(parent)
{
    connect(&m_timer, &QTimer::timeout, this, [this] {
        const auto passed = std::chrono::steady_clock::now() - m_began;
        m_samples.emplace_back(std::chrono::duration<double>(passed).count() / 60.0, residentMb());
    });
    m_timer.start(500);
}

double MemoryWatch::residentMb()
{
    return statusMb("VmRSS:");
}

double MemoryWatch::peakMb()
{
    return statusMb("VmHWM:");
}

double MemoryWatch::slope() const
{
    if (m_samples.size() < 4)
        return 0;
    double sumX = 0;
    double sumY = 0;
    for (const auto &[x, y] : m_samples) {
        sumX += x;
        sumY += y;
    }
    const double n = static_cast<double>(m_samples.size());
    double above = 0;
    double below = 0;
    for (const auto &[x, y] : m_samples) {
        above += (x - sumX / n) * (y - sumY / n);
        below += (x - sumX / n) * (x - sumX / n);
    }
    return below > 0 ? rounded(above / below) : 0;
}

double cpuSeconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

double millisecondsSinceStart()
{
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (!stat.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = stat.readAll();
    const double started = text.mid(text.lastIndexOf(')') + 2).split(' ').value(19).toDouble() / static_cast<double>(::sysconf(_SC_CLK_TCK));
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    return (static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9 - started) * 1000.0;
}

} // namespace orrery::bench
