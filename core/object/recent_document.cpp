// SPDX-License-Identifier: Apache-2.0
#include "core/object/recent_document.h"

#include <algorithm>
#include <utility>

namespace kube {

namespace {
constexpr std::size_t largestRecent = 64 * 1024;
}

std::shared_ptr<RecentDocument> &RecentDocument::kept()
{
    thread_local std::shared_ptr<RecentDocument> document;
    return document;
}

std::shared_ptr<RecentDocument> RecentDocument::borrow()
{
    auto document = std::exchange(kept(), nullptr);
    if (!document || document.use_count() > 1) // somebody further up the stack reads it
        return std::make_shared<RecentDocument>();
    document->m_object.reset();
    return document;
}

void RecentDocument::keep(std::shared_ptr<RecentDocument> document, const ObjectPtr &object)
{
    if (document->m_bytes.size() > largestRecent)
        return;
    document->m_object = object;
    kept() = std::move(document);
}

std::shared_ptr<const RecentDocument> RecentDocument::of(const Object &object)
{
    const auto &document = kept();
    return document && document->m_object.lock().get() == &object ? document : nullptr;
}

char *RecentDocument::buffer(std::size_t size)
{
    if (m_bytes.size() < size + simdjson::SIMDJSON_PADDING)
        m_bytes.resize(std::max<std::size_t>(size + size / 4, 4096) + simdjson::SIMDJSON_PADDING);
    return m_bytes.data();
}

simdjson::error_code RecentDocument::parseBuffer(std::size_t size)
{
    return m_parser.parse(m_bytes.data(), size, false).get(m_root);
}

} // namespace kube
