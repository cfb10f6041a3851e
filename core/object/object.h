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
/// Thread: any; share it as ObjectPtr.
class Object
{
public:
    [[nodiscard]] const ObjectKey &key() const { return m_key; }
    [[nodiscard]] std::string_view uid() const { return m_uid; }
    [[nodiscard]] std::string_view resourceVersion() const { return m_resourceVersion; }

    /// Calls look(root) with the parsed document, on this thread, before it returns. May be nested.
    /// Costs a decompression and a parse (about 4 µs for a pod): read once, take all you need.
    void read(const std::function<void(JsonValue)> &look) const;
    /// The document: apiVersion and kind are always there (list items come without), managedFields never.
    [[nodiscard]] std::string json() const;
    [[nodiscard]] GroupVersionKind gvk() const;

    /// Bytes this object holds on the heap, itself included.
    [[nodiscard]] std::size_t heldBytes() const;

private:
    friend class ObjectDecoder;
    Object() = default;

    ObjectKey m_key;
    std::string m_uid;
    std::string m_resourceVersion;
    std::string m_blob;                                      ///< JSON, or a zstd frame when m_compressor is set
    std::shared_ptr<const ObjectCompressor> m_compressor;    ///< whose dictionary the frame needs
    std::shared_ptr<const GroupVersionKind> m_kind;          ///< shared by all objects of one decoder
};

using ObjectPtr = std::shared_ptr<const Object>;

/// The same key with another uid is another object: delete and add.
[[nodiscard]] inline bool isSameObject(const Object &left, const Object &right)
{
    return left.key() == right.key() && left.uid() == right.uid();
}

} // namespace kube
