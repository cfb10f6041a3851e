// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/validation.h"

#include "core/kubeconfig/server_url.h"
#include "core/kubeconfig/tls_material.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace kube {

namespace {

/// Collects errors of one entry: `user "jane": …`.
class Complaints
{
public:
    Complaints(const char *kind, const KubeconfigEntry &entry)
        : errors(entry.problems), m_entry(entry), m_subject(QStringLiteral("%1 \"%2\"").arg(QLatin1String(kind), entry.name))
    {
    }
    void add(const char *field, const QString &what)
    {
        errors.append(Error::badInput(QStringLiteral("%1: %2").arg(m_subject, what), m_entry.where(QString::fromLatin1(field))));
    }
    /// Nothing when the material can be used; a passphrase that is missing is asked for later.
    void check(const Result<QByteArray> &material)
    {
        if (!material && material.error().code.isEmpty())
            errors.append(material.error());
    }

    QList<Error> errors;

private:
    const KubeconfigEntry &m_entry;
    QString m_subject;
};

void validateClientCertificate(const User &user, Complaints &complaints)
{
    const bool certificate = !user.clientCertificate.isEmpty() || !user.clientCertificateData.isEmpty();
    const bool key = !user.clientKey.isEmpty() || !user.clientKeyData.isEmpty();
    if (!user.clientCertificate.isEmpty() && !user.clientCertificateData.isEmpty())
        complaints.add("client-certificate-data", QStringLiteral("client-certificate and client-certificate-data are both given; remove one"));
    if (!user.clientKey.isEmpty() && !user.clientKeyData.isEmpty())
        complaints.add("client-key-data", QStringLiteral("client-key and client-key-data are both given; remove one"));
    // A "-data" field that could not be decoded has complained already.
    if (certificate && !key && !user.fields.contains(QStringLiteral("client-key-data")))
        complaints.add("client-certificate", QStringLiteral("the client certificate has no key; add client-key or client-key-data"));
    if (key && !certificate && !user.fields.contains(QStringLiteral("client-certificate-data")))
        complaints.add("client-key", QStringLiteral("the client key has no certificate; add client-certificate or client-certificate-data"));
    if (certificate)
        complaints.check(kubeconfig::readCertificates(kubeconfig::certificateOf(user)));
    if (key)
        complaints.check(kubeconfig::readKey(kubeconfig::keyOf(user), {}));
}

void validateExec(const ExecConfig &exec, const User &user, Terminal terminal, Complaints &complaints)
{
    if (!user.authProvider.isEmpty())
        complaints.add("auth-provider", QStringLiteral("auth-provider and exec are both given; remove auth-provider"));
    if (exec.command.isEmpty())
        complaints.add("exec", QStringLiteral("exec names no command; add \"command: …\""));
    const QString v1 = QStringLiteral("client.authentication.k8s.io/v1");
    const QString v1beta1 = QStringLiteral("client.authentication.k8s.io/v1beta1");
    if (exec.apiVersion.isEmpty()) {
        complaints.add("exec", QStringLiteral("exec has no apiVersion; add \"apiVersion: %1\"").arg(v1));
    } else if (exec.apiVersion == QLatin1String("client.authentication.k8s.io/v1alpha1")) {
        complaints.add("apiVersion", QStringLiteral("exec speaks v1alpha1, which Kubernetes 1.24 removed; update the plugin and write \"apiVersion: %1\"").arg(v1beta1));
    } else if (exec.apiVersion != v1 && exec.apiVersion != v1beta1) {
        complaints.add("apiVersion", QStringLiteral("exec's apiVersion \"%1\" is not known; write %2 or %3").arg(exec.apiVersion.left(80), v1, v1beta1));
    }
    if (exec.interactiveMode == InteractiveMode::Unknown)
        complaints.add("interactiveMode", QStringLiteral("exec's interactiveMode is not known; write Never, IfAvailable or Always"));
    if (exec.interactiveMode == InteractiveMode::Unset && exec.apiVersion == v1)
        complaints.add("exec", QStringLiteral("exec has no interactiveMode, which v1 requires; add \"interactiveMode: IfAvailable\""));
    if (exec.interactiveMode == InteractiveMode::Always && terminal == Terminal::None)
        complaints.add("interactiveMode", QStringLiteral("exec's interactiveMode is Always, but this program has no terminal to offer; write IfAvailable if the plugin can do without"));
}

void validateMethods(const User &user, Complaints &complaints)
{
    const bool token = !user.token.isEmpty();
    const bool basic = !user.username.isEmpty() || !user.password.isEmpty();
    if (token && basic)
        complaints.add("token", QStringLiteral("a token and a user name with password are both given; remove one"));
    if (basic && user.username.isEmpty() && !user.fields.contains(QStringLiteral("username")))
        complaints.add("password", QStringLiteral("there is a password but no username; add \"username: …\""));
    if (user.token.contains('\n') || user.token.contains('\r') || user.token != user.token.trimmed())
        complaints.add("token", QStringLiteral("the token holds blanks or line ends, which no token has; copy it again, on one line"));
    if (!user.tokenFile.isEmpty()) {
        const auto file = kubeconfig::readNamedFile(QStringLiteral("user \"%1\": tokenFile").arg(user.name), user.tokenFile,
                                                    user.where(QStringLiteral("tokenFile")));
        if (!file && !token)
            complaints.errors.append(file.error());
    }
    if (!user.authProvider.isEmpty() && !user.exec) {
        complaints.add("auth-provider", QStringLiteral("auth-provider \"%1\" is not supported: kubectl 1.26 removed its kind; use the "
                                                       "provider's exec plugin (for gcp gke-gcloud-auth-plugin, for azure kubelogin, for oidc kubectl-oidc_login)")
                                            .arg(user.authProvider.left(80)));
    }
}

} // namespace

