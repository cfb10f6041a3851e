// SPDX-License-Identifier: Apache-2.0
#include "tests/support/test_program.h"
#include "tests/support/tree_text.h"
#include "tests/support/warnings.h"
#include "ui/base/format.h"
#include "ui/base/table_roles.h"
#include "ui/base/tone.h"
#include "ui/models/cluster_tree_model.h"
#include "ui/models/tree_groups.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

namespace cluster_tree_model_test {

using namespace orrery;
using kube::test::treeText;

namespace {

kube::ResourceInfo resource(const char *group, const char *plural, const char *kind, bool listable = true)
{
    kube::ResourceInfo info;
    info.gvr = {group, "v1", plural};
    info.kind = kind;
    info.verbs = listable ? std::vector<std::string>{"get", "list", "watch"} : std::vector<std::string>{"create"};
    return info;
}

kube::CatalogPtr catalog(std::vector<kube::ResourceInfo> extra = {})
{
    auto made = std::make_shared<kube::Catalog>();
    made->resources = {
        resource("", "pods", "Pod"), resource("apps", "deployments", "Deployment"), resource("", "nodes", "Node"),
        resource("events.k8s.io", "events", "Event"), resource("", "events", "Event"),
        resource("networking.k8s.io", "ingresses", "Ingress"), resource("networking.k8s.io", "networkpolicies", "NetworkPolicy"),
        resource("apiextensions.k8s.io", "customresourcedefinitions", "CustomResourceDefinition"),
        resource("samplecontroller.k8s.io", "foos", "Foo"), resource("cert-manager.io", "issuers", "Issuer"),
        resource("cert-manager.io", "certificates", "Certificate"),
        resource("resource.k8s.io", "resourceclaims", "ResourceClaim"),
        resource("authentication.k8s.io", "tokenreviews", "TokenReview", false)};
    for (kube::ResourceInfo &info : extra)
        made->resources.push_back(std::move(info));
    return made;
}

kube::ContextInfo context(const char *name)
{
    kube::ContextInfo info;
    info.name = QString::fromLatin1(name);
    info.server = QStringLiteral("https://10.0.0.1:6443");
    return info;
}

const QString prod = QStringLiteral("prod-eu");

} // namespace

class ClusterTreeModelTest : public QObject
{
    Q_OBJECT
private:
    ClusterTreeModel *m_model = nullptr;

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_model = new ClusterTreeModel(this);
        new QAbstractItemModelTester(m_model, QAbstractItemModelTester::FailureReportingMode::QtTest, m_model);
        kube::ContextInfo broken = context("broken");
        broken.error = kube::Error::badInput(QStringLiteral("no such user \"x\""), QStringLiteral("/home/a/.kube/config:12"));
        m_model->setContexts({context("prod-eu"), context("staging"), broken});
    }
    void cleanup() { delete std::exchange(m_model, nullptr); }

