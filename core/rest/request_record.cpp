// SPDX-License-Identifier: Apache-2.0
#include "core/rest/request_record.h"

#include <QUrlQuery>

#include <numeric>

namespace kube {

Duration RequestRecord::lasted() const
{
    return std::accumulate(spent.begin(), spent.end(), Duration::zero());
}

bool RequestRecord::isWatch() const
{
    if (method != "GET" || !url.hasQuery())
        return false;
    const QString value = QUrlQuery(url).queryItemValue(QStringLiteral("watch"));
    return value == QLatin1String("true") || value == QLatin1String("1");
}

QByteArray RequestRecord::answerHeader(const QByteArray &name) const
{
    return HttpHead{0, answerHeaders}.header(name);
}

} // namespace kube
