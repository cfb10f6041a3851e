// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/columns/column.h"
#include "ui/models/row_batch.h"

#include <deque>
#include <mutex>

namespace orrery {

/// What a feed hands to the GUI next: the columns when they are new, and a batch.
struct RowDelivery {
    ColumnSetPtr columns; ///< null: as before; else everything shown so far is void
    RowBatch batch;
    RowStamps stamps; ///< of rows in batch that are there and were watched, not listed
};

/// Changes on their way from the session thread to the GUI. One change a slot waits, however often it changes before
/// the GUI comes for it; so what waits is never more than the table.
/// Thread: put() and reset() on one, take() on another.
class RowOutbox
{
public:
    /// The most changes in one delivery: what the GUI thread merges in a few milliseconds.
    static constexpr std::size_t mostInBatch = 1024;

    /// stamp: null while nobody looks. Of changes that are joined, the oldest's stays.
    void put(RowChange change, const RowStamp *stamp = nullptr);
    /// Drops what waits; the next delivery brings these columns first.
    void reset(ColumnSetPtr columns);
    /// Deliveries that have come to wait since the last call: tell the GUI to come so many times.
    [[nodiscard]] std::size_t newDeliveries();
    /// The oldest delivery; empty when there is none.
    [[nodiscard]] RowDelivery take();

private:
    struct Place {
        std::uint64_t delivery = 0; ///< 0: none
        std::size_t index = 0;
    };
    void open(ColumnSetPtr columns);
    static void mark(RowDelivery &delivery, const RowChange &change, const RowStamp *stamp);

    std::mutex m_mutex;
    std::deque<RowDelivery> m_waiting;
    std::uint64_t m_first = 1;       ///< the number of m_waiting.front()
    std::vector<Place> m_places;     ///< by slot: where its change waits
    std::size_t m_new = 0;
};

} // namespace orrery
