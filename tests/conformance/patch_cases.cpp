// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/cases.h"

namespace orrery::conformance {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto jsonPatch = "application/json-patch+json";
constexpr auto mergePatch = "application/merge-patch+json";
constexpr auto strategicPatch = "application/strategic-merge-patch+json";
constexpr auto applyPatch = "application/apply-patch+yaml";

QString as(const QString &path, const QString &manager, bool force = false)
{
    return path + u"?fieldManager="_s + manager + (force ? u"&force=true"_s : QString());
}

QByteArray applied(const char *data)
{
    return QByteArray("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: shared}\ndata: ") + data + '\n';
}

} // namespace

class PatchCases : public Cases
{
    Q_OBJECT

public:
    using Cases::Cases;

private Q_SLOTS:
    void aJsonPatchChangesItsPaths();
    void aJsonPatchWhoseTestFailsIsInvalid();
    void aMergePatchRemovesWithNull();
    void aPatchOfAnOldVersionConflicts();
    void aStrategicPatchMergesContainersByName();
    void aPatchOfAnUnknownTypeIsRefused();
    void aBodyOfAnUnknownTypeIsRefused();
    void applyCreatesAndOwns();
    void applyNeedsAManager();
    void applyConflictsOverAnOwnedField();
    void forceTakesTheField();
    void applyRemovesWhatItNoLongerNames();
    void anUpdateTakesOwnershipFromApply();

private:
    QString m_shared;
};

void PatchCases::aJsonPatchChangesItsPaths()
{
    QCOMPARE(api().post(path(u"configmaps"_s), configMap(u"json"_s, {{"a"_L1, "1"_L1}, {"b"_L1, "2"_L1}})).code, 201);
    const Answer patched = api().patch(path(u"configmaps"_s, u"json"_s), jsonPatch,
                                       R"([{"op":"test","path":"/data/a","value":"1"},{"op":"replace","path":"/data/a","value":"3"},{"op":"remove","path":"/data/b"},{"op":"add","path":"/data/c","value":"4"}])");
    QCOMPARE(patched.code, 200);
    QCOMPARE(patched.body.value("data"_L1).toObject(), (QJsonObject{{"a"_L1, "3"_L1}, {"c"_L1, "4"_L1}}));
}

void PatchCases::aJsonPatchWhoseTestFailsIsInvalid()
{
    QCOMPARE(api().post(path(u"configmaps"_s), configMap(u"tested"_s, {{"a"_L1, "1"_L1}})).code, 201);
    const Answer refused = api().patch(path(u"configmaps"_s, u"tested"_s), jsonPatch, R"([{"op":"test","path":"/data/a","value":"2"}])");
    QCOMPARE(refused.code, 422);
    QCOMPARE(refused.reason(), u"Invalid"_s);
    QVERIFY(causesOf(refused).isEmpty());
}

void PatchCases::aMergePatchRemovesWithNull()
{
    QCOMPARE(api().post(path(u"configmaps"_s), configMap(u"merge"_s, {{"a"_L1, "1"_L1}, {"b"_L1, "2"_L1}})).code, 201);
    const Answer patched = api().patch(path(u"configmaps"_s, u"merge"_s), mergePatch, R"({"data":{"a":null,"c":"3"}})");
    QCOMPARE(patched.code, 200);
    QCOMPARE(patched.body.value("data"_L1).toObject(), (QJsonObject{{"b"_L1, "2"_L1}, {"c"_L1, "3"_L1}}));
    QCOMPARE(api().patch(path(u"configmaps"_s, u"none"_s), mergePatch, "{}").code, 404);
}

void PatchCases::aPatchOfAnOldVersionConflicts()
{
    QCOMPARE(api().post(path(u"configmaps"_s), configMap(u"old"_s)).code, 201);
    const Answer refused = api().patch(path(u"configmaps"_s, u"old"_s), mergePatch, R"({"metadata":{"resourceVersion":"1"},"data":{"a":"1"}})");
    QCOMPARE(refused.code, 409);
    QCOMPARE(refused.reason(), u"Conflict"_s);
}

void PatchCases::aStrategicPatchMergesContainersByName()
{
    QCOMPARE(api().post(path(u"apps/v1/deployments"_s), deployment(u"strategic"_s, 0)).code, 201);
    const Answer patched = api().patch(path(u"apps/v1/deployments"_s, u"strategic"_s), strategicPatch,
                                       R"({"spec":{"template":{"spec":{"containers":[{"name":"side","image":"registry.example.com/side:9"}]}}}})");
    QCOMPARE(patched.code, 200);
    const QJsonValue containers = at(patched.body, u"spec.template.spec.containers"_s);
    QCOMPARE(containers.toArray().size(), 2);
    for (const QJsonValue &container : containers.toArray())
        QCOMPARE(textAt(container, u"image"_s), textAt(container, u"name"_s) == "side"_L1 ? u"registry.example.com/side:9"_s : u"registry.example.com/web:1"_s);
    const Answer cut = api().patch(path(u"apps/v1/deployments"_s, u"strategic"_s), strategicPatch,
                                   R"({"spec":{"template":{"spec":{"containers":[{"$patch":"delete","name":"side"}]}}}})");
    QCOMPARE(at(cut.body, u"spec.template.spec.containers"_s).toArray().size(), 1);
}

