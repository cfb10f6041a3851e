// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/openapi.h"

#include "app/demo/api/status.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

QString pathOf(const kube::GroupVersion &gv)
{
    return gv.group.empty() ? u"api/"_s + QString::fromStdString(gv.version)
                            : u"apis/%1/%2"_s.arg(QString::fromStdString(gv.group), QString::fromStdString(gv.version));
}

/// The document of a group version: the recorded, description-free one where there is one, else one that names its
/// kinds and lets every field through.
QByteArray documentOf(const ResourceTypes &types, const kube::GroupVersion &gv)
{
    const QString name = (gv.group.empty() ? u"core"_s : QString::fromStdString(gv.group)) + u'-' + QString::fromStdString(gv.version);
    QFile recorded(u":/demo/openapi/%1.json"_s.arg(name));
    if (recorded.open(QIODevice::ReadOnly))
        return recorded.readAll();
    QJsonObject schemas;
    for (const ResourceTypePtr &type : types.of(gv)) {
        schemas[name + u'.' + QString::fromStdString(type->kind)] = QJsonObject{
            {"type"_L1, "object"_L1},
            {"x-kubernetes-preserve-unknown-fields"_L1, true},
            {"x-kubernetes-group-version-kind"_L1,
             QJsonArray{QJsonObject{{"group"_L1, QString::fromStdString(gv.group)}, {"version"_L1, QString::fromStdString(gv.version)},
                                    {"kind"_L1, QString::fromStdString(type->kind)}}}}};
    }
    const QJsonObject document{{"openapi"_L1, "3.0.0"_L1},
                               {"info"_L1, QJsonObject{{"title"_L1, "Kubernetes"_L1}, {"version"_L1, "demo"_L1}}},
                               {"paths"_L1, QJsonObject()},
                               {"components"_L1, QJsonObject{{"schemas"_L1, schemas}}}};
    return QJsonDocument(document).toJson(QJsonDocument::Compact);
}

} // namespace

bool answerOpenApi(const ResourceTypes &types, const Call &call, const ReplyPtr &reply)
{
    if (call.path == "/openapi/v3"_L1) {
        QJsonObject paths;
        for (const kube::GroupVersion &gv : types.groupVersions()) {
            const QByteArray hash = QCryptographicHash::hash(documentOf(types, gv), QCryptographicHash::Sha256).toHex().toUpper();
            paths[pathOf(gv)] = QJsonObject{{"serverRelativeURL"_L1, QString(u"/openapi/v3/%1?hash=%2"_s.arg(pathOf(gv), QString::fromLatin1(hash)))}};
        }
        sendJson(reply, 200, {{"paths"_L1, paths}});
        return true;
    }
    for (const kube::GroupVersion &gv : types.groupVersions()) {
        if (call.path == u"/openapi/v3/"_s + pathOf(gv)) {
            reply->send(200, "application/json", documentOf(types, gv));
            return true;
        }
    }
    return false;
}

} // namespace orrery::demo
