// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>

class QAction;
class QMenu;
class QTableView;

namespace orrery {

/// The columns of one table: their widths, which are shown, and their saved state. Widths are measured once, from a
/// sample; after that a column becomes wider when wider text is in view and there is room, and never narrower. A width that
/// a person gave stays.
/// Never ResizeToContents: that costs seconds on large tables.
class TableColumns final : public QObject
{
    Q_OBJECT
public:
    static constexpr int SampleRows = 200;
    static constexpr int WidestAtFirst = 420; ///< px; a longer text is elided until the person widens the column

    explicit TableColumns(QTableView *view);

    /// Call when the model was set: sizes the columns as soon as there are rows, and anew when the columns change.
    void watch();
    /// Measures header and sample; columns that a person has sized keep their width.
    void sizeToSample();
    /// Widens columns whose text in view is cut, as far as there is room: at the right, and in the stretching column.
    void growToView();
    /// Gives what is left of the width to the stretching column; its text in view is never cut for want of room.
    void stretch();

    /// "name:220", "name:0" for a width nobody gave, "-node:0" for a hidden one, which keeps the width it was given, in
    /// visual order, by ColumnIdRole. Empty ids are left out.
    [[nodiscard]] QStringList save() const;
    void restore(const QStringList &state);

    /// One checkable action a column; made anew when the columns change. Owned by this.
    [[nodiscard]] QList<QAction *> actions();
    void fillMenu(QMenu *menu);

Q_SIGNALS:
    void changed(); ///< the person moved, resized, showed or hid a column

private:
    void applySaved();
    void hideWide();
    [[nodiscard]] QString idOf(int column) const;
    [[nodiscard]] int measured(int column) const;
    [[nodiscard]] int measured(int column, int firstRow, int lastRow) const;
    [[nodiscard]] bool isSizedByPerson(int column) const { return m_byPerson.contains(idOf(column)); }
    [[nodiscard]] int stretching() const; ///< -1: no column does
    [[nodiscard]] std::pair<int, int> rowsInView() const;
    void giveRest(int column, int least);
    void growToSample();

    QTableView *m_view;
    QStringList m_saved;
    QList<QAction *> m_actions;
    bool m_sized = false;
    int m_sampled = 0; ///< rows when measured last
    bool m_sizing = false;
    QHash<QString, int> m_byPerson; ///< the widths that a person gave, by id
    QTimer m_growth;                ///< one measuring for all that changes at a time
};

} // namespace orrery