    void contextsAreUntouchedUntilOpened()
    {
        const QSignalSpy opened(m_model, &ClusterTreeModel::contextOpened);
        QCOMPARE(treeText(*m_model), QStringLiteral("prod-eu\nstaging\nbroken\n"));
        QVERIFY(m_model->hasChildren(m_model->contextIndex(prod)));
        QCOMPARE(opened.count(), 0);
        m_model->open(m_model->contextIndex(prod));
        m_model->open(m_model->contextIndex(prod));
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.at(0).at(0).toString(), prod);
        QCOMPARE(treeText(*m_model), QStringLiteral("prod-eu\n  Connecting…\nstaging\nbroken\n"));
    }

    void everyResourceStandsInTheGroupPeopleKnow()
    {
        m_model->open(m_model->contextIndex(prod));
        m_model->setCatalog(prod, catalog());
        QCOMPARE(treeText(*m_model), QStringLiteral("prod-eu\n"
                                                    "  Cluster\n    Nodes\n    Events\n"
                                                    "  Workloads\n    Pods\n    Deployments\n"
                                                    "  Network\n    Ingresses\n    NetworkPolicies\n"
                                                    "  Custom resources\n    CustomResourceDefinitions\n"
                                                    "    cert-manager.io\n      Certificates\n      Issuers\n"
                                                    "    samplecontroller.k8s.io\n      Foos\n"
                                                    "  Other\n    Events\n    ResourceClaims\n    TokenReviews\n"
                                                    "staging\nbroken\n"));
    }

    void aNewDiscoveryChangesRowsInPlace()
    {
        m_model->open(m_model->contextIndex(prod));
        m_model->setCatalog(prod, catalog());
        const QPersistentModelIndex pods = m_model->resourceIndex(prod, {"", "pods"});
        const QPersistentModelIndex foos = m_model->resourceIndex(prod, {"samplecontroller.k8s.io", "foos"});
        m_model->setCount(prod, {"", "pods"}, 12);
        auto next = std::make_shared<kube::Catalog>(*catalog({resource("", "configmaps", "ConfigMap")}));
        std::erase_if(next->resources, [](const auto &info) { return info.kind == "Foo"; });
        m_model->setCatalog(prod, next);
        QVERIFY(pods.isValid());
        QCOMPARE(pods.data(ClusterTreeModel::CountTextRole).toString(), QStringLiteral("12"));
        QVERIFY(!foos.isValid());
        QVERIFY(treeText(*m_model).contains(QStringLiteral("  Config\n    ConfigMaps\n")));
        QVERIFY(!treeText(*m_model).contains(QStringLiteral("samplecontroller")));
    }

    void countsAreAskedForWhenTheirGroupIsOpened()
    {
        QStringList asked;
        m_model->setCountSource([&](const QString &contextName, const kube::ResourceInfo &info) {
            asked << contextName + QLatin1Char(' ') + QString::fromStdString(info.gvr.toString());
            m_model->setCount(contextName, info.gvr.groupResource(), 100310);
        });
        m_model->open(m_model->contextIndex(prod));
        m_model->setCatalog(prod, catalog());
        QCOMPARE(asked, QStringList());
        m_model->setCount(prod, {"", "pods"}, 7); // live already
        m_model->open(m_model->resourceIndex(prod, {"", "pods"}).parent());
        QCOMPARE(asked, QStringList(QStringLiteral("prod-eu deployments.apps")));
        const QModelIndex deployments = m_model->resourceIndex(prod, {"apps", "deployments"});
        QCOMPARE(deployments.data(ClusterTreeModel::CountTextRole).toString(), QStringLiteral("100,310"));
        QCOMPARE(deployments.data(Qt::AccessibleTextRole).toString(), QStringLiteral("Deployments, 100,310"));
    }

    void aCountIsLiveOrSaysWhenAndWhereItWasSo()
    {
        QStringList asked;
        m_model->setCountSource([&](const QString &, const kube::ResourceInfo &info) { asked << QString::fromStdString(info.gvr.resource); });
        m_model->open(m_model->contextIndex(prod));
        m_model->setCatalog(prod, catalog());
        const QModelIndex pods = m_model->resourceIndex(prod, {"", "pods"});
        const auto toolTip = [&pods] { return pods.data(Qt::ToolTipRole).toString(); };
        const kube::WallTime when{std::chrono::hours(24 * 365 * 56)};
        m_model->setCount(prod, {"", "pods"}, 12, {CountTruth::State::AsOf, when, QStringLiteral("in all namespaces")});
        QVERIFY(!pods.data(ClusterTreeModel::CountLiveRole).toBool());
        QVERIFY2(toolTip().contains(QStringLiteral("12 in all namespaces, as of ") + clockTime(when)), qPrintable(toolTip()));
        m_model->setCount(prod, {"", "pods"}, 3012, {CountTruth::State::Live, {}, QStringLiteral("in all namespaces")});
        QVERIFY(pods.data(ClusterTreeModel::CountLiveRole).toBool());
        QVERIFY2(toolTip().contains(QStringLiteral("3,012 in all namespaces, live")), qPrintable(toolTip()));

        // An answer that comes late is older than what the table counts; and nobody asks for what is live.
        m_model->setCount(prod, {"", "pods"}, 12, {CountTruth::State::AsOf, when, {}});
        QCOMPARE(pods.data(ClusterTreeModel::CountTextRole).toString(), QStringLiteral("3,012"));
        m_model->count(pods.parent(), ClusterTreeModel::Recount::NotLive);
        QVERIFY(!asked.contains(QStringLiteral("pods")));
        m_model->endLiveCount(prod, {"", "pods"}, when);
        QVERIFY2(toolTip().contains(QStringLiteral("3,012 in all namespaces, as of ") + clockTime(when)), qPrintable(toolTip()));

        asked.clear();
        m_model->count(pods.parent(), ClusterTreeModel::Recount::NotLive);
        m_model->count(pods.parent(), ClusterTreeModel::Recount::NotLive); // the first is not answered yet
        QCOMPARE(asked, QStringList(QStringLiteral("pods")));
        m_model->setCountProblem(prod, {"", "pods"}, QStringLiteral("The server does not answer"));
        QCOMPARE(pods.data(ClusterTreeModel::CountTextRole).toString(), QStringLiteral("3,012"));
        QVERIFY(toolTip().contains(QStringLiteral("The server does not answer")));
    }

    void aCountThatIsPausedStaysWhatItsTableShows()
    {
        QStringList asked;
        m_model->setCountSource([&](const QString &, const kube::ResourceInfo &info) { asked << QString::fromStdString(info.gvr.resource); });
        m_model->open(m_model->contextIndex(prod));
        m_model->setCatalog(prod, catalog());
        const QModelIndex pods = m_model->resourceIndex(prod, {"", "pods"});
        const kube::WallTime when{std::chrono::hours(24 * 365 * 56)};
        m_model->setCount(prod, {"", "pods"}, 30, {CountTruth::State::Paused, when, {}});
        QVERIFY(pods.data(ClusterTreeModel::CountPausedRole).toBool());
        QVERIFY(!pods.data(ClusterTreeModel::CountLiveRole).toBool());
        QCOMPARE(pods.data(Qt::AccessibleTextRole).toString(), QStringLiteral("Pods, 30, paused"));
        QVERIFY(pods.data(Qt::ToolTipRole).toString().contains(QStringLiteral("30, paused, as of ") + clockTime(when)));
        m_model->count(pods.parent(), ClusterTreeModel::Recount::NotLive);
        QVERIFY(!asked.contains(QStringLiteral("pods")));
        m_model->setCount(prod, {"", "pods"}, 12, {CountTruth::State::AsOf, when, {}}); // asked before
        QCOMPARE(pods.data(ClusterTreeModel::CountTextRole).toString(), QStringLiteral("30"));
        m_model->endLiveCount(prod, {"", "pods"}, when + std::chrono::hours(1));
        QVERIFY(!pods.data(ClusterTreeModel::CountPausedRole).toBool());
        QVERIFY2(pods.data(Qt::ToolTipRole).toString().contains(QStringLiteral("30, as of ") + clockTime(when)), qPrintable(pods.data(Qt::ToolTipRole).toString()));
    }

    void aCountWhoseTableIsNotLiveIsMarkedAndSaysWhy()
    {
        m_model->open(m_model->contextIndex(prod));
        m_model->setCatalog(prod, catalog());
        const QModelIndex pods = m_model->resourceIndex(prod, {"", "pods"});
        const kube::WallTime when{std::chrono::hours(24 * 365 * 56)};
        m_model->setCount(prod, {"", "pods"}, 16, {CountTruth::State::Live, {}, {}});
        QVERIFY(!pods.data(ClusterTreeModel::CountMarkRole).isValid());
        CountTruth stale{CountTruth::State::Stale, when, {}};
        stale.why = QStringLiteral("reconnecting since 15:04:05");
        stale.isPausedToo = true;
        m_model->setCount(prod, {"", "pods"}, 16, stale);
        QCOMPARE(static_cast<Tone>(pods.data(ClusterTreeModel::CountMarkRole).toInt()), Tone::Pending);
        QVERIFY(pods.data(ClusterTreeModel::CountPausedRole).toBool());
        QVERIFY(!pods.data(ClusterTreeModel::CountLiveRole).toBool());
        QCOMPARE(pods.data(Qt::AccessibleTextRole).toString(), QStringLiteral("Pods, 16, reconnecting since 15:04:05"));
        QVERIFY(pods.data(Qt::ToolTipRole).toString().contains(QStringLiteral("16, as of ") + clockTime(when) + QStringLiteral("\nreconnecting since 15:04:05")));
        m_model->setCount(prod, {"", "pods"}, 18, {CountTruth::State::AsOf, when, {}}); // the server's
        QCOMPARE(pods.data(ClusterTreeModel::CountTextRole).toString(), QStringLiteral("16"));
        m_model->endLiveCount(prod, {"", "pods"}, when + std::chrono::hours(1));
        QVERIFY(!pods.data(ClusterTreeModel::CountMarkRole).isValid());
        QVERIFY(!pods.data(ClusterTreeModel::CountPausedRole).toBool());
        QCOMPARE(pods.data(Qt::AccessibleTextRole).toString(), QStringLiteral("Pods, 16"));
    }

    void aKindThatIsNotConfirmedIsDimmedAndSaysWhy()
    {
        m_model->open(m_model->contextIndex(prod));
        auto known = std::make_shared<kube::Catalog>(*catalog());
        for (kube::ResourceInfo &info : known->resources)
            info.unconfirmed = info.kind == "Deployment";
        m_model->setCatalog(prod, known);
        const QModelIndex deployments = m_model->resourceIndex(prod, {"apps", "deployments"});
        QVERIFY(deployments.data(ClusterTreeModel::DimmedRole).toBool());
        QVERIFY(deployments.data(Qt::ToolTipRole).toString().contains(QStringLiteral("last known")));
        QVERIFY(!m_model->resourceIndex(prod, {"", "pods"}).data(ClusterTreeModel::DimmedRole).toBool());
        m_model->setCatalog(prod, catalog());
        QVERIFY(!deployments.data(ClusterTreeModel::DimmedRole).toBool());
    }

    void eventsStandOnceUnderCluster()
    {
        m_model->open(m_model->contextIndex(prod));
        m_model->setCatalog(prod, catalog());
        const QModelIndex core = m_model->resourceIndex(prod, {"", "events"});
        const QModelIndex other = m_model->resourceIndex(prod, {"events.k8s.io", "events"});
        QCOMPARE(core.parent().data().toString(), QStringLiteral("Cluster"));
        QCOMPARE(core.data().toString(), QStringLiteral("Events"));
        QCOMPARE(other.parent().data().toString(), QStringLiteral("Other")); // the same objects
    }

    void aCountThatCannotBeHadSaysWhy()
    {
        m_model->open(m_model->contextIndex(prod));
        m_model->setCatalog(prod, catalog());
        m_model->setCountProblem(prod, {"", "nodes"}, QStringLiteral("anna may not list nodes"));
        const QModelIndex nodes = m_model->resourceIndex(prod, {"", "nodes"});
        QCOMPARE(nodes.data(ClusterTreeModel::CountTextRole).toString(), QStringLiteral("—"));
        QVERIFY(nodes.data(Qt::ToolTipRole).toString().contains(QStringLiteral("anna may not list nodes")));
    }

    void healthIsAGlyphAndWords()
    {
        kube::Health health;
        health.state = kube::HealthState::Failed;
        health.reason = kube::Error::transport(QStringLiteral("Connection refused"));
        m_model->open(m_model->contextIndex(prod));
        m_model->setHealth(prod, health);
        const QModelIndex index = m_model->contextIndex(prod);
        QCOMPARE(static_cast<Tone>(index.data(ToneRole).toInt()), Tone::Failing);
        QCOMPARE(index.data(Qt::AccessibleTextRole).toString(), QStringLiteral("prod-eu, failed"));
        QVERIFY(index.data(Qt::ToolTipRole).toString().contains(QStringLiteral("Connection refused")));
        QVERIFY(treeText(*m_model).startsWith(QStringLiteral("prod-eu\n  The server does not answer\n")));
        QCOMPARE(static_cast<Tone>(m_model->index(0, 0, index).data(ToneRole).toInt()), Tone::Failing);
    }

    void aBrokenContextLooksSoAndSaysWhy()
    {
        const QSignalSpy opened(m_model, &ClusterTreeModel::contextOpened);
        const QModelIndex broken = m_model->contextIndex(QStringLiteral("broken"));
        QVERIFY(broken.data(ClusterTreeModel::DimmedRole).toBool());
        QVERIFY(broken.data(Qt::ToolTipRole).toString().contains(QStringLiteral("/home/a/.kube/config:12")));
        QVERIFY(!m_model->hasChildren(broken));
        m_model->open(broken);
        QCOMPARE(opened.count(), 0);
        QVERIFY(broken.flags() & Qt::ItemIsEnabled); // reachable by keyboard
    }

    void activatingAResourceNamesItAndItsContext()
    {
        QSignalSpy activated(m_model, &ClusterTreeModel::resourceActivated);
        QString kind;
        connect(m_model, &ClusterTreeModel::resourceActivated, this, [&](const QString &, const kube::ResourceInfo &info) {
            kind = QString::fromStdString(info.kind);
        });
        m_model->open(m_model->contextIndex(prod));
        m_model->setCatalog(prod, catalog());
        m_model->activate(m_model->resourceIndex(prod, {"apps", "deployments"}));
        QCOMPARE(kind, QStringLiteral("Deployment"));
        m_model->activate(m_model->resourceIndex(prod, {"authentication.k8s.io", "tokenreviews"}));
        QCOMPARE(activated.count(), 1);
    }

    void instrumentsStandUnderClockworkAndAreActivated()
    {
        m_model->setInstruments({Instrument::Pipeline, Instrument::Leases});
        QList<QPair<QString, Instrument>> activated;
        connect(m_model, &ClusterTreeModel::instrumentActivated, this, [&](const QString &context, Instrument instrument) { activated.append({context, instrument}); });
        m_model->open(m_model->contextIndex(prod));
        m_model->setCatalog(prod, catalog());
        const QModelIndex context = m_model->contextIndex(prod);
        QModelIndex clockwork;
        for (int row = 0; row < m_model->rowCount(context); ++row) {
            if (m_model->index(row, 0, context).data().toString() == QStringLiteral("Clockwork"))
                clockwork = m_model->index(row, 0, context);
        }
        QCOMPARE(m_model->rowCount(clockwork), 2);
        QCOMPARE(m_model->index(1, 0, clockwork).data().toString(), QStringLiteral("Leases"));
        QCOMPARE(m_model->index(1, 0, clockwork).data(ClusterTreeModel::IdRole).toString(), QStringLiteral("prod-eu/clockwork/leases"));
        m_model->activate(m_model->index(1, 0, clockwork));
        QCOMPARE(activated, (QList<QPair<QString, Instrument>>{{prod, Instrument::Leases}}));
        QCOMPARE(instrumentOf(QStringLiteral("leases")), std::optional(Instrument::Leases));
        QVERIFY(!instrumentOf(QStringLiteral("pods")));
    }

    void groupsThatCouldNotBeDiscoveredAreNamed()
    {
        auto partial = std::make_shared<kube::Catalog>(*catalog());
        partial->failures = {{"metrics.k8s.io/v1beta1", "the server is currently unable to handle the request"}};
        m_model->open(m_model->contextIndex(prod));
        m_model->setCatalog(prod, partial);
        const QModelIndex top = m_model->contextIndex(prod);
        const QModelIndex note = m_model->index(m_model->rowCount(top) - 1, 0, top);
        QVERIFY(note.data().toString().contains(QStringLiteral("could not be read")));
        QVERIFY(note.data(Qt::ToolTipRole).toString().contains(QStringLiteral("metrics.k8s.io/v1beta1")));
    }

    void aChangedKubeconfigKeepsWhatIsOpen()
    {
        m_model->open(m_model->contextIndex(prod));
        m_model->setCatalog(prod, catalog());
        const QPersistentModelIndex pods = m_model->resourceIndex(prod, {"", "pods"});
        m_model->setContexts({context("new"), context("staging"), context("prod-eu")});
        QVERIFY(pods.isValid());
        QVERIFY(treeText(*m_model).startsWith(QStringLiteral("new\nstaging\nprod-eu\n  Cluster\n")));
    }

    void idsAreUniqueInTheTree()
    {
        m_model->open(m_model->contextIndex(prod));
        m_model->setCatalog(prod, catalog());
        QCOMPARE(m_model->resourceIndex(prod, {"", "pods"}).data(ClusterTreeModel::IdRole).toString(),
                 QStringLiteral("prod-eu/workloads/pods"));
    }

    void pluralsKeepTheKindsCapitals_data()
    {
        QTest::addColumn<QString>("plural");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("title");
        const char *const rows[][3] = {{"pods", "Pod", "Pods"}, {"ingresses", "Ingress", "Ingresses"},
            {"networkpolicies", "NetworkPolicy", "NetworkPolicies"}, {"endpoints", "Endpoints", "Endpoints"},
            {"storageclasses", "StorageClass", "StorageClasses"}, {"people", "Person", "Person"}, {"foos", "", "foos"}};
        for (const auto &row : rows)
            QTest::newRow(row[0]) << QString::fromLatin1(row[0]) << QString::fromLatin1(row[1]) << QString::fromLatin1(row[2]);
    }

    void pluralsKeepTheKindsCapitals()
    {
        QFETCH(QString, plural);
        QFETCH(QString, kind);
        QFETCH(QString, title);
        QCOMPARE(pluralTitle(resource("", plural.toLatin1().constData(), kind.toLatin1().constData())), title);
    }
};

ORRERY_TEST(ClusterTreeModelTest)
} // namespace cluster_tree_model_test
#include "cluster_tree_model_test.moc"
