// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/metrics/controller_metrics.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>

namespace kube::test {

/// What a program tells, asked of itself by curl: no proxy, no session and no parser of ours is in between. Value type.
class Exposition
{
public:
    /// "https://198.51.100.7:10257/metrics", whatever its certificate; nothing: it does not answer.
    [[nodiscard]] static std::optional<Exposition> at(const QString &url);
    explicit Exposition(const QByteArray &text);

    [[nodiscard]] QStringList queues() const; ///< those with a depth
    /// workqueue_METRIC{name="QUEUE"}; 0: it is not told, as retries of queues that have none.
    [[nodiscard]] double of(const QByteArray &metric, const std::string &queue) const;
    /// Between which values the fraction q of a histogram's lies, by its buckets.
    [[nodiscard]] std::pair<double, double> quantile(const QByteArray &metric, const std::string &queue, double q) const;

private:
    std::map<QByteArray, double> m_values; ///< by all that stands before the number
};

/// What a session has read of a program, and what the program itself said right before and after.
struct Bracket {
    Exposition before;
    ControllerMetrics told;
    Exposition after;

    /// The queue as it was told; null: it was not.
    [[nodiscard]] const QueueReading *queue(const std::string &name) const;
    /// Nothing has been added, taken out or done meanwhile.
    [[nodiscard]] bool isQuiet(const std::string &queue) const;
    /// Empty: each counter is between what it was before and after, and the depth and quantiles are the program's own if
    /// the queue was quiet. Else what is not so.
    [[nodiscard]] QString disagreement(const std::string &queue) const;
};

} // namespace kube::test
