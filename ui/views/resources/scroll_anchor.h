// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPersistentModelIndex>

class QTableView;

namespace orrery {

class ResourceTableModel;

/// Keeps what a person looks at where it is while rows come, move and go: the current row if it is in view, else (or
/// when it goes itself) the row at the top, or the next that stays. At the very top of the table it stays at the top.
class ScrollAnchor final : public QObject
{
    Q_OBJECT
public:
    ScrollAnchor(QTableView *view, ResourceTableModel *model);

private:
    void note();
    void restore();
    void add(int row);

    QTableView *m_view;
    struct Anchor {
        QPersistentModelIndex row;
        int y; ///< in the viewport
    };
    std::vector<Anchor> m_anchors; ///< the first that stays counts
};

} // namespace orrery
