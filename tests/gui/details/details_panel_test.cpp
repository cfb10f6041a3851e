// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/support/a11y_lint.h"
#include "tests/gui/support/fake_ports.h"
#include "tests/gui/support/sample_pods.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/views/details/details_panel.h"
#include "ui/widgets/code_view.h"
#include "ui/widgets/empty_state.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTimer>
#include <QToolButton>

namespace details_panel_test {

using namespace orrery;
using namespace orrery::test;
using State = kube::FreshnessState;

namespace {

kube::ResourceInfo info(const char *group, const char *plural, const char *kind)
{
    kube::ResourceInfo resource;
    resource.gvr = {group, "v1", plural};
    resource.kind = kind;
    return resource;
}

constexpr auto deployment = "{'metadata':{'namespace':'shop','name':'web','uid':'d-1','resourceVersion':'77','creationTimestamp':'2026-11-23T06:00:00Z',"
        "'labels':{'app':'web','tier':'front'},'annotations':{'note':'first line\\nsecond line'},'finalizers':['example.com/guard'],"
        "'ownerReferences':[{'apiVersion':'example.com/v1','kind':'Shop','name':'main & co','uid':'s-1','controller':true}]},"
        "'spec':{'replicas':3,'strategy':{'type':'RollingUpdate'},'template':{'spec':{'containers':[{'name':'app','image':'registry.example.com/app:1'}]}}},"
        "'status':{'availableReplicas':2,'conditions':["
        "{'type':'Available','status':'False','reason':'MinimumReplicasUnavailable','message':'Deployment does not have minimum availability.','lastTransitionTime':'2026-11-23T06:10:00Z'},"
        "{'type':'Progressing','status':'True','reason':'NewReplicaSetAvailable','message':'ok'}]}}";

} // namespace

class DetailsPanelTest : public QObject
{
    Q_OBJECT

    std::shared_ptr<kube::test::ManualTime> m_time;
    std::unique_ptr<FakeObjects> m_objects;
    std::unique_ptr<DetailsPanel> m_panel;
    const kube::ResourceInfo m_deployments = info("apps", "deployments", "Deployment");

    void show(const kube::ResourceInfo &resource, const kube::ObjectKey &key)
    {
        kube::ClusterPorts ports;
        ports.objects = m_objects.get();
        m_panel->show(ports, resource, key);
        m_time->run();
    }
    void tell(const kube::ObjectPtr &object, const kube::Freshness &freshness = {.state = State::Live})
    {
        m_objects->tell(object, freshness);
        m_time->run();
    }
    void showDeployment()
    {
        show(m_deployments, {"shop", "web"});
        tell(objectOf(deployment, "Deployment", "apps"));
    }
    /// What can be read now, one text a line.
    [[nodiscard]] QString words() const
    {
        QStringList texts;
        for (const QLabel *label : m_panel->findChildren<QLabel *>()) {
            if (label->isVisible() && !label->text().isEmpty())
                texts << (label->accessibleName().isEmpty() ? label->text() : label->accessibleName());
        }
        return texts.join(QLatin1Char('\n'));
    }
    [[nodiscard]] QLabel *link(const QString &text) const
    {
        for (QLabel *label : m_panel->findChildren<QLabel *>()) {
            if (label->isVisible() && label->textFormat() == Qt::RichText && label->accessibleName() == text)
                return label;
        }
        return nullptr;
    }
    [[nodiscard]] QToolButton *managedFields() const
    {
        for (QToolButton *one : m_panel->findChildren<QToolButton *>()) {
            if (one->text() == QLatin1String("Managed fields"))
                return one;
        }
        return nullptr;
    }
    void follow(QLabel *label) const
    {
        QVERIFY(label);
        static const QRegularExpression href(QStringLiteral("href=\"([^\"]*)\""));
        QString target = href.match(label->text()).captured(1);
        Q_EMIT label->linkActivated(target.replace(QStringLiteral("&amp;"), QStringLiteral("&")));
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_time = std::make_shared<kube::test::ManualTime>();
        m_objects = std::make_unique<FakeObjects>();
        m_panel = std::make_unique<DetailsPanel>(m_time, m_time);
        m_panel->resize(420, 900);
        m_panel->setVisible(true);
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    }
    void cleanup()
    {
        m_panel.reset();
        QCOMPARE(m_objects->following, 0);
        m_time->run();
    }

