// SPDX-License-Identifier: Apache-2.0
#include "core/apply/write_history.h"

#include <algorithm>

namespace kube {

namespace {

std::size_t bytesOf(const RememberedWrite &write)
{
    return write.before.size() + write.after.size();
}

bool isSameContent(const RememberedWrite &write)
{
    const auto before = JsonNode::parse(write.before, "object");
    const auto after = JsonNode::parse(write.after, "object");
    return before && after && editablePart(*before, write.part).equals(editablePart(*after, write.part));
}

} // namespace

std::string revertedObject(const RememberedWrite &write)
{
    const auto before = JsonNode::parse(write.before, "object");
    const auto after = JsonNode::parse(write.after, "object");
    if (!before || !after || !before->isObject() || !after->isObject())
        return write.before;
    if (write.part == EditPart::Status)
        return jsonText(withServersPart(*before, *after, EditPart::Status));
    JsonNode wanted = editablePart(*before, write.part);
    JsonNode *const to = wanted.find("metadata");
    const JsonNode *const from = after->find("metadata");
    for (const char *name : {"uid", "resourceVersion", "generation", "creationTimestamp", "selfLink", "deletionTimestamp", "deletionGracePeriodSeconds"}) {
        if (const JsonNode *const value = to && from ? from->find(name) : nullptr)
            to->set(name, *value);
    }
    if (const JsonNode *const status = write.part == EditPart::Whole ? nullptr : after->find("status"))
        wanted.set("status", *status);
    return jsonText(wanted);
}

std::string recreatedObject(const RememberedWrite &write)
{
    const auto before = JsonNode::parse(write.before, "object");
    return before && before->isObject() ? makeCreateDocument(*before) : std::string();
}

void WriteHistory::remember(RememberedWrite write)
{
    if (isSameContent(write))
        return;
    std::erase_if(m_writes, [&](const RememberedWritePtr &one) {
        const bool isOfIt = (one->resource == write.resource && one->key == write.key) || (write.noRevert == NoRevert::Eviction && one->noRevert == NoRevert::Eviction);
        m_bytes -= isOfIt ? bytesOf(*one) : 0;
        return isOfIt;
    });
    m_bytes += bytesOf(write);
    m_writes.push_front(std::make_shared<const RememberedWrite>(std::move(write)));
    while (m_writes.size() > mostWrites || m_bytes > mostBytes) {
        m_bytes -= bytesOf(*m_writes.back());
        m_writes.pop_back();
    }
    if (m_changed)
        m_changed(std::make_shared<const std::vector<RememberedWritePtr>>(m_writes.begin(), m_writes.end()));
}

RememberedWritePtr WriteHistory::lastOf(const GroupResource &resource, const ObjectKey &key) const
{
    const auto found = std::find_if(m_writes.begin(), m_writes.end(), [&](const RememberedWritePtr &one) { return one->resource == resource && one->key == key; });
    return found == m_writes.end() ? nullptr : *found;
}

} // namespace kube
