// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/written_times.h"

#include <charconv>

namespace orrery::bench {

void WrittenTimes::put(const kube::ObjectKey &key, qint64 micros)
{
    const std::lock_guard lock(m_mutex);
    m_pending.try_emplace(key, micros); // the oldest that waits counts
}

std::optional<qint64> WrittenTimes::take(const kube::ObjectKey &key)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_pending.find(key);
    if (found == m_pending.end())
        return std::nullopt;
    const qint64 micros = found->second;
    m_pending.erase(found);
    return micros;
}

WrittenTap::WrittenTap(kube::FeedSource &source, std::shared_ptr<WrittenTimes> times) : m_source(source), m_times(std::move(times))
{
    kube::FeedSource::Handler handler;
    handler.changed = [this](const kube::ObjectKey &key, bool isInInitialList) {
        if (isInInitialList)
            return;
        const kube::ObjectPtr object = m_source.get(key);
        if (!object)
            return;
        object->read([&](kube::JsonValue root) {
            const auto text = root["metadata"]["annotations"]["demo.orrery/written-at"].string();
            qint64 micros = 0;
            if (std::from_chars(text.data(), text.data() + text.size(), micros).ec == std::errc() && !text.empty())
                m_times->put(key, micros);
        });
    };
    m_source.start(std::move(handler));
}

} // namespace orrery::bench
