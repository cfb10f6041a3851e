// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPersistentModelIndex>

class QTableView;

namespace orrery {

class ResourceTableModel;

/// Keeps what a person looks at where it is while rows come, move and go: the current row if it is in view, else the
/// row at the top. At the very top of the table it stays at the top.
class ScrollAnchor final : public QObject
{
    Q_OBJECT
public:
    ScrollAnchor(QTableView *view, ResourceTableModel *model);

private:
    void note();
    void restore();

    QTableView *m_view;
    QPersistentModelIndex m_anchor;
    int m_y = 0; ///< of the anchor in the viewport
};

} // namespace orrery
