// SPDX-License-Identifier: Apache-2.0
#include "app/demo/demo_cluster.h"

#include "app/demo/api/api_server.h"
#include "app/demo/server/http_server.h"
#include "app/demo/sim/churn.h"
#include "app/demo/sim/extensions.h"
#include "app/demo/sim/foo_operator.h"
#include "app/demo/sim/kubelets.h"
#include "app/demo/sim/leadership.h"
#include "app/demo/sim/life.h"
#include "app/demo/sim/own_queues.h"
#include "app/demo/sim/sim_client.h"
#include "app/demo/sim/workload_controllers.h"
#include "app/demo/sim/world.h"
#include "core/base/mailbox.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

struct DemoCluster::Parts {
    ApiStore store;
    ResourceTypes types;
    Identities identities;
    std::unique_ptr<OwnQueues> queues;
    std::unique_ptr<ApiServer> api;
    std::unique_ptr<HttpServer> http;
    std::shared_ptr<kube::Mailbox> mailbox = kube::Mailbox::create();
    std::shared_ptr<kube::QtScheduler> scheduler = std::make_shared<kube::QtScheduler>();
    std::shared_ptr<ToldMetrics> told = std::make_shared<ToldMetrics>("kube-controller-manager");
    std::shared_ptr<ToldMetrics> operatorTold = std::make_shared<ToldMetrics>("foo-operator");
    std::unique_ptr<SimClient> client;
    std::unique_ptr<DeploymentController> deployments;
    std::unique_ptr<ReplicaSetController> sets;
    std::unique_ptr<Kubelets> kubelets;
    std::unique_ptr<Life> life;
    std::unique_ptr<Leadership> leadership;
    std::unique_ptr<SimClient> operatorClient; ///< null: a small world has no operator
    std::unique_ptr<FooOperator> fooOperator;
    std::unique_ptr<Leadership> operatorLeadership;
    std::unique_ptr<Churn> churn;
    std::unique_ptr<QTemporaryDir> folder;

    ~Parts() { mailbox->close(); }
};

namespace {

QByteArray kubeconfigText(const QUrl &url, const QByteArray &certPem, const Identities &identities)
{
    QByteArray text = "apiVersion: v1\nkind: Config\ncurrent-context: demo\nclusters:\n- name: demo\n  cluster:\n    server: "
        + url.toEncoded() + "\n    certificate-authority-data: " + certPem.toBase64() + "\ncontexts:\n";
    const std::pair<const char *, const char *> contexts[] = {{"demo", "admin"}, {"demo-viewer", "viewer"}, {"demo-nobody", "nobody"}};
    for (const auto &[context, user] : contexts)
        text += QByteArray("- name: ") + context + "\n  context: {cluster: demo, user: " + user + "}\n";
    text += "users:\n";
    for (const auto &[context, user] : contexts)
        text += QByteArray("- name: ") + user + "\n  user: {token: " + identities.tokenOf(QString::fromLatin1(user)) + "}\n";
    return text;
}

kube::Result<void> writePrivately(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) || file.write(text) != text.size())
        return kube::fail(kube::Error::badInput(file.errorString(), path));
    return {};
}

} // namespace

DemoCluster::DemoCluster() = default;
DemoCluster::~DemoCluster() = default;

kube::Result<QString> DemoCluster::start(const Options &options)
{
    m_parts = std::make_unique<Parts>();
    Parts &parts = *m_parts;
    World world(parts.store, parts.types, {options.seed, options.pods});
    if (const auto built = world.build(); !built)
        return kube::fail(built.error());
    parts.api = std::make_unique<ApiServer>(parts.store, parts.types, parts.identities, ApiServer::Options{options.newApi});
    parts.queues = std::make_unique<OwnQueues>(parts.store);
    parts.api->setMoreMetrics([&queues = *parts.queues] { return queues.text(); });
    parts.api->addExtension(metricsExtension(parts.store));
    parts.api->addExtension(logExtension(parts.store));
    parts.api->addExtension(podProxyExtension(parts.store, {{QString::fromLatin1(ControllersPod), {ControllersPort, parts.told}}, {QString::fromLatin1(OperatorPod), {OperatorPort, parts.operatorTold}}}));

    const auto certificate = makeCertificate();
    if (!certificate)
        return kube::fail(certificate.error());
    parts.http = std::make_unique<HttpServer>(*certificate, [&parts](const Call &call, const ReplyPtr &reply) { parts.api->handle(call, reply); });
    if (!parts.http->start(options.port))
        return kube::fail(kube::Error::transport(parts.http->errorString(), u"127.0.0.1:%1"_s.arg(options.port)));

    parts.client = std::make_unique<SimClient>(*parts.api, parts.mailbox, parts.scheduler, parts.told, SimClient::Program{});
    parts.deployments = std::make_unique<DeploymentController>(*parts.client);
    parts.sets = std::make_unique<ReplicaSetController>(*parts.client);
    parts.kubelets = std::make_unique<Kubelets>(*parts.client, world.nodes(), options.seed);
    parts.life = std::make_unique<Life>(*parts.client, options.seed);
    parts.leadership = std::make_unique<Leadership>(*parts.client, "demo-controllers");
    if (parts.store.get({"", "pods"}, {"kube-system", OperatorPod})) {
        const SimClient::Program program{u"system:serviceaccount:kube-system:foo-operator"_s, "foo-operator"};
        parts.operatorClient = std::make_unique<SimClient>(*parts.api, parts.mailbox, parts.scheduler, parts.operatorTold, program);
        parts.fooOperator = std::make_unique<FooOperator>(*parts.operatorClient);
        parts.operatorLeadership = std::make_unique<Leadership>(*parts.operatorClient, "foo-operator");
    }
    if (options.churn > 0)
        parts.churn = std::make_unique<Churn>(parts.store, Churn::Pace{options.churn, options.churnSeconds}, options.seed);

    QString path = options.kubeconfig;
    if (path.isEmpty()) {
        parts.folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + u"/orrery-demo-XXXXXX"_s);
        if (!parts.folder->isValid())
            return kube::fail(kube::Error::badInput(parts.folder->errorString(), QDir::tempPath()));
        path = parts.folder->filePath(u"kubeconfig"_s);
    }
    if (const auto written = writePrivately(path, kubeconfigText(parts.http->url(), certificate->certPem, parts.identities)); !written)
        return kube::fail(written.error());
    return path;
}

} // namespace orrery::demo
