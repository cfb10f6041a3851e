// SPDX-License-Identifier: Apache-2.0
#include "ui/models/row_store.h"

namespace orrery {

RowPtr RowStore::set(Slot slot, RowPtr row)
{
    auto &chunks = m_live.m_chunks;
    const std::size_t index = slot / chunkRows;
    while (chunks.size() <= index)
        chunks.push_back(std::make_shared<Chunk>());
    // A snapshot holds this chunk: it keeps the old one, we go on with a copy. Snapshots are made on this thread, so
    // the count cannot rise behind our back; when it falls meanwhile we copy once too often and no more.
    if (chunks[index].use_count() > 1)
        chunks[index] = std::make_shared<Chunk>(*chunks[index]);
    RowPtr &place = (*chunks[index])[slot % chunkRows];
    m_count += row ? 1 : 0;
    m_count -= place ? 1 : 0;
    place.swap(row);
    return row;
}

RowPtr RowStore::shared(Slot slot) const
{
    const std::size_t chunk = slot / chunkRows;
    return chunk < m_live.m_chunks.size() ? (*m_live.m_chunks[chunk])[slot % chunkRows] : nullptr;
}

RowStore::Snapshot RowStore::take()
{
    m_count = 0;
    return std::exchange(m_live, Snapshot());
}

} // namespace orrery
