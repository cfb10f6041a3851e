// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <vector>

namespace orrery::bench {

/// Percentiles of milliseconds, as JSON.
class Distribution
{
public:
    void add(double milliseconds) { m_values.push_back(milliseconds); }
    void clear() { m_values.clear(); }
    [[nodiscard]] std::size_t size() const { return m_values.size(); }
    [[nodiscard]] QJsonObject toJson(std::initializer_list<double> percentiles, bool withMaximum) const;

private:
    std::vector<double> m_values;
};

/// How late a 5 ms timer is, and how much CPU one turn of the loop takes, on the thread it is made on.
class LoopWatch final : public QObject
{
    Q_OBJECT
public:
    explicit LoopWatch(QObject *parent = nullptr);
    void clear();
    [[nodiscard]] const Distribution &stalls() const { return m_stalls; }
    [[nodiscard]] const Distribution &turns() const { return m_turns; }

private:
    QTimer m_timer;
    std::chrono::steady_clock::time_point m_due;
    double m_cpuAtAwake = -1;
    Distribution m_stalls;
    Distribution m_turns;
};

/// Resident memory over time.
class MemoryWatch final : public QObject
{
    Q_OBJECT
public:
    explicit MemoryWatch(QObject *parent = nullptr);
    void clear() { m_samples.clear(); }
    /// MB a minute, by least squares over the samples; 0 when there are too few.
    [[nodiscard]] double slope() const;
    [[nodiscard]] static double residentMb();
    [[nodiscard]] static double peakMb();

private:
    QTimer m_timer;
    std::vector<std::pair<double, double>> m_samples; ///< minutes, MB
    std::chrono::steady_clock::time_point m_began = std::chrono::steady_clock::now();
};

/// User and system time of this process so far.
[[nodiscard]] double cpuSeconds();
/// Since the process was started, as the kernel says.
[[nodiscard]] double millisecondsSinceStart();

} // namespace orrery::bench
