// SPDX-License-Identifier: Apache-2.0
#include "core/rest/status_decoder.h"
#include "tests/support/fixtures.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/apply/save_machine.h"

namespace save_state_test {

using namespace kube;
using kube::test::configMap;
using kube::test::cut;
using kube::test::q;
using kube::test::refused;
using kube::test::SaveMachine;

namespace {

namespace input = save_input;
namespace effect = save_effect;

/// At the version 1, with a:1 edited to a:2, and the dry run under way.
SaveMachine dryRunning(SaveConfig config = {})
{
    SaveMachine m;
    m.config = std::move(config);
    m.feed(input::Open{configMap(1, "'a':'1'")});
    m.edit(configMap(1, "'a':'2'"));
    m.feed(input::Save{});
    return m;
}

/// … and the save under way.
SaveMachine saving(SaveConfig config = {})
{
    config.review = SaveConfig::Review::WhenNeeded;
    SaveMachine m = dryRunning(std::move(config));
    m.answer(configMap(1, "'a':'2'"));
    return m;
}

std::string textsOf(const std::vector<FieldPath> &paths)
{
    std::string text;
    for (const FieldPath &path : paths)
        text += (text.empty() ? "" : " ") + fieldPathText(path);
    return text;
}

Error recorded(const char *name, int code)
{
    const QByteArray body = kube::test::kubernetesFixture(QLatin1String(name));
    return errorOfAnswer({code, {}}, {body.constData(), static_cast<std::size_t>(body.size())}, "PATCH");
}

} // namespace

class SaveStateTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aSaveIsDryRunReviewedAndSaved()
    {
        SaveMachine m = dryRunning();
        QCOMPARE(m.stands(), std::string("DryRunning None"));
        QCOMPARE(m.last<effect::Send>()->dryRun, DryRun::All);
        QCOMPARE(m.body(), q("{'data':{'a':'2'},'metadata':{'uid':'u','resourceVersion':'1'}}"));
        m.answer(configMap(1, "'a':'2'"));
        QCOMPARE(m.stands(), std::string("Review ReadIt"));
        m.feed(input::Confirm{});
        QCOMPARE(m.last<effect::Send>()->dryRun, DryRun::No);
        m.answer(configMap(2, "'a':'2'"));
        QCOMPARE(m.stands(), std::string("Saved Stored"));
        m.feed(input::Save{});
        QCOMPARE(m.stands(), std::string("Saved NothingToSave"));
    }

    void whatIsTypedAfterASaveTakesNothingAwayThatTheServerAdded()
    {
        SaveMachine m = saving();
        m.answer(configMap(2, "'a':'2','added':'by the server'"));
        m.edit(configMap(1, "'a':'3'"));
        m.feed(input::Save{});
        QCOMPARE(m.body(), q("{'data':{'a':'3'},'metadata':{'uid':'u','resourceVersion':'2'}}"));
    }

    void fieldsThatTheServerDropsAreNamedAndAsked()
    {
        SaveMachine m;
        m.config.review = SaveConfig::Review::WhenNeeded;
        m.feed(input::Open{configMap(1, "'a':'1'")});
        m.edit(configMap(1, "'a':'2','b':'x','c':'1'"));
        m.feed(input::Save{});
        m.answer(configMap(1, "'a':'1','c':'01'"));
        QCOMPARE(m.stands(), std::string("Review FieldsDropped"));
        QCOMPARE(textsOf(m.state.dropped), std::string("data.b data.a"));
        QCOMPARE(textsOf(m.state.altered), std::string("data.c"));
        m.feed(input::Cancel{});
        QCOMPARE(m.stands(), std::string("Editing None"));
        QVERIFY(m.state.text.find("'x'") != std::string::npos || m.state.text.find("\"x\"") != std::string::npos);
    }

    void editsOfStatusAloneAreNotSentAndSaidSo()
    {
        SaveMachine m;
        m.feed(input::Open{q("{'metadata':{'uid':'u'},'status':{'a':1}}")});
        m.edit(q("{'metadata':{'uid':'u'},'status':{'a':2}}"));
        m.feed(input::Save{});
        QCOMPARE(m.stands(), std::string("Refused ServersFields"));
        QCOMPARE(textsOf(m.state.dropped), std::string("status"));
    }

