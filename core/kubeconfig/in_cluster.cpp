// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/in_cluster.h"

#include "core/kubeconfig/tls_material.h"
#include "core/kubeconfig/token_providers.h"

#include <QDir>

namespace kube {

namespace {

Result<QUrl> inClusterServer(const QProcessEnvironment &environment)
{
    const QString host = environment.value(QStringLiteral("KUBERNETES_SERVICE_HOST"));
    const QString port = environment.value(QStringLiteral("KUBERNETES_SERVICE_PORT"));
    if (host.isEmpty() || port.isEmpty()) {
        return fail(Error{ErrorKind::NotFound,
                          QStringLiteral("this process is in no Pod: without KUBERNETES_SERVICE_HOST and "
                                         "KUBERNETES_SERVICE_PORT no API server is known"),
                          {}, {}});
    }
    bool isNumber = false;
    const int number = port.toInt(&isNumber);
    QUrl url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(host); // puts an IPv6 address into brackets
    if (!isNumber || number < 1 || number > 65535 || url.host().isEmpty()) {
        return fail(Error::badInput(QStringLiteral("KUBERNETES_SERVICE_HOST \"%1\" and KUBERNETES_SERVICE_PORT \"%2\" are no host and port")
                                        .arg(host.left(200), port.left(20))));
    }
    url.setPort(number);
    return url;
}

QString inClusterNamespace(const InClusterParts &parts, const QString &file)
{
    if (const QString name = parts.environment.value(QStringLiteral("POD_NAMESPACE")); !name.isEmpty())
        return name;
    if (const auto bytes = kubeconfig::readNamedFile(QStringLiteral("namespace"), file, {}); bytes && !bytes->trimmed().isEmpty())
        return QString::fromUtf8(bytes->trimmed());
    return QStringLiteral("default");
}

} // namespace

Result<ContextConfig> inClusterConfig(const InClusterParts &parts)
{
    auto server = inClusterServer(parts.environment);
    if (!server)
        return fail(std::move(server.error()));
    const QDir account(QDir::cleanPath(parts.root + QStringLiteral("/var/run/secrets/kubernetes.io/serviceaccount")));

    const QString tokenFile = account.filePath(QStringLiteral("token"));
    const auto token = kubeconfig::readNamedFile(QStringLiteral("the service account's token"), tokenFile, {});
    if (!token || token->trimmed().isEmpty()) {
        Error error = token ? Error::badInput(QStringLiteral("the service account's token (%1) is empty").arg(tokenFile)) : token.error();
        error.kind = ErrorKind::Unauthorized;
        return fail(std::move(error));
    }

    ContextConfig config;
    config.rest.host = *server;
    config.rest.auth = std::make_shared<TokenFileProvider>(tokenFile, token->trimmed(), *parts.scheduler);
    config.namespaceName = inClusterNamespace(parts, account.filePath(QStringLiteral("namespace")));
    const kubeconfig::Material authority{QStringLiteral("the service account's authority"), {}, account.filePath(QStringLiteral("ca.crt")), {}};
    if (auto certificates = kubeconfig::readCertificates(authority)) {
        config.rest.tls.caData = std::move(*certificates);
        config.rest.tls.caFile = authority.file;
    } else {
        config.notices.append(certificates.error().toString());
    }
    return config;
}

} // namespace kube
