// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"
#include "core/rollout/rollout_history.h"

#include <QAbstractTableModel>

namespace orrery {

/// The revisions of a workload, the newest first. A revision keeps its row for as long as it is there.
class RevisionModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Number, State, Age, Pods, Images, ChangeCause, ColumnCount };

    explicit RevisionModel(std::function<kube::WallTime()> now, QObject *parent = nullptr);
    /// The oldest first, as rolloutHistory() gives them.
    void setHistory(const std::vector<kube::Revision> &history);
    [[nodiscard]] const kube::Revision &at(int row) const { return m_revisions[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int rowOf(std::int64_t number) const; ///< -1: there is none
    [[nodiscard]] int currentRow() const; ///< -1: none matches

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const kube::Revision &revision, int column) const;

    std::function<kube::WallTime()> m_now;
    std::vector<kube::Revision> m_revisions;
};

} // namespace orrery