    void aTextThatIsNoDocumentIsKeptAndNotSent()
    {
        SaveMachine m;
        m.feed(input::Open{configMap(1, "'a':'1'")});
        m.feed(input::Edit{"a: [", fail(Error::badInput(QStringLiteral("no end"), QStringLiteral("line 1, column 4")))});
        m.feed(input::Save{});
        QCOMPARE(m.stands(), std::string("Refused BadText"));
        QVERIFY(m.effects.size() == 1 && m.last<effect::ClearTimer>());
        QCOMPARE(m.state.text, std::string("a: ["));
        QCOMPARE(m.state.error->place, QStringLiteral("line 1, column 4"));
    }

    void aRefusalNamesItsPlaces()
    {
        SaveMachine m = dryRunning();
        m.answer(fail(recorded("errors/422-invalid-deployment", 422)));
        QCOMPARE(m.stands(), std::string("Refused Invalid"));
        QCOMPARE(m.state.refusals.size(), std::size_t(5));
        QCOMPARE(fieldPathText(m.state.refusals[3].path), std::string("spec.template.spec.containers[0].image"));
        m = dryRunning();
        m.answer(fail(recorded("errors/400-strict-unknown-field", 400)));
        QCOMPARE(m.state.refusals.size(), std::size_t(2));
        QCOMPARE(m.state.refusals[0].field, std::string("spec.replica"));
        m = dryRunning();
        m.answer(fail(recorded("errors/403-forbidden", 403)));
        QCOMPARE(m.stands(), std::string("Refused Forbidden"));
        m.feed(input::Save{});
        QCOMPARE(m.stands(), std::string("DryRunning None"));
    }

    void othersFieldsAreMergedAndTheSaveGoesOnByItself()
    {
        SaveMachine m = saving();
        m.answer(refused(409, "Conflict"));
        QCOMPARE(m.stands(), std::string("Refetching None"));
        m.answer(configMap(5, "'a':'1','b':'theirs'"));
        QVERIFY(m.last<effect::AskFirstChange>());
        QCOMPARE(m.last<effect::AskFirstChange>()->resourceVersion, std::string("1"));
        m.firstChange(std::optional(configMap(3, "'a':'1','b':'theirs'")));
        QCOMPARE(m.stands(), std::string("DryRunning None"));
        QCOMPARE(m.body(), q("{'data':{'a':'2'},'metadata':{'uid':'u','resourceVersion':'5'}}"));
        m.answer(configMap(5, "'a':'2','b':'theirs'"));
        QCOMPARE(m.stands(), std::string("Saving None"));
    }

    void theSameFieldsAreShownSideBySide()
    {
        for (const bool mine : {true, false}) {
            SaveMachine m = saving();
            m.answer(refused(409, "Conflict"));
            m.answer(configMap(5, "'a':'3','b':'theirs'"));
            m.firstChange(std::optional(configMap(5, "'a':'3','b':'theirs'")));
            QCOMPARE(m.stands(), std::string("TheirsMoved SameFields"));
            QCOMPARE(m.state.conflicts.size(), std::size_t(1));
            QCOMPARE(m.state.conflicts[0].theirs, std::optional(q("'3'")));
            if (mine) {
                m.feed(input::ForceMine{});
                QCOMPARE(m.body(), q("{'data':{'a':'2'},'metadata':{'uid':'u','resourceVersion':'5'}}"));
            } else {
                m.feed(input::TakeTheirs{});
                QCOMPARE(m.stands(), std::string("Saved NothingToSave"));
            }
            QCOMPARE(m.state.text, "text of " + configMap(1, "'a':'2'"));
        }
    }

    void aTextThatWorkedTheirsInGoesOnFromTheirs()
    {
        SaveMachine m = saving();
        m.answer(refused(409, "Conflict"));
        m.answer(configMap(5, "'a':'3'"));
        m.firstChange(std::optional(configMap(5, "'a':'3'")));
        m.edit(configMap(5, "'a':'3 and 2'"), input::Onto::Theirs);
        m.feed(input::Save{});
        QCOMPARE(m.body(), q("{'data':{'a':'3 and 2'},'metadata':{'uid':'u','resourceVersion':'5'}}"));
    }

