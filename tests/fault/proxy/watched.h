// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/dynamic/dynamic_client.h"
#include "core/informers/dynamic_lister_watcher.h"
#include "core/cache/shared_informer.h"
#include "tests/fault/proxy/fault_proxy.h"
#include "tests/fault/proxy/quick_time.h"
#include "tests/support/cluster_client.h"
#include "tests/support/handler_log.h"

namespace kube::test {

/// ConfigMaps of a namespace of its own, followed by an informer whose every byte goes through a FaultProxy, in
/// QuickTime; and a client beside it, which no fault touches and whose requests take the wall's time.
class Watched
{
public:
    using Change = std::function<void(RestConfig &config, QuickTime &time)>;
    /// The informer is one of the kubeconfig's contexts'; change: what else its client is to be.
    explicit Watched(const QString &context = {}, const Change &change = {}, DynamicListerWatcher::Form form = DynamicListerWatcher::Form::Objects);

    [[nodiscard]] std::string name() const { return space.name().toStdString(); }
    /// Makes it, or changes it when it is there.
    [[nodiscard]] bool put(const std::string &object, const std::string &value = "1");
    [[nodiscard]] bool put(const GroupVersionResource &resource, const std::string &object, const QByteArray &json);
    [[nodiscard]] bool remove(const std::string &object);
    [[nodiscard]] bool remove(const GroupVersionResource &resource, const std::string &object);
    /// "NAME UID RESOURCEVERSION" of each ConfigMap, in order: what the server has, and what the informer's cache has.
    [[nodiscard]] QStringList served();
    [[nodiscard]] QStringList cached() const { return setOf(informer->indexer().list()); }
    [[nodiscard]] bool isLive() const { return informer->status().phase == ReflectorPhase::Live; }
    /// Live, and the cache has what the server has. Asks the server each time.
    [[nodiscard]] bool agrees() { return isLive() && cached() == served(); }
    /// From now on QuickTime goes at that speed only while the informer waits for an answer: a slow server uses up no
    /// patience of the library's. What it waits for by itself is as quick as before.
    void giveTheServerTime(int speed = 1);
    /// How long ago that was, in QuickTime.
    [[nodiscard]] std::chrono::seconds since(SteadyTime then) const { return std::chrono::round<std::chrono::seconds>(time->now() - then); }
    /// Turns the event loop for so long, in QuickTime.
    void pass(Duration duration) const;

    [[nodiscard]] static QStringList setOf(const std::vector<ObjectPtr> &objects);

    TestNamespace space{QStringLiteral("fault")};
    ClusterClient admin;
    DynamicClient objects{*admin.rest, admin.executor};
    FaultProxy proxy{static_cast<quint16>(admin.rest->config().host.port())};
    std::shared_ptr<QuickTime> time = std::make_shared<QuickTime>();
    ClusterClient path;
    HandlerLog log;
    std::unique_ptr<SharedIndexInformer> informer;
    HandlerRegistration registration;

private:
    void pace(const ReflectorStatus &status);
    int m_speedOfAnswers = QuickTime::usual;
    Subscription m_paced;
};

extern const GroupVersionResource configMaps;

} // namespace kube::test
