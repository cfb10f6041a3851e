// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/status_delegate.h"

namespace orrery {

class EntriesKind;

/// Paints a cell as every table does, and edits it: in a line, or by choice where the kind has choices.
class EntryDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// kind outlives this.
    EntryDelegate(const EntriesKind &kind, QObject *parent) : QStyledItemDelegate(parent), m_kind(kind) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override { m_cells.paint(painter, option, index); }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override { return m_cells.sizeHint(option, index); }
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

private:
    const EntriesKind &m_kind;
    StatusDelegate m_cells;
};

} // namespace orrery
