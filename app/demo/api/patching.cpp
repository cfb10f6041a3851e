// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/patching.h"

#include "app/demo/api/object_json.h"
#include "app/demo/api/strategic_merge.h"
#include "core/object/patch.h"

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

QByteArray patchTypeOf(const Call &call)
{
    return call.header("content-type").split(';').value(0).trimmed();
}

tl::expected<QJsonObject, StatusReply> patched(const ResourceType &type, const Call &call, const QJsonObject &current)
{
    const QByteArray contentType = patchTypeOf(call);
    const std::string_view patchText(call.body.constData(), static_cast<std::size_t>(call.body.size()));
    const QString accepted = u"the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, "_s;
    kube::Result<std::string> result = kube::fail(kube::Error::canceled());
    if (contentType == "application/json-patch+json") {
        result = kube::applyJsonPatch(toJson(current), patchText);
    } else if (contentType == "application/merge-patch+json") {
        result = kube::applyMergePatch(toJson(current), patchText);
    } else if (contentType == "application/strategic-merge-patch+json" && !type.custom) {
        const auto body = bodyOf(call);
        if (!body)
            return refuse(body.error());
        return strategicMerge(current, *body);
    } else {
        return refuse(unsupportedMediaType(accepted + (type.custom ? u"application/apply-patch+yaml"_s : u"application/strategic-merge-patch+json, application/apply-patch+yaml"_s)));
    }
    if (result)
        return parseObject(*result);
    if (result.error().is(kube::ErrorKind::Invalid))
        return refuse({422, u"Invalid"_s, u"the server rejected our request due to an error in our request"_s, {}});
    return refuse(badRequest(result.error().message));
}

} // namespace orrery::demo
