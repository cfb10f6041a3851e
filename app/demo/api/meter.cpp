// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/meter.h"

namespace orrery::demo {

QByteArray metricName(const kube::GroupResource &resource)
{
    return QByteArray::fromStdString(resource.group.empty() ? resource.resource : resource.resource + '.' + resource.group);
}

QByteArray metricLine(const QByteArray &name, const QByteArray &labels, double value)
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

QByteArray Meter::linesOf(const QByteArray &name, const QByteArray &label, const Histogram &histogram)
{
    QByteArray text;
    for (std::size_t i = 0; i < bounds.size(); ++i)
        text += metricLine(name + "_bucket", label + ",le=\"" + QByteArray::number(bounds[i]) + '"', static_cast<double>(histogram.upTo[i]));
    return text + metricLine(name + "_bucket", label + ",le=\"+Inf\"", static_cast<double>(histogram.count)) + metricLine(name + "_sum", label, histogram.sum)
        + metricLine(name + "_count", label, static_cast<double>(histogram.count));
}

QByteArray Meter::text() const
{
    QByteArray text = "# TYPE apiserver_request_duration_seconds histogram\n";
    for (const auto &[verb, histogram] : m_verbs)
        text += linesOf("apiserver_request_duration_seconds", "verb=\"" + QByteArray::fromStdString(verb) + '"', histogram);
    // The store is within the server: what it takes is nearly all that a request takes.
    static const std::pair<const char *, const char *> operations[] = {{"GET", "get"}, {"LIST", "list"}, {"POST", "create"}, {"PUT", "update"}, {"PATCH", "patch"}, {"DELETE", "delete"}};
    text += "# TYPE etcd_request_duration_seconds histogram\n";
    for (const auto &[verb, operation] : operations) {
        if (const auto known = m_verbs.find(verb); known != m_verbs.end())
            text += linesOf("etcd_request_duration_seconds", QByteArray("operation=\"") + operation + '"', known->second);
    }
    return text + "# TYPE process_start_time_seconds gauge\n"
        + metricLine("process_start_time_seconds", {}, std::chrono::duration<double>(m_startedAt.time_since_epoch()).count());
}

} // namespace orrery::demo
