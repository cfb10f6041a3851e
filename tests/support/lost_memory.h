// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/object.h"

namespace kube::test {

/// As though memory had gone bad: what an object holds of its document cannot be read back for as long as this lives.
/// What a thread has decoded last it still knows: decode another after that one. Thread: no other may read it meanwhile.
class LostMemory
{
public:
    explicit LostMemory(ObjectPtr object) : m_object(std::move(object)) { flip(); }
    ~LostMemory() { flip(); }
    LostMemory(const LostMemory &) = delete;
    LostMemory &operator=(const LostMemory &) = delete;

private:
    // The document, or its frame, stands behind uid and resourceVersion: its first byte is a brace, or a frame's magic number.
    void flip() const
    {
        const std::string_view before = m_object->resourceVersion();
        char &first = *const_cast<char *>(before.data() + before.size());
        first = static_cast<char>(~first);
    }

    ObjectPtr m_object;
};

} // namespace kube::test
