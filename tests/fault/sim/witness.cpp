// SPDX-License-Identifier: Apache-2.0
#include "tests/fault/sim/witness.h"

namespace kube::sim {

Witness::Witness(std::string name, Habits habits, std::shared_ptr<test::ManualTime> time, Journal &journal)
    : m_name(std::move(name)), m_habits(std::move(habits)), m_time(std::move(time)), m_journal(journal), m_inner(m_log.handlers())
{
}

ResourceEventHandlers Witness::handlers()
{
    ResourceEventHandlers handlers;
    handlers.onAdd = [this](const ObjectPtr &object, bool isInInitialList) {
        if (isInInitialList && m_log.synced() > 0)
            objectTo("told of the initial list after it");
        take([&] { m_inner.onAdd(object, isInInitialList); });
    };
    handlers.onUpdate = [this](const ObjectPtr &before, const ObjectPtr &now) { take([&] { m_inner.onUpdate(before, now); }); };
    handlers.onDelete = [this](const DeletedObject &deleted) { take([&] { m_inner.onDelete(deleted); }); };
    handlers.onSynced = [this] { take([&] { m_inner.onSynced(); }); };
    return handlers;
}

template <typename Forward>
void Witness::take(const Forward &forward)
{
    if (m_done)
        objectTo("called after its end");
    forward();
    const std::string text = m_log.take();
    m_journal.note([&] { return "    " + m_name + ": " + text; });
    if (!m_log.legal())
        objectTo("told in no order: " + text);
    if (m_log.synced() > 1)
        objectTo("told twice that it has synced");
    m_time->pass(m_habits.slowness);
    m_taken += m_habits.slowness;
    if (m_habits.fuse > 0 && --m_habits.fuse == 0)
        m_habits.surprise();
}

void Witness::detach()
{
    m_done = true;
    m_place.reset();
}

void Witness::objectTo(std::string what)
{
    if (m_wrong.empty())
        m_wrong = "handler " + m_name + " was " + std::move(what);
}

} // namespace kube::sim
