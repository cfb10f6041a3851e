// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/exec_credential.h"

#include "core/kubeconfig/tls_material.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

namespace kube {

namespace {

Error wrong(const QString &what)
{
    return Error::badInput(QStringLiteral("its output ") + what);
}

/// A string member; absent and null are "". Errors: any other type.
Result<QString> stringMember(const QJsonObject &object, const char *key)
{
    const QJsonValue value = object.value(QLatin1String(key));
    if (value.isString())
        return value.toString();
    if (value.isUndefined() || value.isNull())
        return QString();
    return fail(wrong(QStringLiteral("has a %1 that is no text").arg(QLatin1String(key))));
}

/// RFC 3339 demands a zone; QDateTime would take its absence for local time.
Result<std::optional<WallTime>> expirationOf(const QString &text)
{
    if (text.isEmpty())
        return std::optional<WallTime>();
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime)
        return fail(wrong(QStringLiteral("has an expirationTimestamp that is no time as 2006-01-02T15:04:05Z")));
    // "Never", as year 9999: a WallTime ends in 2262.
    constexpr auto latest = std::chrono::floor<std::chrono::milliseconds>(WallTime::max() - std::chrono::years(1)).time_since_epoch();
    return std::optional(WallTime(std::clamp(std::chrono::milliseconds(time.toMSecsSinceEpoch()), std::chrono::milliseconds::zero(), latest)));
}

Result<QJsonObject> statusOf(const QByteArray &output, const QString &apiVersion)
{
    if (output.trimmed().isEmpty())
        return fail(wrong(QStringLiteral("is empty")));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(output, &problem);
    if (document.isNull())
        return fail(wrong(QStringLiteral("is no JSON (at byte %1: %2)").arg(problem.offset).arg(problem.errorString())));
    if (!document.isObject())
        return fail(wrong(QStringLiteral("is no JSON object")));
    const QJsonObject root = document.object();
    if (root.value(QLatin1String("kind")).toString() != QLatin1String("ExecCredential"))
        return fail(wrong(QStringLiteral("is not of kind ExecCredential")));
    const QString version = root.value(QLatin1String("apiVersion")).toString();
    if (version != apiVersion) {
        return fail(wrong(QStringLiteral("has apiVersion \"%1\" where the kubeconfig says \"%2\"; make the two agree")
                              .arg(tidyWords(version.left(80).toUtf8()), apiVersion)));
    }
    const QJsonValue status = root.value(QLatin1String("status"));
    if (!status.isObject())
        return fail(wrong(QStringLiteral("has no status")));
    return status.toObject();
}

} // namespace

ExecCluster execClusterOf(const Cluster &cluster, const QUrl &server)
{
    ExecCluster told;
    told.server = server.toString(QUrl::FullyEncoded);
    told.tlsServerName = cluster.tlsServerName;
    told.insecureSkipTlsVerify = cluster.insecureSkipTlsVerify;
    told.proxyUrl = cluster.proxyUrl;
    told.disableCompression = cluster.disableCompression;
    told.config = cluster.execConfig;
    const kubeconfig::Material authority = kubeconfig::authorityOf(cluster);
    if (!authority.isEmpty())
        told.certificateAuthorityData = kubeconfig::read(authority).value_or(QByteArray());
    return told;
}

QByteArray execInfo(const QString &apiVersion, const std::optional<ExecCluster> &cluster, Terminal terminal)
{
    QJsonObject spec{{QStringLiteral("interactive"), terminal == Terminal::Offered}};
    if (cluster) {
        QJsonObject told{{QStringLiteral("server"), cluster->server}};
        if (!cluster->tlsServerName.isEmpty())
            told.insert(QStringLiteral("tls-server-name"), cluster->tlsServerName);
        if (cluster->insecureSkipTlsVerify)
            told.insert(QStringLiteral("insecure-skip-tls-verify"), true);
        if (!cluster->certificateAuthorityData.isEmpty())
            told.insert(QStringLiteral("certificate-authority-data"), QString::fromLatin1(cluster->certificateAuthorityData.toBase64()));
        if (!cluster->proxyUrl.isEmpty())
            told.insert(QStringLiteral("proxy-url"), cluster->proxyUrl);
        if (cluster->disableCompression)
            told.insert(QStringLiteral("disable-compression"), true);
        const QJsonObject config = QJsonDocument::fromJson(cluster->config).object();
        if (config.contains(QStringLiteral("config")))
            told.insert(QStringLiteral("config"), config.value(QStringLiteral("config")));
        spec.insert(QStringLiteral("cluster"), told);
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("apiVersion"), apiVersion},
                                     {QStringLiteral("kind"), QStringLiteral("ExecCredential")},
                                     {QStringLiteral("spec"), spec}})
        .toJson(QJsonDocument::Compact);
}

