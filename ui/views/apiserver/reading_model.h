// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/base/table_roles.h"
#include "ui/base/tone.h"

#include <QAbstractTableModel>

namespace orrery {

/// How full a cell's bar is, or from where to where it reaches.
struct BarSpan {
    double from = 0; ///< 0 to 1, as to
    double to = 0;
    Tone tone = Tone::Neutral; ///< Neutral: in the accent

    friend bool operator==(const BarSpan &, const BarSpan &) = default;
};

/// Of a cell that is drawn as a bar: a BarSpan. Its words are its display text, for those who do not see it.
inline constexpr int BarRole = FirstFreeTableRole;

struct ReadingCell {
    QString text;
    QVariant sortedBy = {}; ///< invalid: its text
    Tone tone = Tone::Neutral;
    QString toolTip = {};
    std::optional<BarSpan> bar = {};

    friend bool operator==(const ReadingCell &, const ReadingCell &) = default;
};

struct ReadingRow {
    QString id; ///< what it is about, for life
    QList<ReadingCell> cells;

    friend bool operator==(const ReadingRow &, const ReadingRow &) = default;
};

/// A small table that is read anew again and again: rows keep their place in the view, and the selection its row, while
/// figures change. A column sorts by its cells' values.
class ReadingModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Align { Text, Number };
    struct Column {
        QString title;
        QString id; ///< stable and untranslated
        Align align = Align::Text;
        bool stretches = false;
        int characters = 0;
    };
    /// rows come sorted as they shall stand while nobody has chosen a column.
    explicit ReadingModel(QList<Column> columns, QObject *parent = nullptr);

    void setRows(QList<ReadingRow> rows);
    [[nodiscard]] const QList<ReadingRow> &rows() const { return m_rows; } ///< as they are shown
    [[nodiscard]] int rowOf(const QString &id) const; ///< -1: there is none

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    [[nodiscard]] QList<ReadingRow> sorted(QList<ReadingRow> rows) const;
    void show(QList<ReadingRow> rows);

    QList<Column> m_columns;
    QList<ReadingRow> m_given;
    QList<ReadingRow> m_rows;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace orrery

Q_DECLARE_METATYPE(orrery::BarSpan)
