// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/table_columns.h"

#include "ui/base/table_roles.h"
#include "ui/widgets/status_delegate.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTableView>

namespace orrery {

TableColumns::TableColumns(QTableView *view) : QObject(view), m_view(view)
{
    connect(view->horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column, int before, int after) {
        if (m_sizing)
            return;
        if (before > 0 && after > 0) // else it was hidden or shown
            m_byPerson.insert(idOf(column), after);
        Q_EMIT changed();
    });
    connect(view->horizontalHeader(), &QHeaderView::sectionMoved, this, [this] {
        if (!m_sizing)
            Q_EMIT changed();
    });
    m_growth.setSingleShot(true);
    m_growth.setInterval(200);
    connect(&m_growth, &QTimer::timeout, this, &TableColumns::growToView);
    connect(view->verticalScrollBar(), &QScrollBar::valueChanged, &m_growth, qOverload<>(&QTimer::start)); // when it rests
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
    const auto textCame = [this, model] {
        if (m_view->model() == model && !m_growth.isActive())
            m_growth.start();
    };
    const auto rowsCame = [this, model, textCame] {
        if (m_view->model() != model)
            return;
        textCame();
        if (!m_sized)
            sizeToSample();
        else if (m_sampled < SampleRows && model->rowCount() >= 2 * m_sampled)
            growToSample();
    };
    connect(model, &QAbstractItemModel::columnsInserted, this, columnsChanged);
    connect(model, &QAbstractItemModel::columnsRemoved, this, columnsChanged);
    connect(model, &QAbstractItemModel::rowsInserted, this, rowsCame);
    connect(model, &QAbstractItemModel::dataChanged, this, textCame);
    connect(model, &QAbstractItemModel::layoutChanged, this, textCame);
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
    return measured(column, 0, SampleRows - 1);
}

int TableColumns::measured(int column, int firstRow, int lastRow) const
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
    const int end = std::min(model->rowCount(), lastRow + 1);
    for (int row = firstRow; row < end; ++row)
        width = std::max(width, m_view->itemDelegate()->sizeHint(option, model->index(row, column)).width());
    return std::min(width, WidestAtFirst);
}

void TableColumns::sizeToSample()
{
    const QAbstractItemModel *model = m_view->model();
    if (!model)
        return;
    const QScopedValueRollback guard(m_sizing, true);
    for (int column = 0; column < model->columnCount(); ++column) {
        if (!m_view->isColumnHidden(column) && !isSizedByPerson(column))
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
    for (int column = 0; column < m_view->model()->columnCount(); ++column) {
        if (!m_view->isColumnHidden(column) && !isSizedByPerson(column))
            m_view->setColumnWidth(column, std::max(m_view->columnWidth(column), measured(column)));
    }
    stretch();
}

int TableColumns::stretching() const
{
    const QAbstractItemModel *model = m_view->model();
    for (int column = 0; model && column < model->columnCount(); ++column) {
        if (!m_view->isColumnHidden(column) && model->headerData(column, Qt::Horizontal, ColumnStretchRole).toBool())
            return isSizedByPerson(column) ? -1 : column;
    }
    return -1;
}

void TableColumns::stretch()
{
    m_growth.start(); // there may be more room
    const int column = stretching();
    if (column < 0)
        return;
    const auto [first, last] = rowsInView();
    giveRest(column, measured(column, first, last));
}

void TableColumns::giveRest(int column, int least)
{
    const QScopedValueRollback guard(m_sizing, true);
    const int others = m_view->horizontalHeader()->length() - m_view->columnWidth(column);
    m_view->setColumnWidth(column, std::max(m_view->viewport()->width() - others, least));
}

std::pair<int, int> TableColumns::rowsInView() const
{
    const int first = m_view->rowAt(0);
    if (first < 0)
        return {0, -1};
    // The horizontal bar comes and goes with what is measured here: the row that it covers counts.
    const int last = m_view->rowAt(m_view->contentsRect().bottom() - m_view->viewport()->y());
    return {first, last < 0 ? m_view->model()->rowCount() - 1 : last};
}

void TableColumns::growToView()
{
    if (!m_view->model() || !m_sized || !m_view->isVisible())
        return;
    const QScopedValueRollback guard(m_sizing, true);
    const auto [first, last] = rowsInView();
    const int stretches = stretching();
    const int least = stretches < 0 ? 0 : measured(stretches, first, last);
    int room = m_view->viewport()->width() - m_view->horizontalHeader()->length();
    if (stretches >= 0)
        room += std::max(0, m_view->columnWidth(stretches) - least);
    for (int column = 0; room > 0 && column < m_view->model()->columnCount(); ++column) {
        if (column == stretches || m_view->isColumnHidden(column) || isSizedByPerson(column))
            continue;
        const int more = std::min(measured(column, first, last) - m_view->columnWidth(column), room);
        if (more <= 0)
            continue;
        m_view->setColumnWidth(column, m_view->columnWidth(column) + more);
        room -= more;
    }
    if (stretches >= 0)
        giveRest(stretches, least);
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
        state << QStringLiteral("%1%2:%3").arg(QLatin1String(hidden ? "-" : ""), id).arg(m_byPerson.value(id));
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
            if (width > 0) {
                m_byPerson.insert(id, std::clamp(width, header->minimumSectionSize(), 4000));
                header->resizeSection(column, m_byPerson.value(id));
            }
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
                m_view->setColumnWidth(column, isSizedByPerson(column) ? m_byPerson.value(idOf(column)) : measured(column));
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
        m_byPerson.clear();
        sizeToSample();
        Q_EMIT changed();
    });
}

} // namespace orrery
