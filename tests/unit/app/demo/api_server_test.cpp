// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/api_server.h"
#include "tests/support/fixtures.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/app/demo/kept_reply.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace api_server_test {

using namespace orrery::demo;
using orrery::test::KeptPtr;
using orrery::test::KeptReply;
using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject definition(const QString &plural, const QStringList &versions = {u"v1"_s})
{
    QJsonArray list;
    for (const QString &version : versions) {
        const QJsonObject schema{{"openAPIV3Schema"_L1, QJsonObject{{"type"_L1, "object"_L1}, {"x-kubernetes-preserve-unknown-fields"_L1, true}}}};
        list.append(QJsonObject{{"name"_L1, version}, {"served"_L1, true}, {"storage"_L1, version == versions.first()}, {"schema"_L1, schema}});
    }
    const QJsonObject names{{"plural"_L1, plural}, {"singular"_L1, plural.chopped(1)}, {"kind"_L1, QString(plural.at(0).toUpper() + plural.mid(1).chopped(1))}};
    return {{"apiVersion"_L1, "apiextensions.k8s.io/v1"_L1}, {"kind"_L1, "CustomResourceDefinition"_L1},
            {"metadata"_L1, QJsonObject{{"name"_L1, QString(plural + u".example.com"_s)}, {"labels"_L1, QJsonObject{{"plural"_L1, plural}}}}},
            {"spec"_L1, QJsonObject{{"group"_L1, "example.com"_L1}, {"scope"_L1, "Cluster"_L1}, {"names"_L1, names}, {"versions"_L1, list}}}};
}

const QString definitions = u"/apis/apiextensions.k8s.io/v1/customresourcedefinitions"_s;
const QString toys = u"/apis/example.com/v1/toys"_s;

} // namespace

class ApiServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_server.reset();
        m_store = std::make_unique<ApiStore>();
        m_types = std::make_unique<ResourceTypes>();
        m_server = std::make_unique<ApiServer>(*m_store, *m_types, m_identities, ApiServer::Options{});
    }
    void cleanup()
    {
        // The peers go: what still watches for them ends.
        for (const KeptPtr &reply : std::as_const(m_replies)) {
            if (reply->onClosed)
                std::exchange(reply->onClosed, nullptr)();
        }
        m_replies.clear();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    void aDefinitionBeginsAndEndsItsResource();
    void aDefinitionRemovedWithOthersEndsItsResourceToo();
    void aDefinitionThatChangesLeavesItsWatchesAlone();
    void aWatchThatOutlivesItsResourceMayEndWhenever();
    void everyVersionServesTheSameObjects();
    void aPageOfAForgottenVersionIsGone();
    void aListOfAForgottenVersionIsGone();
    void aBodyThatIsNeitherJsonNorYamlIsRefusedWhateverItAsks();
    void aNamespaceEndsThoughAnOwnerWaitsInIt();
    void itsMetricsTellWhatItHasDone();
    void whatIsForTheFewIsRefusedToOthers();
    void everyAnswerNamesItsFlowSchemaAndPriorityLevel();
    void aPodIsEvictedAsItsOptionsSay();

private:
    KeptPtr ask(const QByteArray &method, const QString &target, const QByteArray &body = {}, const QByteArray &type = "application/json")
    {
        const QUrl url(target);
        auto reply = std::make_shared<KeptReply>();
        m_replies.append(reply);
        m_server->handleAs({u"admin"_s, {}, Identity::Rights::Admin}, Call{method, url.path(), QUrlQuery(url), {{"content-type", type}}, body}, reply);
        return reply;
    }
    KeptPtr post(const QString &path, const QJsonObject &body) { return ask("POST", path, QJsonDocument(body).toJson(QJsonDocument::Compact)); }
    void makeToy(const QString &name)
    {
        QCOMPARE(post(toys, {{"apiVersion"_L1, "example.com/v1"_L1}, {"kind"_L1, "Toy"_L1}, {"metadata"_L1, QJsonObject{{"name"_L1, name}}}})->status(), 201);
    }
    bool isDiscovered() { return ask("GET", u"/apis/example.com/v1"_s)->status() == 200; }
    /// What the server does later: send a watch's events, end it.
    static void settle()
    {
        for (int i = 0; i < 3; ++i)
            QCoreApplication::processEvents();
    }

    Identities m_identities;
    QList<KeptPtr> m_replies;
    std::unique_ptr<ApiStore> m_store;
    std::unique_ptr<ResourceTypes> m_types;
    std::unique_ptr<ApiServer> m_server;
};

