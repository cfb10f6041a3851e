// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/cases.h"

#include <QJsonDocument>

namespace orrery::conformance {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto mergePatch = "application/merge-patch+json";
const QJsonObject inForeground{{"propagationPolicy"_L1, "Foreground"_L1}};

QJsonObject reference(const QJsonObject &owner, bool blocks)
{
    return {{"apiVersion"_L1, "v1"_L1}, {"kind"_L1, "ConfigMap"_L1}, {"name"_L1, at(owner, u"metadata.name"_s)}, {"uid"_L1, at(owner, u"metadata.uid"_s)}, {"blockOwnerDeletion"_L1, blocks}};
}

qulonglong versionOf(const QJsonObject &event)
{
    return textAt(event, u"object.metadata.resourceVersion"_s).toULongLong();
}

} // namespace

/// Owners and what they own, deleted in the foreground: the owner goes last.
class GarbageCases : public Cases
{
    Q_OBJECT

public:
    using Cases::Cases;

private Q_SLOTS:
    void aDeploymentGoesAfterItsPods();
    void whatOwnsNothingGoesToo();
    void anOwnerWaitsForWhatBlocksIt();
    void anOwnerDoesNotWaitForOthers();
    void anOwnerGoesOnceNothingBlocksIt();
    void whatHasAnotherOwnerStays();

private:
    QString one(const QString &name) const { return path(u"configmaps"_s, name); }
    QJsonObject made(const QString &name, const QJsonArray &owners = {}, const QJsonArray &finalizers = {})
    {
        QJsonObject object = configMap(name);
        object["metadata"_L1] = QJsonObject{{"name"_L1, name}, {"ownerReferences"_L1, owners}, {"finalizers"_L1, finalizers}};
        return api().post(path(u"configmaps"_s), object).body;
    }
    [[nodiscard]] bool awaitLeaving(const QString &name)
    {
        return !await(api(), path(u"configmaps"_s), name, [](const QJsonObject &object) { return !textAt(object, u"metadata.deletionTimestamp"_s).isEmpty(); }).isEmpty();
    }
    void release(const QString &name) { QCOMPARE(api().patch(one(name), mergePatch, R"({"metadata":{"finalizers":null}})").code, 200); }
};

void GarbageCases::aDeploymentGoesAfterItsPods()
{
    const QString deployments = path(u"apps/v1/deployments"_s);
    QCOMPARE(api().post(deployments, deployment(u"family"_s, 2)).code, 201);
    QVERIFY(!await(api(), deployments, u"family"_s, [](const QJsonObject &object) { return at(object, u"status.availableReplicas"_s).toInt() == 2; }).isEmpty());
    const QString since = u"?watch=true&resourceVersion="_s + textAt(api().get(deployments).body, u"metadata.resourceVersion"_s);
    Watch pods(api(), path(u"pods"_s) + since + u"&labelSelector=app%3Dfamily"_s);
    Watch sets(api(), path(u"apps/v1/replicasets"_s) + since + u"&labelSelector=app%3Dfamily"_s);
    Watch owner(api(), deployments + since + u"&fieldSelector=metadata.name%3Dfamily"_s);
    const Answer asked = api().remove(path(u"apps/v1/deployments"_s, u"family"_s), inForeground);
    QVERIFY2(asked.code == 200 || asked.code == 202, qPrintable(QString::number(asked.code)));
    QCOMPARE(textAt(asked.body, u"kind"_s), u"Deployment"_s);
    QCOMPARE(at(asked.body, u"metadata.finalizers"_s).toArray(), QJsonArray{"foregroundDeletion"_L1});
    QVERIFY(!textAt(asked.body, u"metadata.deletionTimestamp"_s).isEmpty());

    const auto ended = [](int count) { return [count](const Watch &so) { return so.told().filter(u"DELETED "_s).size() == count; }; };
    QVERIFY(owner.waitFor(ended(1)));
    QVERIFY(sets.waitFor(ended(1)));
    QVERIFY(pods.waitFor(ended(2)));
    QVERIFY(versionOf(pods.events().constLast()) < versionOf(sets.events().constLast()));
    QVERIFY(versionOf(sets.events().constLast()) < versionOf(owner.events().constLast()));
}

