// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/object.h"
#include "core/object/padded_parser.h"

#include <memory>
#include <string_view>
#include <vector>

namespace kube {

/// A parsed document. Each thread keeps that of the object it has decoded last: who reads an object as it comes from a
/// watch need not decompress and parse it again. A large one is not kept.
class RecentDocument
{
public:
    /// One to parse into, this thread's kept one if nobody reads it. What it held is forgotten.
    [[nodiscard]] static std::shared_ptr<RecentDocument> borrow();
    /// Keeps document as that of object, or, without object, only its memory.
    static void keep(std::shared_ptr<RecentDocument> document, const ObjectPtr &object);
    /// What this thread has kept of object; null: nothing.
    [[nodiscard]] static std::shared_ptr<const RecentDocument> of(const Object &object);

    /// Room for size bytes and simdjson's padding; valid until the next call.
    [[nodiscard]] char *buffer(std::size_t size) { return m_parser.buffer(size); }
    [[nodiscard]] simdjson::error_code parseBuffer(std::size_t size) { return m_parser.parse(size, m_root); } ///< the first size bytes of buffer()
    [[nodiscard]] JsonValue root() const { return JsonValue(m_root); } ///< of what was parsed; lives as long as this

private:
    static std::shared_ptr<RecentDocument> &kept();

    PaddedParser m_parser;
    simdjson::dom::element m_root;
    std::weak_ptr<const Object> m_object;
};

} // namespace kube