void ApiServerTest::itsMetricsTellWhatItHasDone()
{
    QCOMPARE(post(definitions, definition(u"toys"_s))->status(), 201);
    makeToy(u"ball"_s);
    const KeptPtr watch = ask("GET", toys + u"?watch=true"_s);
    ask("GET", toys);
    const QByteArray metrics = ask("GET", u"/metrics"_s)->bytes();
    for (const char *line : {"apiserver_request_duration_seconds_count{verb=\"POST\"} 2\n", "apiserver_request_duration_seconds_count{verb=\"LIST\"} 1\n",
                             "apiserver_request_duration_seconds_bucket{verb=\"LIST\",le=\"+Inf\"} 1\n", "apiserver_longrunning_requests{verb=\"WATCH\",resource=\"toys.example.com\"} 1\n",
                             "apiserver_storage_objects{resource=\"toys.example.com\"} 1\n"})
        QVERIFY2(metrics.contains(line), (line + metrics).constData());
    QVERIFY(ask("GET", u"/readyz?verbose=1"_s)->bytes().endsWith("readyz check passed\n"));
}

void ApiServerTest::whatIsForTheFewIsRefusedToOthers()
{
    for (const QString &path : {u"/metrics"_s, u"/debug/api_priority_and_fairness/dump_queues"_s}) {
        const auto reply = std::make_shared<KeptReply>();
        m_server->handleAs({u"viewer"_s, {}, Identity::Rights::Viewer}, Call{"GET", path, {}, {}, {}}, reply);
        QCOMPARE(reply->status(), 403);
        QVERIFY2(reply->bytes().contains("cannot get path"), reply->bytes().constData());
    }
    QCOMPARE(ask("GET", u"/debug/api_priority_and_fairness/dump_queues"_s)->status(), 200);
    QCOMPARE(ask("GET", u"/debug/pprof"_s)->status(), 404);
}

void ApiServerTest::everyAnswerNamesItsFlowSchemaAndPriorityLevel()
{
    const QString group = u"/apis/flowcontrol.apiserver.k8s.io/v1/"_s;
    const auto make = [&](const QString &resource, const QString &kind) {
        const KeptPtr made = post(group + resource, {{"apiVersion"_L1, "flowcontrol.apiserver.k8s.io/v1"_L1}, {"kind"_L1, kind}, {"metadata"_L1, QJsonObject{{"name"_L1, "global-default"_L1}}}});
        return made->body().value("metadata"_L1).toObject().value("uid"_L1).toString().toLatin1();
    };
    const QByteArray schema = make(u"flowschemas"_s, u"FlowSchema"_s);
    const QByteArray level = make(u"prioritylevelconfigurations"_s, u"PriorityLevelConfiguration"_s);
    QVERIFY(!schema.isEmpty() && !level.isEmpty());
    const auto headers = ask("GET", u"/api/v1/pods"_s)->headers;
    QVERIFY(headers.contains({"X-Kubernetes-Pf-Flowschema-Uid", schema}));
    QVERIFY(headers.contains({"X-Kubernetes-Pf-Prioritylevel-Uid", level}));
}

