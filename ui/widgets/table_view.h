// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/base/theme.h"

#include <QTableView>

namespace orrery {

class ChangeFader;
class StatusDelegate;
class TableColumns;
class TableGap;

/// A table as LOOK wants it: rows of one height, no grid, whole rows selected, figures of one width, columns sized
/// once from a sample, a header menu to show and hide them, copy as TSV, changes tinted. Roles: ui/base/table_roles.h.
/// Sorting is the model's: a click on a header calls its sort().
///
/// A row becomes current by a person's click or key, or because it is set: never because the view gets the focus, nor
/// because the current row went. Then there is none, and the keys go on from where it was.
class TableView : public QTableView
{
    Q_OBJECT
public:
    explicit TableView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    void setDensity(Density density);
    [[nodiscard]] Density density() const { return m_density; }

    [[nodiscard]] TableColumns *columns() const { return m_columns; }
    [[nodiscard]] ChangeFader *fader() const { return m_fader; }

    /// The selected rows, or the current one: shown columns in visual order, tabs between, newlines after.
    [[nodiscard]] QString selectionAsTsv() const;
    void copySelection();

Q_SIGNALS:
    void painted(const QRegion &region); ///< of the viewport, drawn just now

protected:
    [[nodiscard]] QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void updateFonts();
    void updateRow(const QModelIndex &index);

    Density m_density = Density::Normal;
    StatusDelegate *m_delegate;
    TableColumns *m_columns;
    ChangeFader *m_fader;
    TableGap *m_gap;
    bool m_isTakingFocus = false;
};

} // namespace orrery
