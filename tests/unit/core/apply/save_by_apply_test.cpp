// SPDX-License-Identifier: Apache-2.0
// Saving by server-side apply: whose fields they are.
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/apply/save_machine.h"

namespace save_by_apply_test {

using namespace kube;
using kube::test::configMap;
using kube::test::q;
using kube::test::refused;
using kube::test::SaveMachine;

namespace {

namespace input = save_input;
namespace effect = save_effect;

/// At the version 1, and the dry run under way.
SaveMachine applying(const std::string &before, const std::string &after)
{
    SaveMachine m;
    m.config.method = SaveConfig::Method::Apply;
    m.feed(input::Open{configMap(1, before)});
    m.edit(configMap(1, after));
    m.feed(input::Save{});
    return m;
}

StatusCause ownedBy(const char *manager, const char *name)
{
    return {QStringLiteral("FieldManagerConflict"), QStringLiteral("conflict with \"%1\" using v1").arg(QString::fromLatin1(manager)), QStringLiteral(".data.%1").arg(QString::fromLatin1(name))};
}

} // namespace

class SaveByApplyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void otherManagersAreNamedAndTheChoiceIsTheUsers()
    {
        for (const bool force : {true, false}) {
            SaveMachine m = applying("'a':'1'", "'a':'2'");
            QCOMPARE(m.last<effect::Send>()->type, PatchType::Apply);
            m.answer(refused(409, "Conflict", {ownedBy("helm", "a")}));
            QCOMPARE(m.stands(), std::string("FieldConflict OtherManagers"));
            QCOMPARE(m.state.owners[0].manager, std::string("helm"));
            QCOMPARE(m.state.owners[0].value, std::optional(q("'1'")));
            if (force) {
                m.feed(input::ForceMine{});
                QVERIFY(m.last<effect::Send>()->force);
            } else {
                m.feed(input::TakeTheirs{});
                QCOMPARE(m.stands(), std::string("Saved NothingToSave"));
            }
        }
    }

    void managersAreDecidedOneByOne()
    {
        SaveMachine m = applying("'a':'1','b':'1','c':'1'", "'a':'2','b':'2','c':'2'");
        m.answer(refused(409, "Conflict", {ownedBy("helm", "a"), ownedBy("argo", "b")}));
        QCOMPARE(m.state.owners.size(), std::size_t(2));
        QCOMPARE(m.state.owners[0].manager, std::string("argo"));
        m.feed(input::Decide{{m.state.owners[0].path}});
        QCOMPARE(m.stands(), std::string("DryRunning None"));
        QVERIFY(m.last<effect::Send>()->force);
        QCOMPARE(m.body(), q("{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'c','namespace':'n','uid':'u','resourceVersion':'1'},'data':{'a':'2','c':'2'}}"));
        m.answer(configMap(1, "'a':'2','b':'1','c':'2'"));
        QCOMPARE(m.stands(), std::string("Review ReadIt"));
        QCOMPARE(m.state.text, "text of " + configMap(1, "'a':'2','b':'2','c':'2'"));
    }

    void allTakenIsNoForce()
    {
        SaveMachine m = applying("'a':'1','c':'1'", "'a':'2','c':'2'");
        m.answer(refused(409, "Conflict", {ownedBy("helm", "a")}));
        m.feed(input::Decide{{m.state.owners[0].path}});
        QVERIFY(!m.last<effect::Send>()->force);
        QVERIFY2(m.body().find(q("'data':{'c':'2'}")) != std::string::npos, m.body().c_str());
    }

    void aForceIsForThoseWhoWereAskedAbout()
    {
        SaveMachine m = applying("'a':'1'", "'a':'2'");
        m.answer(refused(409, "Conflict", {ownedBy("helm", "a")}));
        m.feed(input::ForceMine{});
        m.answer(configMap(1, "'a':'2'"));
        m.feed(input::Confirm{});
        QVERIFY(m.last<effect::Send>()->force);
        m.answer(refused(409, "Conflict"));
        m.answer(configMap(5, "'a':'1','b':'theirs'"));
        m.firstChange(std::optional(configMap(5, "'a':'1','b':'theirs'")));
        QCOMPARE(m.stands(), std::string("DryRunning None"));
        QVERIFY(!m.last<effect::Send>()->force);
        SaveMachine same = m;
        same.answer(refused(409, "Conflict", {ownedBy("helm", "a")}));
        QCOMPARE(same.stands(), std::string("DryRunning None"));
        QVERIFY(same.last<effect::Send>()->force);
        m.answer(refused(409, "Conflict", {ownedBy("somebody new", "a")}));
        QCOMPARE(m.stands(), std::string("FieldConflict OtherManagers"));
        QCOMPARE(m.state.owners[0].manager, std::string("somebody new"));
    }

    void aPatchInItsPlaceIsKnownBeforeItIsSent()
    {
        SaveMachine m = applying("'a':'1','b':'1'", "'a':'2'");
        QCOMPARE(m.last<effect::Send>()->type, PatchType::Merge);
        QCOMPARE(m.state.patch.unsaid, (std::vector<FieldPath>{{FieldStep::name("data"), FieldStep::name("b")}}));
        m.answer(configMap(1, "'a':'2'"));
        QCOMPARE(m.stands(), std::string("Review ReadIt"));
        m.feed(input::Cancel{});
        m.edit(configMap(1, "'a':'2','b':'1'"));
        m.feed(input::Save{});
        QCOMPARE(m.last<effect::Send>()->type, PatchType::Apply);
        QVERIFY(m.state.patch.unsaid.empty());
    }

    void aPatchInItsPlaceIsReadBeforeItIsSaved()
    {
        SaveMachine m = applying("'a':'1','b':'1'", "'a':'2'");
        m.config.review = SaveConfig::Review::WhenNeeded;
        m.answer(configMap(1, "'a':'2'"));
        QCOMPARE(m.stands(), std::string("Review ReadIt"));
    }

    void whatWeSetOtherwiseBeforeIsNoConflict()
    {
        SaveMachine m = applying("'a':'1'", "'a':'2'");
        QVERIFY(!m.last<effect::Send>()->force);
        m.answer(refused(409, "Conflict", {ownedBy("orrery", "a")}));
        QCOMPARE(m.stands(), std::string("DryRunning None"));
        QVERIFY(m.last<effect::Send>()->force);
    }
};

ORRERY_APPLESS_TEST(SaveByApplyTest)
} // namespace save_by_apply_test
#include "save_by_apply_test.moc"