Result<ExecCredential> parseExecCredential(const QByteArray &output, const QString &apiVersion)
{
    const auto status = statusOf(output, apiVersion);
    if (!status)
        return fail(status.error());
    const auto token = stringMember(*status, "token");
    const auto certificate = stringMember(*status, "clientCertificateData");
    const auto key = stringMember(*status, "clientKeyData");
    const auto expires = stringMember(*status, "expirationTimestamp");
    for (const auto *member : {&token, &certificate, &key, &expires}) {
        if (!*member)
            return fail(member->error());
    }
    ExecCredential credential{token->toUtf8(), certificate->toUtf8(), key->toUtf8(), {}};
    if (credential.certData.isEmpty() != credential.keyData.isEmpty())
        return fail(wrong(QStringLiteral("has only one of clientCertificateData and clientKeyData")));
    if (credential.token.isEmpty() && credential.certData.isEmpty())
        return fail(wrong(QStringLiteral("has neither a token nor a client certificate")));
    if (std::any_of(credential.token.begin(), credential.token.end(), [](char c) { return c >= 0 && c < 0x20; }))
        return fail(wrong(QStringLiteral("has a token with a line end or control character in it")));
    if (!credential.certData.isEmpty()) {
        const kubeconfig::Material cert{QStringLiteral("its output's clientCertificateData"), {}, {}, credential.certData};
        const kubeconfig::Material privateKey{QStringLiteral("its output's clientKeyData"), {}, {}, credential.keyData};
        if (const auto checked = kubeconfig::readCertificates(cert); !checked)
            return fail(checked.error());
        if (const auto checked = kubeconfig::readKey(privateKey, {}); !checked)
            return fail(Error::badInput(checked.error().message)); // nobody can be asked for this passphrase
    }
    const auto expiration = expirationOf(*expires);
    if (!expiration)
        return fail(expiration.error());
    credential.expiration = *expiration;
    return credential;
}

QString tidyWords(const QByteArray &text, const QStringList &secrets)
{
    constexpr qsizetype shown = 1000;
    QString words = QString::fromUtf8(text);
    static const QRegularExpression escape(QStringLiteral("\\x1b(\\[[0-9;?]*[ -/]*[@-~]|\\][^\\x07\\x1b]*(\\x07|\\x1b\\\\)?|.)"));
    static const QRegularExpression jwt(QStringLiteral("eyJ[A-Za-z0-9_-]{8,}(\\.[A-Za-z0-9_-]*)*"));
    static const QRegularExpression bearer(QStringLiteral("(bearer|basic)\\s+[A-Za-z0-9._~+/=-]{8,}"), QRegularExpression::CaseInsensitiveOption);
    const QString mask = QStringLiteral("[hidden]");
    // Escapes first: one within a secret would hide it from what follows.
    words.remove(escape);
    for (const QString &secret : secrets) {
        if (!secret.isEmpty())
            words.replace(secret, mask);
    }
    words.replace(jwt, mask);
    words.replace(bearer, QStringLiteral("\\1 ") + mask);
    for (QChar &c : words) {
        if (c != QLatin1Char('\n') && !c.isPrint())
            c = QLatin1Char(' ');
    }
    words = words.trimmed();
    return words.size() > shown ? QStringLiteral("… ") + words.right(shown) : words;
}

} // namespace kube