void GarbageCases::whatOwnsNothingGoesToo()
{
    (void)made(u"alone"_s);
    const Answer asked = api().remove(one(u"alone"_s), inForeground);
    QCOMPARE(textAt(asked.body, u"kind"_s), u"ConfigMap"_s);
    QCOMPARE(at(asked.body, u"metadata.finalizers"_s).toArray(), QJsonArray{"foregroundDeletion"_L1});
    QVERIFY(awaitEnd(api(), path(u"configmaps"_s), u"alone"_s));
}

void GarbageCases::anOwnerWaitsForWhatBlocksIt()
{
    const QJsonObject owner = made(u"waiting"_s);
    (void)made(u"blocking"_s, {reference(owner, true)}, {"orrery.test/hold"_L1});
    (void)api().remove(one(u"waiting"_s), inForeground);
    QVERIFY(awaitLeaving(u"blocking"_s));
    QCOMPARE(api().get(one(u"waiting"_s)).code, 200);
    release(u"blocking"_s);
    QVERIFY(awaitEnd(api(), path(u"configmaps"_s), u"waiting"_s));
    QCOMPARE(api().get(one(u"blocking"_s)).code, 404);
}

void GarbageCases::anOwnerDoesNotWaitForOthers()
{
    const QJsonObject owner = made(u"hasty"_s);
    (void)made(u"slow"_s, {reference(owner, false)}, {"orrery.test/hold"_L1});
    (void)api().remove(one(u"hasty"_s), inForeground);
    QVERIFY(awaitEnd(api(), path(u"configmaps"_s), u"hasty"_s));
    QVERIFY(awaitLeaving(u"slow"_s));
    release(u"slow"_s);
    QVERIFY(awaitEnd(api(), path(u"configmaps"_s), u"slow"_s));
}

void GarbageCases::anOwnerGoesOnceNothingBlocksIt()
{
    const QJsonObject owner = made(u"unblocked"_s);
    (void)made(u"giving-way"_s, {reference(owner, true)}, {"orrery.test/hold"_L1});
    (void)api().remove(one(u"unblocked"_s), inForeground);
    QVERIFY(awaitLeaving(u"giving-way"_s));
    const QJsonObject patch{{"metadata"_L1, QJsonObject{{"ownerReferences"_L1, QJsonArray{reference(owner, false)}}}}};
    QCOMPARE(api().patch(one(u"giving-way"_s), mergePatch, QJsonDocument(patch).toJson()).code, 200);
    QVERIFY(awaitEnd(api(), path(u"configmaps"_s), u"unblocked"_s));
    release(u"giving-way"_s);
    QVERIFY(awaitEnd(api(), path(u"configmaps"_s), u"giving-way"_s));
}

void GarbageCases::whatHasAnotherOwnerStays()
{
    for (const QJsonObject &options : {inForeground, QJsonObject{{"propagationPolicy"_L1, "Background"_L1}}}) {
        const QString policy = textAt(options, u"propagationPolicy"_s).toLower();
        const QJsonObject first = made(u"first-"_s + policy);
        const QJsonObject second = made(u"second-"_s + policy);
        const QString child = u"child-"_s + policy;
        (void)made(child, {reference(first, true), reference(second, true)});
        (void)api().remove(one(u"first-"_s + policy), options);
        const QJsonObject left = await(api(), path(u"configmaps"_s), child, [](const QJsonObject &object) { return at(object, u"metadata.ownerReferences"_s).toArray().size() == 1; });
        QCOMPARE(textAt(left, u"metadata.ownerReferences.0.uid"_s), textAt(second, u"metadata.uid"_s));
        QVERIFY(at(left, u"metadata.deletionTimestamp"_s).isUndefined());
        QVERIFY(awaitEnd(api(), path(u"configmaps"_s), u"first-"_s + policy));
        (void)api().remove(one(u"second-"_s + policy), options);
        QVERIFY(awaitEnd(api(), path(u"configmaps"_s), child));
    }
}

int runGarbageCases(Server &server, const QStringList &args)
{
    GarbageCases cases(server);
    return QTest::qExec(&cases, args);
}

} // namespace orrery::conformance

#include "garbage_cases.moc"