void ApiServerTest::aDefinitionBeginsAndEndsItsResource()
{
    QVERIFY(!isDiscovered());
    QCOMPARE(ask("GET", toys)->status(), 404);
    QCOMPARE(post(definitions, definition(u"toys"_s))->status(), 201);
    QVERIFY(isDiscovered());
    makeToy(u"ball"_s);
    const KeptPtr watch = ask("GET", toys + u"?watch=true"_s);
    settle();
    QCOMPARE(watch->told(), u"ADDED ball;"_s);
    QVERIFY(!watch->isFinished());

    QCOMPARE(ask("DELETE", definitions + u"/toys.example.com"_s)->status(), 200);
    QVERIFY(!isDiscovered());
    QCOMPARE(ask("GET", toys)->status(), 404);
    settle();
    QCOMPARE(watch->told(), u"ADDED ball;DELETED ball;"_s);
    QVERIFY(watch->isFinished());
}

void ApiServerTest::aDefinitionRemovedWithOthersEndsItsResourceToo()
{
    QCOMPARE(post(definitions, definition(u"toys"_s))->status(), 201);
    makeToy(u"ball"_s);
    const KeptPtr watch = ask("GET", toys + u"?watch=true"_s);
    QCOMPARE(ask("DELETE", definitions + u"?labelSelector=plural%3Dtoys"_s)->status(), 200);
    settle();
    QVERIFY(watch->isFinished());
    QVERIFY(!isDiscovered());
}

void ApiServerTest::aDefinitionThatChangesLeavesItsWatchesAlone()
{
    QCOMPARE(post(definitions, definition(u"toys"_s))->status(), 201);
    const KeptPtr watch = ask("GET", toys + u"?watch=true"_s);
    QCOMPARE(ask("PATCH", definitions + u"/toys.example.com"_s, R"({"spec":{"names":{"shortNames":["t"]}}})", "application/merge-patch+json")->status(), 200);
    const QJsonArray resources = ask("GET", u"/apis/example.com/v1"_s)->body().value("resources"_L1).toArray();
    QCOMPARE(resources.at(0).toObject().value("shortNames"_L1).toArray(), QJsonArray{"t"_L1});
    makeToy(u"ball"_s);
    settle();
    QCOMPARE(watch->told(), u"ADDED ball;"_s);
    QVERIFY(!watch->isFinished());
}

void ApiServerTest::aWatchThatOutlivesItsResourceMayEndWhenever()
{
    QCOMPARE(post(definitions, definition(u"toys"_s))->status(), 201);
    makeToy(u"ball"_s);
    const KeptPtr left = ask("GET", toys + u"?watch=true"_s);
    const KeptPtr table = ask("GET", toys + u"?watch=true&allowWatchBookmarks=true"_s);
    // The peer goes in the same moment as the resource, and its definition comes again before the watch has noticed.
    QCOMPARE(ask("DELETE", definitions + u"/toys.example.com"_s)->status(), 200);
    std::exchange(left->onClosed, nullptr)();
    QCOMPARE(post(definitions, definition(u"toys"_s))->status(), 201);
    makeToy(u"kite"_s);
    settle();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(table->isFinished());
    QVERIFY2(!table->told().contains("kite"_L1), qPrintable(table->told()));
    QCOMPARE(ask("GET", toys + u"/kite"_s)->status(), 200);
    QCOMPARE(ask("GET", toys + u"/ball"_s)->status(), 404);
}

void ApiServerTest::everyVersionServesTheSameObjects()
{
    QCOMPARE(post(definitions, definition(u"toys"_s, {u"v1"_s, u"v2"_s}))->status(), 201);
    makeToy(u"ball"_s);
    const QJsonObject newer = ask("GET", u"/apis/example.com/v2/toys/ball"_s)->body();
    QCOMPARE(newer.value("apiVersion"_L1).toString(), u"example.com/v2"_s);
    const QJsonObject list = ask("GET", u"/apis/example.com/v2/toys"_s)->body();
    QCOMPARE(list.value("items"_L1).toArray().at(0).toObject().value("apiVersion"_L1).toString(), u"example.com/v2"_s);
}

