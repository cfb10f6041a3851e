// SPDX-License-Identifier: Apache-2.0
// client-go itself (tests/bench/peers/informer, of Debian's Kubernetes 1.20) and our informers follow the same objects of
// the same API server while they come, change, go and come again: at the end all have the same set, by key, uid and
// resource version.
#include "core/dynamic/dynamic_client.h"
#include "core/cache/shared_informer.h"
#include "core/informers/dynamic_lister_watcher.h"
#include "tests/fault/proxy/churn.h"
#include "tests/support/cluster_client.h"
#include "tests/support/handler_log.h"
#include "tests/support/test_program.h"

#include <QProcess>

namespace differential_cluster_test {

using namespace kube;
using namespace kube::test;
using Form = DynamicListerWatcher::Form;

namespace {

const GroupVersionResource resource{"", "v1", "configmaps"};

QStringList setOf(const std::vector<ObjectPtr> &objects)
{
    QStringList set;
    for (const ObjectPtr &object : objects) {
        const std::string line = object->key().namespaceName + '/' + object->key().name + ' ' + std::string(object->uid()) + ' ' + std::string(object->resourceVersion());
        set.append(QString::fromStdString(line));
    }
    set.sort();
    return set;
}

/// client-go's informer in a process of its own.
class Peer
{
public:
    Peer(const QString &folder, const QString &mode, const TestNamespace &space)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(folder + QStringLiteral("/informer"),
                        {QStringLiteral("-kubeconfig"), kube::test::Cluster::kubeconfig(), QStringLiteral("-mode"), mode, QStringLiteral("-resource"), QStringLiteral("configmaps.v1."),
                         QStringLiteral("-namespace"), space.name()});
    }
    ~Peer()
    {
        m_process.closeWriteChannel(); // it ends by itself
        if (!m_process.waitForFinished(5000))
            m_process.kill();
        m_process.waitForFinished();
    }
    [[nodiscard]] bool hasSynced() { return m_synced || (m_synced = m_process.canReadLine() && m_process.readLine().startsWith("synced ")); }
    /// What it holds now.
    [[nodiscard]] QStringList set()
    {
        m_process.write("set\n");
        QStringList lines;
        for (;;) {
            if (!QTest::qWaitFor([this] { return m_process.canReadLine(); }, patience))
                return {QStringLiteral("no answer: ") + m_process.errorString()};
            const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
            if (line == QLatin1String("end"))
                break;
            lines.append(line);
        }
        lines.sort();
        return lines;
    }

private:
    QProcess m_process;
    bool m_synced = false;
};

} // namespace

class DifferentialClusterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { failOnWarnings(); }

    void ourSetIsClientGosAfterChurn()
    {
        const kube::test::Cluster::Output built = kube::test::Cluster::script({QStringLiteral("peers")});
        QVERIFY2(built.ok(), built.error.constData());
        const QString folder = QString::fromLocal8Bit(built.out).trimmed();
        const TestNamespace space(QStringLiteral("differential"));
        const ClusterClient cluster;
        DynamicClient objects(*cluster.rest, cluster.executor);
        Churn churn(objects, cluster.executor, space.name().toStdString(), 20);
        churn.start(60);

        std::map<QString, std::unique_ptr<Peer>> peers;
        for (const auto &mode : {QStringLiteral("typed"), QStringLiteral("dynamic"), QStringLiteral("metadata")})
            peers[mode] = std::make_unique<Peer>(folder, mode, space);
        std::map<QString, std::unique_ptr<SharedIndexInformer>> ours;
        HandlerLog log;
        for (const auto &[name, form] : std::map<QString, Form>{{QStringLiteral("objects"), Form::Objects}, {QStringLiteral("metadata"), Form::Metadata}, {QStringLiteral("table"), Form::Table}}) {
            DynamicListerWatcher::Target target{resource, "ConfigMap", space.name().toStdString(), {}, {}, form};
            ours[name] = std::make_unique<SharedIndexInformer>(std::make_unique<DynamicListerWatcher>(*cluster.rest, std::move(target), cluster.executor),
                                                               cluster.executor, *cluster.scheduler, systemRandom(), SharedIndexInformer::Config{});
            ours[name]->run();
        }
        const auto registration = ours[QStringLiteral("objects")]->addEventHandler(log.handlers());
        QVERIFY_RESULT(registration);
        for (const auto &[mode, peer] : peers)
            QTRY_VERIFY_WITH_TIMEOUT(peer->hasSynced(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(churn.changes() >= 600, 2 * patience);
        churn.stop();
        QTRY_VERIFY_WITH_TIMEOUT(churn.isIdle(), patience);
        QVERIFY2(churn.errors().isEmpty(), qPrintable(churn.errors().join(u'\n')));

        const auto page = cluster.answer(objects.list(resource, space.name().toStdString(), {}));
        QVERIFY_RESULT(page);
        const QStringList served = setOf(page->items);
        QVERIFY(served.size() > 10);
        for (const auto &[mode, peer] : peers)
            QTRY_COMPARE_WITH_TIMEOUT(peer->set(), served, patience);
        for (const auto &[form, informer] : ours)
            QTRY_COMPARE_WITH_TIMEOUT(setOf(informer->indexer().list()), served, patience);
        QVERIFY2(log.legal(), log.text().c_str());
    }
};

ORRERY_GUILESS_TEST(DifferentialClusterTest)
} // namespace differential_cluster_test
#include "differential_cluster_test.moc"
