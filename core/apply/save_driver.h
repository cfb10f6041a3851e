// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/apply/save_state.h"
#include "core/base/backoff.h"
#include "core/base/executor.h"
#include "core/dynamic/dynamic_client.h"

#include <deque>
#include <map>

namespace kube {

/// One editor of one object: takes the user's text through a save as save_state says. Requests and waits are its own; what
/// to decide is told by the state, and decided by calls here, each of which does nothing in a state that it is not for.
/// Destroyed while a save is under way it forgets the answer, not the server: see DraftStore for keeping the text.
/// Thread: the DynamicClient's, which must outlive this, as the scheduler must.
class ObjectEditor
{
public:
    /// What is edited, and how it is saved.
    struct Config {
        GroupVersionResource resource;
        ObjectKey key;              ///< no name: of an object to create, which its text names; it may name another namespace, too
        SaveConfig save;
        Duration patience = std::chrono::seconds(30); ///< an answer that takes longer is a lost one
    };

    /// executor: of the client's thread.
    ObjectEditor(DynamicClient &client, ExecutorPtr executor, Scheduler &scheduler, Random random, Config config);
    ~ObjectEditor();
    ObjectEditor(const ObjectEditor &) = delete;
    ObjectEditor &operator=(const ObjectEditor &) = delete;

    /// Begins from this version: JSON as the server sent it, managedFields included; "" for an object to create. What was there goes.
    void open(std::string object);
    /// The whole text as it is now, YAML or JSON. onto: Theirs, when it is a rendering of state().theirs, edited or not.
    void edit(std::string text, save_input::Onto onto = save_input::Onto::Base);
    void saveBy(SaveConfig::Method method); ///< from the next save on
    void save();       ///< dry run first
    void confirm();    ///< a Review: yes
    void takeTheirs(); ///< of a TheirsMoved or FieldConflict
    void forceMine();  ///< likewise
    void decide(std::vector<FieldPath> taken); ///< of a FieldConflict: theirs in these fields, mine by force in the others
    void createAnew(); ///< of a Gone
    void cancel();     ///< back to editing, unless a save may have been sent
    void retryNow();   ///< cuts a wait short

    [[nodiscard]] const SaveState &state() const { return m_state; } ///< as it is now
    /// The handler is called with the present state at once and after each change. It may call anything here, but not
    /// destroy the editor.
    [[nodiscard]] Subscription subscribe(std::function<void(const SaveState &)> handler);

private:
    using What = decltype(SaveInput::what);
    using Handler = std::shared_ptr<const std::function<void(const SaveState &)>>;
    struct Subscribers {
        std::map<std::uint64_t, Handler> handlers;
        std::uint64_t counter = 0;
    };

    void feed(What what);
    void carryOut(const save_effect::Send &effect);
    void carryOut(const save_effect::Fetch &effect);
    void carryOut(const save_effect::AskFirstChange &effect);
    void carryOut(const save_effect::SetTimer &effect);
    void carryOut(const save_effect::ClearTimer &effect);
    [[nodiscard]] std::stop_token limit();
    [[nodiscard]] ObjectKey key() const;
    void take(std::uint64_t request, Future<ObjectReply> answer);
    void publish();

    DynamicClient &m_client;
    Scheduler &m_scheduler;
    Random m_random;
    Config m_config;
    SaveState m_state;
    std::shared_ptr<Subscribers> m_subscribers = std::make_shared<Subscribers>();
    std::deque<What> m_inputs; ///< what happened while effects are being carried out
    bool m_isFeeding = false;
    Timer m_retryTimer;
    Timer m_patienceTimer;     ///< of the request under way
    std::stop_source m_stop;
    ObjectWatch m_history;
    Owner m_owner;
};

} // namespace kube
