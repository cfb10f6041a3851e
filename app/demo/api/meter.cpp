// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/meter.h"

namespace orrery::demo {

QByteArray metricName(const kube::GroupResource &resource)
{
    return QByteArray::fromStdString(resource.group.empty() ? resource.resource : resource.resource + '.' + resource.group);
}

QByteArray metricLine(const char *name, const QByteArray &labels, double value)
{
    return name + (labels.isEmpty() ? QByteArray() : '{' + labels + '}') + ' ' + QByteArray::number(value, 'g', 12) + '\n';
}

std::string Meter::verbOf(const QByteArray &method, bool isCollection)
{
    if (method == "GET" && isCollection)
        return "LIST";
    return method == "DELETE" && isCollection ? "DELETECOLLECTION" : method.toStdString();
}

void Meter::served(const std::string &verb, std::chrono::duration<double> took)
{
    Histogram &histogram = m_verbs[verb];
    ++histogram.count;
    histogram.sum += took.count();
    for (std::size_t i = 0; i < bounds.size(); ++i)
        histogram.upTo[i] += took.count() <= bounds[i] ? 1 : 0;
}

QByteArray Meter::text() const
{
    QByteArray text = "# TYPE apiserver_request_duration_seconds histogram\n";
    for (const auto &[verb, histogram] : m_verbs) {
        const QByteArray label = "verb=\"" + QByteArray::fromStdString(verb) + '"';
        for (std::size_t i = 0; i < bounds.size(); ++i)
            text += metricLine("apiserver_request_duration_seconds_bucket", label + ",le=\"" + QByteArray::number(bounds[i]) + '"', static_cast<double>(histogram.upTo[i]));
        text += metricLine("apiserver_request_duration_seconds_bucket", label + ",le=\"+Inf\"", static_cast<double>(histogram.count));
        text += metricLine("apiserver_request_duration_seconds_sum", label, histogram.sum);
        text += metricLine("apiserver_request_duration_seconds_count", label, static_cast<double>(histogram.count));
    }
    return text + "# TYPE process_start_time_seconds gauge\n"
        + metricLine("process_start_time_seconds", {}, std::chrono::duration<double>(m_startedAt.time_since_epoch()).count());
}

} // namespace orrery::demo
