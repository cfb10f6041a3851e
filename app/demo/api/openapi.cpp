// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/openapi.h"

#include "app/demo/api/openapi_document.h"
#include "app/demo/api/openapi_two.h"
#include "app/demo/api/status.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray textOf(const ResourceTypes &types, const kube::GroupVersion &gv)
{
    return QJsonDocument(openApiDocument(types, gv)).toJson(QJsonDocument::Compact);
}

} // namespace

void answerOpenApiTwo(const ResourceTypes &types, bool newApi, const Call &call, const ReplyPtr &reply)
{
    const QJsonObject document = openApiTwo(types, newApi ? FieldValidation::ByServer : FieldValidation::ByClient);
    if (call.header("accept").contains("application/com.github.proto-openapi.spec.v2"))
        return reply->send(200, "application/com.github.proto-openapi.spec.v2.v1.0+protobuf", openApiTwoProtobuf(document));
    sendJson(reply, 200, document);
}

bool answerOpenApi(const ResourceTypes &types, const Call &call, const ReplyPtr &reply)
{
    if (call.path == "/openapi/v3"_L1) {
        QJsonObject paths;
        for (const kube::GroupVersion &gv : types.groupVersions()) {
            const QByteArray hash = QCryptographicHash::hash(textOf(types, gv), QCryptographicHash::Sha256).toHex().toUpper();
            paths[openApiPath(gv)] = QJsonObject{{"serverRelativeURL"_L1, QString(u"/openapi/v3/%1?hash=%2"_s.arg(openApiPath(gv), QString::fromLatin1(hash)))}};
        }
        sendJson(reply, 200, {{"paths"_L1, paths}});
        return true;
    }
    for (const kube::GroupVersion &gv : types.groupVersions()) {
        if (call.path == u"/openapi/v3/"_s + openApiPath(gv)) {
            reply->send(200, "application/json", textOf(types, gv));
            return true;
        }
    }
    return false;
}

} // namespace orrery::demo
