// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/table_view.h"

#include "ui/base/table_roles.h"
#include "ui/widgets/change_fader.h"
#include "ui/widgets/status_delegate.h"
#include "ui/widgets/table_columns.h"
#include "ui/widgets/table_gap.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPaintEvent>
#include <QScopedValueRollback>

namespace orrery {

TableView::TableView(QWidget *parent)
    : QTableView(parent), m_delegate(new StatusDelegate(this)), m_columns(new TableColumns(this)),
      m_fader(new ChangeFader(this, m_delegate)), m_gap(new TableGap(this))
{
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);

    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(static_cast<int>(Density::Compact));

    QHeaderView *header = horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setStretchLastSection(false);
    header->setSectionsMovable(true);
    header->setSectionsClickable(true);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setMinimumSectionSize(28);
    header->setAccessibleName(tr("Columns"));
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this, [this, header](const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_columns->fillMenu(menu);
        menu->popup(header->mapToGlobal(at));
    });
    // Qt's own default is the first column, descending.
    header->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    setDensity(Density::Normal);
    updateFonts();
}

void TableView::setModel(QAbstractItemModel *newModel)
{
    if (model()) {
        disconnect(model(), nullptr, m_columns, nullptr);
        disconnect(model(), nullptr, m_fader, nullptr);
    }
    m_gap->watch(newModel); // before the selection's own answer to a removal
    QTableView::setModel(newModel);
    m_columns->watch();
    m_fader->watch(newModel);
}

void TableView::setDensity(Density density)
{
    m_density = density;
    m_delegate->setDensity(density);
    verticalHeader()->setDefaultSectionSize(static_cast<int>(density));
}

void TableView::updateFonts()
{
    const QFont wanted = tabularFont(font());
    if (font() != wanted)
        setFont(wanted);
    horizontalHeader()->setFont(captionFont(font()));
}

QString TableView::selectionAsTsv() const
{
    QString text;
    if (!model() || !selectionModel())
        return text;
    QList<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows << index.row();
    if (rows.isEmpty() && currentIndex().isValid())
        rows << currentIndex().row();
    std::sort(rows.begin(), rows.end());
    const QHeaderView *header = horizontalHeader();
    for (const int row : std::as_const(rows)) {
        QStringList cells;
        for (int visual = 0; visual < header->count(); ++visual) {
            const int column = header->logicalIndex(visual);
            if (header->isSectionHidden(column))
                continue;
            const QModelIndex index = model()->index(row, column);
            const QVariant copy = index.data(CopyRole);
            QString cell = (copy.isValid() ? copy : index.data(Qt::DisplayRole)).toString();
            cell.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
            cells << cell;
        }
        text += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return text;
}

void TableView::copySelection()
{
    const QString text = selectionAsTsv();
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

QModelIndex TableView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    // Qt asks where to begin when the view gets the focus, and would make that row current.
    if (m_isTakingFocus)
        return {};
    // Home and End go through a list of objects, not through the columns of one.
    if (model() && model()->rowCount() > 0 && (action == MoveHome || action == MoveEnd)) {
        const int column = currentIndex().isValid() ? currentIndex().column() : columnAt(0);
        return model()->index(action == MoveHome ? 0 : model()->rowCount() - 1, std::max(0, column));
    }
    if (const int row = m_gap->rowAfter(action == MoveUp || action == MoveLeft || action == MovePrevious || action == MovePageUp); row >= 0)
        return model()->index(row, std::max(0, columnAt(0)));
    return QTableView::moveCursor(action, modifiers);
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    Q_EMIT painted(event->region());
}

void TableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    m_columns->stretch();
}

void TableView::updateRow(const QModelIndex &index)
{
    if (index.isValid())
        viewport()->update(0, rowViewportPosition(index.row()), viewport()->width(), rowHeight(index.row()));
}

void TableView::focusInEvent(QFocusEvent *event)
{
    {
        const QScopedValueRollback taking(m_isTakingFocus, true);
        QTableView::focusInEvent(event);
    }
    updateRow(currentIndex());
}

void TableView::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    updateRow(currentIndex());
}

void TableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        updateFonts();
}

void TableView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    // A row goes on to the edge of the view, which repaints its cells alone. The last cell paints what follows it: without a
    // part of it that would be wiped out in rows that stay selected.
    const int cells = std::max(0, horizontalHeader()->length() - horizontalHeader()->offset() - 1);
    const int rest = std::max(0, viewport()->width() - cells);
    viewport()->update(isRightToLeft() ? 0 : cells, 0, rest, viewport()->height());
}

void TableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.isValid())
        m_gap->close();
    // The ring goes around the whole row, the view repaints one cell.
    updateRow(previous);
    updateRow(current);
}

} // namespace orrery
