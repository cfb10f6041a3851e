// SPDX-License-Identifier: Apache-2.0
#include "core/verbs/cron_job_verbs.h"

#include "core/object/json.h"

namespace kube {

QByteArray suspendPatch(Suspended suspended)
{
    return suspended == Suspended::Yes ? QByteArrayLiteral(R"({"spec":{"suspend":true}})") : QByteArrayLiteral(R"({"spec":{"suspend":false}})");
}

std::string manualJobName(const std::string &cronJob, const std::string &suffix)
{
    constexpr std::size_t longest = 63;
    const std::string end = "-manual-" + suffix;
    std::string begin = cronJob.substr(0, longest - std::min(longest, end.size()));
    while (!begin.empty() && (begin.back() == '-' || begin.back() == '.'))
        begin.pop_back();
    return begin + end;
}

Result<QByteArray> jobOf(JsonValue cronJob, const std::string &name)
{
    const JsonValue metadata = cronJob["metadata"];
    const JsonValue model = cronJob["spec"]["jobTemplate"];
    if (cronJob["kind"].string() != "CronJob" || !model["spec"].isObject())
        return fail(Error::badInput(QStringLiteral("the object is no CronJob")));
    std::string json = R"({"apiVersion":"batch/v1","kind":"Job","metadata":{"name":)";
    const auto add = [&json](std::string_view before, std::string_view text) {
        json += before;
        appendJsonString(json, text);
    };
    appendJsonString(json, name);
    add(R"(,"namespace":)", metadata["namespace"].string());
    if (model["metadata"]["labels"].size() > 0)
        json += R"(,"labels":)" + model["metadata"]["labels"].toJson();
    json += R"(,"annotations":{"cronjob.kubernetes.io/instantiate":"manual")";
    model["metadata"]["annotations"].forEachMember([&](std::string_view key, JsonValue value) {
        if (key == "cronjob.kubernetes.io/instantiate")
            return;
        add(",", key);
        add(":", value.string());
    });
    // blockOwnerDeletion would need the right to update finalizers of CronJobs.
    add(R"(},"ownerReferences":[{"apiVersion":)", cronJob["apiVersion"].string());
    add(R"(,"kind":"CronJob","name":)", metadata["name"].string());
    add(R"(,"uid":)", metadata["uid"].string());
    json += R"(,"controller":true}]},"spec":)" + model["spec"].toJson() + "}";
    return QByteArray::fromStdString(json);
}

} // namespace kube
