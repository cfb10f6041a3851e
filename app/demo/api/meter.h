// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/gvk.h"

#include <QByteArray>

#include <array>
#include <chrono>
#include <map>
#include <string>

namespace orrery::demo {

/// How long the server took for what it has answered, as its /metrics tell. Thread: the server's.
class Meter
{
public:
    /// verb: as the API server spells it in metrics, "LIST"; method: what it was by HTTP.
    [[nodiscard]] static std::string verbOf(const QByteArray &method, bool isCollection);
    void served(const std::string &verb, std::chrono::duration<double> took);

    /// apiserver_request_duration_seconds, etcd_request_duration_seconds and process_start_time_seconds.
    [[nodiscard]] QByteArray text() const;

private:
    static constexpr std::array bounds{0.0001, 0.0005, 0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0, 30.0, 60.0};
    struct Histogram {
        std::array<quint64, bounds.size()> upTo{};
        quint64 count = 0;
        double sum = 0;
    };
    [[nodiscard]] static QByteArray linesOf(const QByteArray &name, const QByteArray &label, const Histogram &histogram);
    std::map<std::string, Histogram> m_verbs;
    std::chrono::system_clock::time_point m_startedAt = std::chrono::system_clock::now();
};

/// "deployments.apps", as metrics spell it.
[[nodiscard]] QByteArray metricName(const kube::GroupResource &resource);
/// One line of an exposition; labels as they are written between the braces.
[[nodiscard]] QByteArray metricLine(const QByteArray &name, const QByteArray &labels, double value);

} // namespace orrery::demo