void ApiServerTest::aPageOfAForgottenVersionIsGone()
{
    QCOMPARE(post(definitions, definition(u"toys"_s))->status(), 201);
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        makeToy(name);
    const auto after = [this](const QJsonObject &metadata) {
        return ask("GET", toys + u"?limit=1&continue="_s + metadata.value("continue"_L1).toString());
    };
    const QJsonObject first = ask("GET", toys + u"?limit=1"_s)->body().value("metadata"_L1).toObject();
    QCOMPARE(after(first)->status(), 200);
    for (const QString &name : {u"b"_s, u"d"_s}) {
        if (name == "b"_L1)
            QCOMPARE(ask("DELETE", toys + u"/b"_s)->status(), 200);
        else
            makeToy(name);
        // Lists of other versions push the first out of what is remembered as a whole.
        for (int i = 0; i < 9; ++i)
            QCOMPARE(ask("GET", toys + u"?limit=1&labelSelector=n!%3D"_s + QString::number(i))->status(), 200);
    }
    // It is found anew from the history: as it was.
    const QJsonObject second = after(first)->body();
    QCOMPARE(second.value("items"_L1).toArray().at(0).toObject().value("metadata"_L1).toObject().value("name"_L1).toString(), u"b"_s);
    for (int i = 0; i < 9; ++i)
        QCOMPARE(ask("GET", toys + u"?limit=1&labelSelector=m!%3D"_s + QString::number(i))->status(), 200);

    m_store->compact();
    const KeptPtr gone = after(first);
    QCOMPARE(gone->status(), 410);
    QJsonObject body = gone->body();
    const QJsonObject real = QJsonDocument::fromJson(kube::test::kubernetesFixture(u"errors/410-continue-expired"_s)).object();
    QCOMPARE(body.value("message"_L1), real.value("message"_L1));
    QCOMPARE(body.value("reason"_L1), real.value("reason"_L1));
    QCOMPARE(body.keys(), real.keys());
    // Its token goes on with the list as it is now.
    const QJsonObject rest = after(body.value("metadata"_L1).toObject())->body();
    QCOMPARE(rest.value("items"_L1).toArray().at(0).toObject().value("metadata"_L1).toObject().value("name"_L1).toString(), u"c"_s);
    QCOMPARE(rest.value("metadata"_L1).toObject().value("resourceVersion"_L1).toString().toULongLong(), quint64(m_store->revision()));
}

void ApiServerTest::aListOfAForgottenVersionIsGone()
{
    QCOMPARE(post(definitions, definition(u"toys"_s))->status(), 201);
    const QString before = QString::number(m_store->revision());
    makeToy(u"ball"_s);
    const QString exactly = toys + u"?resourceVersionMatch=Exact&resourceVersion="_s;
    QCOMPARE(ask("GET", exactly + before)->body().value("items"_L1).toArray().size(), 0);
    QCOMPARE(ask("GET", exactly + QString::number(m_store->revision()))->body().value("items"_L1).toArray().size(), 1);
    m_store->compact();
    const KeptPtr gone = ask("GET", exactly + before);
    QCOMPARE(gone->status(), 410);
    QCOMPARE(gone->body(), QJsonDocument::fromJson(kube::test::kubernetesFixture(u"errors/410-list-exact"_s)).object());
}

void ApiServerTest::aBodyThatIsNeitherJsonNorYamlIsRefusedWhateverItAsks()
{
    const QString reviews = u"/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"_s;
    for (const QString &path : {u"/api/v1/namespaces"_s, reviews}) {
        const KeptPtr refused = ask("POST", path, "k8s", "application/vnd.kubernetes.protobuf");
        QCOMPARE(refused->status(), 415);
        QCOMPARE(refused->body().value("reason"_L1), "UnsupportedMediaType"_L1);
        QVERIFY(refused->body().value("message"_L1).toString().endsWith(u"accepted media types include: application/json, application/yaml"_s));
        QCOMPARE(ask("POST", path, "a=b", "application/x-www-form-urlencoded")->status(), 415);
    }
    QCOMPARE(ask("DELETE", u"/api/v1/namespaces/none"_s, "k8s", "application/vnd.kubernetes.protobuf")->status(), 415);
    QCOMPARE(ask("POST", reviews, "{}", "application/json; charset=utf-8")->status(), 201);
}

