// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>

namespace orrery {

class ResourceTableModel;
class TableView;

/// Ages in a table rise each second: repaints their columns while they are seen, and filters by age anew.
class AgeClock final : public QObject
{
    Q_OBJECT
public:
    AgeClock(TableView *table, ResourceTableModel *model);

private:
    void tick();
    TableView *m_table;
    ResourceTableModel *m_model;
    QTimer m_timer;
};

} // namespace orrery
