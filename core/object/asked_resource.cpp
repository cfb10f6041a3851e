// SPDX-License-Identifier: Apache-2.0
#include "core/object/asked_resource.h"

namespace kube {

bool asksFor(const QUrl &url, const GroupVersionResource &resource)
{
    const QString path = url.path();
    const QString root = (resource.group.empty() ? QStringLiteral("/api/") : QStringLiteral("/apis/")) + QString::fromStdString(resource.groupVersion().apiVersion()) + QLatin1Char('/');
    const qsizetype at = path.indexOf(root);
    if (at < 0)
        return false;
    const QStringList parts = path.mid(at + root.size()).split(QLatin1Char('/'), Qt::SkipEmptyParts);
    const bool isInNamespace = parts.size() > 2 && parts.first() == QLatin1String("namespaces");
    return parts.value(isInNamespace ? 2 : 0) == QString::fromStdString(resource.resource);
}

} // namespace kube
