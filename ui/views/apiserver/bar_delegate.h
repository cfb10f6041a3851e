// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace orrery {

class StatusDelegate;

/// Draws a cell's BarRole as a calm bar in a hairline trough, its words to the right; cells without a bar as any other.
class BarDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    static constexpr int Thickness = 8;    ///< px
    static constexpr int WordsWidth = 11;  ///< figures, for the words beside it

    explicit BarDelegate(QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    StatusDelegate *m_cells;
};

} // namespace orrery
