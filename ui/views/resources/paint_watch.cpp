// SPDX-License-Identifier: Apache-2.0
#include "ui/views/resources/paint_watch.h"

#include "ui/models/table_source.h"
#include "ui/widgets/table_view.h"

#include <QEvent>
#include <QRegion>
#include <QWindow>

#include <bit>

namespace orrery {

PaintWatch::PaintWatch(TableView *table, TableSource *source) : QObject(table), m_table(table), m_source(source)
{
    connect(source, &TableSource::rowsStamped, this, &PaintWatch::take);
    // Slots of other columns are other rows.
    connect(source->model(), &QAbstractItemModel::modelReset, this, &PaintWatch::giveUp);
    table->installEventFilter(this);
}

bool PaintWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Hide && watched == m_table)
        giveUp();
    return QObject::eventFilter(watched, event);
}

bool PaintWatch::isSeen() const
{
    const QWindow *window = m_table->window()->windowHandle();
    return m_table->isVisible() && window && window->isExposed();
}

std::pair<int, int> PaintWatch::rowsInView() const
{
    const int first = m_table->rowAt(0);
    if (first < 0)
        return {0, -1};
    const int last = m_table->rowAt(m_table->viewport()->height() - 1);
    return {first, last < 0 ? m_source->model()->rowCount() - 1 : last};
}

bool PaintWatch::isInView(int row, std::uint64_t cells, const QRegion *within) const
{
    if (row < 0)
        return false;
    const QRect whole = m_table->viewport()->rect();
    const int columns = std::min(m_source->model()->columnCount(), 64);
    for (; cells != 0; cells &= cells - 1) {
        const int column = std::countr_zero(cells);
        if (column >= columns)
            break;
        if (m_table->isColumnHidden(column))
            continue;
        const QRect cell = whole.intersected({m_table->columnViewportPosition(column), m_table->rowViewportPosition(row), m_table->columnWidth(column), m_table->rowHeight(row)});
        if (!cell.isEmpty() && (!within || within->intersects(cell)))
            return true;
    }
    return false;
}

// By the rows in view, of which there are few, not by the changes, each of whose rows would have to be looked for.
void PaintWatch::take(const RowStamps &stamps)
{
    if (isSeen()) {
        const auto [first, last] = rowsInView();
        for (int row = first; row <= last; ++row) {
            const auto slot = m_source->model()->slotAt(row);
            const auto stamp = slot ? stamps.find(*slot) : stamps.end();
            if (stamp == stamps.end() || !isInView(row, stamp->second.cells))
                continue;
            const auto [awaited, isFirst] = m_awaited.try_emplace(*slot, stamp->second);
            if (!isFirst)
                awaited->second.cells |= stamp->second.cells; // joined: it counts as the older
        }
    } else {
        giveUp();
    }
    for (const auto &[slot, stamp] : stamps) {
        if (!m_awaited.contains(slot))
            stamp.change.times->outOfView();
    }
    listen();
}

void PaintWatch::notePainted(const QRegion &region)
{
    const kube::SteadyTime now = std::chrono::steady_clock::now();
    std::erase_if(m_awaited, [&](const auto &entry) {
        const auto &[slot, stamp] = entry;
        const int row = m_source->model()->rowOfSlot(slot);
        if (isInView(row, stamp.cells, &region))
            stamp.change.times->painted(stamp.change.received, now);
        else if (!isInView(row, stamp.cells))
            stamp.change.times->outOfView(); // it went, or was scrolled away, before it was painted
        else
            return false;
        return true;
    });
    listen();
}

void PaintWatch::giveUp()
{
    for (const auto &[slot, stamp] : std::exchange(m_awaited, {}))
        stamp.change.times->outOfView();
    listen();
}

void PaintWatch::listen()
{
    if (m_awaited.empty() == !m_listening)
        return;
    if (m_awaited.empty()) {
        disconnect(m_listening);
        m_listening = {};
    } else {
        m_listening = connect(m_table, &TableView::painted, this, &PaintWatch::notePainted);
    }
}

} // namespace orrery
