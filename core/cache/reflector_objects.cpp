// SPDX-License-Identifier: Apache-2.0
#include "core/base/log.h"
#include "core/cache/reflector_operation.h"

namespace kube {

void Reflector::takeItem(ObjectPtr object)
{
    if (isOfOtherKind(object))
        return;
    if (m_streaming)
        check(m_queue.replaceItem(std::move(object)));
    else
        m_collected.push_back(std::move(object));
    const auto alive = m_owner.guard(); // see feed()
    feed(reflector_input::Item{});
    if (!alive.expired())
        mindQueueLength();
}

void Reflector::takeInitialEvent(WatchEvent &event)
{
    const bool isGone = event.type == WatchEventType::Deleted;
    if (m_streaming) {
        if (isGone)
            m_queue.replaceRemoved(event.object->key());
        else
            check(m_queue.replaceItem(std::move(event.object)));
    } else {
        const auto [place, isNew] = m_collectedPlaces.try_emplace(event.object->key(), m_collected.size());
        if (isNew)
            m_collected.emplace_back();
        m_collected[place->second] = isGone ? nullptr : std::move(event.object);
    }
    mindQueueLength();
}

void Reflector::complete(const std::string &resourceVersion)
{
    if (m_streaming) {
        m_queue.endReplace(resourceVersion);
    } else {
        std::erase(m_collected, nullptr);
        check(m_queue.replace(std::exchange(m_collected, {}), resourceVersion));
        m_queue.bookmark(resourceVersion);
        m_collectedPlaces.clear();
    }
    m_streaming = false;
}

void Reflector::applyEvent(WatchEvent &event)
{
    switch (event.type) {
    case WatchEventType::Added: check(m_queue.add(std::move(event.object))); break;
    case WatchEventType::Modified: check(m_queue.update(std::move(event.object))); break;
    case WatchEventType::Deleted: check(m_queue.remove(std::move(event.object))); break;
    case WatchEventType::Bookmark:
    case WatchEventType::Error: break;
    }
    mindQueueLength();
}

void Reflector::check(const Result<void> &queued)
{
    // One object that cannot be cached stops neither list nor watch, and is no failed try.
    if (queued)
        return;
    ++m_status.refused;
    qCInfo(logCache).noquote() << QString::fromStdString(m_config.name) << "keeps an object out:" << queued.error().toString();
}

bool Reflector::isOfOtherKind(const ObjectPtr &object)
{
    if (!m_config.objectType || !object || object->gvk() == *m_config.objectType)
        return false;
    ++m_status.refused;
    qCInfo(logCache).noquote() << QString::fromStdString(m_config.name) << "passes over an object of another kind:"
                               << QString::fromStdString(object->gvk().kind);
    return true;
}

// ---- back-pressure

void Reflector::mindQueueLength()
{
    if (m_heldBack || !m_operation || m_queue.backlog() <= m_config.highWater)
        return;
    m_heldBack = true;
    settleHold();
}

void Reflector::onDrained()
{
    m_heldBack = false;
    settleHold();
}

} // namespace kube