void ApiServerTest::aNamespaceEndsThoughAnOwnerWaitsInIt()
{
    const QString space = u"/api/v1/namespaces/family"_s;
    const QString maps = space + u"/configmaps"_s;
    QCOMPARE(post(u"/api/v1/namespaces"_s, {{"metadata"_L1, QJsonObject{{"name"_L1, "family"_L1}}}})->status(), 201);
    QCOMPARE(post(maps, {{"metadata"_L1, QJsonObject{{"name"_L1, "owner"_L1}}}})->status(), 201);
    const auto owner = m_store->get({"", "configmaps"}, {"family", "owner"});
    const QJsonObject reference{{"apiVersion"_L1, "v1"_L1}, {"kind"_L1, "ConfigMap"_L1}, {"name"_L1, "owner"_L1}, {"uid"_L1, QString::fromStdString(owner->uid)}, {"blockOwnerDeletion"_L1, true}};
    const QJsonObject child{{"name"_L1, "child"_L1}, {"ownerReferences"_L1, QJsonArray{reference}}, {"finalizers"_L1, QJsonArray{"example.com/hold"_L1}}};
    QCOMPARE(post(maps, {{"metadata"_L1, child}})->status(), 201);
    QCOMPARE(ask("DELETE", maps + u"/owner?propagationPolicy=Foreground"_s)->status(), 200);
    QCOMPARE(ask("DELETE", space)->status(), 200);
    QCOMPARE(ask("GET", maps + u"/owner"_s)->status(), 200);
    QCOMPARE(ask("PATCH", maps + u"/child"_s, R"({"metadata":{"finalizers":null}})", "application/merge-patch+json")->status(), 200);
    for (const QString &gone : {maps + u"/child"_s, maps + u"/owner"_s, space})
        QCOMPARE(ask("GET", gone)->status(), 404);
}

void ApiServerTest::aPodIsEvictedAsItsOptionsSay()
{
    const QString pods = u"/api/v1/namespaces/default/pods"_s;
    const QJsonObject container{{"name"_L1, "c"_L1}, {"image"_L1, "i"_L1}};
    QCOMPARE(post(u"/api/v1/namespaces"_s, {{"metadata"_L1, QJsonObject{{"name"_L1, "default"_L1}}}})->status(), 201);
    QCOMPARE(post(pods, {{"metadata"_L1, QJsonObject{{"name"_L1, "one"_L1}}}, {"spec"_L1, QJsonObject{{"containers"_L1, QJsonArray{container}}}}})->status(), 201);
    const QString eviction = pods + u"/one/eviction"_s;
    const auto order = [](const QString &name, const QJsonObject &options) {
        return QJsonObject{{"apiVersion"_L1, "policy/v1"_L1}, {"kind"_L1, "Eviction"_L1}, {"metadata"_L1, QJsonObject{{"name"_L1, name}}}, {"deleteOptions"_L1, options}};
    };
    QCOMPARE(post(eviction, order(u"other"_s, {}))->status(), 400);
    QCOMPARE(post(eviction, order(u"one"_s, {{"preconditions"_L1, QJsonObject{{"uid"_L1, "another"_L1}}}}))->status(), 409);
    QCOMPARE(post(eviction + u"?dryRun=All"_s, order(u"one"_s, {}))->status(), 201);
    QCOMPARE(ask("GET", pods + u"/one"_s)->status(), 200);
    QCOMPARE(ask("GET", eviction)->status(), 404);
    const KeptPtr evicted = post(eviction, order(u"one"_s, {{"gracePeriodSeconds"_L1, 0}}));
    QCOMPARE(evicted->status(), 201);
    QCOMPARE(evicted->body().value("status"_L1).toString(), u"Success"_s);
    QCOMPARE(ask("GET", pods + u"/one"_s)->status(), 404);
    QCOMPARE(post(eviction, order(u"one"_s, {}))->status(), 404);
}

ORRERY_GUILESS_TEST(ApiServerTest)
} // namespace api_server_test
#include "api_server_test.moc"