    void aLostAnswerIsLookedUpBeforeAnythingIsSentAgain()
    {
        SaveMachine m = saving();
        m.answer(cut());
        QCOMPARE(m.stands(), std::string("UnknownOutcome Unreachable"));
        m.feed(input::Cancel{});
        QCOMPARE(m.stands(), std::string("UnknownOutcome Unreachable"));
        m.feed(input::Timer{});
        QVERIFY(m.last<effect::Fetch>());
        m.answer(configMap(7, "'b':'others took a away again'"));
        m.firstChange(std::optional(configMap(2, "'a':'2'")));
        QCOMPARE(m.stands(), std::string("Saved StoredAlready"));
    }

    void aSaveThatWasNotStoredIsSentAgain()
    {
        SaveMachine m = saving();
        m.answer(refused(500, "InternalError"));
        QCOMPARE(m.stands(), std::string("UnknownOutcome ServerFailed"));
        m.feed(input::Timer{});
        m.answer(configMap(1, "'a':'1'"));
        QCOMPARE(m.stands(), std::string("Waiting ServerFailed"));
        m.feed(input::Timer{});
        QCOMPARE(m.last<effect::Send>()->dryRun, DryRun::No);
        QCOMPARE(m.body(), q("{'data':{'a':'2'},'metadata':{'uid':'u','resourceVersion':'1'}}"));
    }

    void withoutHistoryTheContentTells()
    {
        for (const bool there : {true, false}) {
            SaveMachine m = saving();
            m.answer(cut());
            m.feed(input::Timer{});
            m.answer(configMap(7, there ? "'a':'2','b':'1'" : "'a':'1','b':'1'"));
            m.firstChange(refused(410, "Expired"));
            if (there) {
                QCOMPARE(m.stands(), std::string("Saved StoredAlready"));
                continue;
            }
            QCOMPARE(m.stands(), std::string("DryRunning None"));
            m.answer(configMap(7, "'a':'2','b':'1'"));
            QCOMPARE(m.stands(), std::string("Review OutcomeUncertain"));
        }
    }

    void aHistoryThatWasCutIsAskedForAgain()
    {
        SaveMachine m = saving();
        m.answer(cut());
        m.feed(input::Timer{});
        m.answer(configMap(7, "'b':'1'"));
        m.firstChange(cut());
        QCOMPARE(m.stands(), std::string("UnknownOutcome Unreachable"));
        m.feed(input::Timer{});
        QVERIFY(m.last<effect::AskFirstChange>());
        m.firstChange(std::optional(configMap(2, "'a':'2'")));
        QCOMPARE(m.stands(), std::string("Saved StoredAlready"));
    }

    void anUnknownOutcomeStaysOneUntilTheServerAnswers()
    {
        SaveMachine m = saving();
        m.answer(cut());
        for (int i = 0; i < 20; ++i) {
            m.feed(input::Timer{});
            m.answer(cut());
        }
        QCOMPARE(m.stands(), std::string("UnknownOutcome Unreachable"));
        QVERIFY(!m.state.nextTry);
        m.feed(input::Save{});
        QCOMPARE(m.stands(), std::string("UnknownOutcome Unreachable"));
        m.feed(input::RetryNow{});
        QVERIFY(m.last<effect::Fetch>());
    }

    void aBusyServerIsAskedAgainUntilTheTriesAreUsedUp()
    {
        SaveMachine m = dryRunning();
        Error busy = refused(429, "TooManyRequests").value();
        busy.status->retryAfter = std::chrono::seconds(9);
        m.answer(fail(busy));
        QCOMPARE(m.stands(), std::string("Waiting Throttled"));
        QCOMPARE(m.last<effect::SetTimer>()->delay, Duration(std::chrono::seconds(9)));
        for (int i = 1; i < m.config.tries; ++i) {
            m.feed(input::Timer{});
            QCOMPARE(m.stands(), std::string("DryRunning None"));
            m.answer(cut());
        }
        m.feed(input::Timer{});
        m.answer(cut());
        QCOMPARE(m.stands(), std::string("Refused Unreachable"));
    }

