// SPDX-License-Identifier: Apache-2.0
// Single steps: what a driver cannot easily be brought to do.
#include "core/leaderelection/elector_state.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace elector_step_test {

using namespace kube;
using namespace std::chrono_literals;
namespace effect = elector_effect;
namespace input = elector_input;
using Step = ElectorState::Step;
using Call = ElectorState::Call;

namespace {

struct Machine {
    ElectorConfig config;
    ElectorState state;
    SteadyTime now = SteadyTime{} + 1h;
    double random = 0;

    Machine() { config.identity = "a"; }

    /// Takes one step and gives its effects.
    std::vector<ElectorEffect> feed(decltype(ElectorInput::what) what)
    {
        auto result = step(config, std::move(state), {std::move(what), now, WallTime{} + 1s, random});
        state = std::move(result.state);
        return std::move(result.effects);
    }
    void lead()
    {
        feed(input::Start{});
        feed(input::Answer{notFound()});
        feed(input::Answer{state.written});
    }
    [[nodiscard]] static Result<ElectionRecord> notFound() { return fail(Error{ErrorKind::NotFound, QStringLiteral("none"), {}, {}, {}}); }
    [[nodiscard]] static Result<ElectionRecord> conflict() { return fail(Error{ErrorKind::Conflict, QStringLiteral("no"), {}, {}, {}}); }
};

template <typename Effect>
const Effect *find(const std::vector<ElectorEffect> &effects)
{
    for (const ElectorEffect &one : effects) {
        if (const auto *found = std::get_if<Effect>(&one))
            return found;
    }
    return nullptr;
}

} // namespace

class ElectorStepTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aLeaderWhoseThreadWasHeldUpStopsBeforeItDoesAnythingElse()
    {
        Machine m;
        m.lead();
        QCOMPARE(m.state.step, Step::Leading);
        m.now += 12s;
        const auto effects = m.feed(input::RetryTimer{});
        QVERIFY(!effects.empty() && std::holds_alternative<effect::StopWork>(effects.front()));
        QVERIFY(std::holds_alternative<effect::Ended>(effects.back()));
        QVERIFY(!find<effect::Update>(effects));
        QCOMPARE(m.state.step, Step::Stopped);
    }

    void anAnswerThatComesAfterTheEndOfTheLeadDoesNotRenewIt()
    {
        Machine m;
        m.lead();
        m.now += 2s;
        QVERIFY(find<effect::Update>(m.feed(input::RetryTimer{})));
        m.now += 10s;
        const auto effects = m.feed(input::Answer{m.state.written});
        QVERIFY(find<effect::StopWork>(effects));
    }

    void aDeadlineTimerThatFiresEarlyIsSetAgain()
    {
        Machine m;
        m.lead();
        m.now += 11s;
        const auto effects = m.feed(input::DeadlineTimer{});
        const auto *again = find<effect::SetDeadline>(effects);
        QVERIFY(again && again->delay == 1s);
        QCOMPARE(m.state.step, Step::Leading);
    }

    void theLeadEndsTwelveSecondsAfterARenewalOrFifteenAfterItWasSent()
    {
        Machine m;
        m.lead();
        QVERIFY(m.state.giveUpAt == m.now + 12s);
        m.now += 2s;
        m.feed(input::RetryTimer{});
        const SteadyTime sent = m.now;
        m.now += 4s;
        const auto effects = m.feed(input::Answer{m.state.written});
        const auto *deadline = find<effect::SetDeadline>(effects);
        QVERIFY(deadline && deadline->delay == 11s);
        QVERIFY(m.state.giveUpAt == sent + 15s);
    }

    void aLeaseThatHasExpiredWhenTheServersWordComesStartsNothing()
    {
        Machine m;
        m.feed(input::Start{});
        m.feed(input::Answer{m.notFound()});
        m.now += 15s; // asleep
        const auto effects = m.feed(input::Answer{m.state.written});
        QVERIFY(!find<effect::StartWork>(effects));
        QVERIFY(!find<effect::SetDeadline>(effects));
        QVERIFY(find<effect::SetRetryTimer>(effects));
        QCOMPARE(m.state.step, Step::Acquiring);
        QVERIFY(find<effect::Get>(m.feed(input::RetryTimer{}))); // another may have it
        QVERIFY(find<effect::Update>(m.feed(input::Answer{m.state.written})));
        QVERIFY(find<effect::StartWork>(m.feed(input::Answer{m.state.written})));
    }

    void aLeaseThatHasNotQuiteExpiredIsLedForTheRestOfIt()
    {
        Machine m;
        m.feed(input::Start{});
        m.feed(input::Answer{m.notFound()});
        m.now += 14s;
        const auto effects = m.feed(input::Answer{m.state.written});
        QVERIFY(find<effect::StartWork>(effects));
        const auto *deadline = find<effect::SetDeadline>(effects);
        QVERIFY(deadline && deadline->delay == 1s);
    }

    void aFailedRenewalIsReadAndTriedAgainAPeriodAfterItBegan()
    {
        Machine m;
        m.lead();
        m.now += 2s;
        m.feed(input::RetryTimer{});
        m.now += 500ms;
        QVERIFY(find<effect::Get>(m.feed(input::Answer{m.conflict()})));
        const auto effects = m.feed(input::Answer{m.conflict()});
        const auto *retry = find<effect::SetRetryTimer>(effects);
        QVERIFY(retry && retry->delay == 1500ms);
        QVERIFY(find<effect::Get>(m.feed(input::RetryTimer{}))); // the version is not known any more
    }

    void aStrayTimerOrAnswerChangesNothing()
    {
        Machine m;
        QVERIFY(m.feed(input::RetryTimer{}).empty());
        QVERIFY(m.feed(input::Answer{m.notFound()}).empty());
        m.feed(input::Start{});
        QVERIFY(m.feed(input::RetryTimer{}).empty()); // a request is under way
        QVERIFY(m.feed(input::Start{}).empty());
        QVERIFY(m.feed(input::DeadlineTimer{}).empty());
        QCOMPARE(m.state.call, Call::Get);
    }

    void stoppedItDoesNothingMore()
    {
        Machine m;
        QVERIFY(m.feed(input::Stop{}).empty()); // not even begun
        QVERIFY(m.feed(input::Start{}).empty());
        QCOMPARE(m.state.step, Step::Stopped);
    }

    void theSameQuestionHasTheSameAnswer()
    {
        Machine one;
        Machine other;
        for (Machine *m : {&one, &other}) {
            m->random = 0.25;
            m->lead();
            m->now += 2s;
            m->feed(input::RetryTimer{});
        }
        QVERIFY(one.state.written == other.state.written);
        QVERIFY(one.state.giveUpAt == other.state.giveUpAt);
    }
};

ORRERY_GUILESS_TEST(ElectorStepTest)
} // namespace elector_step_test
#include "elector_step_test.moc"
