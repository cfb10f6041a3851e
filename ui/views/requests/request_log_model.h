// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/requests/request_target.h"
#include "core/session/ports/request_log_port.h"

#include <QAbstractTableModel>

namespace orrery {

/// The requests of one session, in the order they began: those that run and the last that ended. Roles: ui/base/table_roles.h.
class RequestLogModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Time, Verb, Path, Status, Took, Waited, Sent, Received, Retries, Priority, ColumnCount };
    enum Role { SortRole = Qt::UserRole + 100 };
    static constexpr std::size_t MostEnded = 2000;

    /// prefix: the path of the server's address.
    RequestLogModel(QString prefix, std::function<kube::WallTime()> now, QObject *parent = nullptr);

    void add(kube::RequestLogBatch batch);
    void setNames(kube::PriorityNames names);
    /// Has an answer named a flow schema or a level that has no name yet?
    [[nodiscard]] bool lacksNames() const { return m_lacksNames; }
    /// Time has passed: those that run are older.
    void tick();

    [[nodiscard]] const kube::RequestRecord &record(int row) const { return m_rows[static_cast<std::size_t>(row)].record; }
    [[nodiscard]] const kube::RequestTarget &target(int row) const { return m_rows[static_cast<std::size_t>(row)].target; }
    [[nodiscard]] std::vector<const kube::RequestRecord *> records() const;
    /// The name of a level or schema; the beginning of its UID while that is not known; empty: the server did not say.
    [[nodiscard]] QString priorityLevel(const kube::RequestRecord &record) const;
    [[nodiscard]] QString flowSchema(const kube::RequestRecord &record) const;
    /// How long it has been running, now.
    [[nodiscard]] kube::Duration lasted(const kube::RequestRecord &record) const;
    /// What a filter compares: a number for those columns that have one (durations in ms).
    [[nodiscard]] std::optional<double> number(int row, int column) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Entry {
        kube::RequestRecord record;
        kube::RequestTarget target;
        QString path;
    };
    [[nodiscard]] Entry entryOf(kube::RequestRecord record) const;
    [[nodiscard]] int rowOf(std::uint64_t id) const;
    void update(std::vector<kube::RequestRecord> &fresh);
    void dropLost(const std::vector<std::uint64_t> &running);
    void dropOldest();
    void removeRow(int row);
    void noteNames(const kube::RequestRecord &record);
    [[nodiscard]] QString text(const Entry &entry, int column) const;
    [[nodiscard]] QString toolTip(const Entry &entry, int column) const;

    QString m_prefix;
    std::function<kube::WallTime()> m_now;
    std::vector<Entry> m_rows; ///< by id
    kube::PriorityNames m_names;
    bool m_lacksNames = false;
};

} // namespace orrery
