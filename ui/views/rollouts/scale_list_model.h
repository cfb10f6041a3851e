// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/object_key.h"
#include "core/session/ports/scale_port.h"
#include "ui/base/tone.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

namespace orrery {

/// Many objects that are to be scaled: from what number, to what number, and what became of it.
class ScaleListModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Object, From, To, Result, ColumnCount };
    /// Where an object stands.
    enum class Phase { Reading, Unread, Ready, Writing, Written, Failed, Done };
    struct Row {
        kube::ObjectKey key;
        std::optional<kube::ScaleState> state; ///< as the server said last
        std::optional<qint64> from;            ///< the number before it was written, by whoever it was set
        std::optional<qint64> to;              ///< nothing: left as it is
        Phase phase = Phase::Reading;
        Tone tone = Tone::Neutral;
        QString text;  ///< what became of it, or what is to be known before
        QString whole; ///< the same, whole; for the tooltip
    };

    explicit ScaleListModel(const std::vector<kube::ObjectKey> &keys, QObject *parent = nullptr);
    [[nodiscard]] const Row &at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int rowOf(const kube::ObjectKey &key) const;
    void set(int row, const Row &value);
    void setAllTo(std::optional<qint64> replicas);
    [[nodiscard]] bool isToWrite(int row) const; ///< another number than it has, and nothing under way

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void numbersChanged();

private:
    [[nodiscard]] QString text(const Row &row, int column) const;
    std::vector<Row> m_rows;
    bool m_hasNamespaces = false; ///< more than one
};

/// Lets a number of replicas be typed.
class ReplicasDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
};

} // namespace orrery
