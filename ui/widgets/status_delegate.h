// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/base/theme.h"

#include <QStyledItemDelegate>

namespace orrery {

/// How far a change's tint has faded: Steps just after the change, 0 when it is over.
struct ChangeTint {
    static constexpr int Steps = 6;
    static constexpr int StepMsecs = 200;
    [[nodiscard]] static int stepAt(qint64 changedAt, qint64 now);
};

/// Paints a cell of a table: text, or glyph and word in the tone's colour (ToneRole), the tint of a fresh change
/// (ChangedAtRole) unless the desktop wants less motion, the selection with its brass mark at the row's start, and the ring of the current row.
/// Every row has one height, so nothing is measured while painting.
class StatusDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static constexpr int Margin = 8;     ///< px left and right of a cell's text
    static constexpr int GlyphWidth = 16; ///< px from the glyph's edge to the word's

    void setDensity(Density density) { m_density = density; }
    void setTinting(bool on) { m_tinting = on; }
    void setElideMode(Qt::TextElideMode mode) { m_elide = mode; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// The width that shows the whole text; the height is the density's.
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

Q_SIGNALS:
    /// A tint is on the screen now, and stays until the cell is painted again.
    void tintPainted(const QModelIndex &index) const;

private:
    Density m_density = Density::Normal;
    bool m_tinting = true;
    Qt::TextElideMode m_elide = Qt::ElideRight;
};

} // namespace orrery
