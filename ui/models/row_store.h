// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/row.h"

#include <array>

namespace orrery {

/// The number under which a table knows an object while it lives; reused after that.
using Slot = std::uint32_t;

/// Rows by slot, in shared chunks: a snapshot costs one pointer for each 512 rows, and a write after it copies one
/// chunk. So an order can be computed elsewhere over rows that do not move meanwhile.
/// Thread: one; a snapshot may be read on another.
class RowStore
{
public:
    static constexpr std::size_t chunkRows = 512;
    using Chunk = std::array<RowPtr, chunkRows>;

    /// An immutable copy of the store. Drop it where freeing may take its time.
    class Snapshot
    {
    public:
        [[nodiscard]] std::size_t slots() const { return m_chunks.size() * chunkRows; }
        [[nodiscard]] const Row *at(Slot slot) const
        {
            const std::size_t chunk = slot / chunkRows;
            return chunk < m_chunks.size() ? (*m_chunks[chunk])[slot % chunkRows].get() : nullptr;
        }

    private:
        friend class RowStore;
        std::vector<std::shared_ptr<Chunk>> m_chunks;
    };

    [[nodiscard]] const Row *at(Slot slot) const { return m_live.at(slot); }
    [[nodiscard]] RowPtr shared(Slot slot) const;
    [[nodiscard]] std::size_t slots() const { return m_live.slots(); }
    [[nodiscard]] std::size_t count() const { return m_count; } ///< slots that hold a row
    /// Returns what was there, so that the caller chooses where it is freed.
    RowPtr set(Slot slot, RowPtr row);
    [[nodiscard]] Snapshot snapshot() const { return m_live; }
    /// Everything, leaving the store empty.
    [[nodiscard]] Snapshot take();

private:
    Snapshot m_live;
    std::size_t m_count = 0;
};

} // namespace orrery