void PatchCases::aPatchOfAnUnknownTypeIsRefused()
{
    const Answer refused = api().patch(path(u"configmaps"_s, u"json"_s), "text/plain", "{}");
    QCOMPARE(refused.code, 415);
    QCOMPARE(refused.reason(), u"UnsupportedMediaType"_s);
}

void PatchCases::aBodyOfAnUnknownTypeIsRefused()
{
    for (const QString &where : {path(u"configmaps"_s), u"/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"_s}) {
        const Answer refused = api().send("POST", where, "{}", {{"Content-Type", "text/plain"}}, Api::User::Admin);
        QCOMPARE(refused.code, 415);
        QCOMPARE(refused.reason(), u"UnsupportedMediaType"_s);
        QVERIFY2(refused.message().startsWith(u"the body of the request was in an unknown format - accepted media types include: application/json, "_s), qPrintable(refused.message()));
    }
}

void PatchCases::applyCreatesAndOwns()
{
    m_shared = path(u"configmaps"_s, u"shared"_s);
    const Answer made = api().patch(as(m_shared, u"alice"_s), applyPatch, applied("{color: red, size: big}"));
    QCOMPARE(made.code, 201);
    QCOMPARE(at(made.body, u"metadata.managedFields"_s).toArray().size(), 1);
    const QJsonValue entry = at(made.body, u"metadata.managedFields.0"_s);
    QCOMPARE(textAt(entry, u"manager"_s), u"alice"_s);
    QCOMPARE(textAt(entry, u"operation"_s), u"Apply"_s);
    QCOMPARE(at(entry, u"fieldsV1"_s).toObject(),
             (QJsonObject{{"f:data"_L1, QJsonObject{{"f:color"_L1, QJsonObject()}, {"f:size"_L1, QJsonObject()}}}}));
    const Answer again = api().patch(as(m_shared, u"alice"_s), applyPatch, applied("{color: red, size: big}"));
    QCOMPARE(again.code, 200);
    QCOMPARE(textAt(again.body, u"metadata.resourceVersion"_s), textAt(made.body, u"metadata.resourceVersion"_s));
}

void PatchCases::applyNeedsAManager()
{
    const Answer refused = api().patch(m_shared, applyPatch, applied("{color: red}"));
    QCOMPARE(refused.code, 422);
    QCOMPARE(causesOf(refused), QStringList{u"fieldManager FieldValueRequired"_s});
    QCOMPARE(refused.message(), u"PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: Required value: is required for apply patch"_s);
}

void PatchCases::applyConflictsOverAnOwnedField()
{
    const Answer refused = api().patch(as(m_shared, u"bob"_s), applyPatch, applied("{color: blue, size: small}"));
    QCOMPARE(refused.code, 409);
    QCOMPARE(refused.reason(), u"Conflict"_s);
    QCOMPARE(causesOf(refused), (QStringList{u".data.color FieldManagerConflict"_s, u".data.size FieldManagerConflict"_s}));
    QCOMPARE(refused.message(), u"Apply failed with 2 conflicts: conflicts with \"alice\":\n- .data.color\n- .data.size"_s);
    QCOMPARE(textAt(refused.body, u"details.causes.0.message"_s), u"conflict with \"alice\""_s);
    // The same value is shared, not contested.
    QCOMPARE(api().patch(as(m_shared, u"carol"_s), applyPatch, applied("{size: big}")).code, 200);
}

void PatchCases::forceTakesTheField()
{
    const Answer forced = api().patch(as(m_shared, u"bob"_s, true), applyPatch, applied("{color: blue}"));
    QCOMPARE(forced.code, 200);
    QCOMPARE(forced.body.value("data"_L1).toObject(), (QJsonObject{{"color"_L1, "blue"_L1}, {"size"_L1, "big"_L1}}));
    for (const QJsonValue &entry : at(forced.body, u"metadata.managedFields"_s).toArray()) {
        const bool owns = at(entry, u"fieldsV1.f:data"_s).toObject().contains("f:color"_L1);
        QCOMPARE(owns, textAt(entry, u"manager"_s) == "bob"_L1);
    }
}

void PatchCases::applyRemovesWhatItNoLongerNames()
{
    QCOMPARE(api().patch(as(m_shared, u"bob"_s), applyPatch, applied("{shape: round}")).body.value("data"_L1).toObject(),
             (QJsonObject{{"shape"_L1, "round"_L1}, {"size"_L1, "big"_L1}}));
    // carol owns the size too, so it outlives alice's interest.
    QCOMPARE(textAt(api().patch(as(m_shared, u"alice"_s), applyPatch, applied("{}")).body, u"data.size"_s), u"big"_s);
}

void PatchCases::anUpdateTakesOwnershipFromApply()
{
    const Answer patched = api().patch(as(m_shared, u"dave"_s), mergePatch, R"({"data":{"shape":"square"}})");
    QCOMPARE(patched.code, 200);
    const Answer refused = api().patch(as(m_shared, u"bob"_s), applyPatch, applied("{shape: round}"));
    QCOMPARE(refused.code, 409);
    QCOMPARE(causesOf(refused), QStringList{u".data.shape FieldManagerConflict"_s});
    QVERIFY2(refused.message().startsWith("Apply failed with 1 conflict: conflict with \"dave\" using v1"_L1), refused.bytes.constData());
}

int runPatchCases(Server &server, const QStringList &args)
{
    PatchCases cases(server);
    return QTest::qExec(&cases, args);
}

} // namespace orrery::conformance

#include "patch_cases.moc"
