// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/server_access_of.h"

#include "core/kubeconfig/tls_material.h"

namespace kube {

namespace {

ServerAccess::Pem pemOf(const kubeconfig::Material &material)
{
    if (material.isEmpty())
        return {};
    if (!material.data.isEmpty())
        return {ServerAccess::Pem::Place::Kubeconfig, {}};
    return {ServerAccess::Pem::Place::File, material.file.toStdString()};
}

/// In the order in which restConfigFor() lets one win over another.
ServerAccess::Credential credentialOf(const User &user)
{
    if (!user.tokenFile.isEmpty())
        return ServerAccess::Credential::TokenFile;
    if (!user.token.isEmpty())
        return ServerAccess::Credential::Token;
    if (!user.username.isEmpty())
        return ServerAccess::Credential::Password;
    return user.exec ? ServerAccess::Credential::Plugin : ServerAccess::Credential::None;
}

} // namespace

ServerAccess serverAccessOf(const Config &config, const ConfigOverrides &overrides)
{
    const auto effective = applyOverrides(config, overrides);
    if (!effective)
        return {};
    const Cluster &cluster = effective->cluster;
    const User &user = effective->user;
    ServerAccess access;
    access.credential = credentialOf(user);
    access.tokenFile = user.tokenFile.toStdString();
    access.certificate = pemOf(kubeconfig::certificateOf(user));
    access.key = pemOf(kubeconfig::keyOf(user));
    access.authority = pemOf(kubeconfig::authorityOf(cluster));
    access.isVerified = !cluster.insecureSkipTlsVerify;
    access.serverName = cluster.tlsServerName.toStdString();
    access.hasProxy = !cluster.proxyUrl.isEmpty();
    if (!overrides.cluster.isEmpty() || !overrides.user.isEmpty()) {
        access.clusterEntry = effective->context.cluster.toStdString();
        access.userEntry = effective->context.user.toStdString();
    }
    return access;
}

} // namespace kube
