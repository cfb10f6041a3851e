// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/cluster_session.h"
#include "tests/support/cluster_client.h"

namespace kube::test {

/// A session as one of the cluster's users.
struct UserSession {
    std::shared_ptr<Mailbox> gui = Mailbox::create();
    std::unique_ptr<ClusterSession> session;

    explicit UserSession(const QString &context)
    {
        SessionOptions options;
        options.name = context;
        options.config = [context](const ConfigParts &parts) -> Result<RestConfig> {
            LoadingRules rules;
            rules.explicitFile = Cluster::kubeconfig();
            const auto loaded = KubeconfigLoader(rules).load();
            if (!loaded)
                return fail(loaded.error());
            ConfigOverrides overrides;
            overrides.context = context;
            AuthParts auth;
            auth.scheduler = parts.scheduler.get();
            const auto config = restConfigFor(*loaded, overrides, auth);
            return config ? Result<RestConfig>(config->rest) : fail(config.error());
        };
        session = std::make_unique<ClusterSession>(std::move(options));
        session->ports().cluster->open();
    }
    ~UserSession()
    {
        session.reset();
        gui->close();
    }
    [[nodiscard]] ClusterPorts ports() const { return session->ports(); }
};

} // namespace kube::test
