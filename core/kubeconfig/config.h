// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace kube {

/// Where something was written. Lines and columns count from 1; 0: not from a file (a command-line option).
struct Origin {
    QString file;
    int line = 0;
    int column = 0;
    /// "file:line:column", or as much of it as is known.
    [[nodiscard]] QString toString() const;
};

/// What every named entry of a kubeconfig has.
struct KubeconfigEntry {
    QString name;
    Origin origin;
    QHash<QString, Origin> fields; ///< where each field's value stands, by the name kubeconfig gives it
    QList<Error> problems;         ///< found while reading; an entry with one cannot be used

    /// Where the field stands; the entry itself when the field is not there.
    [[nodiscard]] QString where(const QString &field) const;
};

/// Source: client-go tools/clientcmd/api/v1 Cluster.
struct Cluster : KubeconfigEntry {
    QString server;
    QString tlsServerName;
    bool insecureSkipTlsVerify = false;
    QString certificateAuthority; ///< absolute path
    QByteArray certificateAuthorityData; ///< PEM
    QString proxyUrl;
    bool disableCompression = false;
    QByteArray execConfig; ///< JSON of the extension client.authentication.k8s.io/exec; empty: none
};

/// Whether a plugin wants a terminal. Source: client-go tools/clientcmd/api/v1 ExecInteractiveMode.
enum class InteractiveMode { Unset, Never, IfAvailable, Always, Unknown };

/// Has the program a terminal at which a plugin may ask a person?
enum class Terminal { None, Offered };

/// How to run a credential plugin. Source: client-go tools/clientcmd/api/v1 ExecConfig.
struct ExecConfig {
    QString command; ///< absolute when it was written with a slash
    QStringList args;
    QList<QPair<QString, QString>> env;
    QString apiVersion;
    QString installHint;
    bool provideClusterInfo = false;
    InteractiveMode interactiveMode = InteractiveMode::Unset;
};

/// Source: client-go tools/clientcmd/api/v1 AuthInfo. Holds secrets: never print one.
struct User : KubeconfigEntry {
    QString clientCertificate; ///< absolute path
    QByteArray clientCertificateData;
    QString clientKey; ///< absolute path
    QByteArray clientKeyData;
    QByteArray token;
    QString tokenFile; ///< absolute path
    QString username;
    QString password;
    QString impersonate;
    QString impersonateUid;
    QStringList impersonateGroups;
    QMap<QString, QStringList> impersonateExtra;
    QString authProvider; ///< the name of a provider that no longer exists; empty: none
    std::optional<ExecConfig> exec;
};

/// Source: client-go tools/clientcmd/api/v1 Context.
struct Context : KubeconfigEntry {
    QString cluster;
    QString user;
    QString namespaceName;
};

/// One kubeconfig, or several merged. Names are unique in each list; the order is that of the files.
struct Config {
    QList<Cluster> clusters;
    QList<User> users;
    QList<Context> contexts;
    QString currentContext;
    Origin currentContextOrigin;

    [[nodiscard]] const Cluster *cluster(const QString &name) const; ///< null when there is none of that name
    [[nodiscard]] const User *user(const QString &name) const; ///< null when there is none of that name
    [[nodiscard]] const Context *context(const QString &name) const; ///< null when there is none of that name
    /// Does it say nothing at all?
    [[nodiscard]] bool isEmpty() const
    {
        return clusters.isEmpty() && users.isEmpty() && contexts.isEmpty() && currentContext.isEmpty();
    }
};

/// A URL as it may be shown: without the password somebody wrote into it.
[[nodiscard]] QString withoutPassword(const QString &url);

} // namespace kube