    void aDeletedObjectIsOfferedToBeMadeAnew()
    {
        SaveMachine m = saving();
        m.answer(refused(404, "NotFound"));
        QCOMPARE(m.stands(), std::string("Gone Deleted"));
        m.feed(input::CreateAnew{});
        QVERIFY(m.last<effect::Send>()->isCreate);
        QCOMPARE(m.body(), q("{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'c','namespace':'n'},'data':{'a':'2'}}"));
        m.answer(configMap(0, "'a':'2'", "new"));
        QCOMPARE(m.stands(), std::string("Saving None"));
        m.answer(cut());
        m.feed(input::Timer{});
        m.answer(configMap(9, "'a':'2'", "new"));
        QCOMPARE(m.stands(), std::string("Saved StoredAlready"));
    }

    void anotherObjectOfTheNameIsNotOverwritten()
    {
        SaveMachine m = saving();
        m.answer(refused(409, "Conflict"));
        m.answer(configMap(1, "'a':'new one'", "other"));
        QCOMPARE(m.stands(), std::string("Gone Recreated"));
        m.feed(input::CreateAnew{});
        QCOMPARE(m.stands(), std::string("TheirsMoved SameFields"));
        SaveMachine fresh;
        fresh.feed(input::Open{});
        fresh.edit(q("{'metadata':{'name':'c'},'data':{'a':'1'}}"));
        fresh.feed(input::Save{});
        fresh.answer(refused(409, "AlreadyExists"));
        fresh.answer(configMap(4, "'a':'theirs'"));
        QCOMPARE(fresh.stands(), std::string("TheirsMoved AlreadyExists"));
    }

    void aSaveThatIsRefusedIsLookedUpFirst()
    {
        // The client below sends again what the server asked to be sent again: the refusal may be of the second.
        const QList<StatusCause> causes = {{QStringLiteral("FieldManagerConflict"), QStringLiteral("conflict with \"helm\""), QStringLiteral(".data.a")}};
        SaveMachine m = saving({.method = SaveConfig::Method::Apply});
        m.answer(refused(409, "Conflict", causes));
        QCOMPARE(m.stands(), std::string("Refetching None"));
        m.answer(configMap(7, "'a':'helm'"));
        m.firstChange(std::optional(configMap(2, "'a':'2'")));
        QCOMPARE(m.stands(), std::string("Saved StoredAlready"));
        m = saving();
        m.answer(refused(422, "Invalid"));
        QCOMPARE(m.stands(), std::string("Refetching None"));
        m.answer(configMap(1, "'a':'1'"));
        QCOMPARE(m.stands(), std::string("Refused Invalid"));
        QCOMPARE(m.state.error->kind, ErrorKind::Invalid);
    }

    void whatIsTypedWhileASaveIsUnderWayIsKeptForTheNext()
    {
        SaveMachine m = saving();
        m.edit(configMap(1, "'a':'2','later':'1'"));
        QCOMPARE(m.stands(), std::string("Saving None"));
        m.answer(configMap(2, "'a':'2','b':'theirs'"));
        QCOMPARE(m.stands(), std::string("Editing Stored"));
        m.feed(input::Save{});
        QCOMPARE(m.body(), q("{'data':{'later':'1'},'metadata':{'uid':'u','resourceVersion':'2'}}"));
    }

    void anAnswerThatComesTooLateIsPassedOver()
    {
        SaveMachine m = dryRunning();
        const std::uint64_t old = m.state.request;
        m.feed(input::Cancel{});
        m.feed(input::Reply{old, configMap(1, "'a':'2'")});
        QCOMPARE(m.stands(), std::string("Editing None"));
    }

    void mergingByItselfHasAnEnd()
    {
        SaveMachine m = dryRunning({.review = SaveConfig::Review::WhenNeeded, .merges = 3});
        for (int version = 2; m.state.step == SaveState::Step::DryRunning && version < 50; ++version) {
            m.answer(refused(409, "Conflict"));
            m.answer(configMap(version, "'a':'1','b':'" + std::to_string(version) + "'"));
        }
        QCOMPARE(m.stands(), std::string("Refused KeepsMoving"));
        m.feed(input::Save{});
        QCOMPARE(m.stands(), std::string("DryRunning None"));
    }
};

ORRERY_APPLESS_TEST(SaveStateTest)
} // namespace save_state_test
#include "save_state_test.moc"
