// SPDX-License-Identifier: Apache-2.0
#include "core/object/json.h"
#include "core/object/object_meta.h"
#include "core/removal/removal_progress.h"

#include <algorithm>
#include <array>

namespace kube {

Lingering Lingering::of(JsonValue object)
{
    Lingering lingering;
    const JsonValue metadata = object["metadata"];
    lingering.deletionTimestamp = parseTime(metadata["deletionTimestamp"].string());
    lingering.graceSeconds = metadata["deletionGracePeriodSeconds"].integer(0);
    const auto add = [&](JsonValue finalizer) { lingering.finalizers.emplace_back(finalizer.string()); };
    metadata["finalizers"].forEachItem(add);
    if (object["kind"].string() != "Namespace")
        return lingering;
    object["spec"]["finalizers"].forEachItem(add);
    object["status"]["conditions"].forEachItem([&](JsonValue condition) {
        // All of a Namespace's conditions tell what is in the way of its end.
        if (condition["status"].string() == "True" && !condition["message"].string().empty())
            lingering.conditions.emplace_back(condition["message"].string());
    });
    return lingering;
}

std::optional<WallTime> Lingering::since() const
{
    if (!deletionTimestamp)
        return std::nullopt;
    return *deletionTimestamp - std::chrono::seconds(graceSeconds);
}

std::chrono::seconds Lingering::left(WallTime now) const
{
    if (!deletionTimestamp || graceSeconds == 0)
        return std::chrono::seconds(0);
    return std::max(std::chrono::seconds(0), std::chrono::ceil<std::chrono::seconds>(*deletionTimestamp - now));
}

bool RemovalItem::isSettled() const
{
    switch (phase) {
    case RemovalPhase::Waiting:
    case RemovalPhase::Sent:
    case RemovalPhase::Blocked:
    case RemovalPhase::Going: return false;
    case RemovalPhase::Gone:
    case RemovalPhase::Replaced:
    case RemovalPhase::Refused:
    case RemovalPhase::Unseen:
    case RemovalPhase::NotSent: break;
    }
    return true;
}

bool RemovalProgress::isFinished() const
{
    return isTimedOut || std::all_of(items.begin(), items.end(), [](const RemovalItem &item) { return item.isSettled(); });
}

std::size_t RemovalProgress::count(RemovalPhase phase) const
{
    return static_cast<std::size_t>(std::count_if(items.begin(), items.end(), [phase](const RemovalItem &item) { return item.phase == phase; }));
}

std::string blockingBudget(const Error &error)
{
    // "The disruption budget NAME needs 2 healthy pods and has 2 currently", in a cause; in newer servers in the message, too.
    static constexpr QStringView before(u"disruption budget ");
    QStringList texts{error.message};
    if (error.status) {
        for (const StatusCause &cause : error.status->causes)
            texts.prepend(cause.message);
    }
    for (const QString &text : texts) {
        const qsizetype begin = text.indexOf(before);
        if (begin < 0)
            continue;
        const QString name = text.mid(begin + before.size()).section(QLatin1Char(' '), 0, 0);
        if (!name.isEmpty() && !name.endsWith(QLatin1Char('.')))
            return name.toStdString();
    }
    return {};
}

QByteArray evictionBody(const RemovalTarget &pod, const RemovalOrder &order)
{
    std::string json = R"({"apiVersion":)";
    const auto add = [&json](std::string_view before, std::string_view text) {
        json += before;
        appendJsonString(json, text);
    };
    appendJsonString(json, order.eviction.apiVersion());
    add(R"(,"kind":"Eviction","metadata":{"name":)", pod.key.name);
    add(R"(,"namespace":)", pod.key.namespaceName);
    json += '}';
    DeleteOptions options;
    options.gracePeriodSeconds = order.gracePeriodSeconds;
    options.uid = pod.uid;
    if (options.gracePeriodSeconds || !options.uid.empty())
        json += R"(,"deleteOptions":)" + options.toJson().toStdString();
    return QByteArray::fromStdString(json + "}");
}

} // namespace kube
