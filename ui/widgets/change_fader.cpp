// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/change_fader.h"

#include "ui/base/table_roles.h"
#include "ui/widgets/status_delegate.h"

#include <QStyle>
#include <QTableView>

namespace orrery {

ChangeFader::ChangeFader(QTableView *view, StatusDelegate *delegate) : QObject(view), m_view(view), m_delegate(delegate)
{
    m_timer.setInterval(ChangeTint::StepMsecs);
    connect(&m_timer, &QTimer::timeout, this, [this] { step(monotonicMsecs()); });
}

void ChangeFader::watch(QAbstractItemModel *model)
{
    m_timer.stop();
    if (!model)
        return;
    connect(model, &QAbstractItemModel::dataChanged, this, [this, model](const QModelIndex &first, const QModelIndex &last) {
        if (m_view->model() == model)
            noteChange(first.row(), last.row(), monotonicMsecs());
    });
    connect(model, &QAbstractItemModel::rowsInserted, this, [this, model](const QModelIndex &, int first, int last) {
        if (m_view->model() == model)
            noteChange(first, last, monotonicMsecs());
    });
}

std::pair<int, int> ChangeFader::visibleRows() const
{
    const int first = m_view->rowAt(0);
    if (first < 0)
        return {0, -1};
    const int last = m_view->rowAt(m_view->viewport()->height() - 1);
    return {first, last < 0 ? m_view->model()->rowCount() - 1 : last};
}

void ChangeFader::noteChange(int firstRow, int lastRow, qint64 now)
{
    const auto [top, bottom] = visibleRows();
    const int changed = std::min(lastRow, bottom) - std::max(firstRow, top) + 1;
    if (changed <= 0 || m_view->style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, m_view) == 0)
        return;
    if (now - m_secondBegan >= 1000) {
        m_crowded = m_changesThisSecond > LimitPerSecond && now - m_secondBegan < 2000;
        m_secondBegan = now;
        m_changesThisSecond = 0;
    }
    m_changesThisSecond += changed;
    if (m_changesThisSecond > LimitPerSecond)
        m_crowded = true;
    m_delegate->setTinting(!m_crowded);
    m_lastChange = now;
    if (!m_crowded && !m_timer.isActive())
        m_timer.start();
}

void ChangeFader::step(qint64 now)
{
    const auto [top, bottom] = visibleRows();
    const int columns = m_view->model() ? m_view->model()->columnCount() : 0;
    for (int row = top; row <= bottom; ++row) {
        for (int column = 0; column < columns; ++column) {
            const QModelIndex index = m_view->model()->index(row, column);
            const qint64 changedAt = index.data(ChangedAtRole).toLongLong();
            // One step longer than it is seen: the last repaint clears the cell.
            if (changedAt > 0 && now - changedAt < (ChangeTint::Steps + 2) * ChangeTint::StepMsecs)
                m_view->update(index);
        }
    }
    if (m_crowded || now - m_lastChange > (ChangeTint::Steps + 2) * ChangeTint::StepMsecs)
        m_timer.stop();
}

} // namespace orrery
