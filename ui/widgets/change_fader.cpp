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
    connect(delegate, &StatusDelegate::tintPainted, this, [this](const QModelIndex &index) {
        m_tinted.insert(index);
        if (!m_timer.isActive())
            m_timer.start();
    });
}

void ChangeFader::watch(QAbstractItemModel *model)
{
    m_timer.stop();
    m_tinted.clear();
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
    if (m_crowded)
        repaintTinted();
    m_lastChange = now;
    if (!m_crowded && !m_timer.isActive())
        m_timer.start();
}

void ChangeFader::repaintTinted()
{
    for (const QPersistentModelIndex &index : std::exchange(m_tinted, {})) {
        if (index.isValid() && index.model() == m_view->model())
            m_view->update(index);
    }
}

void ChangeFader::step(qint64 now)
{
    const bool nothingTinted = m_tinted.isEmpty();
    repaintTinted(); // those that still have a tint say so
    if (nothingTinted && (m_crowded || now - m_lastChange > (ChangeTint::Steps + 2) * ChangeTint::StepMsecs))
        m_timer.stop();
}

} // namespace orrery
