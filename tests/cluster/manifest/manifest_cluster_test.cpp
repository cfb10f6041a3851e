// SPDX-License-Identifier: Apache-2.0
#include "core/access/reviews.h"
#include "core/manifest/manifest_driver.h"
#include "core/manifest/manifest_reader.h"
#include "core/manifest/object_template.h"
#include "tests/support/cluster_client.h"
#include "tests/support/test_program.h"

#include <QRandomGenerator>

namespace manifest_cluster_test {

using namespace kube;
using namespace kube::test;

namespace {

/// A set with all that makes a set difficult, in the order that a person may write it in. NAME: its own.
const QByteArray setText = QByteArray("# what NAME needs\n"
                                      "---\napiVersion: NAME.example.com/v1\nkind: Widget\nmetadata: {name: first, namespace: NAME}\nspec: {size: 3}\n"
                                      "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: NAME}\n"
                                      "spec:\n  replicas: 0\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: web}}\n"
                                      "    spec: {containers: [{name: web, image: 'example.com/web:1'}]}\n"
                                      "---\n# only words\n"
                                      "---\napiVersion: v1\nkind: List\nitems:\n"
                                      "- apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: one, namespace: NAME}\n  data: {a: '1', b: \"on\"}\n"
                                      "- apiVersion: v1\n  kind: Secret\n  metadata: {name: two, namespace: NAME}\n  stringData: {password: hush}\n"
                                      "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: 'Not A Name', namespace: NAME}\n"
                                      "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: broken\n"
                                      "---\napiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: widgets.NAME.example.com}\n"
                                      "spec:\n  group: NAME.example.com\n  scope: Namespaced\n  names: {kind: Widget, plural: widgets, singular: widget}\n"
                                      "  versions:\n  - name: v1\n    served: true\n    storage: true\n    schema:\n      openAPIV3Schema:\n        type: object\n"
                                      "        properties: {spec: {type: object, properties: {size: {type: integer}}}}\n"
                                      "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: NAME}\n");

struct Applier {
    ClusterClient client;
    DynamicClient dynamic{*client.rest, client.executor};
    DiscoveryClient discoveryClient{*client.rest, client.executor};
    CachedDiscovery discovery{discoveryClient, client.executor, client.scheduler};
    Reviews reviews{*client.rest, client.executor};
    Owner owner{client.executor};
    ManifestApplier applier;

    /// Asked: before anything is sent, as a session does.
    enum class Rights { NotAsked, Asked };

    explicit Applier(const QString &context = {}, ManifestConfig config = {}, Rights rights = Rights::NotAsked)
        : client(context), applier(dynamic, discovery, client.executor, *client.scheduler, std::move(config), [](const ManifestState &) {}, rights == Rights::Asked ? mayI() : nullptr)
    {
    }
    ManifestApplier::MayI mayI()
    {
        return [this](const std::string &verb, const GroupVersionResource &resource, const ObjectKey &key) {
            return then(reviews.access({verb, resource.group, resource.resource, {}, key.namespaceName, key.name}), owner, [](Result<AccessDecision> decision) -> Result<bool> {
                if (!decision)
                    return fail(decision.error());
                return decision->allowed;
            });
        };
    }
    void begin(const QByteArray &text) { applier.feed(manifest_input::Begin{readManifest(text.toStdString(), QStringLiteral("set.yaml"))}); }
    bool run(ManifestInput input)
    {
        applier.feed(std::move(input));
        return QTest::qWaitFor([this] { return !applier.state().isRunning(); }, 90000);
    }
    QByteArray verdicts() const
    {
        QByteArrayList all;
        for (const ManifestItem &item : applier.state().items)
            all << QByteArray::fromStdString(item.document.gvk.kind) + " " + (item.document.problem ? "Broken" : manifestVerdictName(item.verdict));
        return all.join(", ");
    }
};

/// A name that nothing has yet.
QByteArray freshName()
{
    return "set" + QByteArray::number(QRandomGenerator::global()->generate64(), 36);
}

/// Removes what the set has made.
struct Removed {
    QByteArray name;
    ~Removed()
    {
        kube::test::Cluster::kubectl({QStringLiteral("delete"), QStringLiteral("--wait=false"), QStringLiteral("--ignore-not-found"), QStringLiteral("namespace/") + QString::fromUtf8(name)});
        kube::test::Cluster::kubectl({QStringLiteral("delete"), QStringLiteral("--wait=false"), QStringLiteral("--ignore-not-found"),
                          QStringLiteral("crd/widgets.%1.example.com").arg(QString::fromUtf8(name))});
    }
};

} // namespace

class ManifestClusterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { failOnWarnings(); }