    void nothingSelectedIsSaid()
    {
        QVERIFY(words().contains(QStringLiteral("Nothing selected")));
    }

    void theOverviewSaysWhatOneAsksFirst()
    {
        showDeployment();
        for (const char *expected : {"web", "Deployment in shop", "Replicas", "RollingUpdate", "Finalizers", "example.com/guard", "d-1", "77", "Owner", "Shop",
                                     "Containers", "registry.example.com/app:1", "Conditions", "Labels", "tier", "front", "Annotations"})
            QVERIFY2(words().contains(QString::fromUtf8(expected)), expected);
    }

    void aConditionThatIsWrongTellsItsMessageOneThatIsRightDoesNot()
    {
        showDeployment();
        QVERIFY(words().contains(QStringLiteral("False · MinimumReplicasUnavailable")));
        QVERIFY(words().contains(QStringLiteral("Deployment does not have minimum availability.")));
        QVERIFY(words().contains(QStringLiteral("True · NewReplicaSetAvailable")));
        QVERIFY(!words().contains(QStringLiteral("NewReplicaSetAvailable\nok")));
    }

    void sectionsWithoutContentAreNotThere()
    {
        show(info("", "configmaps", "ConfigMap"), {"shop", "plain"});
        tell(objectOf("{'metadata':{'namespace':'shop','name':'plain','uid':'c-1'}}", "ConfigMap"));
        for (const char *title : {"Owner", "Containers", "Conditions", "Labels", "Annotations"})
            QVERIFY2(!words().contains(QString::fromUtf8(title)), title);
    }

    void markupInWhatAServerSaysIsShownAsItStands()
    {
        show(podsInfo(), {"shop", "web-1"});
        auto json = QByteArray::fromStdString(podJson("shop", "web-1", "p-1", "CrashLoopBackOff", 4));
        json.replace(R"("reason":"CrashLoopBackOff")", R"("reason":"CrashLoopBackOff","message":"<b>502</b> Bad Gateway")");
        json.replace(R"("uid":)", R"("annotations":{"note":"<b>bold</b>"},"uid":)");
        tell(objectOf(json.toStdString(), "Pod"));
        int found = 0;
        for (const QLabel *label : m_panel->findChildren<QLabel *>()) {
            if (label->text().contains(QStringLiteral("<b>"))) {
                QCOMPARE(label->textFormat(), Qt::PlainText);
                QVERIFY2(!label->toolTip().contains(QStringLiteral("<b>")), qPrintable(label->toolTip()));
                ++found;
            }
        }
        QCOMPARE(found, 2); // what is wrong, and the annotation
    }

    void whatIsWrongStandsFirst()
    {
        show(podsInfo(), {"shop", "web-1"});
        tell(objectOf(podJson("shop", "web-1", "p-1", "CrashLoopBackOff", 4), "Pod"));
        QVERIFY2(words().contains(QStringLiteral("Container app: CrashLoopBackOff")), qPrintable(words()));
        QVERIFY2(words().contains(QStringLiteral("4 restart")), qPrintable(words()));
        tell(objectOf(podJson("shop", "web-1", "p-1", "Terminating"), "Pod"));
        QVERIFY2(words().contains(QStringLiteral("Being deleted since")), qPrintable(words()));
        tell(objectOf(QByteArray::fromStdString(podJson("shop", "web-1", "p-1", "Terminating")).replace("2026-11-23T07:", "2199-11-23T07:").toStdString(), "Pod"));
        QVERIFY2(words().contains(QStringLiteral("Being deleted, until ")), qPrintable(words())); // the grace period goes on
        QVERIFY2(!words().contains(QStringLiteral("<invalid>")), qPrintable(words()));
    }

