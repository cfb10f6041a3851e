// SPDX-License-Identifier: Apache-2.0
#include "tests/cluster/clockwork/clockwork_cluster.h"

#include "core/metrics/queue_kind.h"

namespace kube::test {

ClockworkCluster::ClockworkCluster() : ClusterClient(QString(), [](RestConfig &config) { config.qps = 0; })
{
    LoadingRules rules;
    rules.explicitFile = Cluster::kubeconfig();
    SessionOptions options;
    options.name = QStringLiteral("clockwork");
    options.config = [loaded = *KubeconfigLoader(rules).load()](const ConfigParts &parts) -> Result<RestConfig> {
        AuthParts auth;
        auth.scheduler = parts.scheduler.get();
        auto config = restConfigFor(loaded, {}, auth);
        if (!config)
            return fail(config.error());
        return config->rest;
    };
    session = std::make_unique<ClusterSession>(std::move(options));
    onHealth = session->ports().cluster->onHealth(owner, [this](Health told) { health = std::move(told); });
    onCatalog = session->ports().cluster->onCatalog(owner, [this](CatalogPtr told) { catalog = std::move(told); });
    session->ports().cluster->open();
}

ClockworkCluster::~ClockworkCluster()
{
    onHealth = {};
    onCatalog = {};
    session.reset();
    mailbox->close();
}

Result<MetricsTarget> ClockworkCluster::target(const std::string &podBegins)
{
    Result<MetricsTarget> found = fail(Error::badInput(QStringLiteral("no Pod tells metrics")));
    const auto look = [&] {
        const auto targets = answer(metrics().targets());
        if (!targets) {
            found = fail(targets.error());
            return false;
        }
        for (const MetricsTarget &one : targets->targets) {
            if (one.pod.starts_with(podBegins))
                found = one;
        }
        return found.has_value();
    };
    (void)QTest::qWaitFor(look, patience);
    return found;
}

Result<Bracket> ClockworkCluster::read(const MetricsTarget &target, const QString &url)
{
    const auto before = Exposition::at(url);
    auto told = answer(metrics().scrape(target));
    const auto after = Exposition::at(url);
    if (!told)
        return fail(told.error());
    if (!before || !after)
        return fail(Error::badInput(QStringLiteral("%1 does not answer").arg(url)));
    return Bracket{*before, std::move(*told), *after};
}

Result<SuspectReportPtr> ClockworkCluster::suspects(const std::string &queue, const ObjectKey &lease)
{
    SuspectQuery query{{}, lease.namespaceName, {lease.name}};
    const auto isKnown = [&] {
        std::vector<QueueKind> offered;
        for (const ResourceInfo &resource : catalog ? catalog->resources : std::vector<ResourceInfo>())
            offered.push_back({resource.gvr.group, resource.gvr.resource, resource.kind});
        const auto kind = queueKindOf(queue, offered);
        if (kind)
            query.resource = catalog->resources[*kind];
        return kind.has_value();
    };
    if (!QTest::qWaitFor(isKnown, patience)) // the catalog learns of new kinds by a watch
        return fail(Error::badInput(QStringLiteral("%1 is about no kind that is known").arg(QString::fromStdString(queue))));
    SuspectReportPtr report;
    const Subscription told = session->ports().suspects->find(query, owner, [&](SuspectReportPtr now) { report = std::move(now); });
    if (!QTest::qWaitFor([&] { return report && report->isComplete; }, patience))
        return fail(Error::badInput(QStringLiteral("no whole report in %1 s").arg(patience / 1000)));
    return report;
}

Result<void> ClockworkCluster::createAll(const GroupVersionResource &resource, const std::string &namespaceName, const std::vector<QByteArray> &documents)
{
    std::vector<Future<ObjectReply>> all;
    for (const QByteArray &document : documents)
        all.push_back(dynamic.create(resource, {namespaceName, {}}, document));
    for (Future<ObjectReply> &one : all) {
        if (const auto created = answer(std::move(one)); !created)
            return fail(created.error());
    }
    return {};
}

} // namespace kube::test
