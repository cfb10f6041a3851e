// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/views/manifests/manifest_text.h"

#include <QAbstractTableModel>

namespace orrery {

/// The documents of a set, in the order of their files.
class ManifestModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Place, Kind, Name, Namespace, State, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setState(const kube::ManifestStatePtr &state);
    [[nodiscard]] ManifestItemText text(int row) const { return describeManifestItem(*m_state, static_cast<std::size_t>(row)); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    kube::ManifestStatePtr m_state;
};

} // namespace orrery
