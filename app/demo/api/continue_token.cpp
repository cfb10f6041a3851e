// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/continue_token.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto alphabet = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr QLatin1String formatVersion = "meta.k8s.io/v1"_L1;

} // namespace

QByteArray ContinueToken::encoded() const
{
    const QJsonObject token{{"v"_L1, formatVersion}, {"rv"_L1, revision}, {"start"_L1, QString::fromStdString(last.toString())}};
    return QJsonDocument(token).toJson(QJsonDocument::Compact).toBase64(alphabet);
}

kube::Result<ContinueToken> ContinueToken::decode(const QByteArray &text)
{
    QJsonParseError error;
    const QJsonObject token = QJsonDocument::fromJson(QByteArray::fromBase64(text, alphabet), &error).object();
    const auto key = kube::ObjectKey::parse(token.value("start"_L1).toString().toStdString());
    if (error.error != QJsonParseError::NoError)
        return kube::fail(kube::Error::badInput(u"invalid continue token: continue key is not valid: "_s + error.errorString()));
    if (token.value("v"_L1).toString() != formatVersion || !key || key->name.empty())
        return kube::fail(kube::Error::badInput(u"invalid continue token: continue key is not valid: incorrect encoded start resourceVersion"_s));
    return ContinueToken{token.value("rv"_L1).toInteger(), *key};
}

} // namespace orrery::demo
