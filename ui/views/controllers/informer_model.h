// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/views/controllers/controllers_watch.h"

#include <QAbstractTableModel>

namespace orrery {

/// What a program tells of its informers: what waits in each, how many changes a second, how long one takes, and how far its
/// cache has come.
class InformerModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Resource, Name, Queued, Changes, Half, Most, Version, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setProgram(const ControllerProgram &program);
    [[nodiscard]] bool hasNames() const;    ///< are they not all called the same?
    [[nodiscard]] bool hasVersions() const; ///< does any tell its cache's?

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString resource;
        QString name;
        std::optional<double> queued;
        std::optional<double> perSecond; ///< nothing before the second reading
        std::optional<double> half;      ///< seconds
        std::optional<double> most;
        bool isHalfBeyond = false; ///< it is more than that
        bool isMostBeyond = false;
        std::optional<double> version;
    };
    QList<Row> m_rows;
};

} // namespace orrery
