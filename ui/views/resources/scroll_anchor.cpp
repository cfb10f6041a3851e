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

void ScrollAnchor::note()
{
    m_anchor = QPersistentModelIndex();
    const QScrollBar *bar = m_view->verticalScrollBar();
    if (bar->value() == bar->minimum())
        return;
    const QRect viewport = m_view->viewport()->rect();
    const QModelIndex current = m_view->currentIndex();
    const bool isCurrentInView = current.isValid() && viewport.intersects(m_view->visualRect(current));
    const int row = isCurrentInView ? current.row() : m_view->rowAt(0);
    if (row < 0)
        return;
    m_anchor = m_view->model()->index(row, 0);
    m_y = m_view->rowViewportPosition(row);
}

void ScrollAnchor::restore()
{
    if (!m_anchor.isValid())
        return;
    m_view->doItemsLayout(); // the scroll bar learns of the rows only then
    const int moved = m_view->rowViewportPosition(m_anchor.row()) - m_y;
    QScrollBar *bar = m_view->verticalScrollBar();
    if (m_view->verticalScrollMode() == QAbstractItemView::ScrollPerPixel)
        bar->setValue(bar->value() + moved);
    else if (const int height = m_view->rowHeight(m_anchor.row()); height > 0)
        bar->setValue(bar->value() + moved / height);
    m_anchor = QPersistentModelIndex();
}

} // namespace orrery
