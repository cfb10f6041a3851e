// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/metrics/suspects.h"

#include <QAbstractTableModel>

namespace orrery {

/// The objects most likely behind a queue, the likeliest first, each with why.
class SuspectModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Object, Namespace, Why, Since, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// now: of the report, for ages.
    void setSuspects(const std::vector<kube::Suspect> &suspects, kube::WallTime now);
    [[nodiscard]] const kube::Suspect &at(int row) const { return m_suspects[static_cast<std::size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<kube::Suspect> m_suspects;
    kube::WallTime m_now{};
};

} // namespace orrery
