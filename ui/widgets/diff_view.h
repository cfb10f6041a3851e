// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/diff_pane.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace orrery {

class FindBar;
enum class IconName;

struct DiffSide {
    QString heading; ///< what this text is: "As it is now"
    QString text;
};

/// Two texts and how they differ, by line and by word, in one column or side by side: with signs and words, never by
/// colour alone. Unchanged lines are folded. F7 and Shift+F7 go from change to change.
class DiffView final : public QWidget
{
    Q_OBJECT
public:
    enum class Form { Unified, SideBySide };

    explicit DiffView(QWidget *parent = nullptr);
    void setTexts(const DiffSide &left, const DiffSide &right);
    /// The same of texts that have been compared already: comparing large ones takes longer than a frame.
    void setRows(const QString &leftHeading, const QString &rightHeading, DiffRows rows);
    void setForm(Form form);
    [[nodiscard]] Form form() const { return m_form; }
    [[nodiscard]] int changes() const { return m_rows.changes; }
    /// "3 changes: +4 −2"
    [[nodiscard]] QString summary() const;

    void goToNextChange();
    void goToPreviousChange();
    void openFind(); ///< in the column that has the focus, or the newer one
    bool closeNearest();

Q_SIGNALS:
    void formChanged(orrery::DiffView::Form form);

private:
    struct Column {
        QWidget *box = nullptr;
        QLabel *heading = nullptr;
        DiffPane *pane = nullptr;
        FindBar *find = nullptr;
    };
    [[nodiscard]] Column makeColumn(DiffPane::Numbers numbers);
    QToolButton *makeButton(IconName icon, const QString &name, const QString &key);
    void scrollTogether(DiffPane *one, DiffPane *other);
    void showBarsTogether();
    [[nodiscard]] DiffPane *currentPane() const;
    void fill(); ///< the columns that are shown
    [[nodiscard]] QList<int> changeRows() const; ///< where each begins in the form that is shown
    void goToChange(int row);

    Form m_form = Form::SideBySide;
    DiffRows m_rows;
    bool m_isFilledUnified = false;
    bool m_isFilledBeside = false;
    QLabel *m_summary;
    QToolButton *m_sideBySide;
    Column m_unified;
    Column m_left;
    Column m_right;
    QWidget *m_beside; ///< left and right
    QStackedWidget *m_forms;
};

} // namespace orrery
