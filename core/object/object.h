// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/gvk.h"
#include "core/object/json_value.h"
#include "core/object/object_key.h"

#include <functional>
#include <memory>

namespace kube {

class ObjectCompressor;
class ObjectDecoder;

/// One Kubernetes object, immutable and held compactly: identity ready at hand, the document as JSON without
/// metadata.managedFields, compressed once its kind has a dictionary. Fetch managedFields from the server when asked.
/// Made by an ObjectDecoder. Thread: any; share it as ObjectPtr.
class Object
{
    struct Parts;

public:
    explicit Object(Parts &&parts); ///< for ObjectDecoder alone: nobody else can name Parts
    Object(const Object &) = delete;
    Object &operator=(const Object &) = delete;

    [[nodiscard]] const ObjectKey &key() const { return m_key; } ///< namespace and name
    [[nodiscard]] std::string_view uid() const { return {m_bytes.get(), m_uidSize}; } ///< metadata.uid
    /// metadata.resourceVersion
    [[nodiscard]] std::string_view resourceVersion() const { return {m_bytes.get() + m_uidSize, m_resourceVersionSize}; }

    /// Calls look(root) with the parsed document, on this thread, before it returns: absent when memory has lost it. May be nested.
    /// Costs a decompression and a parse (about 4 µs for a pod), but of the object this thread has decoded last: read
    /// once, take all you need.
    void read(const std::function<void(JsonValue)> &look) const;
    /// The document: apiVersion and kind are always there (list items come without), managedFields never. Empty when lost.
    /// Everything else is byte for byte as the server sent it: order, numbers, escapes.
    [[nodiscard]] std::string json() const;
    [[nodiscard]] GroupVersionKind gvk() const; ///< its own, or its decoder's when it does not say

    [[nodiscard]] bool isCompressed() const { return m_documentSize != m_storedSize; } ///< is it kept compressed?
    /// Bytes this object holds on the heap, itself and the allocator's rounding included.
    [[nodiscard]] std::size_t heldBytes() const;

private:
    friend class ObjectDecoder;
    [[nodiscard]] std::string_view stored() const;

    ObjectKey m_key;
    std::unique_ptr<char[]> m_bytes;                      ///< uid, resourceVersion, document: one allocation for the three
    std::shared_ptr<const ObjectCompressor> m_compressor; ///< the kind, and the dictionary a frame needs; never null
    std::uint32_t m_storedSize = 0;                       ///< of the document as it is held
    std::uint32_t m_documentSize = 0;                     ///< of the JSON; another than m_storedSize: a zstd frame is held
    std::uint16_t m_uidSize = 0;
    std::uint16_t m_resourceVersionSize = 0;
};

using ObjectPtr = std::shared_ptr<const Object>; ///< shared by whoever holds it; immutable

/// The same key with another uid is another object: delete and add.
[[nodiscard]] inline bool isSameObject(const Object &left, const Object &right)
{
    return left.key() == right.key() && left.uid() == right.uid();
}

} // namespace kube