    void aSetIsTriedAndAppliedAsKubectlHasIt()
    {
        const QByteArray name = freshName();
        const Removed removed{name};
        const QByteArray text = QByteArray(setText).replace("NAME", name);
        Applier a;
        a.begin(text);
        QVERIFY(a.run(manifest_input::DryRun{}));
        QCOMPARE(a.verdicts(), QByteArray("Widget NotTried, Deployment NotTried, ConfigMap NotTried, Secret NotTried, ConfigMap NotTried,  Broken, "
                                          "CustomResourceDefinition WouldCreate, Namespace WouldCreate"));
        QVERIFY(a.run(manifest_input::Apply{}));
        QCOMPARE(a.verdicts(), QByteArray("Widget Created, Deployment Created, ConfigMap Created, Secret Created, ConfigMap Failed,  Broken, "
                                          "CustomResourceDefinition Created, Namespace Created"));
        const ManifestItem &refused = a.applier.state().items[4];
        QVERIFY2(refused.error->message.contains(QStringLiteral("Not A Name")), qPrintable(refused.error->message));
        QVERIFY(refused.error->is(ErrorKind::Invalid));
        QVERIFY(a.applier.state().items[5].document.problem->place.line > 1);

        const auto valueOf = [&name](const char *object, const char *path) {
            return kube::test::Cluster::kubectl({QStringLiteral("-n"), QString::fromUtf8(name), QStringLiteral("get"), QString::fromUtf8(object), QStringLiteral("-o"),
                                     QStringLiteral("jsonpath={%1}").arg(QString::fromUtf8(path))}).out;
        };
        QCOMPARE(valueOf(QByteArray("widgets." + name + ".example.com/first").constData(), ".spec.size"), QByteArray("3"));
        QCOMPARE(valueOf("deployment/web", ".spec.template.spec.containers[0].image"), QByteArray("example.com/web:1"));
        QCOMPARE(valueOf("configmap/one", ".data.b"), QByteArray("on"));
        QCOMPARE(valueOf("secret/two", ".data.password"), QByteArray("hush").toBase64());
        QCOMPARE(valueOf("configmap/one", ".metadata.managedFields[*].manager"), QByteArray("orrery"));

        // What kubectl would apply is what is there: nothing changes by it.
        const QByteArray version = valueOf("deployment/web", ".metadata.generation") + valueOf("configmap/one", ".metadata.resourceVersion");
        const QByteArray good = text.left(text.indexOf("---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: 'Not"))
            + text.mid(text.indexOf("---\napiVersion: apiextensions"));
        const auto applied = kube::test::Cluster::kubectl({QStringLiteral("apply"), QStringLiteral("--server-side"), QStringLiteral("--field-manager=orrery"), QStringLiteral("-f"), QStringLiteral("-")}, good);
        QVERIFY2(applied.ok(), applied.error.constData());
        QCOMPARE(applied.out.count("serverside-applied"), 6);
        QCOMPARE(valueOf("deployment/web", ".metadata.generation") + valueOf("configmap/one", ".metadata.resourceVersion"), version);

        // And again by us: everything is known now, and nothing is to change.
        QVERIFY(a.run(manifest_input::DryRun{}));
        QCOMPARE(a.verdicts(), QByteArray("Widget WouldStay, Deployment WouldStay, ConfigMap WouldStay, Secret WouldStay, ConfigMap Failed,  Broken, "
                                          "CustomResourceDefinition WouldStay, Namespace WouldStay"));
    }

    void fieldsOfKubectlAreTakenWhereItIsWanted()
    {
        const TestNamespace space;
        const QByteArray mine = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {a: mine}\n";
        QVERIFY(space.kubectl({QStringLiteral("apply"), QStringLiteral("--server-side"), QStringLiteral("-f"), QStringLiteral("-")}, QByteArray(mine).replace("mine", "theirs")).ok());
        ManifestConfig config;
        config.namespaceName = space.name().toStdString();
        Applier a({}, config);
        a.begin(mine);
        QVERIFY(a.run(manifest_input::DryRun{}));
        QCOMPARE(a.verdicts(), QByteArray("ConfigMap Conflict"));
        QCOMPARE(a.applier.state().items[0].owners.front().manager, std::string("kubectl"));
        QVERIFY(a.run(manifest_input::Force{0}));
        QCOMPARE(a.verdicts(), QByteArray("ConfigMap WouldChange"));
        QVERIFY(a.run(manifest_input::Apply{}));
        QCOMPARE(a.verdicts(), QByteArray("ConfigMap Configured"));
        QCOMPARE(space.kubectl({QStringLiteral("get"), QStringLiteral("configmap/c"), QStringLiteral("-o"), QStringLiteral("jsonpath={.data.a}")}).out, QByteArray("mine"));
    }

