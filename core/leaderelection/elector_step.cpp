// SPDX-License-Identifier: Apache-2.0
#include "core/leaderelection/elector_stepper.h"

namespace kube {

namespace effect = elector_effect;
namespace input = elector_input;
using Step = ElectorState::Step;
using Call = ElectorState::Call;

ElectorStep step(const ElectorConfig &config, ElectorState state, const ElectorInput &input)
{
    ElectorStep result{std::move(state), {}};
    if (result.state.step != Step::Stopped)
        ElectorStepper{config, result.state, input, result.effects}.run();
    return result;
}

void ElectorStepper::run()
{
    // A timer of a thread that was held up fires late: the clock decides, before anything else is looked at.
    if (s.step == Step::Leading && in.now >= s.giveUpAt && !std::holds_alternative<input::Stop>(in.what))
        loseLead();
    else
        std::visit([this](const auto &what) { on(what); }, in.what);
}

void ElectorStepper::on(const input::Start &)
{
    if (s.step != Step::Idle)
        return;
    s.step = Step::Acquiring;
    beginTry();
}

void ElectorStepper::on(const input::Stop &)
{
    switch (s.step) {
    case Step::Idle:
        s.step = Step::Stopped;
        break;
    case Step::Acquiring:
        // The server may carry out what is no longer waited for.
        if (config.releaseOnCancel && (s.call == Call::Create || s.call == Call::Update || s.call == Call::OptimisticUpdate))
            beginRelease();
        else
            end();
        break;
    case Step::Leading:
        emit(effect::StopWork{});
        if (config.releaseOnCancel)
            beginRelease();
        else
            end();
        break;
    case Step::Releasing:
    case Step::Stopped:
        break;
    }
}

/// The work is only now told, and may go on for a while: what is left of the lease is left to run out.
void ElectorStepper::loseLead()
{
    emit(effect::StopWork{});
    end();
}

void ElectorStepper::quiesce()
{
    if (std::exchange(s.call, Call::None) != Call::None)
        emit(effect::CancelRequest{});
    s.nextTry.reset();
    s.lockIsCurrent = false;
    emit(effect::ClearRetryTimer{});
    emit(effect::ClearDeadline{});
}

void ElectorStepper::end()
{
    quiesce();
    s.step = Step::Stopped;
    emit(effect::Ended{});
}

void ElectorStepper::on(const input::RetryTimer &)
{
    if (s.call == Call::None && (s.step == Step::Acquiring || s.step == Step::Leading))
        beginTry();
}

void ElectorStepper::on(const input::DeadlineTimer &)
{
    if (s.step != Step::Leading && s.step != Step::Releasing)
        return;
    if (in.now < s.giveUpAt)
        emit(effect::SetDeadline{s.giveUpAt - in.now});
    else if (s.step == Step::Releasing)
        end();
}

void ElectorStepper::beginRelease()
{
    quiesce();
    s.step = Step::Releasing;
    s.giveUpAt = in.now + config.renewDeadline;
    emit(effect::SetDeadline{config.renewDeadline});
    get();
}

void ElectorStepper::onReleaseAnswer(Call call, const Result<ElectionRecord> &answer)
{
    if (call == Call::Get && answer && answer->holderIdentity == config.identity) {
        observe(*answer);
        write(Call::Update, {{}, 1, recordNow(), recordNow(), answer->leaderTransitions});
    } else if (call == Call::Update && !answer && answer.error().is(ErrorKind::Conflict)) {
        get(); // a renewal that was no longer waited for has come through
    } else {
        if (call == Call::Update && answer)
            s.observed = s.written;
        end();
    }
}

} // namespace kube
