// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cache/event_handler.h"

#include <map>

namespace kube::test {

/// Handlers that write down what they are told and check that for each key it reads add (update)* delete, the uid the
/// same from add to delete, and each update going on from the version told last. "add!" is of the initial list,
/// "delete~" a deletion that was not seen.
///
/// From the version, not from the very object: an update's before is what the cache held (client-go's promise), and a
/// relist puts equal objects in the place of the unchanged ones without telling anyone. shared_informer_test shows both.
class HandlerLog
{
public:
    [[nodiscard]] ResourceEventHandlers handlers()
    {
        ResourceEventHandlers handlers;
        handlers.onAdd = [this](const ObjectPtr &object, bool isInInitialList) {
            write((isInInitialList ? "add! " : "add ") + object->key().name + " " + std::string(object->resourceVersion()));
            m_legal = m_legal && m_told.emplace(object->key(), object).second;
        };
        handlers.onUpdate = [this](const ObjectPtr &before, const ObjectPtr &now) {
            write("update " + now->key().name + " " + std::string(before->resourceVersion()) + ">" + std::string(now->resourceVersion()));
            const auto found = m_told.find(now->key());
            m_legal = m_legal && found != m_told.end() && found->second->resourceVersion() == before->resourceVersion()
                      && found->second->uid() == before->uid() && before->uid() == now->uid();
            m_told[now->key()] = now;
        };
        handlers.onDelete = [this](const DeletedObject &deleted) {
            write((deleted.finalStateUnknown ? "delete~ " : "delete ") + deleted.key.name + " " + std::string(deleted.object->resourceVersion()));
            const auto found = m_told.find(deleted.key);
            m_legal = m_legal && found != m_told.end() && found->second->uid() == deleted.object->uid();
            m_told.erase(deleted.key);
        };
        handlers.onSynced = [this] {
            write("synced");
            ++m_synced;
        };
        return handlers;
    }
    /// What was told since the last take.
    [[nodiscard]] std::string take() { return std::exchange(m_text, {}); }
    [[nodiscard]] const std::map<ObjectKey, ObjectPtr> &told() const { return m_told; }
    [[nodiscard]] bool legal() const { return m_legal; }
    [[nodiscard]] int synced() const { return m_synced; }
    [[nodiscard]] const std::string &text() const { return m_text; }

private:
    void write(const std::string &line) { m_text += (m_text.empty() ? "" : "; ") + line; }

    std::string m_text;
    std::map<ObjectKey, ObjectPtr> m_told;
    bool m_legal = true;
    int m_synced = 0;
};

} // namespace kube::test
