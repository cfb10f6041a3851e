// SPDX-License-Identifier: Apache-2.0
// Custom resources with a scale subresource, scaled through a session's ports as the window does it.
#include "core/session/cluster_session.h"
#include "tests/support/cluster_client.h"
#include "tests/support/test_program.h"

#include <QRandomGenerator>

namespace scale_port_cluster_test {

using namespace kube;
using kube::test::patience;
using kube::test::TestNamespace;

namespace {

/// A kind of its own, whose replicas stand where its definition says.
struct FleetKind {
    QByteArray group = "g" + QByteArray::number(QRandomGenerator::global()->generate(), 36) + ".example.com";
    QByteArray name = "fleets." + group;

    FleetKind()
    {
        kube::test::Cluster::apply(QStringLiteral("default"),
                       "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: " + name + "}\nspec:\n  group: " + group
                           + "\n  scope: Namespaced\n  names: {kind: Fleet, plural: fleets, singular: fleet}\n  versions:\n  - name: v1\n    served: true\n    storage: true\n"
                             "    subresources: {status: {}, scale: {specReplicasPath: .spec.ships, statusReplicasPath: .status.ships, labelSelectorPath: .status.selector}}\n"
                             "    schema:\n      openAPIV3Schema:\n        type: object\n        properties:\n"
                             "          spec: {type: object, properties: {ships: {type: integer, maximum: 50}, flag: {type: string}}}\n"
                             "          status: {type: object, properties: {ships: {type: integer}, selector: {type: string}}}\n");
    }
    ~FleetKind() { kube::test::Cluster::kubectl({QStringLiteral("delete"), QStringLiteral("--wait=false"), QStringLiteral("--ignore-not-found"), QStringLiteral("crd/") + QString::fromUtf8(name)}); }

    [[nodiscard]] bool isServed() const
    {
        return kube::test::Cluster::kubectl({QStringLiteral("wait"), QStringLiteral("--for=condition=Established"), QStringLiteral("--timeout=60s"), QStringLiteral("crd/") + QString::fromUtf8(name)}).ok();
    }
};

/// A session as a window has it, on its own thread.
struct Session {
    std::shared_ptr<Mailbox> mailbox = Mailbox::create();
    Owner owner{mailbox};
    CatalogPtr catalog;
    std::unique_ptr<ClusterSession> session;
    Subscription onCatalog;

    explicit Session(const QString &context = {})
    {
        SessionOptions options;
        options.name = QStringLiteral("test");
        options.config = [context](const ConfigParts &parts) -> Result<RestConfig> {
            LoadingRules rules;
            rules.explicitFile = kube::test::Cluster::kubeconfig();
            const auto loaded = KubeconfigLoader(rules).load();
            if (!loaded)
                return fail(loaded.error());
            AuthParts auth;
            auth.scheduler = parts.scheduler.get();
            ConfigOverrides overrides;
            overrides.context = context;
            auto config = restConfigFor(*loaded, overrides, auth);
            if (!config)
                return fail(config.error());
            return config->rest;
        };
        session = std::make_unique<ClusterSession>(std::move(options));
        onCatalog = ports().cluster->onCatalog(owner, [this](CatalogPtr told) { catalog = std::move(told); });
        ports().cluster->open();
    }
    ~Session()
    {
        session.reset();
        mailbox->close();
    }
    [[nodiscard]] ClusterPorts ports() const { return session->ports(); }
    [[nodiscard]] const ResourceInfo *find(const QByteArray &group) const { return catalog ? catalog->find({group.toStdString(), "fleets"}) : nullptr; }

    template <typename T>
    [[nodiscard]] static Result<T> answer(Future<T> future)
    {
        if (!QTest::qWaitFor([&] { return future.isReady(); }, patience))
            return fail(Error::badInput(QStringLiteral("no answer")));
        return future.take();
    }
};

QByteArray fleet(const QByteArray &group, const QByteArray &name, int ships)
{
    return "---\napiVersion: " + group + "/v1\nkind: Fleet\nmetadata: {name: " + name + "}\nspec: {ships: " + QByteArray::number(ships) + ", flag: black}\n";
}

int shipsOf(const std::string &json)
{
    const auto object = JsonDocument::parse(json);
    return object ? static_cast<int>(object->root()["spec"]["ships"].integer(-1)) : -1;
}

} // namespace

class ScalePortClusterTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<FleetKind> m_kind;
    std::unique_ptr<TestNamespace> m_space;
    std::unique_ptr<Session> m_session;
    ResourceInfo m_fleets;

    [[nodiscard]] ObjectKey key(const char *name) const { return {m_space->name().toStdString(), name}; }
    [[nodiscard]] QByteArray field(const char *name, const char *path) const
    {
        return m_space->kubectl({QStringLiteral("get"), QString::fromUtf8("fleet." + m_kind->group), QString::fromLatin1(name), QStringLiteral("-o"), QStringLiteral("jsonpath={%1}").arg(QString::fromLatin1(path))}).out;
    }

private Q_SLOTS:
    void initTestCase()
    {
        kube::test::failOnWarnings();
        m_kind = std::make_unique<FleetKind>();
        QVERIFY(m_kind->isServed());
        m_space = std::make_unique<TestNamespace>();
        m_session = std::make_unique<Session>();
        QTRY_VERIFY_WITH_TIMEOUT(m_session->find(m_kind->group), patience);
        m_fleets = *m_session->find(m_kind->group);
    }
    void cleanupTestCase()
    {
        m_session.reset();
        m_space.reset();
        m_kind.reset();
    }

