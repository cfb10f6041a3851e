// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/views/verbs/entries_kind.h"

#include <QAbstractTableModel>

#include <map>

namespace orrery {

/// Entries of some objects as one table that is edited: those of all objects once each, with how many have them, and what
/// is added below. A row that is not touched changes nothing; one that is, is put on every object.
class EntriesModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// kind outlives this.
    explicit EntriesModel(const EntriesKind &kind, QObject *parent = nullptr) : QAbstractTableModel(parent), m_kind(kind) {}

    /// What each of the objects has. What a person has changed meanwhile stays.
    void setSeen(const QList<QList<Entry>> &ofObjects);
    /// A new row, empty but for what has choices. Until it has been left, that it has no key yet is no problem.
    int add();
    void leave(int row); ///< whoever wrote there is elsewhere now
    void leaveAll();
    /// Takes rows away, or takes that back.
    void toggleRemoved(const QList<int> &rows);
    /// What is to be done with the object of that place. Empty: nothing.
    [[nodiscard]] QList<EntryChange> changesOf(qsizetype object) const;
    [[nodiscard]] int changedRows() const; ///< added, changed or taken away
    /// Of the first row that has one, and then of all together.
    [[nodiscard]] QString problem() const;
    [[nodiscard]] bool isRemoved(int row) const { return m_rows[row].isRemoved; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override; ///< the kind's, and one that says how it stands
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void edited();

private:
    struct Row {
        Entry entry;       ///< as it is to be
        QString identity;  ///< as it was seen; empty: it is new
        Entry shown;       ///< as it was seen first
        bool isMixed = false; ///< the objects have several values
        int holders = 0;   ///< objects that have it
        bool isRemoved = false;
        bool isTouched = false;
        bool isBegun = false; ///< it is new, and has not been left
    };
    [[nodiscard]] bool isChanged(const Row &row) const { return row.identity.isEmpty() || row.isRemoved || row.isTouched; }
    [[nodiscard]] static bool isYetEmpty(const Row &row) { return row.isBegun && row.entry[0].isEmpty(); }
    [[nodiscard]] QString problemOf(const Row &row) const;
    [[nodiscard]] QString standing(const Row &row) const;
    [[nodiscard]] Entry seenOf(qsizetype object, const QString &identity) const;

    const EntriesKind &m_kind;
    QList<QList<Entry>> m_seen; ///< by object
    QList<Row> m_rows;
};

} // namespace orrery
