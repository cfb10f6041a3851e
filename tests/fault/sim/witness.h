// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cache/shared_informer.h"
#include "tests/fault/sim/journal.h"
#include "tests/support/handler_log.h"

namespace kube::sim {

/// One handler at an informer, which checks what it is told: for each key Add (Update)* Delete, synced once, nothing of
/// the initial list after that, nothing once it is done with. It may be slow, and once do something in the middle of a call.
class Witness
{
public:
    struct Habits {
        Duration slowness{};              ///< time that a call takes
        int fuse = 0;                     ///< calls until surprise is called; 0: never
        std::function<void()> surprise;   ///< may throw
    };

    Witness(std::string name, Habits habits, std::shared_ptr<test::ManualTime> time, Journal &journal);

    [[nodiscard]] ResourceEventHandlers handlers();
    void attach(HandlerRegistration place) { m_place = std::move(place); }
    void detach(); ///< nothing may come any more
    void expectNothing() { m_done = true; }

    [[nodiscard]] bool isDone() const { return m_done; }
    [[nodiscard]] Duration taken() const { return m_taken; } ///< by its slowness, so far
    [[nodiscard]] bool hasSynced() const { return m_place.hasSynced() && m_log.synced() == 1; }
    [[nodiscard]] const std::map<ObjectKey, ObjectPtr> &told() const { return m_log.told(); }
    /// The first thing that must not be; empty: nothing.
    [[nodiscard]] const std::string &wrong() const { return m_wrong; }

private:
    template <typename Forward>
    void take(const Forward &forward);
    void objectTo(std::string what);

    std::string m_name;
    Habits m_habits;
    std::shared_ptr<test::ManualTime> m_time;
    Journal &m_journal;
    test::HandlerLog m_log;
    ResourceEventHandlers m_inner;
    HandlerRegistration m_place;
    Duration m_taken{};
    bool m_done = false;
    std::string m_wrong;
};

} // namespace kube::sim
