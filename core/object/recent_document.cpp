// SPDX-License-Identifier: Apache-2.0
#include "core/object/recent_document.h"

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
    if (document->m_parser.capacity() > largestRecent)
        return;
    document->m_object = object;
    kept() = std::move(document);
}

std::shared_ptr<const RecentDocument> RecentDocument::of(const Object &object)
{
    const auto &document = kept();
    return document && document->m_object.lock().get() == &object ? document : nullptr;
}

} // namespace kube
