// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace orrery {

/// What could stand at a place of a text.
struct Completion {
    QString text;
    QString detail; ///< a sentence about it; may be empty
    bool required = false;
    QString kind;   ///< of value, or of thing, in a word
    QString insert; ///< what is written; empty: text
};

/// The candidates that what has been typed allows: those that begin so, then those that have it somewhere, in the order given.
class CompletionList final : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    void setCandidates(const QList<Completion> &candidates);
    void setTyped(const QString &typed);
    [[nodiscard]] const Completion &at(int row) const { return m_all[m_rows[row]]; }
    [[nodiscard]] bool hasDetails() const; ///< does any of them?
    /// "replicas, integer, required"
    [[nodiscard]] QString spoken(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<Completion> m_all;
    QList<int> m_rows; ///< into m_all
};

/// The text, and its kind at the far end.
class CompletionDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace orrery
