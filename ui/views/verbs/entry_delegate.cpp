// SPDX-License-Identifier: Apache-2.0
#include "ui/views/verbs/entry_delegate.h"

#include "ui/views/verbs/entries_kind.h"

#include <QComboBox>
#include <QLineEdit>

namespace orrery {

QWidget *EntryDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QString name = index.model()->headerData(index.column(), Qt::Horizontal).toString();
    if (const QStringList choices = m_kind.choices(index.column()); !choices.isEmpty()) {
        auto *box = new QComboBox(parent);
        box->addItems(choices);
        box->setAccessibleName(name);
        return box;
    }
    auto *line = new QLineEdit(parent);
    line->setFrame(false);
    line->setAccessibleName(name);
    return line;
}

void EntryDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QString text = index.data(Qt::EditRole).toString();
    if (auto *box = qobject_cast<QComboBox *>(editor))
        box->setCurrentText(text);
    else if (auto *line = qobject_cast<QLineEdit *>(editor))
        line->setText(text);
}

void EntryDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *box = qobject_cast<QComboBox *>(editor))
        model->setData(index, box->currentText(), Qt::EditRole);
    else if (const auto *line = qobject_cast<QLineEdit *>(editor); line && (line->isModified() || line->text() != index.data(Qt::EditRole).toString()))
        model->setData(index, line->text(), Qt::EditRole);
}

} // namespace orrery
