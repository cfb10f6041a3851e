// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/mailbox.h"
#include "core/base/qt_scheduler.h"
#include "core/kubeconfig/context_config.h"
#include "core/kubeconfig/loader.h"
#include "core/rest/qt_transport.h"
#include "core/rest/rest_client.h"
#include "tests/support/cluster.h"

#include <QtTest>

namespace kube::test {

/// A RestClient to the test cluster as one of its contexts, on this thread's event loop.
struct ClusterClient {
    std::shared_ptr<QtScheduler> scheduler = std::make_shared<QtScheduler>();
    std::shared_ptr<Mailbox> executor = Mailbox::create();
    std::unique_ptr<RestClient> rest;

    explicit ClusterClient(const QString &context = {})
    {
        LoadingRules rules;
        rules.explicitFile = Cluster::kubeconfig();
        const auto loaded = KubeconfigLoader(rules).load();
        if (!loaded)
            qFatal("%s", qPrintable(loaded.error().toString()));
        ConfigOverrides overrides;
        overrides.context = context;
        AuthParts auth;
        auth.scheduler = scheduler.get();
        const auto config = restConfigFor(*loaded, overrides, auth);
        if (!config)
            qFatal("%s", qPrintable(config.error().toString()));
        const auto transport = QtTransport::create(config->rest, scheduler);
        if (!transport)
            qFatal("%s", qPrintable(transport.error().toString()));
        rest = std::make_unique<RestClient>(config->rest, RestClient::Parts{*transport, scheduler, executor, systemRandom()});
    }
    ~ClusterClient()
    {
        rest.reset();
        executor->close();
    }

    /// The answer, once it is there.
    template <typename T>
    [[nodiscard]] Result<T> answer(Future<T> future) const
    {
        if (!QTest::qWaitFor([&] { return future.isReady(); }, 30000))
            return fail(Error::badInput(QStringLiteral("no answer in 30 s")));
        return future.take();
    }
};

} // namespace kube::test
