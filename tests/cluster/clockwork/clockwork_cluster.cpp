// SPDX-License-Identifier: Apache-2.0
#include "tests/cluster/clockwork/clockwork_cluster.h"

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
    session->ports().cluster->open();
}

ClockworkCluster::~ClockworkCluster()
{
    onHealth = {};
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
