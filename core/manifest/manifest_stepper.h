// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/manifest/manifest_state.h"

namespace kube {

/// One step of a set under way: changes the state it was given and lists the effects. Inside of step() only.
/// What the person does and what comes next is in manifest_step.cpp, what the server answers in manifest_reply_step.cpp.
struct ManifestStepper {
    const ManifestConfig &config;
    ManifestState &s;
    std::vector<ManifestEffect> &effects;

    void on(const manifest_input::Begin &);
    void on(const manifest_input::DryRun &);
    void on(const manifest_input::Apply &);
    void on(const manifest_input::RetryRefused &);
    void on(const manifest_input::Force &);
    void on(const manifest_input::Stop &);
    void on(const manifest_input::Resolved &);
    void on(const manifest_input::Fetched &);
    void on(const manifest_input::Allowed &);
    void on(const manifest_input::Answered &);
    void on(const manifest_input::Timer &);

    [[nodiscard]] ManifestItem &current() { return s.items[s.queue.front()]; }
    [[nodiscard]] bool isDryRun() const { return s.run == ManifestState::Run::DryRun; }
    [[nodiscard]] bool isAwaited(std::uint64_t request, ManifestState::Phase phase) const;
    void start(ManifestState::Run run, const std::function<bool(const ManifestItem &)> &isWanted);
    void next();
    void begin();
    void resolve(bool isFresh);
    void fetch();
    void ask();
    void send();
    void settle(ManifestVerdict verdict);
    void refuse(ManifestVerdict verdict, Error error);
    void onStored(const manifest_input::Answer &answer);
    void onEstablished(const std::string &definition);
    bool lookAgain();

    [[nodiscard]] const ManifestItem *definitionOf(const GroupVersionKind &kind) const; ///< in the set; null: none
    [[nodiscard]] const ManifestItem *namespaceNamed(const std::string &name) const;    ///< likewise
};

} // namespace kube
