// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPersistentModelIndex>
#include <QSet>
#include <QTimer>

class QAbstractItemModel;
class QTableView;

namespace orrery {

class StatusDelegate;

/// Lets the tints of a table fade: one timer a view, at rest when nothing fades, and off while more than LimitPerSecond
/// rows in view change in a second or the desktop wants less motion. What was painted with a tint is painted again until
/// it has none, wherever its row has gone and whatever the model still knows of the change.
class ChangeFader final : public QObject
{
    Q_OBJECT
public:
    static constexpr int LimitPerSecond = 20;

    ChangeFader(QTableView *view, StatusDelegate *delegate);

    void watch(QAbstractItemModel *model);
    [[nodiscard]] bool isRunning() const { return m_timer.isActive(); }
    [[nodiscard]] bool isCrowded() const { return m_crowded; }

    /// One step of the fading; also what the timer calls. now: monotonicMsecs().
    void step(qint64 now);
    /// Rows of the model changed by themselves.
    void noteChange(int firstRow, int lastRow, qint64 now);

private:
    [[nodiscard]] std::pair<int, int> visibleRows() const;
    void repaintTinted();

    QTableView *m_view;
    StatusDelegate *m_delegate;
    QTimer m_timer{this};
    QSet<QPersistentModelIndex> m_tinted; ///< as they are on the screen
    qint64 m_secondBegan = 0;
    qint64 m_lastChange = 0;
    int m_changesThisSecond = 0;
    bool m_crowded = false;
};

} // namespace orrery
