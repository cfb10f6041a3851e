// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/overrides.h"

#include <QRegularExpression>

namespace kube {

namespace {

template <typename Entry>
QString namesOf(const QList<Entry> &entries)
{
    constexpr qsizetype shown = 10;
    QStringList names;
    for (qsizetype i = 0; i < entries.size() && i < shown; ++i)
        names.append(entries[i].name);
    if (entries.size() > shown)
        names.append(QStringLiteral("and %1 more").arg(entries.size() - shown));
    return names.isEmpty() ? QStringLiteral("none") : names.join(QStringLiteral(", "));
}

template <typename Entry>
Error missing(const char *kind, const QString &name, const QList<Entry> &entries)
{
    return Error::badInput(QStringLiteral("there is no %1 \"%2\"; there are: %3").arg(QLatin1String(kind), name, namesOf(entries)));
}

/// Where an overridden field was "written".
void mark(KubeconfigEntry &entry, const char *field, const char *option)
{
    entry.fields.insert(QString::fromLatin1(field), Origin{QString::fromLatin1(option), 0, 0});
}

Result<Context> chooseContext(const Config &config, const ConfigOverrides &overrides)
{
    const QString name = overrides.context.isEmpty() ? config.currentContext : overrides.context;
    Context context;
    if (const Context *found = config.context(name)) {
        context = *found;
    } else if (!name.isEmpty()) {
        Error error = missing("context", name, config.contexts);
        if (overrides.context.isEmpty())
            error.place = config.currentContextOrigin.toString();
        return fail(std::move(error));
    } else if (overrides.server.isEmpty() && overrides.cluster.isEmpty()) {
        return fail(Error::badInput(QStringLiteral("no context is chosen, and the kubeconfig has no current-context; choose one (--context); there are: %1")
                                        .arg(namesOf(config.contexts))));
    }
    if (!overrides.cluster.isEmpty()) {
        context.cluster = overrides.cluster;
        mark(context, "cluster", "--cluster");
    }
    if (!overrides.user.isEmpty()) {
        context.user = overrides.user;
        mark(context, "user", "--user");
    }
    if (!overrides.namespaceName.isEmpty()) {
        context.namespaceName = overrides.namespaceName;
        mark(context, "namespace", "--namespace");
    }
    return context;
}

void overrideCluster(Cluster &cluster, const ConfigOverrides &overrides)
{
    if (!overrides.server.isEmpty()) {
        cluster.server = overrides.server;
        mark(cluster, "server", "--server");
    }
    // A server's name belongs to the server it was written for.
    if (!overrides.server.isEmpty() || !overrides.tlsServerName.isEmpty())
        cluster.tlsServerName = overrides.tlsServerName;
    if (overrides.insecureSkipTlsVerify || !overrides.certificateAuthority.isEmpty()) {
        cluster.insecureSkipTlsVerify = overrides.insecureSkipTlsVerify;
        cluster.certificateAuthority = overrides.certificateAuthority;
        cluster.certificateAuthorityData.clear();
        mark(cluster, "insecure-skip-tls-verify", "--insecure-skip-tls-verify");
        mark(cluster, "certificate-authority", "--certificate-authority");
    }
    if (!overrides.proxyUrl.isEmpty()) {
        cluster.proxyUrl = overrides.proxyUrl;
        mark(cluster, "proxy-url", "--proxy-url");
    }
}

void overrideUser(User &user, const ConfigOverrides &overrides)
{
    if (!overrides.token.isEmpty()) {
        user.token = overrides.token;
        user.tokenFile.clear();
        user.username.clear();
        user.password.clear();
        user.exec.reset();
        user.authProvider.clear();
        mark(user, "token", "--token");
    }
    if (!overrides.impersonate.isEmpty()) {
        user.impersonate = overrides.impersonate;
        mark(user, "as", "--as");
    }
    if (!overrides.impersonateUid.isEmpty()) {
        user.impersonateUid = overrides.impersonateUid;
        mark(user, "as-uid", "--as-uid");
    }
    if (!overrides.impersonateGroups.isEmpty()) {
        user.impersonateGroups = overrides.impersonateGroups;
        mark(user, "as-groups", "--as-group");
    }
}

} // namespace

Result<EffectiveContext> applyOverrides(const Config &config, const ConfigOverrides &overrides)
{
    auto context = chooseContext(config, overrides);
    if (!context)
        return fail(std::move(context.error()));
    EffectiveContext effective;
    effective.context = std::move(*context);
    effective.cluster.origin = effective.user.origin = effective.context.origin;
    const auto at = [&](const char *field, Error error) {
        const QString place = effective.context.where(QString::fromLatin1(field));
        error.place = place;
        return fail(std::move(error));
    };
    if (const Cluster *cluster = config.cluster(effective.context.cluster))
        effective.cluster = *cluster;
    else if (!effective.context.cluster.isEmpty())
        return at("cluster", missing("cluster", effective.context.cluster, config.clusters));
    if (const User *user = config.user(effective.context.user))
        effective.user = *user;
    else if (!effective.context.user.isEmpty())
        return at("user", missing("user", effective.context.user, config.users));
    overrideCluster(effective.cluster, overrides);
    overrideUser(effective.user, overrides);
    return effective;
}

Result<std::chrono::nanoseconds> parseRequestTimeout(const QString &text)
{
    const auto refused = [&] {
        return fail(Error::badInput(QStringLiteral("\"%1\" is no time-out; write seconds (30) or a Go duration (1m30s, 500ms)").arg(text.left(80)),
                                    QStringLiteral("--request-timeout")));
    };
    static const QRegularExpression number(QStringLiteral("^[0-9]{1,9}\\z"));
    if (text.isEmpty() || number.match(text).hasMatch())
        return std::chrono::seconds(text.toLongLong());
    static const QRegularExpression whole(QStringLiteral("^([0-9]{1,9}(\\.[0-9]{1,9})?(ns|us|µs|ms|s|m|h))+\\z"));
    if (!whole.match(text).hasMatch())
        return refused();
    static const QRegularExpression part(QStringLiteral("([0-9.]+)(ns|us|µs|ms|s|m|h)"));
    static const QHash<QString, double> units{
        {QStringLiteral("ns"), 1.0}, {QStringLiteral("us"), 1e3}, {QStringLiteral("µs"), 1e3}, {QStringLiteral("ms"), 1e6},
        {QStringLiteral("s"), 1e9},  {QStringLiteral("m"), 6e10}, {QStringLiteral("h"), 3.6e12}};
    double total = 0;
    for (auto match = part.globalMatch(text); match.hasNext();) {
        const auto piece = match.next();
        total += piece.captured(1).toDouble() * units.value(piece.captured(2));
    }
    if (total > 9e18)
        return refused();
    return std::chrono::nanoseconds(static_cast<std::int64_t>(total));
}

} // namespace kube
