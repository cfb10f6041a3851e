// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/code_view.h"

#include <QTextCursor>
#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QToolButton;

namespace orrery {

enum class IconName;

/// A line that searches a CodeView: it stays at a match while that is typed, and says which of how many it is. Return or
/// F3 for the next match, Shift with either for the one before, Escape closes. F3 works wherever the focus is in its parent.
/// The whole text is counted when the typing pauses, never at a key, and so many lines at a time.
class FindBar final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int PauseMsecs = 200;    ///< in the typing, before the matches are counted
    static constexpr int RecountMsecs = 1000; ///< between two countings while lines come
    static constexpr int SliceLines = 5000;   ///< 3 to 8 ms

    explicit FindBar(CodeView *view, QWidget *parent = nullptr);
    void open();
    [[nodiscard]] bool isOpen() const { return isVisible(); }
    void close();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Direction { Forwards, Backwards };
    QToolButton *addButton(IconName icon, const QString &name, const QString &key);
    void go(Direction direction);
    void take(const QString &typed);
    void countSoon();
    void countSlice();
    /// Nothing has come since a part of it was not found.
    [[nodiscard]] bool isKnownMissing(const QString &text) const;
    void showNone();
    void show(const std::optional<CodeView::Matches> &found);

    CodeView *m_view;
    QLineEdit *m_edit;
    QLabel *m_answer;
    QToolButton *m_back;
    QToolButton *m_next;
    std::optional<CodeView::Matches> m_found; ///< none: not counted yet
    QString m_foundFor;
    QTextCursor m_current;       ///< what was selected then
    CodeView::Matches m_counted; ///< so far
    int m_linesCounted = 0;
    QTimer m_recount;
    QTimer m_slice;
};

} // namespace orrery
