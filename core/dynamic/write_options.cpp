// SPDX-License-Identifier: Apache-2.0
#include "core/dynamic/write_options.h"

#include "core/object/json.h"
#include "core/rest/request.h"

namespace kube {

QByteArray contentType(PatchType type)
{
    switch (type) {
    case PatchType::Json: return QByteArrayLiteral("application/json-patch+json");
    case PatchType::Merge: return QByteArrayLiteral("application/merge-patch+json");
    case PatchType::Strategic: return QByteArrayLiteral("application/strategic-merge-patch+json");
    case PatchType::Apply: return QByteArrayLiteral("application/apply-patch+yaml");
    }
    return {};
}

void WriteOptions::addTo(Request &request) const
{
    request.parameter(QStringLiteral("fieldManager"), QString::fromStdString(fieldManager));
    request.parameter(QStringLiteral("fieldValidation"), QString::fromStdString(fieldValidation));
    if (dryRun == DryRun::All)
        request.parameter(QStringLiteral("dryRun"), QStringLiteral("All"));
}

QByteArray DeleteOptions::toJson() const
{
    std::string json = R"({"apiVersion":"v1","kind":"DeleteOptions")";
    if (propagation) {
        static constexpr const char *names[] = {"Background", "Foreground", "Orphan"};
        json += R"(,"propagationPolicy":")" + std::string(names[static_cast<int>(*propagation)]) + '"';
    }
    if (gracePeriodSeconds)
        json += R"(,"gracePeriodSeconds":)" + std::to_string(*gracePeriodSeconds);
    if (!uid.empty() || !resourceVersion.empty()) {
        json += R"(,"preconditions":{)";
        if (!uid.empty()) {
            json += R"("uid":)";
            appendJsonString(json, uid);
        }
        if (!resourceVersion.empty()) {
            json += uid.empty() ? R"("resourceVersion":)" : R"(,"resourceVersion":)";
            appendJsonString(json, resourceVersion);
        }
        json += '}';
    }
    if (dryRun == DryRun::All)
        json += R"(,"dryRun":["All"])";
    json += '}';
    return QByteArray::fromStdString(json);
}

} // namespace kube
