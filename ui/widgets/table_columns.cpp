// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/table_columns.h"

#include "ui/base/table_roles.h"
#include "ui/widgets/status_delegate.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QTableView>

namespace orrery {

TableColumns::TableColumns(QTableView *view) : QObject(view), m_view(view)
{
    const auto touched = [this] {
        if (m_sizing)
            return;
        m_touched = true;
        Q_EMIT changed();
    };
    connect(view->horizontalHeader(), &QHeaderView::sectionResized, this, touched);
    connect(view->horizontalHeader(), &QHeaderView::sectionMoved, this, touched);
}

void TableColumns::watch()
{
    m_sized = false;
    QAbstractItemModel *model = m_view->model();
    if (!model)
        return;
    const auto columnsChanged = [this, model] {
        if (m_view->model() != model)
            return;
        m_sized = false;
        hideWide();
        applySaved();
        sizeToSample();
    };
    const auto rowsCame = [this, model] {
        if (m_view->model() != model)
            return;
        if (!m_sized)
            sizeToSample();
        else if (m_sampled < SampleRows && model->rowCount() >= 2 * m_sampled)
            growToSample();
    };
    connect(model, &QAbstractItemModel::columnsInserted, this, columnsChanged);
    connect(model, &QAbstractItemModel::columnsRemoved, this, columnsChanged);
    connect(model, &QAbstractItemModel::rowsInserted, this, rowsCame);
    connect(model, &QAbstractItemModel::modelReset, this, [rowsCame, columnsChanged, columns = model->columnCount(), model]() mutable {
        if (std::exchange(columns, model->columnCount()) != columns)
            columnsChanged();
        else
            rowsCame();
    });
    columnsChanged();
}

QString TableColumns::idOf(int column) const
{
    return m_view->model()->headerData(column, Qt::Horizontal, ColumnIdRole).toString();
}

int TableColumns::measured(int column) const
{
    const QAbstractItemModel *model = m_view->model();
    const QHeaderView *header = m_view->horizontalHeader();
    int width = header->sectionSizeHint(column);
    const QVariant characters = model->headerData(column, Qt::Horizontal, ColumnCharactersRole);
    if (characters.isValid()) {
        const int figure = m_view->fontMetrics().horizontalAdvance(QLatin1Char('0'));
        return std::max(width, characters.toInt() * figure + 2 * StatusDelegate::Margin);
    }
    QStyleOptionViewItem option;
    option.initFrom(m_view);
    option.font = m_view->font();
    option.fontMetrics = m_view->fontMetrics();
    const int rows = std::min(model->rowCount(), SampleRows);
    for (int row = 0; row < rows; ++row)
        width = std::max(width, m_view->itemDelegate()->sizeHint(option, model->index(row, column)).width());
    return std::min(width, WidestAtFirst);
}

void TableColumns::sizeToSample()
{
    const QAbstractItemModel *model = m_view->model();
    if (!model)
        return;
    const QScopedValueRollback guard(m_sizing, true);
    QStringList fixed;
    for (const QString &entry : m_saved)
        fixed << entry.section(QLatin1Char(':'), 0, 0).remove(QRegularExpression(QStringLiteral("^-")));
    for (int column = 0; column < model->columnCount(); ++column) {
        if (!m_view->isColumnHidden(column) && !fixed.contains(idOf(column)))
            m_view->setColumnWidth(column, measured(column));
    }
    stretch();
    m_sized = model->rowCount() > 0;
    m_sampled = model->rowCount();
}

// The first rows come alone: what comes with the rest of the first list may be longer. Nothing becomes narrower.
void TableColumns::growToSample()
{
    const QScopedValueRollback guard(m_sizing, true);
    m_sampled = m_view->model()->rowCount();
    if (!m_saved.isEmpty() || m_touched)
        return;
    for (int column = 0; column < m_view->model()->columnCount(); ++column) {
        if (!m_view->isColumnHidden(column))
            m_view->setColumnWidth(column, std::max(m_view->columnWidth(column), measured(column)));
    }
    stretch();
}

void TableColumns::stretch()
{
    const QAbstractItemModel *model = m_view->model();
    if (!model || !m_saved.isEmpty())
        return;
    for (int column = 0; column < model->columnCount(); ++column) {
        if (m_view->isColumnHidden(column) || !model->headerData(column, Qt::Horizontal, ColumnStretchRole).toBool())
            continue;
        const QScopedValueRollback guard(m_sizing, true);
        const int others = m_view->horizontalHeader()->length() - m_view->columnWidth(column);
        const int left = m_view->viewport()->width() - others;
        m_view->setColumnWidth(column, std::max(left, std::min(measured(column), WidestAtFirst)));
        return;
    }
}

void TableColumns::hideWide()
{
    const QScopedValueRollback guard(m_sizing, true);
    for (int column = 0; column < m_view->model()->columnCount(); ++column)
        m_view->setColumnHidden(column, m_view->model()->headerData(column, Qt::Horizontal, ColumnWideRole).toBool());
}

QStringList TableColumns::save() const
{
    QStringList state;
    const QHeaderView *header = m_view->horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        const QString id = idOf(column);
        if (id.isEmpty())
            continue;
        const bool hidden = header->isSectionHidden(column);
        state << QStringLiteral("%1%2:%3").arg(QLatin1String(hidden ? "-" : ""), id).arg(hidden ? 0 : header->sectionSize(column));
    }
    return state;
}

void TableColumns::restore(const QStringList &state)
{
    m_saved = state;
    if (m_view->model())
        applySaved();
}

void TableColumns::applySaved()
{
    const QScopedValueRollback guard(m_sizing, true);
    QHeaderView *header = m_view->horizontalHeader();
    int visual = 0;
    for (const QString &entry : std::as_const(m_saved)) {
        const bool hidden = entry.startsWith(QLatin1Char('-'));
        const QString id = entry.mid(hidden ? 1 : 0).section(QLatin1Char(':'), 0, 0);
        const int width = entry.section(QLatin1Char(':'), 1).toInt();
        for (int column = 0; column < header->count(); ++column) {
            if (idOf(column) != id)
                continue;
            header->moveSection(header->visualIndex(column), visual++);
            header->setSectionHidden(column, hidden);
            if (!hidden && width > 0)
                header->resizeSection(column, std::clamp(width, header->minimumSectionSize(), 4000));
        }
    }
}

QList<QAction *> TableColumns::actions()
{
    qDeleteAll(m_actions);
    m_actions.clear();
    const QHeaderView *header = m_view->horizontalHeader();
    for (int visual = 0; m_view->model() && visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        auto *action = new QAction(m_view->model()->headerData(column, Qt::Horizontal).toString(), this);
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        // The last one stays: a table without a column has no header to bring one back with.
        action->setEnabled(header->isSectionHidden(column) || header->count() - header->hiddenSectionCount() > 1);
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            const QScopedValueRollback guard(m_sizing, true);
            m_view->setColumnHidden(column, !shown);
            if (shown)
                m_view->setColumnWidth(column, measured(column));
            Q_EMIT changed();
        });
        m_actions << action;
    }
    return m_actions;
}

void TableColumns::fillMenu(QMenu *menu)
{
    menu->addActions(actions());
    menu->addSeparator();
    connect(menu->addAction(tr("Fit Columns to Their Text")), &QAction::triggered, this, [this] {
        m_saved.clear();
        sizeToSample();
        Q_EMIT changed();
    });
}

} // namespace orrery
