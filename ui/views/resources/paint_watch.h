// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/row_batch.h"

#include <QObject>

class QRect;
class QRegion;

namespace orrery {

class TableSource;
class TableView;

/// The last of the clocks along a change's way: tells, once for each change, when the painting is over that first draws a cell
/// it changed. A change whose cells are in no view (its row or columns are scrolled away or hidden, the table is in a tab
/// behind another or its window is not exposed) has no such moment and is told as out of view; a row that goes, not at all.
/// The moment is the end of our drawing: what the window system takes to show it is not known.
/// Costs nothing while nobody looks at the clocks: TableSource sends no stamps then, and no painting is listened to.
class PaintWatch final : public QObject
{
    Q_OBJECT
public:
    PaintWatch(TableView *table, TableSource *source); ///< the table's, whose model is the source's
    [[nodiscard]] std::size_t awaited() const { return m_awaited.size(); } ///< changes that are to be painted

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(const RowStamps &stamps);
    void notePainted(const QRegion &region);
    void giveUp();
    void listen();
    [[nodiscard]] bool isSeen() const;
    [[nodiscard]] std::pair<int, int> rowsInView() const; ///< the last before the first: none
    /// Any part of any of those cells; with a region, of it alone.
    [[nodiscard]] bool isInView(int row, std::uint64_t cells, const QRegion *within = nullptr) const;

    TableView *m_table;
    TableSource *m_source;
    RowStamps m_awaited;
    QMetaObject::Connection m_listening; ///< while something is awaited
};

} // namespace orrery
