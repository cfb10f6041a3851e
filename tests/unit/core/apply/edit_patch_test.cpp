// SPDX-License-Identifier: Apache-2.0
#include "core/apply/edit_patch.h"
#include "core/object/patch.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/apply/quoted.h"

#include <random>

namespace edit_patch_test {

using namespace kube;
using kube::test::q;

namespace {

JsonNode node(const std::string &json)
{
    return JsonNode::parse(json, "test").value();
}

const std::string head = q("{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web','namespace':'n','uid':'u','resourceVersion':'7','generation':2");

std::string deployment(const std::string &metadata, const std::string &spec, const std::string &rest = {})
{
    return head + metadata + q("},'spec':") + spec + rest + "}";
}

EditPatch patched(const std::string &server, const std::string &wanted)
{
    return makeEditPatch(node(server), node(wanted));
}

std::string pathsOf(const std::vector<FieldPath> &paths)
{
    std::string text;
    for (const FieldPath &path : paths)
        text += (text.empty() ? "" : " ") + fieldPathText(path);
    return text;
}

std::string randomValue(std::mt19937 &random, int depth)
{
    switch (random() % (depth > 0 ? 8 : 5)) {
    case 0: return "1";
    case 1: return "\"x\"";
    case 2: return "null";
    case 3: return "true";
    case 4: return "2.5";
    case 5: return "[" + randomValue(random, depth - 1) + "]";
    default: {
        std::string object = "{";
        for (const char *name : {"a", "b/~", "c"}) {
            if (random() % 2)
                object += (object.size() > 1 ? "," : "") + ("\"" + std::string(name) + "\":") + randomValue(random, depth - 1);
        }
        return object + "}";
    }
    }
}

std::string randomSpec(std::mt19937 &random)
{
    return "{\"s\":" + randomValue(random, 3) + ",\"t\":" + randomValue(random, 2) + "}";
}

} // namespace

class EditPatchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void onlyWhatChangedIsSentUnderConditions()
    {
        const std::string server = deployment({}, q("{'replicas':1,'paused':false,'args':[1,2]}"), q(",'status':{'replicas':1}"));
        const auto patch = patched(server, deployment({}, q("{'replicas':2,'args':[1,2]}"), q(",'status':{'replicas':9}")));
        QCOMPARE(patch.type, PatchType::Merge);
        QCOMPARE(patch.body, q("{'spec':{'paused':null,'replicas':2},'metadata':{'uid':'u','resourceVersion':'7'}}"));
        QCOMPARE(pathsOf(patch.changes), std::string("spec.replicas spec.paused"));
    }

    void whatTheUserHidIsNotTakenAway()
    {
        const std::string server = deployment(q(",'managedFields':[{}]"), q("{'a':1}"), q(",'status':{}"));
        const auto patch = patched(server, q("{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web','namespace':'n'},'spec':{'a':1}}"));
        QVERIFY(patch.isEmpty);
    }

    void editsOfTheServersPartAreNamed()
    {
        const JsonNode began = node(deployment({}, "{}", q(",'status':{'a':1}")));
        QCOMPARE(pathsOf(editsOfServersPart(began, node(deployment(q(",'managedFields':[]"), "{}", q(",'status':{'a':2}"))))),
                 std::string("status metadata.managedFields"));
        QVERIFY(editsOfServersPart(began, node(q("{'metadata':{}}"))).empty());
    }

    void aNullIsSaidByAJsonPatch()
    {
        const auto patch = patched(deployment({}, q("{'a':1,'b':2,'x/y':3}")), deployment({}, q("{'a':null,'x/y':4,'n':null}")));
        QCOMPARE(patch.type, PatchType::Json);
        QCOMPARE(patch.body, q("[{'op':'add','path':'/metadata/uid','value':'u'},{'op':'add','path':'/metadata/resourceVersion','value':'7'},"
                               "{'op':'remove','path':'/spec/b'},{'op':'replace','path':'/spec/a','value':null},{'op':'replace','path':'/spec/x~1y','value':4},"
                               "{'op':'add','path':'/spec/n','value':null}]"));
    }

    void anyPatchMakesTheWantedOne()
    {
        int json = 0;
        std::mt19937 random(5); // NOLINT: the same documents each run
        for (int i = 0; i < 3000; ++i) {
            const std::string server = deployment({}, randomSpec(random));
            const std::string wanted = deployment({}, randomSpec(random));
            const auto patch = patched(server, wanted);
            json += patch.type == PatchType::Json ? 1 : 0;
            const auto result = patch.type == PatchType::Json ? applyJsonPatch(server, patch.body) : applyMergePatch(server, patch.body);
            QVERIFY_RESULT(result);
            QVERIFY2(node(*result).equals(node(wanted)), (server + wanted + patch.body).c_str());
            QCOMPARE(patch.isEmpty, node(server).equals(node(wanted)));
        }
        QVERIFY(json > 500 && json < 2900);
    }

