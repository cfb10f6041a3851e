// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/eviction.h"

#include "app/demo/api/object_json.h"

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

WriteResult evict(ObjectRemover &remover, const ResourceType &pods, const kube::ObjectKey &key, const Call &call)
{
    const auto body = bodyOf(call);
    if (!body)
        return refuse(body.error());
    const QString named = body->value("metadata"_L1).toObject().value("name"_L1).toString();
    if (!named.isEmpty() && named.toStdString() != key.name)
        return refuse(badRequest(u"name in URL does not match name in Eviction object"_s));
    Call removal = call;
    removal.body = QByteArray::fromStdString(toJson(body->value("deleteOptions"_L1).toObject()));
    removal.headers = {{"content-type", "application/json"}};
    const auto removed = remover.remove(pods, key, removal);
    if (!removed)
        return removed;
    return Written{201, {{"kind"_L1, "Status"_L1}, {"apiVersion"_L1, "v1"_L1}, {"metadata"_L1, QJsonObject()}, {"status"_L1, "Success"_L1}, {"code"_L1, 201}}};
}

} // namespace orrery::demo
