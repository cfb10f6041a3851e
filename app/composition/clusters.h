// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/command_line.h"
#include "app/composition/credentials.h"
#include "core/audit/audit_log.h"
#include "core/kubeconfig/context_config.h"
#include "core/kubeconfig/loader.h"
#include "core/kubeconfig/server_access_of.h"
#include "core/session/cluster_session.h"

#include <QObject>

#include <map>

namespace orrery {

/// The contexts of the kubeconfig and the sessions opened on them. A context is touched when it is asked for, not
/// before. Thread: GUI.
class Clusters final : public QObject
{
    Q_OBJECT
public:
    Clusters(const CommandLine &line, kube::ExecutorPtr gui, Credentials &credentials, QObject *parent = nullptr);
    ~Clusters() override;

    /// Reads the kubeconfig. Errors: no configuration at all; problems() of single files beside what works.
    [[nodiscard]] kube::Result<void> load();
    struct Added {
        QStringList contexts;        ///< as they are called here, in the file's order; empty: all were there before
        QString current;             ///< the one of them that the file itself would open; empty: it does not say
        QList<kube::Error> problems; ///< beside what works
    };
    /// The contexts of another file beside those there are, until the program ends. A name that is taken gets the
    /// file's name after it; clusters and users of the same name in two files are never mixed up.
    [[nodiscard]] kube::Result<Added> add(const QString &file);
    [[nodiscard]] const std::vector<kube::ContextInfo> &contexts() const { return m_contexts; }
    /// Null: there is none of that name. Valid until load() or add().
    [[nodiscard]] const kube::ContextInfo *contextNamed(const QString &context) const;
    [[nodiscard]] const QList<kube::Error> &problems() const { return m_loaded.problems; }
    /// The context to open first: the one asked for, else current-context; empty when neither says.
    [[nodiscard]] QString initialContext() const;
    /// Why initialContext() cannot be opened: there is none of that name, or it is damaged; nothing chosen is a reason too.
    [[nodiscard]] std::optional<kube::Error> initialProblem() const;
    /// What makes kubectl ask the same cluster: the context as its file calls it, and that file unless kubectl finds it by itself.
    struct KubectlTarget {
        QString context;
        QString kubeconfig;
    };
    [[nodiscard]] KubectlTarget kubectlTarget(const QString &context) const;
    /// What other programs must know to ask it.
    [[nodiscard]] kube::ServerAccess serverAccess(const QString &context) const;
    /// The namespace of a context: -n, else the context's own, else "default".
    [[nodiscard]] QString namespaceOf(const QString &context) const;

    /// Opens the context's session if it is not open; null ports when it cannot be used.
    kube::ClusterPorts open(const QString &context);
    [[nodiscard]] bool isOpen(const QString &context) const { return m_open.contains(context); }
    /// Another way to carry bytes than Qt Network, for those opened after this (the bench measures it).
    void setTransport(decltype(kube::SessionOptions::transport) transport) { m_transport = std::move(transport); }
    /// Whether a context is protected: its writes are held back until it is unlocked.
    [[nodiscard]] bool isProtected(const QString &context) const { return m_isProtected && m_isProtected(context); }
    /// Whether a context's writes are held back from the moment its session begins; for those opened after this.
    void setProtected(std::function<bool(const QString &)> isProtected) { m_isProtected = std::move(isProtected); }
    /// Where the writes of sessions opened after this are written down; null: nowhere.
    void setAuditLog(std::shared_ptr<kube::AuditLog> log) { m_auditLog = std::move(log); }
    /// Valid while open.
    [[nodiscard]] kube::ClusterPorts ports(const QString &context) const;
    [[nodiscard]] kube::CatalogPtr catalog(const QString &context) const;
    [[nodiscard]] kube::Health health(const QString &context) const;

Q_SIGNALS:
    void opened(const QString &context);
    void healthChanged(const QString &context, const kube::Health &health);
    void catalogChanged(const QString &context, const kube::CatalogPtr &catalog);
    /// A write has happened and is not in the audit log.
    void auditFailed(const kube::Error &error);

private:
    struct Open {
        std::unique_ptr<kube::ClusterSession> session;
        kube::Subscription health;
        kube::Subscription catalog;
        kube::Health lastHealth;
        kube::CatalogPtr lastCatalog;
    };
    /// A context of a file that was added.
    struct Origin {
        std::shared_ptr<const kube::LoadedConfig> loaded;
        QString name; ///< of the context in that file
    };
    [[nodiscard]] const kube::LoadedConfig &loadedFor(const QString &context) const;
    /// Whether context is the one of that name in a file that was read by itself.
    [[nodiscard]] bool isOf(const QString &context, const kube::LoadedConfig &file, const QString &name) const;
    [[nodiscard]] kube::ConfigOverrides overridesFor(const QString &context) const;
    [[nodiscard]] std::optional<kube::Error> overrideProblem() const;
    void supply(const QString &context, const RecalledCredentials &recalled);

    CommandLine m_line;
    Credentials &m_credentials;
    kube::LoadedConfig m_loaded;
    std::map<QString, Origin> m_added;
    std::vector<kube::ContextInfo> m_contexts;
    QString m_initial;
    QString m_withoutContext; ///< what --server or --cluster alone is called; empty: the kubeconfig's contexts do
    decltype(kube::SessionOptions::transport) m_transport;
    std::function<bool(const QString &)> m_isProtected;
    std::shared_ptr<kube::AuditLog> m_auditLog;
    std::shared_ptr<kube::LoginShell> m_loginShell;
    std::map<QString, Open> m_open;
    kube::Owner m_owner;
};

} // namespace orrery