    void changesAppearByThemselves()
    {
        showDeployment();
        QSignalSpy shown(m_panel.get(), &DetailsPanel::objectShown);
        tell(objectOf(QByteArray(deployment).replace("'77'", "'78'").toStdString(), "Deployment", "apps"));
        QVERIFY(words().contains(QStringLiteral("78")));
        QCOMPARE(shown.count(), 0); // the same object
    }

    void theOwnerIsALink()
    {
        showDeployment();
        QSignalSpy activated(m_panel.get(), &DetailsPanel::ownerActivated);
        follow(link(QStringLiteral("main & co")));
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated[0], QVariantList({QStringLiteral("example.com/v1"), QStringLiteral("Shop"), QStringLiteral("shop"), QStringLiteral("main & co")}));
    }

    void aContainerIsALinkToItsLog()
    {
        show(podsInfo(), {"shop", "web-1"});
        tell(objectOf(podJson("shop", "web-1", "p-1", "Running"), "Pod"));
        QSignalSpy logs(m_panel.get(), &DetailsPanel::logsRequested);
        QLabel *running = nullptr;
        for (QLabel *label : m_panel->findChildren<QLabel *>()) {
            if (label->isVisible() && label->textFormat() == Qt::RichText)
                running = label;
        }
        follow(running);
        QCOMPARE(logs.count(), 1);
        QCOMPARE(logs[0][1].toString(), QStringLiteral("app"));
    }

    void anObjectDeletedWhileShownSaysSo()
    {
        showDeployment();
        tell(nullptr);
        QVERIFY2(words().contains(QStringLiteral("web has been deleted")), qPrintable(words()));
        QVERIFY(!words().contains(QStringLiteral("RollingUpdate")));
        QVERIFY(!m_panel->object());
        QCOMPARE(m_panel->whyGone(), QStringLiteral("web has been deleted"));
        // Its kind goes after it.
        kube::Freshness freshness{.state = State::Reconnecting};
        freshness.reason = serverError(404, "NotFound", QStringLiteral("the server could not find the requested resource"));
        tell(nullptr, freshness);
        QVERIFY2(words().contains(QStringLiteral("web has been deleted")), qPrintable(words()));
        show(podsInfo(), {"shop", "web-1"});
        QCOMPARE(m_panel->whyGone(), QString());
    }

    void theClusterAndWhereItStandsAreSaid()
    {
        showDeployment();
        m_panel->setWhereabouts(QStringLiteral("prod-eu"), QStringLiteral("hidden by the filter"));
        QVERIFY2(words().contains(QStringLiteral("Deployment in shop · prod-eu · hidden by the filter")), qPrintable(words()));
        m_panel->setWhereabouts({}, {});
        QVERIFY(words().contains(QStringLiteral("Deployment in shop\n")));
        m_panel->setWhereabouts(QStringLiteral("prod-eu"), {});
        m_panel->clear();
        QVERIFY(!words().contains(QStringLiteral("prod-eu")));
    }

    void madeAgainUnderItsNameItIsAnotherObject()
    {
        showDeployment();
        QSignalSpy shown(m_panel.get(), &DetailsPanel::objectShown);
        tell(nullptr);
        tell(objectOf(QByteArray(deployment).replace("d-1", "d-2").toStdString(), "Deployment", "apps"));
        QCOMPARE(shown.count(), 1);
        QCOMPARE(shown[0][2].toString(), QStringLiteral("d-2"));
        QVERIFY(words().contains(QStringLiteral("d-2")));
    }

