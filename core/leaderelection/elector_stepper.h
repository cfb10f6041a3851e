// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/leaderelection/elector_state.h"

namespace kube {

/// One step of a candidate under way: changes the state it was given and lists the effects. Inside of step() only.
/// Begin, end and release are in elector_step.cpp, tries in elector_try_step.cpp.
struct ElectorStepper {
    const ElectorConfig &config;
    ElectorState &s;
    const ElectorInput &in;
    std::vector<ElectorEffect> &effects;

    void run();

    void on(const elector_input::Start &);
    void on(const elector_input::Stop &);
    void on(const elector_input::RetryTimer &);
    void on(const elector_input::DeadlineTimer &);
    void on(const elector_input::Answer &answer);

    void loseLead();
    void quiesce();
    void end();
    void beginRelease();
    void onReleaseAnswer(ElectorState::Call call, const Result<ElectionRecord> &answer);

    [[nodiscard]] bool holds() const;
    [[nodiscard]] bool isUnexpired() const;
    void beginTry();
    void get();
    void write(ElectorState::Call call, ElectionRecord record);
    [[nodiscard]] WallTime recordNow() const;
    /// The record that makes us leader, or keeps us so.
    [[nodiscard]] ElectionRecord ourRecord() const;
    void noteFailure(const Error &error);
    void observe(const ElectionRecord &record);
    void onRead(const Result<ElectionRecord> &read);
    void onWritten();
    void onTryFailed();
    void waitToTry(Duration delay);
    void reportLeader();

    template <typename Effect>
    void emit(Effect anEffect)
    {
        effects.emplace_back(std::move(anEffect));
    }
};

} // namespace kube
