// SPDX-License-Identifier: Apache-2.0
#include "core/object/object.h"

#include "core/object/json_scratch.h"
#include "core/object/object_compressor.h"
#include "core/object/object_parts.h"
#include "core/object/recent_document.h"

#include <cstring>

namespace kube {

namespace {

/// glibc's malloc: a word of its own, multiples of 16, at least 32.
std::size_t allocated(std::size_t bytes)
{
    return std::max<std::size_t>(32, (bytes + 8 + 15) / 16 * 16);
}

std::size_t heldByText(const std::string &text)
{
    return text.capacity() < sizeof(std::string) / 2 ? 0 : allocated(text.capacity() + 1);
}

} // namespace

Object::Object(Parts &&parts)
    : m_key(std::move(parts.key)),
      m_bytes(new char[parts.uid.size() + parts.resourceVersion.size() + parts.stored.size()]),
      m_compressor(std::move(parts.compressor)),
      m_storedSize(static_cast<std::uint32_t>(parts.stored.size())),
      m_documentSize(static_cast<std::uint32_t>(parts.documentSize)),
      m_uidSize(static_cast<std::uint16_t>(parts.uid.size())),
      m_resourceVersionSize(static_cast<std::uint16_t>(parts.resourceVersion.size()))
{
    char *at = m_bytes.get();
    for (const std::string_view part : {parts.uid, parts.resourceVersion, parts.stored})
        at = std::copy(part.begin(), part.end(), at);
}

std::string_view Object::stored() const
{
    return {m_bytes.get() + m_uidSize + m_resourceVersionSize, m_storedSize};
}

void Object::read(const std::function<void(JsonValue)> &look) const
{
    if (const auto recent = RecentDocument::of(*this)) {
        look(recent->root());
        return;
    }
    JsonScratch scratch;
    char *const buffer = scratch.buffer(m_documentSize);
    bool isWhole = true;
    if (isCompressed())
        isWhole = m_compressor->decompress(stored(), buffer, m_documentSize);
    else
        std::memcpy(buffer, m_bytes.get() + m_uidSize + m_resourceVersionSize, m_storedSize);
    // The decoder has parsed these bytes before; memory that has gone bad since must not take the program along.
    simdjson::dom::element root;
    isWhole = isWhole && scratch.parseBuffer(m_documentSize, root) == simdjson::SUCCESS;
    look(isWhole ? JsonValue(root) : JsonValue());
}

std::string Object::json() const
{
    if (!isCompressed())
        return std::string(stored());
    std::string document(m_documentSize, '\0');
    if (!m_compressor->decompress(stored(), document.data(), document.size()))
        return {};
    return document;
}

GroupVersionKind Object::gvk() const
{
    return m_compressor->kind();
}

std::size_t Object::heldBytes() const
{
    constexpr std::size_t sharedCounts = 16;
    return allocated(sizeof(Object) + sharedCounts) + heldByText(m_key.namespaceName) + heldByText(m_key.name)
        + allocated(std::size_t(m_uidSize) + m_resourceVersionSize + m_storedSize);
}

} // namespace kube