    void whatNeverWasDoesNotExist()
    {
        show(m_deployments, {"shop", "ghost"});
        QVERIFY(words().contains(QStringLiteral("Loading ghost")));
        tell(nullptr);
        QVERIFY2(words().contains(QStringLiteral("ghost does not exist")), qPrintable(words()));
    }

    void whatMayNotBeReadNamesTheRight()
    {
        show(m_deployments, {"shop", "web"});
        kube::Freshness freshness{.state = State::Forbidden};
        freshness.denied = kube::DeniedRight{"eve", "get", "deployments.apps", "shop"};
        tell(nullptr, freshness);
        QVERIFY2(words().contains(QStringLiteral("eve may not get deployments.apps in namespace shop")), qPrintable(words()));
    }

    void withoutAServerItsErrorIsSaid()
    {
        show(m_deployments, {"shop", "web"});
        kube::Freshness freshness{.state = State::Failed};
        freshness.reason = kube::Error::transport(QStringLiteral("connection refused"));
        tell(nullptr, freshness);
        QVERIFY2(words().contains(QStringLiteral("connection refused")), qPrintable(words()));
    }

    void anotherObjectEndsTheFirst()
    {
        showDeployment();
        show(podsInfo(), {"shop", "web-1"});
        QCOMPARE(m_objects->following, 1);
        QCOMPARE(m_objects->observed, QStringList({QStringLiteral("deployments.apps/web"), QStringLiteral("pods/web-1")}));
        QVERIFY(words().contains(QStringLiteral("Loading web-1")));
        QVERIFY(!words().contains(QStringLiteral("RollingUpdate")));
    }

    void theSameObjectIsNotAskedForTwice()
    {
        showDeployment();
        show(m_deployments, {"shop", "web"});
        QCOMPARE(m_objects->observed.size(), 1);
        QVERIFY(words().contains(QStringLiteral("RollingUpdate")));
    }

    void whatNoTableHoldsIsAskedForWhenOneStaysAtIt()
    {
        kube::ClusterPorts ports;
        ports.objects = m_objects.get();
        for (const char *name : {"a", "b", "c"})
            m_panel->show(ports, m_deployments, {"shop", name}, DetailsPanel::Asking::AfterRest);
        QCOMPARE(m_objects->observed, QStringList());
        QVERIFY2(words().contains(QStringLiteral("Loading c")), qPrintable(words()));
        auto *timer = m_panel->findChild<QTimer *>({}, Qt::FindDirectChildrenOnly);
        QVERIFY(timer->isActive());
        QVERIFY(QMetaObject::invokeMethod(timer, "timeout"));
        QCOMPARE(m_objects->observed, QStringList{QStringLiteral("deployments.apps/c")});
        m_panel->show(ports, m_deployments, {"shop", "d"}, DetailsPanel::Asking::AfterRest);
        m_panel->clear();
        QVERIFY(!timer->isActive());
        QCOMPARE(m_objects->following, 0);
    }

    void managedFieldsAreFetchedOnRequest()
    {
        showDeployment();
        m_panel->tabs()->setCurrentIndex(1);
        managedFields()->click();
        m_objects->fetches.give(QByteArray::fromStdString(jsonText("{'metadata':{'name':'web','managedFields':[{'manager':'kubectl'}]}}")));
        m_time->run();
        QVERIFY(m_panel->findChild<CodeView *>()->toPlainText().contains(QStringLiteral("manager: kubectl")));
    }

    void managedFieldsThatCannotBeHadSayWhy()
    {
        showDeployment();
        m_panel->tabs()->setCurrentIndex(1);
        managedFields()->click();
        m_objects->fetches.give(kube::fail(serverError(403, "Forbidden", QStringLiteral("User \"eve\" cannot get resource"))));
        m_time->run();
        QVERIFY2(words().contains(QStringLiteral("User \"eve\" cannot get resource")), qPrintable(words()));
    }

