// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QStringList>

class QAction;
class QMenu;
class QTableView;

namespace orrery {

/// The columns of one table: their widths (measured once, from a sample), which are shown, and their saved state.
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
    /// Measures header and sample; columns the person has moved or saved keep their width.
    void sizeToSample();
    /// Gives what is left of the width to the stretching column.
    void stretch();

    /// "name:220", "-node:90" for a hidden one, in visual order, by ColumnIdRole. Empty ids are left out.
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
    void growToSample();

    QTableView *m_view;
    QStringList m_saved;
    QList<QAction *> m_actions;
    bool m_sized = false;
    int m_sampled = 0; ///< rows when measured last
    bool m_sizing = false;
    bool m_touched = false; ///< by the person: what they made is not changed any more
};

} // namespace orrery