    void changesAreNamedByKeysWhereListsHaveThem()
    {
        const JsonNode from = node(q("{'spec':{'containers':[{'name':'a','image':'1'},{'name':'b'}],'args':[1]},'labels':{'x':'1'}}"));
        const JsonNode to = node(q("{'spec':{'containers':[{'name':'a','image':'2'},{'name':'c'}],'args':[2]},'labels':{}}"));
        QCOMPARE(pathsOf(changedFields(from, to, *defaultListKeys(GroupVersionKind{"", "v1", "Pod"}))),
                 q("spec.containers[name='a'].image spec.containers[name='c'] spec.containers[name='b'] spec.args labels.x"));
    }

    void anApplyDocumentHasWhatIsOursAndNothingElse()
    {
        const auto keys = defaultListKeys(GroupVersionKind{"apps", "v1", "Deployment"});
        const std::string fields = q("{'f:spec':{'f:paused':{},'f:gone':{},'f:containers':{'k:{\\'name\\':\\'b\\'}':{'.':{},'f:name':{},'f:tty':{}}}}}");
        const std::string managed = q(",'managedFields':[{'manager':'orrery','operation':'Apply','fieldsV1':") + fields
            + q("},{'manager':'x','operation':'Update','fieldsV1':{'f:spec':{'f:other':{}}}}]");
        const std::string server = deployment(managed, q("{'replicas':1,'paused':true,'gone':1,'other':1,'containers':[{'name':'a','image':'1','env':[{'name':'E','value':'1'}]},{'name':'b','tty':true,'image':'q'}]}"));
        const std::string wanted = deployment({}, q("{'replicas':1,'paused':true,'containers':[{'name':'a','image':'1','env':[{'name':'E','value':'2'}]},{'name':'b','tty':true,'image':'q'}]}"));
        const auto document = makeApplyDocument(node(server), node(wanted), *keys, "orrery");
        QCOMPARE(document.body, q("{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web','namespace':'n','uid':'u','resourceVersion':'7'},"
                                  "'spec':{'paused':true,'containers':[{'name':'a','env':[{'name':'E','value':'2'}]},{'name':'b','tty':true}]}}"));
        QCOMPARE(pathsOf(document.unsaid), std::string("spec.other"));
        QVERIFY(!document.isEmpty);
        QVERIFY(makeApplyDocument(node(server), node(server), *keys, "orrery").isEmpty);
    }

    void aDocumentForCreatingHasNothingOfTheServers()
    {
        QCOMPARE(makeCreateDocument(node(deployment(q(",'labels':{}"), q("{'a':1}"), q(",'status':{}")))),
                 q("{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web','namespace':'n','labels':{}},'spec':{'a':1}}"));
    }

    void aStatusIsAPartOfItsOwn()
    {
        const JsonNode server = node(deployment("", q("{'replicas':1}"), q(",'status':{'phase':'New','seen':1}")));
        const JsonNode wanted = node(deployment("", q("{'replicas':2}"), q(",'status':{'phase':'Good','seen':1}")));
        const EditPatch patch = makeEditPatch(server, wanted, EditPart::Status);
        QCOMPARE(patch.body, q("{'status':{'phase':'Good'},'metadata':{'uid':'u','resourceVersion':'7'}}"));
        QCOMPARE(pathsOf(editsOfServersPart(server, wanted, EditPart::Status)), std::string("spec.replicas"));
        QCOMPARE(pathsOf(editsOfServersPart(server, wanted)), std::string("status"));
        // A text that is the status alone leaves the rest untouched.
        QVERIFY(editsOfServersPart(server, editablePart(wanted, EditPart::Status), EditPart::Status).empty());
        QVERIFY(makeEditPatch(server, server, EditPart::Status).isEmpty);
    }

    void aStatusWithoutASubresourceIsAFieldAsAnyOther()
    {
        const JsonNode server = node(deployment(q(",'managedFields':[]"), q("{'a':1}"), q(",'status':{'phase':'New','seen':1}")));
        const JsonNode wanted = node(deployment("", q("{'a':2}"), q(",'status':{'phase':'Good'}")));
        QCOMPARE(makeEditPatch(server, wanted, EditPart::Whole).body,
                 q("{'spec':{'a':2},'status':{'seen':null,'phase':'Good'},'metadata':{'uid':'u','resourceVersion':'7'}}"));
        QVERIFY(editsOfServersPart(server, wanted, EditPart::Whole).empty());
        const auto keys = defaultListKeys(GroupVersionKind{"example.com", "v1", "Foo"});
        const EditPatch applied = makeApplyDocument(server, wanted, *keys, "orrery", EditPart::Whole);
        QVERIFY2(applied.body.find(q("'status':{'phase':'Good'}")) != std::string::npos, applied.body.c_str());
        QCOMPARE(pathsOf(applied.unsaid), std::string("status.seen"));
        QVERIFY(makeCreateDocument(wanted, EditPart::Whole).find("status") != std::string::npos);
        QCOMPARE(findField(withServersPart(wanted, server, EditPart::Whole), parseFieldPath("status.phase"))->text, std::string("Good"));
    }
};

ORRERY_APPLESS_TEST(EditPatchTest)
} // namespace edit_patch_test
#include "edit_patch_test.moc"
