// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/mailbox.h"
#include "core/base/qt_scheduler.h"
#include "core/kubeconfig/context_config.h"
#include "core/kubeconfig/loader.h"
#include "core/object/json.h"
#include "core/rest/qt_transport.h"
#include "core/rest/rest_client.h"
#include "tests/support/cluster.h"
#include "tests/support/warnings.h"

#include <QtTest>

namespace kube::test {

inline constexpr int patience = 30000; ///< for an event of a real server, in milliseconds

/// JSON as it reads best in a C++ string: {'a':1}.
[[nodiscard]] inline QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

/// The string at a path such as "spec.nodeName" of a document; "?" when it is no document.
[[nodiscard]] inline std::string textAt(const QByteArray &document, const char *path)
{
    const auto parsed = JsonDocument::parse({document.constData(), static_cast<std::size_t>(document.size())});
    if (!parsed)
        return "?";
    JsonValue value = parsed->root();
    for (const QByteArray &step : QByteArray(path).split('.'))
        value = value[step.toStdString()];
    return std::string(value.string());
}

/// A RestClient to the test cluster as one of its contexts, on this thread's event loop.
struct ClusterClient {
    std::shared_ptr<Scheduler> scheduler;
    std::shared_ptr<Mailbox> executor = Mailbox::create();
    std::unique_ptr<RestClient> rest;

    explicit ClusterClient(const QString &context = {}, const std::function<void(RestConfig &)> &change = {},
                           std::shared_ptr<Scheduler> time = std::make_shared<QtScheduler>())
        : ClusterClient(overridesFor(context), change, std::move(time))
    {
    }
    explicit ClusterClient(const ConfigOverrides &overrides, const std::function<void(RestConfig &)> &change = {},
                           std::shared_ptr<Scheduler> time = std::make_shared<QtScheduler>())
        : scheduler(std::move(time))
    {
        LoadingRules rules;
        rules.explicitFile = Cluster::kubeconfig();
        const auto loaded = KubeconfigLoader(rules).load();
        if (!loaded)
            qFatal("%s", qPrintable(loaded.error().toString()));
        AuthParts auth;
        auth.scheduler = scheduler.get();
        auto config = restConfigFor(*loaded, overrides, auth);
        if (!config)
            qFatal("%s", qPrintable(config.error().toString()));
        if (change)
            change(config->rest);
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
        if (!QTest::qWaitFor([&] { return future.isReady(); }, patience))
            return fail(Error::badInput(QStringLiteral("no answer in %1 s").arg(patience / 1000)));
        return future.take();
    }

private:
    [[nodiscard]] static ConfigOverrides overridesFor(const QString &context)
    {
        ConfigOverrides overrides;
        overrides.context = context;
        return overrides;
    }
};

} // namespace kube::test
