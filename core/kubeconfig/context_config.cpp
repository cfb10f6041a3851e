// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/context_config.h"

#include "core/kubeconfig/exec_provider.h"
#include "core/kubeconfig/merge.h"
#include "core/kubeconfig/server_url.h"
#include "core/kubeconfig/tls_material.h"
#include "core/kubeconfig/token_providers.h"
#include "core/kubeconfig/validation.h"
#include "core/rest/certificates.h"

namespace kube {

namespace {

QList<Error> validateEffective(const EffectiveContext &effective, Terminal terminal)
{
    Config only;
    if (!effective.context.cluster.isEmpty())
        only.clusters = {effective.cluster};
    if (!effective.context.user.isEmpty())
        only.users = {effective.user};
    if (effective.context.name.isEmpty()) // --server or --cluster without a context: a user is not required then
        return validateCluster(effective.cluster) + validateUser(effective.user, terminal);
    return validateContext(effective.context, only, terminal);
}

Result<TlsConfig> tlsOf(const EffectiveContext &effective, const QByteArray &passphrase)
{
    TlsConfig tls;
    tls.insecure = effective.cluster.insecureSkipTlsVerify;
    tls.serverName = effective.cluster.tlsServerName;
    const auto take = [](const kubeconfig::Material &material, Result<QByteArray> bytes, QByteArray &data, QString &file) {
        if (!bytes)
            return std::optional<Error>(std::move(bytes.error()));
        data = std::move(*bytes);
        if (material.data.isEmpty())
            file = material.file;
        return std::optional<Error>();
    };
    const kubeconfig::Material authority = kubeconfig::authorityOf(effective.cluster);
    if (!authority.isEmpty()) {
        if (auto error = take(authority, kubeconfig::readCertificates(authority), tls.caData, tls.caFile))
            return fail(std::move(*error));
    }
    const kubeconfig::Material certificate = kubeconfig::certificateOf(effective.user);
    if (certificate.isEmpty())
        return tls;
    if (auto error = take(certificate, kubeconfig::readCertificates(certificate), tls.certData, tls.certFile))
        return fail(std::move(*error));
    const kubeconfig::Material key = kubeconfig::keyOf(effective.user);
    if (auto error = take(key, kubeconfig::readKey(key, passphrase), tls.keyData, tls.keyFile))
        return fail(std::move(*error));
    if (keyProblem(tls.keyData, {}) == KeyProblem::NeedsPassphrase)
        tls.keyPassphrase = passphrase;
    return tls;
}

/// Source: client-go rest/transport.go: a token wins over a password, both over a plugin.
std::shared_ptr<AuthProvider> authOf(const EffectiveContext &effective, const QUrl &server, const AuthParts &parts)
{
    const User &user = effective.user;
    if (!user.tokenFile.isEmpty())
        return std::make_shared<TokenFileProvider>(user.tokenFile, user.token, *parts.scheduler);
    if (!user.token.isEmpty())
        return std::make_shared<StaticTokenProvider>(user.token);
    if (!user.username.isEmpty())
        return std::make_shared<BasicAuthProvider>(user.username, user.password);
    if (!user.exec)
        return nullptr;
    ExecProvider::Setup setup;
    setup.config = *user.exec;
    setup.userName = user.name;
    setup.place = user.where(QStringLiteral("exec"));
    if (user.exec->provideClusterInfo)
        setup.cluster = execClusterOf(effective.cluster, server);
    setup.environment = parts.environment;
    setup.loginShell = parts.loginShell;
    setup.terminal = parts.terminal;
    setup.timeout = parts.execTimeout;
    return std::make_shared<ExecProvider>(std::move(setup), *parts.scheduler);
}

constexpr auto expiryNotice = std::chrono::hours(24 * 30);

std::optional<QString> expiryOf(const User &user, const TlsConfig &tls, const Scheduler &scheduler)
{
    const auto chain = parseCertificates(tls.certData);
    const auto expires = chain ? earliestExpiry(*chain) : std::nullopt;
    if (!expires || *expires - scheduler.wallNow() > expiryNotice)
        return std::nullopt;
    return QStringLiteral("the client certificate of user \"%1\" %2 on %3")
        .arg(user.name, *expires <= scheduler.wallNow() ? QStringLiteral("expired") : QStringLiteral("expires"), dayOf(*expires));
}

bool hasCredentials(const User &user)
{
    return !user.token.isEmpty() || !user.tokenFile.isEmpty() || !user.username.isEmpty() || user.exec
        || !user.clientCertificate.isEmpty() || !user.clientCertificateData.isEmpty();
}

} // namespace

QList<ContextSummary> contexts(const LoadedConfig &loaded)
{
    const Config &config = loaded.config;
    QHash<QString, QList<Error>> clusterErrors; // many contexts share a cluster: read its certificates once
    QHash<QString, QList<Error>> userErrors;
    QHash<QString, const Cluster *> clusters;
    for (const Cluster &cluster : config.clusters) {
        clusterErrors.insert(cluster.name, validateCluster(cluster));
        clusters.insert(cluster.name, &cluster);
    }
    for (const User &user : config.users)
        userErrors.insert(user.name, validateUser(user));
    QList<ContextSummary> summaries;
    for (const Context &context : config.contexts) {
        ContextSummary summary{context.name, context.cluster, context.user, context.namespaceName, {}, context.name == config.currentContext, {}};
        if (const Cluster *cluster = clusters.value(context.cluster))
            summary.server = withoutPassword(cluster->server);
        const QList<Error> errors = validateReferences(context, clusterErrors.contains(context.cluster), userErrors.contains(context.user))
            + clusterErrors.value(context.cluster) + userErrors.value(context.user);
        if (!errors.isEmpty())
            summary.error = joined(errors);
        summaries.append(std::move(summary));
    }
    return summaries;
}

Result<ContextConfig> restConfigFor(const LoadedConfig &loaded, const ConfigOverrides &overrides, const AuthParts &parts)
{
    const auto effective = applyOverrides(loaded.config, overrides);
    if (!effective)
        return fail(effective.error());
    if (const QList<Error> errors = validateEffective(*effective, parts.terminal); !errors.isEmpty())
        return fail(joined(errors));
    const auto timeout = parseRequestTimeout(overrides.requestTimeout);
    if (!timeout)
        return fail(timeout.error());
    const auto server = kubeconfig::serverUrl(effective->cluster);
    const auto proxy = kubeconfig::proxyUrl(effective->cluster);
    if (!server)
        return fail(server.error());
    if (!proxy)
        return fail(proxy.error());

    ContextConfig config;
    config.contextName = effective->context.name;
    config.namespaceName = effective->context.namespaceName.isEmpty() ? QStringLiteral("default") : effective->context.namespaceName;
    config.rest.host = *server;
    config.rest.proxy = *proxy;
    config.rest.timeout = *timeout;
    config.rest.readOnly = overrides.readOnly;
    config.rest.disableCompression = effective->cluster.disableCompression;
    const User &user = effective->user;
    config.rest.impersonation = {user.impersonate, user.impersonateUid, user.impersonateGroups, user.impersonateExtra};
    if (server->scheme() != QLatin1String("https")) {
        if (hasCredentials(user))
            config.notices.append(QStringLiteral("the server is reached over plain http: the credentials of user \"%1\" are not sent").arg(user.name));
        return config;
    }
    auto tls = tlsOf(*effective, overrides.keyPassphrase);
    if (!tls)
        return fail(std::move(tls.error()));
    config.rest.tls = std::move(*tls);
    if (const auto notice = parts.scheduler ? expiryOf(user, config.rest.tls, *parts.scheduler) : std::nullopt)
        config.notices.append(*notice);
    config.rest.auth = authOf(*effective, *server, parts);
    return config;
}

} // namespace kube
