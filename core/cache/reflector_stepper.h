// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cache/reflector_state.h"
#include "core/object/resource_version.h"

namespace kube {

/// One step of a Reflector under way: changes the state it was given and lists the effects. Inside of step() only.
/// Lists and waits are in reflector_step.cpp, watches in reflector_watch_step.cpp, silence in reflector_silence_step.cpp.
struct ReflectorStepper {
    const ReflectorConfig &config;
    ReflectorState &s;
    const ReflectorInput &in;
    std::vector<ReflectorEffect> &effects;

    void run();

    void on(const reflector_input::Start &);
    void on(const reflector_input::Stop &);
    void on(const reflector_input::RetryNow &);
    void on(const reflector_input::Relist &);
    void on(const reflector_input::CutWatch &);
    void on(const reflector_input::Held &);
    void on(const reflector_input::Released &);
    void on(const reflector_input::RetryTimer &);
    void on(const reflector_input::WatchdogTimer &);
    void on(const reflector_input::Item &);
    void on(const reflector_input::ListEnd &end);
    void on(const reflector_input::WatchOpened &);
    void on(const reflector_input::Event &event);
    void on(const reflector_input::WatchEnd &end);
    void on(const reflector_input::ProbeEnd &end);

    void beginRound();
    void beginContent();
    [[nodiscard]] std::string relistResourceVersion() const;
    void startList();
    void sendList(ListOptions options);
    void countItem();
    void onListError(const Error &error);
    [[nodiscard]] bool retryUnavailable(const Error &error);
    void complete(const std::string &resourceVersion);

    void startWatchList();
    void onInitialEvent(const WatchEvent &event);
    void onWatchListEnd(const std::optional<Error> &error);
    void openWatch();
    void sendWatch(ListOptions options);
    void becomeLive();
    void onLiveEvent(const WatchEvent &event);
    void onWatchError(const Error &error);
    void onOpenError(const Error &error);
    /// True: its version became too old while it waited to watch, so it lists without another wait.
    [[nodiscard]] bool relistsAtOnce(const Error &error);
    [[nodiscard]] bool mayRetryInternalError(const Error &error);
    [[nodiscard]] bool isRewound(const std::string &resourceVersion) const;
    void onRewound(const std::string &resourceVersion);

    void mindSilence();
    void callIdle(Duration ask, Duration patience, const char *why);
    void watchListIdle();
    void watchIdle();
    [[nodiscard]] std::optional<SteadyTime> askAfter(Duration silence);
    void startProbe();
    void endProbe();
    void losePath(const Error &why);
    void giveUp(const Error &why);
    void reopen(const Error &why);

    void fail(ListReason reason, const Error &error);
    void waitAfter(ReflectorState::Step next, ReflectorStatus::Step what, const Error &error);
    [[nodiscard]] Duration delayAfter(const Error &error);
    [[nodiscard]] ListOptions scope() const;
    template <typename Effect>
    void emit(Effect effect)
    {
        effects.emplace_back(std::move(effect));
    }
};

} // namespace kube
