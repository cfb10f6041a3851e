// SPDX-License-Identifier: Apache-2.0
#include "core/events/event_correlator.h"

#include <initializer_list>

namespace kube {

namespace {

/// With a byte between them that no name holds, so that "ab"+"c" is not "a"+"bc".
std::string joined(std::initializer_list<std::string_view> parts)
{
    std::string text;
    for (const std::string_view part : parts) {
        text += part;
        text += '\0';
    }
    return text;
}

std::string spamKey(const CoreEvent &event)
{
    const ObjectReference &object = event.details.regarding;
    return joined({event.source.component, event.source.host, object.kind, object.namespaceName, object.name, object.uid,
                   object.apiVersion, eventTypeName(event.details.type)});
}

std::string aggregateKey(const CoreEvent &event)
{
    return spamKey(event) + event.details.reason;
}

std::string eventKey(const CoreEvent &event)
{
    return spamKey(event) + joined({event.details.reason, event.details.regarding.fieldPath, event.details.note});
}

} // namespace

EventCorrelator::EventCorrelator(Config config)
    : m_config(config), m_similar(config.cacheSize), m_observed(config.cacheSize), m_buckets(config.cacheSize)
{
}

std::optional<CoreEvent> EventCorrelator::correlate(CoreEvent event, SteadyTime now)
{
    observe(event, aggregate(event, now));
    TokenBucket &bucket = m_buckets.obtain(spamKey(event), [this] { return TokenBucket(m_config.perSecond, m_config.burst); });
    if (!bucket.tryTake(now))
        return std::nullopt;
    return event;
}

std::string EventCorrelator::aggregate(CoreEvent &event, SteadyTime now)
{
    std::string full = eventKey(event);
    std::string common = aggregateKey(event);
    Similar &similar = m_similar.obtain(common, [now] { return Similar{{}, now}; });
    if (now - similar.last > m_config.maxInterval)
        similar.messages.clear();
    similar.messages.insert(event.details.note);
    similar.last = now;
    if (similar.messages.size() < m_config.maxEvents)
        return full;
    similar.messages.erase(similar.messages.begin()); // any: the number is what matters
    // Its own name will do for all of them: as itself it is not written.
    event.details.note = "(combined from similar events): " + event.details.note;
    event.details.annotations.clear();
    return common;
}

void EventCorrelator::observe(CoreEvent &event, const std::string &memoryKey)
{
    Observed &observed = m_observed.obtain(memoryKey, [] { return Observed{}; });
    if (observed.count > 0) {
        event.key = observed.key;
        event.firstTimestamp = observed.firstTimestamp;
        event.count = observed.count + 1;
    }
    observed = {event.count, event.firstTimestamp, event.key};
}

} // namespace kube
