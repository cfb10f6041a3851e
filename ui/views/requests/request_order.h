// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/views/requests/request_filter.h"

#include <QSortFilterProxyModel>

namespace orrery {

/// A RequestLogModel as it is shown: filtered, and sorted by any column; the newest in front where nothing else is asked for.
class RequestOrder final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit RequestOrder(RequestLogModel *model, QObject *parent = nullptr);

    void setFilter(const QString &text);
    [[nodiscard]] const QString &problem() const { return m_filter.problem(); } ///< of the filter; empty: there is none

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    RequestLogModel *m_model;
    RequestFilter m_filter;
};

} // namespace orrery
