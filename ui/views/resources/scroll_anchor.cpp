// SPDX-License-Identifier: Apache-2.0
#include "ui/views/resources/scroll_anchor.h"

#include "ui/models/resource_table_model.h"

#include <QScrollBar>
#include <QTableView>

namespace orrery {

ScrollAnchor::ScrollAnchor(QTableView *view, ResourceTableModel *model) : QObject(view), m_view(view)
{
    connect(model, &ResourceTableModel::batchAboutToBeApplied, this, &ScrollAnchor::note);
    connect(model, &ResourceTableModel::batchApplied, this, &ScrollAnchor::restore);
}

void ScrollAnchor::add(int row)
{
    m_anchors.push_back({QPersistentModelIndex(m_view->model()->index(row, 0)), m_view->rowViewportPosition(row)});
}

void ScrollAnchor::note()
{
    m_anchors.clear();
    const QScrollBar *bar = m_view->verticalScrollBar();
    if (bar->value() == bar->minimum())
        return;
    const QRect viewport = m_view->viewport()->rect();
    const QModelIndex current = m_view->currentIndex();
    if (current.isValid() && viewport.intersects(m_view->visualRect(current)))
        add(current.row());
    const int top = m_view->rowAt(0);
    const int bottom = m_view->rowAt(viewport.height() - 1);
    for (int row = top; row >= 0 && row <= (bottom < 0 ? m_view->model()->rowCount() - 1 : bottom); ++row)
        add(row);
}

void ScrollAnchor::restore()
{
    const auto anchors = std::exchange(m_anchors, {});
    const auto stays = std::find_if(anchors.begin(), anchors.end(), [](const Anchor &anchor) { return anchor.row.isValid(); });
    if (stays == anchors.end())
        return;
    m_view->doItemsLayout(); // the scroll bar learns of the rows only then
    const int row = stays->row.row();
    const int moved = m_view->rowViewportPosition(row) - stays->y;
    QScrollBar *bar = m_view->verticalScrollBar();
    if (m_view->verticalScrollMode() == QAbstractItemView::ScrollPerPixel)
        bar->setValue(bar->value() + moved);
    else if (const int height = m_view->rowHeight(row); height > 0)
        bar->setValue(bar->value() + moved / height);
}

} // namespace orrery
