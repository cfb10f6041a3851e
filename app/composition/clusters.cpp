// SPDX-License-Identifier: Apache-2.0
#include "app/composition/clusters.h"

#include "app/composition/audited_writes.h"
#include "core/base/log.h"
#include "core/kubeconfig/login_shell.h"

#include <QDir>
#include <QFileInfo>
#include <QProcessEnvironment>

namespace orrery {

Clusters::Clusters(const CommandLine &line, kube::ExecutorPtr gui, Credentials &credentials, QObject *parent)
    : QObject(parent), m_line(line), m_credentials(credentials),
      m_loginShell(std::make_shared<kube::LoginShell>(QProcessEnvironment::systemEnvironment().value(QStringLiteral("SHELL")))), m_owner(std::move(gui))
{
}

Clusters::~Clusters() = default;

kube::Result<void> Clusters::load()
{
    const kube::LoadingRules rules = kube::LoadingRules::from(QProcessEnvironment::systemEnvironment(), QDir::currentPath(), m_line.kubeconfig.value_or(QString()));
    auto loaded = kube::KubeconfigLoader(rules).load();
    // An address is enough where there is no kubeconfig at all, as for kubectl.
    if (!loaded && !(m_line.server && !m_line.kubeconfig && loaded.error().is(kube::ErrorKind::NotFound)))
        return kube::fail(loaded.error());
    m_loaded = loaded ? std::move(*loaded) : kube::LoadedConfig{};
    m_contexts.clear();
    for (const kube::ContextSummary &summary : kube::contexts(m_loaded)) {
        m_contexts.push_back({summary.name, summary.cluster, summary.user, summary.namespaceName, summary.server, summary.error});
        if (summary.isCurrent)
            m_initial = summary.name;
    }
    if (m_line.context) {
        m_initial = *m_line.context;
    } else if (m_initial.isEmpty() && (m_line.server || m_line.cluster)) {
        m_initial = m_withoutContext = m_line.server ? *m_line.server : *m_line.cluster;
        kube::ContextInfo info;
        info.name = m_initial;
        info.server = m_line.server.value_or(QString());
        info.user = m_line.user.value_or(QString());
        m_contexts.push_back(std::move(info));
    }
    if (m_line.cluster || m_line.user || m_line.server) {
        // What is wrong with a part that the command line replaces does not matter.
        for (kube::ContextInfo &info : m_contexts) {
            if (info.name == m_initial)
                info.error = overrideProblem();
        }
    }
    return {};
}

kube::Result<Clusters::Added> Clusters::add(const QString &file)
{
    kube::LoadingRules rules;
    rules.explicitFile = QFileInfo(file).absoluteFilePath();
    auto loaded = kube::KubeconfigLoader(rules).load();
    if (!loaded)
        return kube::fail(loaded.error());
    Added added;
    added.problems = loaded->problems;
    const auto origin = std::make_shared<const kube::LoadedConfig>(std::move(*loaded));
    for (const kube::ContextSummary &summary : kube::contexts(*origin)) {
        const bool isThere = std::any_of(m_contexts.begin(), m_contexts.end(), [&](const kube::ContextInfo &info) {
            return isOf(info.name, *origin, summary.name);
        });
        if (isThere)
            continue;
        QString name = summary.name;
        for (int n = 1; contextNamed(name); ++n)
            name = QStringLiteral("%1 (%2%3)").arg(summary.name, QFileInfo(file).fileName(), n == 1 ? QString() : QStringLiteral(" %1").arg(n));
        m_contexts.push_back({name, summary.cluster, summary.user, summary.namespaceName, summary.server, summary.error});
        m_added[name] = {origin, summary.name};
        added.contexts << name;
        if (summary.isCurrent)
            added.current = name;
    }
    return added;
}

bool Clusters::isOf(const QString &context, const kube::LoadedConfig &file, const QString &name) const
{
    if (const auto added = m_added.find(context); added != m_added.end())
        return added->second.name == name && added->second.loaded->files == file.files;
    // $KUBECONFIG may name several files: of each name the first one's entry counts, which may be another than this file's.
    const auto isSame = [](const kube::KubeconfigEntry *merged, const kube::KubeconfigEntry *alone) {
        return !alone || (merged && merged->origin.file == alone->origin.file);
    };
    const kube::Context *alone = context == name ? file.config.context(name) : nullptr;
    return alone && isSame(m_loaded.config.context(name), alone) && isSame(m_loaded.config.cluster(alone->cluster), file.config.cluster(alone->cluster))
        && isSame(m_loaded.config.user(alone->user), file.config.user(alone->user));
}

const kube::LoadedConfig &Clusters::loadedFor(const QString &context) const
{
    const auto added = m_added.find(context);
    return added == m_added.end() ? m_loaded : *added->second.loaded;
}

Clusters::KubectlTarget Clusters::kubectlTarget(const QString &context) const
{
    const bool isAdded = m_added.contains(context);
    return {overridesFor(context).context, isAdded || m_line.kubeconfig ? loadedFor(context).files.value(0) : QString()};
}

kube::ServerAccess Clusters::serverAccess(const QString &context) const
{
    return kube::serverAccessOf(loadedFor(context).config, overridesFor(context));
}

std::optional<kube::Error> Clusters::overrideProblem() const
{
    const auto effective = kube::applyOverrides(m_loaded.config, overridesFor(m_initial));
    return effective ? std::nullopt : std::optional(effective.error());
}

std::optional<kube::Error> Clusters::initialProblem() const
{
    if (auto problem = overrideProblem())
        return problem;
    const kube::ContextInfo *info = contextNamed(m_initial);
    return info ? info->error : std::nullopt;
}

QString Clusters::initialContext() const
{
    return m_initial;
}

QString Clusters::namespaceOf(const QString &context) const
{
    if (m_line.namespaceName)
        return *m_line.namespaceName;
    const kube::ContextInfo *info = contextNamed(context);
    return info && !info->namespaceName.isEmpty() ? info->namespaceName : QStringLiteral("default");
}

const kube::ContextInfo *Clusters::contextNamed(const QString &context) const
{
    const auto found = std::find_if(m_contexts.begin(), m_contexts.end(), [&](const kube::ContextInfo &info) { return info.name == context; });
    return found == m_contexts.end() ? nullptr : &*found;
}

kube::ConfigOverrides Clusters::overridesFor(const QString &context) const
{
    kube::ConfigOverrides overrides;
    const auto added = m_added.find(context);
    overrides.context = added != m_added.end() ? added->second.name : context == m_withoutContext ? QString() : context;
    // What the command line says of cluster, user and server is about the context it opens.
    if (context == m_initial) {
        overrides.cluster = m_line.cluster.value_or(QString());
        overrides.user = m_line.user.value_or(QString());
        overrides.server = m_line.server.value_or(QString());
    }
    overrides.impersonate = m_line.as.value_or(QString());
    overrides.impersonateGroups = m_line.asGroups;
    if (m_line.requestTimeout)
        overrides.requestTimeout = QString::number(m_line.requestTimeout->count()) + QStringLiteral("ms");
    overrides.readOnly = m_line.readOnly;
    return overrides;
}

kube::ClusterPorts Clusters::open(const QString &context)
{
    const auto known = m_open.find(context);
    if (known != m_open.end())
        return known->second.session ? known->second.session->ports() : kube::ClusterPorts{};
    kube::SessionOptions options;
    options.name = context;
    options.isProtected = isProtected(context);
    if (const kube::ContextInfo *info = contextNamed(context))
        options.userName = info->user;
    if (m_line.as)
        options.userName = *m_line.as;
    const std::string user = (contextNamed(context) ? contextNamed(context)->user : QString()).toStdString();
    options.config = [context, loaded = loadedFor(context), overrides = overridesFor(context), shell = m_loginShell, log = m_auditLog,
                      source = kube::AuditSource{context.toStdString(), {}, m_line.as ? user + " as " + m_line.as->toStdString() : user},
                      failed = m_owner.bind([this](const kube::Error &error) { Q_EMIT auditFailed(error); })](const kube::ConfigParts &parts) -> kube::Result<kube::RestConfig> {
        kube::ConfigOverrides mine = overrides;
        mine.keyPassphrase = parts.passphrase;
        kube::AuthParts auth;
        auth.scheduler = parts.scheduler.get();
        auth.environment = QProcessEnvironment::systemEnvironment();
        auth.loginShell = shell;
        auto config = kube::restConfigFor(loaded, mine, auth);
        if (!config)
            return kube::fail(config.error());
        for (const QString &notice : std::as_const(config->notices))
            qCWarning(kube::logSession, "%s: %s", qPrintable(context), qPrintable(notice));
        if (log) {
            kube::AuditSource mySource = source;
            mySource.server = config->rest.host.toString(QUrl::RemoveUserInfo).toStdString();
            config->rest.onWrite = auditedWrites(log, std::move(mySource), config->rest.host.path(), failed);
        }
        return config->rest;
    };
    options.transport = m_transport;
    Open &open = m_open[context];
    open.session = std::make_unique<kube::ClusterSession>(std::move(options));
    const kube::ClusterPorts ports = open.session->ports();
    open.health = ports.cluster->onHealth(m_owner, [this, context](const kube::Health &health) {
        m_open[context].lastHealth = health;
        Q_EMIT healthChanged(context, health);
    });
    open.catalog = ports.cluster->onCatalog(m_owner, [this, context](const kube::CatalogPtr &catalog) {
        m_open[context].lastCatalog = catalog;
        Q_EMIT catalogChanged(context, catalog);
    });
    Q_EMIT opened(context);
    // A keychain may take its time or never answer: the session does not wait for it, and what it has comes after.
    ports.cluster->open();
    kube::then(m_credentials.recall(context), m_owner, [this, context](const kube::Result<RecalledCredentials> &recalled) {
        if (recalled)
            supply(context, *recalled);
    });
    return ports;
}

void Clusters::supply(const QString &context, const RecalledCredentials &recalled)
{
    const kube::ClusterPorts ports = this->ports(context);
    if (!ports.cluster)
        return;
    if (!recalled.passphrase.isEmpty())
        ports.cluster->supplyPassphrase(recalled.passphrase);
    if (!recalled.token.isEmpty())
        ports.cluster->supplyToken(recalled.token);
}

kube::ClusterPorts Clusters::ports(const QString &context) const
{
    const auto found = m_open.find(context);
    return found == m_open.end() || !found->second.session ? kube::ClusterPorts{} : found->second.session->ports();
}

kube::CatalogPtr Clusters::catalog(const QString &context) const
{
    const auto found = m_open.find(context);
    return found == m_open.end() ? nullptr : found->second.lastCatalog;
}

kube::Health Clusters::health(const QString &context) const
{
    const auto found = m_open.find(context);
    return found == m_open.end() ? kube::Health{} : found->second.lastHealth;
}

} // namespace orrery
