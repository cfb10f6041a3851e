// SPDX-License-Identifier: Apache-2.0
#include "app/composition/resource_lookup.h"
#include "tests/gui/support/sample_cluster.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace resource_lookup_test {

using namespace orrery;

class ResourceLookupTest : public QObject
{
    Q_OBJECT

    std::shared_ptr<kube::Catalog> m_catalog;

    [[nodiscard]] QString find(const char *word) const
    {
        const kube::ResourceInfo *found = findResource(*m_catalog, QString::fromLatin1(word));
        return found ? QString::fromStdString(found->gvr.toString()) : QStringLiteral("none");
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_catalog = std::make_shared<kube::Catalog>(*test::sampleCatalog());
        for (kube::ResourceInfo &info : m_catalog->resources) {
            info.singular = QString::fromStdString(info.kind).toLower().toStdString();
            if (info.kind == "Deployment")
                info.shortNames = {"deploy"};
            if (info.kind == "Pod")
                info.shortNames = {"po"};
        }
        // A second, later resource with the same name, as aggregated APIs have.
        auto metrics = test::sampleResource("metrics.k8s.io", "v1beta1", "pods", "PodMetrics");
        metrics.shortNames = {"po"};
        m_catalog->resources.push_back(metrics);
    }

    void wordsAreTakenAsKubectlTakesThem_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("resource");
        const auto row = [](const char *word, const char *resource) { QTest::newRow(word) << QString::fromLatin1(word) << QString::fromLatin1(resource); };
        row("pods", "pods");
        row("pod", "pods");
        row("po", "pods");
        row("Pod", "pods");
        row("DEPLOYMENTS", "deployments.apps");
        row("deploy", "deployments.apps");
        row("deployments.apps", "deployments.apps");
        row("deploy.apps", "deployments.apps");
        row("pods.metrics.k8s.io", "pods.metrics.k8s.io");
        row("podmetrics", "pods.metrics.k8s.io");
        row("foos.samplecontroller.k8s.io", "foos.samplecontroller.k8s.io");
        row("pods.nowhere", "none");
        row("podz", "none");
        row("", "none");
    }
    void wordsAreTakenAsKubectlTakesThem()
    {
        QFETCH(QString, word);
        QTEST(find(qPrintable(word)), "resource");
    }

    void whatWasMeantIsGuessed_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("first");
        const auto row = [](const char *word, const char *first) { QTest::newRow(word) << QString::fromLatin1(word) << QString::fromLatin1(first); };
        row("podz", "pods");
        row("deploymnets", "deployments");
        row("Deploymentz", "deployments");
        row("statefulset.app", "statefulsets"); // the group is wrong
        row("persistentvol", "persistentvolumeclaims");
        row("banana", "");
        row("x", "");
        row("", "");
    }
    void whatWasMeantIsGuessed()
    {
        QFETCH(QString, word);
        const QStringList similar = similarResources(*m_catalog, word);
        QTEST(similar.value(0), "first");
        QVERIFY(similar.size() <= 3);
        QCOMPARE(QSet<QString>(similar.begin(), similar.end()).size(), similar.size());
    }

    void anOwnerIsFoundInWhateverVersionIsServed()
    {
        const kube::ResourceInfo *found = findKind(*m_catalog, QStringLiteral("apps/v1beta1"), QStringLiteral("Deployment"));
        QVERIFY(found);
        QCOMPARE(found->gvr.toString(), std::string("deployments.apps"));
        QVERIFY(findKind(*m_catalog, QStringLiteral("v1"), QStringLiteral("Pod")));
        QVERIFY(!findKind(*m_catalog, QStringLiteral("v1"), QStringLiteral("Deployment")));
        QVERIFY(!findKind(*m_catalog, QStringLiteral("a/b/c"), QStringLiteral("Pod")));
    }
};

ORRERY_GUILESS_TEST(ResourceLookupTest)
} // namespace resource_lookup_test
#include "resource_lookup_test.moc"
