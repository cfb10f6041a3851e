// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/table_text.h"

#include "app/demo/api/text.h"
#include "core/object/object_meta.h"

#include <QStringList>

#include <algorithm>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

QString ageText(std::string_view time)
{
    const auto since = kube::parseTime(time);
    if (!since)
        return u"<unknown>"_s;
    const qint64 seconds = std::max<qint64>(0, std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now() - *since).count());
    if (seconds < 120)
        return u"%1s"_s.arg(seconds);
    if (seconds < 3 * 3600)
        return u"%1m"_s.arg(seconds / 60);
    if (seconds < 48 * 3600)
        return u"%1h"_s.arg(seconds / 3600);
    return u"%1d"_s.arg(seconds / 86400);
}

QString none()
{
    return u"<none>"_s;
}

QString orNone(kube::JsonValue value)
{
    return value.string().empty() ? none() : text(value.string());
}

QString pairs(kube::JsonValue object)
{
    QStringList terms;
    object.forEachMember([&](std::string_view name, kube::JsonValue value) { terms.append(text(name) + u'=' + text(value.string())); });
    terms.sort();
    return terms.isEmpty() ? none() : terms.join(u',');
}

QString joined(kube::JsonValue items, const char *member)
{
    QStringList texts;
    items.forEachItem([&](kube::JsonValue item) { texts.append(text(item[member].string())); });
    return texts.join(u',');
}

QString podReason(kube::JsonValue pod)
{
    if (pod["metadata"]["deletionTimestamp"].exists())
        return u"Terminating"_s;
    const kube::JsonValue status = pod["status"];
    QString reason = text(status["reason"].string(status["phase"].string("Unknown")));
    status["containerStatuses"].forEachItem([&](kube::JsonValue container) {
        const auto waiting = container["state"]["waiting"]["reason"].string();
        const auto terminated = container["state"]["terminated"]["reason"].string();
        if (!waiting.empty() || !terminated.empty())
            reason = text(waiting.empty() ? terminated : waiting);
    });
    return reason;
}

QString nodeStatus(kube::JsonValue node)
{
    QString word = u"Unknown"_s;
    node["status"]["conditions"].forEachItem([&](kube::JsonValue condition) {
        if (condition["type"].string() == "Ready")
            word = condition["status"].string() == "True" ? u"Ready"_s : u"NotReady"_s;
    });
    return node["spec"]["unschedulable"].boolean() ? word + u",SchedulingDisabled"_s : word;
}

QString nodeRoles(kube::JsonValue node)
{
    constexpr std::string_view prefix = "node-role.kubernetes.io/";
    QStringList roles;
    node["metadata"]["labels"].forEachMember([&](std::string_view name, kube::JsonValue) {
        if (name.substr(0, prefix.size()) == prefix)
            roles.append(text(name.substr(prefix.size())));
    });
    roles.sort();
    return roles.isEmpty() ? none() : roles.join(u',');
}

QString nodeAddress(kube::JsonValue node, std::string_view type)
{
    QString found = none();
    node["status"]["addresses"].forEachItem([&](kube::JsonValue address) {
        if (address["type"].string() == type)
            found = text(address["address"].string());
    });
    return found;
}

} // namespace orrery::demo