QList<Error> validateReferences(const Context &context, bool hasCluster, bool hasUser)
{
    Complaints complaints("context", context);
    const bool damaged = !context.problems.isEmpty();
    if (context.cluster.isEmpty()) {
        if (!damaged)
            complaints.add("cluster", QStringLiteral("it names no cluster; add \"cluster: …\""));
    } else if (!hasCluster) {
        complaints.add("cluster", QStringLiteral("there is no cluster \"%1\"; mend the name, or add the cluster").arg(context.cluster));
    }
    if (context.user.isEmpty()) {
        if (!damaged)
            complaints.add("user", QStringLiteral("it names no user; add \"user: …\""));
    } else if (!hasUser) {
        complaints.add("user", QStringLiteral("there is no user \"%1\"; mend the name, or add the user").arg(context.user));
    }
    static const QRegularExpression label(QStringLiteral("^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\z"));
    if (!context.namespaceName.isEmpty() && !label.match(context.namespaceName).hasMatch())
        complaints.add("namespace", QStringLiteral("\"%1\" cannot be a namespace; use at most 63 lower-case letters, digits and '-'").arg(context.namespaceName.left(80)));
    return complaints.errors;
}

QList<Error> validateCluster(const Cluster &cluster)
{
    Complaints complaints("cluster", cluster);
    if (cluster.server.isEmpty()) {
        if (!cluster.fields.contains(QStringLiteral("server")) || cluster.problems.isEmpty())
            complaints.add("server", QStringLiteral("it has no server; add \"server: https://HOST:PORT\""));
    } else if (const auto url = kubeconfig::serverUrl(cluster); !url) {
        complaints.add("server", url.error().message);
    }
    if (const auto proxy = kubeconfig::proxyUrl(cluster); !proxy)
        complaints.add("proxy-url", proxy.error().message);
    const bool file = !cluster.certificateAuthority.isEmpty();
    const bool data = !cluster.certificateAuthorityData.isEmpty();
    if (file && data)
        complaints.add("certificate-authority-data", QStringLiteral("certificate-authority and certificate-authority-data are both given; remove one"));
    if (cluster.insecureSkipTlsVerify && (file || data))
        complaints.add("insecure-skip-tls-verify", QStringLiteral("insecure-skip-tls-verify and a certificate authority are both given; remove insecure-skip-tls-verify to have the server verified"));
    else if (file || data)
        complaints.check(kubeconfig::readCertificates(kubeconfig::authorityOf(cluster)));
    return complaints.errors;
}

QList<Error> validateUser(const User &user, Terminal terminal)
{
    Complaints complaints("user", user);
    validateMethods(user, complaints);
    validateClientCertificate(user, complaints);
    if (user.exec)
        validateExec(*user.exec, user, terminal, complaints);
    if (user.impersonate.isEmpty()
        && (!user.impersonateUid.isEmpty() || !user.impersonateGroups.isEmpty() || !user.impersonateExtra.isEmpty())) {
        const char *field = !user.impersonateUid.isEmpty() ? "as-uid" : !user.impersonateGroups.isEmpty() ? "as-groups" : "as-user-extra";
        complaints.add(field, QStringLiteral("%1 is given without a user to impersonate; add \"as: …\"").arg(QLatin1String(field)));
    }
    return complaints.errors;
}

QList<Error> validateContext(const Context &context, const Config &config, Terminal terminal)
{
    const Cluster *cluster = config.cluster(context.cluster);
    const User *user = config.user(context.user);
    QList<Error> errors = validateReferences(context, cluster != nullptr, user != nullptr);
    if (cluster)
        errors.append(validateCluster(*cluster));
    if (user)
        errors.append(validateUser(*user, terminal));
    return errors;
}

QList<Error> validateConfig(const Config &config)
{
    QList<Error> errors;
    for (const Cluster &cluster : config.clusters)
        errors.append(validateCluster(cluster));
    for (const User &user : config.users)
        errors.append(validateUser(user));
    for (const Context &context : config.contexts)
        errors.append(validateReferences(context, config.cluster(context.cluster), config.user(context.user)));
    if (!config.currentContext.isEmpty() && !config.context(config.currentContext)) {
        errors.append(Error::badInput(QStringLiteral("current-context is \"%1\" and there is no such context; mend the name, or choose a context")
                                          .arg(config.currentContext),
                                      config.currentContextOrigin.toString()));
    }
    return errors;
}

} // namespace kube
