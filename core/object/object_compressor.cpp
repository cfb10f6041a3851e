// SPDX-License-Identifier: Apache-2.0
#include "core/object/object_compressor.h"

#include <zdict.h>
#include <zstd.h>

#include <algorithm>

namespace kube {

namespace {

struct FreeContext {
    void operator()(ZSTD_DCtx *context) const { ZSTD_freeDCtx(context); }
};

} // namespace

void ObjectCompressor::Free::operator()(ZSTD_DDict_s *dictionary) const
{
    ZSTD_freeDDict(dictionary);
}

ObjectCompressor::ObjectCompressor(GroupVersionKind kind) : m_kind(std::move(kind)) {}

ObjectCompressor::ObjectCompressor(GroupVersionKind kind, std::string_view dictionary)
    : m_kind(std::move(kind)), m_dictionary(ZSTD_createDDict(dictionary.data(), dictionary.size()))
{
}

bool ObjectCompressor::decompress(std::string_view frame, char *out, std::size_t size) const
{
    thread_local const std::unique_ptr<ZSTD_DCtx, FreeContext> context(ZSTD_createDCtx());
    return ZSTD_decompress_usingDDict(context.get(), out, size, frame.data(), frame.size(), m_dictionary.get()) == size;
}

void FrameWriter::Free::operator()(ZSTD_CCtx_s *context) const
{
    ZSTD_freeCCtx(context);
}

void FrameWriter::Free::operator()(ZSTD_CDict_s *dictionary) const
{
    ZSTD_freeCDict(dictionary);
}

FrameWriter::FrameWriter(std::string_view dictionary, int level)
    : m_context(ZSTD_createCCtx()), m_dictionary(ZSTD_createCDict(dictionary.data(), dictionary.size(), level))
{
    ZSTD_CCtx_refCDict(m_context.get(), m_dictionary.get());
    // The Object knows its dictionary and its size: a frame of a small document need not repeat them.
    ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_dictIDFlag, 0);
    ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_contentSizeFlag, 0);
    ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_checksumFlag, 0);
}

std::string_view FrameWriter::compress(std::string_view document)
{
    m_frame.resize(std::max(m_frame.size(), ZSTD_compressBound(document.size())));
    const std::size_t size =
        ZSTD_compress2(m_context.get(), m_frame.data(), m_frame.size(), document.data(), document.size());
    if (ZSTD_isError(size) || size >= document.size())
        return {};
    return {m_frame.data(), size};
}

std::string trainDictionary(const std::vector<std::string> &documents, std::size_t capacity)
{
    if (documents.empty())
        return {};
    constexpr std::size_t mostRead = 2 * 1024 * 1024;
    const std::size_t mostOfEach = mostRead / documents.size();
    std::string samples;
    std::vector<std::size_t> sizes;
    for (const auto &document : documents) {
        sizes.push_back(std::min(document.size(), mostOfEach));
        samples.append(document, 0, sizes.back());
    }
    std::string dictionary(capacity, '\0');
    const std::size_t size = ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), samples.data(), sizes.data(),
                                                   static_cast<unsigned>(sizes.size()));
    if (ZDICT_isError(size))
        return samples.substr(0, capacity);
    dictionary.resize(size);
    return dictionary;
}

} // namespace kube
