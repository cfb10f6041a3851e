// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/route.h"

#include <QStringList>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

Route Route::of(const QString &path)
{
    Route route;
    QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    if (parts.isEmpty() || (parts.first() != "api"_L1 && parts.first() != "apis"_L1))
        return route;
    const bool core = parts.takeFirst() == "api"_L1;
    if (parts.isEmpty()) {
        route.place = core ? Place::Versions : Place::Groups;
        return route;
    }
    if (!core) {
        route.group = parts.takeFirst().toStdString();
        if (parts.isEmpty()) {
            route.place = Place::Group;
            return route;
        }
    }
    route.version = parts.takeFirst().toStdString();
    if (parts.isEmpty()) {
        route.place = Place::Resources;
        return route;
    }
    route.place = Place::Objects;
    // /namespaces/NS/RESOURCE…, but /namespaces/NS and its status and finalize are the Namespace itself.
    if (parts.first() == "namespaces"_L1 && parts.size() >= 3 && parts.at(2) != "status"_L1 && parts.at(2) != "finalize"_L1) {
        route.namespaceName = parts.at(1).toStdString();
        parts = parts.mid(2);
    }
    route.resource = parts.value(0).toStdString();
    route.name = parts.value(1).toStdString();
    route.subresource = parts.mid(2).join(u'/').toStdString();
    return route;
}

} // namespace orrery::demo
