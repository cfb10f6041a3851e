// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/object_key.h"
#include "ui/base/tone.h"

#include <QAbstractTableModel>

#include <vector>

namespace orrery {

/// Many workloads that the same is done to, and what became of each.
class WorkloadListModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Object, Result, ColumnCount };
    /// Where a workload stands. Refused: nothing was sent, and nothing would come of sending it.
    enum class Phase { Ready, Writing, Written, Refused, Failed, Done };
    struct Row {
        kube::ObjectKey key;
        Phase phase = Phase::Ready;
        qint64 generation = 0; ///< that the write has given it
        Tone tone = Tone::Neutral;
        QString text;  ///< what became of it
        QString whole; ///< the same, whole; for the tooltip
    };

    explicit WorkloadListModel(const std::vector<kube::ObjectKey> &keys, QObject *parent = nullptr);
    [[nodiscard]] const Row &at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    void set(int row, const Row &value);
    [[nodiscard]] bool isToWrite(int row) const { return at(row).phase == Phase::Ready || at(row).phase == Phase::Failed; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<Row> m_rows;
    bool m_hasNamespaces = false; ///< more than one
};

} // namespace orrery
