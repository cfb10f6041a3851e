// SPDX-License-Identifier: Apache-2.0
#include "core/leaderelection/elector_stepper.h"

#include <algorithm>

namespace kube {

namespace effect = elector_effect;
namespace input = elector_input;
using Step = ElectorState::Step;
using Call = ElectorState::Call;

bool ElectorStepper::holds() const
{
    return s.observed && s.observed->holderIdentity == config.identity;
}

bool ElectorStepper::isUnexpired() const
{
    return s.observed && s.observedAt + std::chrono::seconds(s.observed->leaseDurationSeconds) > in.now;
}

void ElectorStepper::beginTry()
{
    s.nextTry.reset();
    s.tryBegan = in.now;
    if (s.lockIsCurrent && holds() && isUnexpired())
        write(Call::OptimisticUpdate, ourRecord());
    else
        get();
}

void ElectorStepper::get()
{
    s.call = Call::Get;
    emit(effect::Get{});
}

void ElectorStepper::write(Call call, ElectionRecord record)
{
    s.call = call;
    s.sentAt = in.now;
    s.written = record;
    if (call == Call::Create)
        emit(effect::Create{std::move(record)});
    else
        emit(effect::Update{std::move(record)});
}

WallTime ElectorStepper::recordNow() const
{
    return std::chrono::floor<std::chrono::microseconds>(in.wallNow);
}

ElectionRecord ElectorStepper::ourRecord() const
{
    ElectionRecord record{config.identity, config.leaseSeconds(), recordNow(), recordNow(), 0};
    if (!s.observed)
        return record;
    record.leaderTransitions = s.observed->leaderTransitions;
    if (holds())
        record.acquireTime = s.observed->acquireTime;
    else
        ++record.leaderTransitions;
    return record;
}

void ElectorStepper::on(const input::Answer &answer)
{
    const Call call = std::exchange(s.call, Call::None);
    if (call == Call::None)
        return;
    if (answer.result) {
        s.lastError.reset();
        s.lockIsCurrent = true;
    } else {
        s.lockIsCurrent = false;
        const bool isPlain = call == Call::Get && answer.result.error().is(ErrorKind::NotFound);
        if (!isPlain)
            noteFailure(answer.result.error());
    }
    if (s.step == Step::Releasing)
        onReleaseAnswer(call, answer.result);
    else if (call == Call::Get)
        onRead(answer.result);
    else if (answer.result)
        onWritten();
    else if (call == Call::OptimisticUpdate)
        get();
    else
        onTryFailed();
}

void ElectorStepper::noteFailure(const Error &error)
{
    ++s.failures;
    s.lastError = error;
    emit(effect::Report{error});
}

void ElectorStepper::observe(const ElectionRecord &record)
{
    if (s.observed == record)
        return;
    s.observed = record;
    s.observedAt = in.now;
}

void ElectorStepper::onRead(const Result<ElectionRecord> &read)
{
    if (!read) {
        if (read.error().is(ErrorKind::NotFound)) {
            // Deleted, perhaps under us: the new one counts from nothing.
            s.observed.reset();
            write(Call::Create, ourRecord());
        } else {
            onTryFailed();
        }
        return;
    }
    observe(*read);
    if (!read->holderIdentity.empty() && !holds()) {
        if (s.step == Step::Leading) {
            reportLeader();
            loseLead();
            return;
        }
        if (isUnexpired()) {
            onTryFailed();
            return;
        }
    }
    if (holds())
        ++s.slowPaths;
    write(Call::Update, ourRecord());
}

void ElectorStepper::onWritten()
{
    // From when it was sent: the server may have had it since then, and others count from there.
    s.observed = s.written;
    s.observedAt = s.sentAt;
    ++s.renewals;
    if (s.step == Step::Acquiring && !isUnexpired()) {
        onTryFailed(); // this process was held up meanwhile: another may have it by now
        return;
    }
    reportLeader();
    if (s.step == Step::Acquiring) {
        s.step = Step::Leading;
        s.led = true;
        emit(effect::StartWork{});
    }
    s.giveUpAt = std::min(in.now + config.retryPeriod + config.renewDeadline,
                          s.sentAt + std::chrono::seconds(config.leaseSeconds()));
    emit(effect::SetDeadline{std::max(s.giveUpAt - in.now, Duration::zero())});
    waitToTry(config.retryPeriod);
}

void ElectorStepper::onTryFailed()
{
    reportLeader();
    if (s.step == Step::Leading) {
        waitToTry(std::max(s.tryBegan + config.retryPeriod - in.now, Duration::zero()));
    } else {
        const double period = static_cast<double>(config.retryPeriod.count());
        waitToTry(Duration(static_cast<Duration::rep>(period * (1.0 + ElectorConfig::jitterFactor * in.random))));
    }
}

void ElectorStepper::waitToTry(Duration delay)
{
    s.nextTry = in.now + delay;
    emit(effect::SetRetryTimer{delay});
}

void ElectorStepper::reportLeader()
{
    const std::string leader = s.observed ? s.observed->holderIdentity : std::string();
    if (leader == s.reportedLeader)
        return;
    s.reportedLeader = leader;
    emit(effect::NewLeader{leader});
}

} // namespace kube