    void theCatalogSaysThatItCanBeScaled()
    {
        QVERIFY(m_fleets.custom);
        QVERIFY(m_fleets.has("scale"));
        const auto may = m_session->answer(m_session->ports().cluster->mayI("update", m_fleets, "scale", m_space->name().toStdString()));
        QVERIFY_RESULT(may);
        QVERIFY(*may);
    }

    void oneIsScaledWhereItsDefinitionSays()
    {
        QVERIFY(m_space->apply(fleet(m_kind->group, "one", 2)));
        const auto before = m_session->answer(m_session->ports().scale->scale(m_fleets, key("one")));
        QVERIFY_RESULT(before);
        QCOMPARE(before->desired, std::int64_t(2));
        QCOMPARE(before->current, std::int64_t(0)); // nobody has counted yet
        const auto scaled = m_session->answer(m_session->ports().scale->setScale(m_fleets, key("one"), 5, before->resourceVersion));
        QVERIFY_RESULT(scaled);
        QCOMPARE(scaled->desired, std::int64_t(5));
        QCOMPARE(field("one", ".spec.ships"), QByteArray("5"));
        QCOMPARE(field("one", ".spec.flag"), QByteArray("black"));
        const auto stale = m_session->answer(m_session->ports().scale->setScale(m_fleets, key("one"), 6, before->resourceVersion));
        QVERIFY(!stale);
        QCOMPARE(stale.error().kind, ErrorKind::Conflict);
        QCOMPARE(field("one", ".spec.ships"), QByteArray("5"));
    }

    void whatItsControllerHasCountedIsRead()
    {
        QVERIFY(m_space->apply(fleet(m_kind->group, "counted", 3)));
        WriteOptions options;
        options.subresource = "status";
        QVERIFY_RESULT(m_session->answer(m_session->ports().changes->patch(m_fleets.gvr, key("counted"), PatchType::Merge, kube::test::json("{'status':{'ships':2,'selector':'app=fleet'}}"), options)));
        const auto scale = m_session->answer(m_session->ports().scale->scale(m_fleets, key("counted")));
        QVERIFY_RESULT(scale);
        QCOMPARE(scale->desired, std::int64_t(3));
        QCOMPARE(scale->current, std::int64_t(2));
        QCOMPARE(scale->selector, std::string("app=fleet"));
    }

    void manyAreScaledAtOnceAndTheOneThatIsRefusedHoldsUpNone()
    {
        QByteArray all;
        const std::vector<const char *> names = {"a", "b", "c", "d", "e", "f", "g", "h"};
        for (const char *name : names)
            all += fleet(m_kind->group, name, 1);
        QVERIFY(m_space->apply(all));
        std::vector<Future<ScaleState>> answers;
        for (const char *name : names)
            answers.push_back(m_session->ports().scale->setScale(m_fleets, key(name), *name == 'c' ? 51 : 7, {}));
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto scaled = m_session->answer(std::move(answers[i]));
            if (*names[i] == 'c') {
                QVERIFY(!scaled);
                QCOMPARE(scaled.error().kind, ErrorKind::Invalid);
                QVERIFY2(scaled.error().message.contains(QStringLiteral("ships")), qPrintable(scaled.error().message));
            } else {
                QVERIFY_RESULT(scaled);
                QCOMPARE(scaled->desired, std::int64_t(7));
            }
            QCOMPARE(field(names[i], ".spec.ships"), QByteArray(*names[i] == 'c' ? "1" : "7"));
        }
    }

    void aScalingIsRememberedWithWhatWasBefore()
    {
        QVERIFY(m_space->apply(fleet(m_kind->group, "kept", 2)));
        QVERIFY_RESULT(m_session->answer(m_session->ports().scale->setScale(m_fleets, key("kept"), 4, {})));
        RememberedWritePtr write;
        QTRY_VERIFY_WITH_TIMEOUT((write = *m_session->answer(m_session->ports().revert->lastWrite(m_fleets, key("kept")))), patience);
        QCOMPARE(shipsOf(write->before), 2);
        QCOMPARE(shipsOf(write->after), 4);
    }

    void whoMayNotScaleIsToldBeforeAndByTheServer()
    {
        QVERIFY(m_space->apply(fleet(m_kind->group, "watched", 2)));
        const Session viewer(QStringLiteral("viewer"));
        QTRY_VERIFY_WITH_TIMEOUT(viewer.find(m_kind->group), patience);
        const auto may = viewer.answer(viewer.ports().cluster->mayI("update", m_fleets, "scale", m_space->name().toStdString()));
        QVERIFY_RESULT(may);
        QVERIFY(!*may);
        const auto refused = viewer.answer(viewer.ports().scale->setScale(m_fleets, key("watched"), 9, {}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Forbidden);
        QCOMPARE(field("watched", ".spec.ships"), QByteArray("2"));
    }
};

ORRERY_GUILESS_TEST(ScalePortClusterTest)
} // namespace scale_port_cluster_test
#include "scale_port_cluster_test.moc"