    void creationLeavesWhatIsThere()
    {
        const TestNamespace space;
        QVERIFY(space.apply("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {a: theirs}\n"));
        ManifestConfig config;
        config.method = ManifestConfig::Method::Create;
        config.namespaceName = space.name().toStdString();
        Applier a({}, config);
        a.begin("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {a: mine}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {generateName: c-}\n");
        QVERIFY(a.run(manifest_input::Apply{}));
        QCOMPARE(a.verdicts(), QByteArray("ConfigMap Exists, ConfigMap Created"));
        QVERIFY(a.applier.state().items[1].key.name.size() > 2);
    }

    /// Templates of versions that this server does not know are for others; each kind has one that it knows.
    void everyTemplateIsTakenAsItStands()
    {
        const TestNamespace space;
        Applier a;
        const auto served = a.client.answer(a.discovery.get());
        QVERIFY(served);
        const RestMapper mapper(*served);
        QByteArray all;
        int tried = 0;
        for (const GroupVersionKind &kind : templateKinds()) {
            const auto mapping = mapper.mappingFor(GroupVersionKind{kind.group, {}, kind.kind});
            QVERIFY2(mapping, kind.kind.c_str());
            const auto text = objectTemplate(mapping->kind, mapping->namespaced ? space.name().toStdString() : std::string());
            if (!text)
                continue; // a template of another version of the kind
            all += "---\n" + QByteArray::fromStdString(*text);
            ++tried;
        }
        QVERIFY(tried >= 25);
        a.begin(all);
        QVERIFY(a.run(manifest_input::DryRun{}));
        for (const ManifestItem &item : a.applier.state().items) {
            QVERIFY2(!item.document.problem, item.document.gvk.kind.c_str());
            QVERIFY2(item.verdict == ManifestVerdict::WouldCreate,
                     qPrintable(QString::fromStdString(item.document.gvk.kind) + QLatin1Char(' ') + (item.error ? item.error->message : QString::fromUtf8(manifestVerdictName(item.verdict)))));
            QVERIFY2(item.dropped.empty(), item.document.gvk.kind.c_str());
        }
    }

    void whoMayNotIsTold()
    {
        Applier a(QStringLiteral("viewer"));
        a.begin("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, namespace: web}\n---\napiVersion: no.example.com/v1\nkind: Nothing\nmetadata: {name: c}\n");
        QVERIFY(a.run(manifest_input::DryRun{}));
        QCOMPARE(a.verdicts(), QByteArray("ConfigMap Failed, Nothing Failed"));
        QVERIFY(a.applier.state().items[0].error->is(ErrorKind::Forbidden));
        QVERIFY(a.applier.state().items[1].error->is(ErrorKind::NotFound));
    }

    void whoMayNotIsToldBeforeAnythingIsSent()
    {
        Applier a(QStringLiteral("viewer"), {}, Applier::Rights::Asked);
        a.begin("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, namespace: web}\n---\napiVersion: v1\nkind: Namespace\nmetadata: {name: made}\n"
                "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, namespace: made}\n");
        QVERIFY(a.run(manifest_input::DryRun{}));
        QCOMPARE(a.verdicts(), QByteArray("ConfigMap NotAllowed, Namespace NotAllowed, ConfigMap NotAllowed"));
        QCOMPARE(a.applier.state().items[0].missingVerb, std::string("patch"));
        Applier admin({}, {}, Applier::Rights::Asked);
        admin.begin("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, namespace: default}\n");
        QVERIFY(admin.run(manifest_input::DryRun{}));
        QCOMPARE(admin.verdicts(), QByteArray("ConfigMap WouldCreate"));
    }
};

ORRERY_GUILESS_TEST(ManifestClusterTest)
} // namespace manifest_cluster_test
#include "manifest_cluster_test.moc"
