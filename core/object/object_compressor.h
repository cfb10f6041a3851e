// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/gvk.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct ZSTD_CCtx_s;
struct ZSTD_CDict_s;
struct ZSTD_DDict_s;

namespace kube {

/// The reading side of a kind's compression, shared by its Objects: the kind, and once trained the dictionary.
/// Thread: any.
class ObjectCompressor
{
public:
    /// Of objects held as they are.
    explicit ObjectCompressor(GroupVersionKind kind);
    /// Of objects compressed with this dictionary.
    ObjectCompressor(GroupVersionKind kind, std::string_view dictionary);

    [[nodiscard]] const GroupVersionKind &kind() const { return m_kind; }
    /// Writes exactly size bytes, which the frame was made of; false when this is no such frame.
    [[nodiscard]] bool decompress(std::string_view frame, char *out, std::size_t size) const;

private:
    struct Free {
        void operator()(ZSTD_DDict_s *dictionary) const;
    };
    GroupVersionKind m_kind;
    std::unique_ptr<ZSTD_DDict_s, Free> m_dictionary;
};

/// The writing side, of one decoder. Thread: one at a time.
class FrameWriter
{
public:
    FrameWriter(std::string_view dictionary, int level);

    /// The document's frame, valid until the next call; empty when it would not be shorter than the document.
    [[nodiscard]] std::string_view compress(std::string_view document);

private:
    struct Free {
        void operator()(ZSTD_CCtx_s *context) const;
        void operator()(ZSTD_CDict_s *dictionary) const;
    };
    std::unique_ptr<ZSTD_CCtx_s, Free> m_context;
    std::unique_ptr<ZSTD_CDict_s, Free> m_dictionary;
    std::vector<char> m_frame;
};

/// A dictionary of at most capacity bytes that suits documents like these. Takes some 30 ms for 200 pods: it reads
/// no more than 2 MB of them. Documents too few or too alike to train on become its content as they are.
[[nodiscard]] std::string trainDictionary(const std::vector<std::string> &documents, std::size_t capacity);

} // namespace kube
