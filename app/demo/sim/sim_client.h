// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/api_server.h"
#include "app/demo/sim/told_metrics.h"
#include "core/base/future.h"
#include "core/base/qt_scheduler.h"
#include "core/dynamic/dynamic_client.h"
#include "core/informers/shared_informer_factory.h"
#include "core/rest/rest_client.h"

#include <QJsonObject>

namespace orrery::demo {

/// What one of the demo's programs works with: a RestClient over the loopback transport, informers shared between its
/// controllers, and an Events recorder. Thread: the server's.
class SimClient
{
public:
    /// As whom a program asks.
    struct Program {
        QString user = QStringLiteral("system:kube-controller-manager");
        QByteArray agent = "orrery-demo-controllers";
    };
    /// told: counts its requests, its informers, and the queues of its controllers.
    SimClient(ApiServer &server, kube::ExecutorPtr executor, std::shared_ptr<kube::Scheduler> scheduler, std::shared_ptr<ToldMetrics> told, const Program &program);
    ~SimClient();

    /// The shared informer of a resource in all namespaces, indexed by the uid of its controller ("owner").
    [[nodiscard]] kube::SharedIndexInformer &informer(const kube::GroupVersionResource &resource, const std::string &kind);
    void start() { m_factory->start(); }
    [[nodiscard]] kube::DynamicClient &dynamic() { return *m_dynamic; }

    [[nodiscard]] kube::Future<bool> create(const kube::GroupVersionResource &resource, const QJsonObject &object);
    [[nodiscard]] kube::Future<bool> mergePatch(const kube::GroupVersionResource &resource, const kube::ObjectKey &key,
                                                const QJsonObject &patch, const std::string &subresource = {});
    [[nodiscard]] kube::Future<bool> remove(const kube::GroupVersionResource &resource, const kube::ObjectKey &key, bool now);
    /// An Event about an object; repeated ones are counted on the first.
    void record(const QJsonObject &about, const QString &type, const QString &reason, const QString &message, const QString &component);

    [[nodiscard]] const kube::ExecutorPtr &executor() const { return m_owner.executor(); }
    [[nodiscard]] kube::Scheduler &scheduler() { return *m_scheduler; }
    [[nodiscard]] const kube::Owner &owner() const { return m_owner; }
    [[nodiscard]] kube::MetricsProvider *metrics() const { return &m_told->queues(); } ///< of its controllers' queues
    [[nodiscard]] ToldMetrics &told() const { return *m_told; }

private:
    std::shared_ptr<kube::Scheduler> m_scheduler;
    std::shared_ptr<ToldMetrics> m_told;
    std::unique_ptr<kube::RestClient> m_rest;
    std::unique_ptr<kube::DynamicClient> m_dynamic;
    std::unique_ptr<kube::SharedInformerFactory> m_factory;
    std::map<kube::GroupVersionResource, std::string> m_kinds;
    std::map<kube::GroupVersionResource, kube::InformerHandle> m_informers;
    std::map<QString, std::pair<kube::ObjectKey, int>> m_events; ///< by what they say: the Event and its count
    kube::Owner m_owner;
};

/// The whole document of a cached object.
[[nodiscard]] QJsonObject documentOf(const kube::Object &object);
/// True when both say the same: nothing to write.
[[nodiscard]] kube::Future<bool> done();

} // namespace orrery::demo
