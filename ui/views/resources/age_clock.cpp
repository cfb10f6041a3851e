// SPDX-License-Identifier: Apache-2.0
#include "ui/views/resources/age_clock.h"

#include "ui/models/resource_table_model.h"
#include "ui/widgets/table_view.h"

namespace orrery {

AgeClock::AgeClock(TableView *table, ResourceTableModel *model) : QObject(table), m_table(table), m_model(model)
{
    connect(&m_timer, &QTimer::timeout, this, &AgeClock::tick);
    m_timer.start(std::chrono::seconds(1));
}

void AgeClock::tick()
{
    m_model->refreshTimedFilter();
    if (!m_table->isVisible())
        return;
    const auto &columns = m_model->columnSet()->columns;
    QWidget *viewport = m_table->viewport();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const int column = static_cast<int>(i);
        if (columns[i].isTimed() && !m_table->isColumnHidden(column))
            viewport->update(m_table->columnViewportPosition(column), 0, m_table->columnWidth(column), viewport->height());
    }
}

} // namespace orrery
