// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/conformance/api.h"

#include <QProcess>

namespace orrery::conformance {

/// The server the cases run against: the one of ORRERY_TEST_KUBECONFIG, or the demo cluster, started as a child with
/// the arguments in ORRERY_CONFORMANCE_DEMO and ended with this object.
class Server
{
public:
    Server();
    ~Server();

    [[nodiscard]] Api &api() { return *m_api; }
    /// Aggregated discovery, OpenAPI v3 and WatchList.
    [[nodiscard]] bool isNew() { return m_api->minor() >= 30; }

private:
    QProcess m_demo;
    std::unique_ptr<Api> m_api;
};

/// A namespace of a test class's own.
class Space
{
public:
    explicit Space(Api &api);
    ~Space();

    [[nodiscard]] const QString &name() const { return m_name; }
    /// A collection within it: configmaps, or apps/v1/deployments.
    [[nodiscard]] QString path(const QString &resource, const QString &object = {}) const;

private:
    Api &m_api;
    QString m_name;
};

[[nodiscard]] QJsonObject configMap(const QString &name, const QJsonObject &data = {}, const QJsonObject &labels = {});
[[nodiscard]] QJsonObject deployment(const QString &name, int replicas, const QString &image = QStringLiteral("registry.example.com/web:1"));
/// Watches one object until it looks as wanted; the object as it was then, empty when that did not come.
[[nodiscard]] QJsonObject await(Api &api, const QString &collection, const QString &name, const std::function<bool(const QJsonObject &)> &wanted);
/// True once the object is gone.
[[nodiscard]] bool awaitEnd(Api &api, const QString &collection, const QString &name);

} // namespace orrery::conformance