    void managedFieldsOfWhatIsNoLongerShownAreNobodys()
    {
        showDeployment();
        m_panel->tabs()->setCurrentIndex(1);
        managedFields()->click();
        show(info("", "services", "Service"), {"shop", "web"});
        tell(objectOf("{'metadata':{'namespace':'shop','name':'web','uid':'s-1'}}", "Service"));
        m_objects->fetches.give(QByteArray::fromStdString(jsonText("{'metadata':{'name':'web','managedFields':[{'manager':'of the deployment'}]}}")));
        m_time->run();
        QVERIFY(!m_panel->findChild<CodeView *>()->toPlainText().contains(QStringLiteral("of the deployment")));
    }

    void theHolderOfALeaseIsALinkWhereItIsAPod()
    {
        QSignalSpy activated(m_panel.get(), &DetailsPanel::ownerActivated);
        show(info("coordination.k8s.io", "leases", "Lease"), {"kube-system", "kube-scheduler"});
        const auto lease = objectOf("{'kind':'Lease','apiVersion':'coordination.k8s.io/v1','metadata':{'namespace':'kube-system','name':'kube-scheduler','uid':'l-1'},"
                                    "'spec':{'holderIdentity':'cp-1_5e0c','leaseDurationSeconds':15}}", "Lease", "coordination.k8s.io");
        tell(lease);
        QCOMPARE(m_objects->fetches.open(), std::size_t(1));
        QVERIFY(words().contains(QStringLiteral("cp-1")) && words().contains(QStringLiteral("5e0c")));
        m_objects->fetches.give(kube::fail(serverError(404, "NotFound", QStringLiteral("pods \"cp-1\" not found"))));
        m_time->run();
        QVERIFY(!words().contains(QStringLiteral("kube-scheduler-cp-1")));
        m_objects->fetches.give(QByteArray("{}")); // the Node's static Pod
        m_time->run();
        QVERIFY2(words().contains(QStringLiteral("kube-scheduler-cp-1")), qPrintable(words()));
        tell(lease); // renewed
        QCOMPARE(m_objects->fetches.open(), std::size_t(0));
        follow(link(QStringLiteral("kube-scheduler-cp-1")));
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated[0], QVariantList({QStringLiteral("v1"), QStringLiteral("Pod"), QStringLiteral("kube-system"), QStringLiteral("kube-scheduler-cp-1")}));
    }

    void aSecretsOverviewHoldsNoValue()
    {
        show(info("", "secrets", "Secret"), {"shop", "db"});
        tell(objectOf("{'kind':'Secret','apiVersion':'v1','type':'Opaque','metadata':{'namespace':'shop','name':'db','uid':'s-1','annotations':{"
        "'kubectl.kubernetes.io/last-applied-configuration':'{\\'data\\':{\\'password\\':\\'aHVudGVyMg==\\'}}'}},'data':{'password':'aHVudGVyMg=='}}", "Secret"));
        for (const QWidget *widget : m_panel->findChildren<QWidget *>()) {
            for (const QString &text : {widget->toolTip(), widget->accessibleName(), widget->accessibleDescription()})
                QVERIFY2(!text.contains(QStringLiteral("aHVudGVyMg")), widget->metaObject()->className());
        }
        QVERIFY(!words().contains(QStringLiteral("aHVudGVyMg")));
        QVERIFY(words().contains(QStringLiteral("last-applied-configuration")));
    }

    void everythingHasAName()
    {
        QCOMPARE(unnamedWidgets(m_panel.get()).join(QLatin1Char('\n')), QString());
        showDeployment();
        for (int tab = 0; tab < m_panel->tabs()->count(); ++tab) {
            m_panel->tabs()->setCurrentIndex(tab);
            QCOMPARE(unnamedWidgets(m_panel.get()).join(QLatin1Char('\n')), QString());
        }
    }
};

ORRERY_TEST(DetailsPanelTest)
} // namespace details_panel_test
#include "details_panel_test.moc"
