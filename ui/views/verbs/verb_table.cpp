// SPDX-License-Identifier: Apache-2.0
#include "ui/views/verbs/verb_table.h"

#include "ui/base/table_roles.h"
#include "ui/base/theme.h"
#include "ui/widgets/status_delegate.h"

#include <QHeaderView>
#include <QTableView>

namespace orrery {

void VerbModel::setRows(QList<VerbRow> rows)
{
    // Rows are found and gone through in one order: what is at the same place for the same object stays.
    qsizetype same = 0;
    while (same < rows.size() && same < m_rows.size() && rows[same].id == m_rows[same].id)
        ++same;
    qsizetype tail = 0;
    while (tail < rows.size() - same && tail < m_rows.size() - same && rows[rows.size() - 1 - tail].id == m_rows[m_rows.size() - 1 - tail].id)
        ++tail;
    const auto removeEnd = m_rows.size() - tail;
    if (removeEnd > same) {
        beginRemoveRows({}, static_cast<int>(same), static_cast<int>(removeEnd) - 1);
        m_rows.remove(same, removeEnd - same);
        endRemoveRows();
    }
    const auto insertEnd = rows.size() - tail;
    if (insertEnd > same) {
        beginInsertRows({}, static_cast<int>(same), static_cast<int>(insertEnd) - 1);
        for (qsizetype i = same; i < insertEnd; ++i)
            m_rows.insert(i, rows[i]);
        endInsertRows();
    }
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (rows[i] == m_rows[i])
            continue;
        m_rows[i] = rows[i];
        Q_EMIT dataChanged(index(static_cast<int>(i), 0), index(static_cast<int>(i), ColumnCount - 1));
    }
}

int VerbModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int VerbModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString VerbModel::text(const QModelIndex &index) const
{
    const VerbRow &row = m_rows[index.row()];
    if (index.column() == What)
        return QString(row.depth * 4, QChar::Nbsp) + row.what;
    return index.column() == State ? row.state : row.more;
}

QVariant VerbModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const VerbRow &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(index);
    case Qt::AccessibleTextRole:
        return index.column() == What && row.depth > 0 ? tr("%1, level %2").arg(row.what).arg(row.depth + 1) : text(index).trimmed();
    case Qt::ToolTipRole:
        return row.tip.isEmpty() ? text(index).trimmed() : row.tip;
    case IdentityRole:
        return row.id;
    case ToneRole:
        return index.column() == State && row.tone != Tone::Neutral ? QVariant(static_cast<int>(row.tone)) : QVariant();
    default:
        return {};
    }
}

QVariant VerbModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == What ? tr("Object") : section == State ? tr("State") : m_moreTitle;
}

void dressVerbTable(QTableView *view, VerbModel *model, const QString &name)
{
    view->setModel(model);
    view->setItemDelegate(new StatusDelegate(view));
    view->setAccessibleName(name);
    view->setFrameShape(QFrame::NoFrame);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setTabKeyNavigation(false);
    view->setCornerButtonEnabled(false);
    view->setSelectionBehavior(QTableView::SelectRows);
    view->setEditTriggers(QTableView::NoEditTriggers);
    view->verticalHeader()->hide();
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->verticalHeader()->setMinimumSectionSize(static_cast<int>(Density::Compact)); // the style's own is higher than a row
    view->verticalHeader()->setDefaultSectionSize(static_cast<int>(Density::Normal));
    QHeaderView *header = view->horizontalHeader();
    header->setAccessibleName(VerbModel::tr("Columns"));
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(QHeaderView::Stretch);
}

} // namespace orrery
