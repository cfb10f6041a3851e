// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/completion_list.h"

#include <QFrame>
#include <QTextCursor>

class QLabel;
class QListView;
class QPlainTextEdit;

namespace orrery {

/// Characters of a text; line and column from 1.
struct TextRange {
    int line = 1;
    int column = 1;
    int length = 0;
};

/// Candidates for the word at the cursor of a text field, below it. The focus stays in the field: Up, Down, Page Up and
/// Page Down choose, Return and Tab write, Escape closes; what is typed goes on and filters. It asks for candidates at
/// Ctrl+Space and at each letter that is typed while it is closed, but not for a word whose candidates were dismissed.
/// A child of the field's window, so that screen readers and testers see it.
class CompletionPopup final : public QFrame
{
    Q_OBJECT
public:
    /// Lives as long as the field, at most.
    explicit CompletionPopup(QPlainTextEdit *edit);

    /// range: what a candidate replaces; the cursor is in it or at its end, or the answer has come too late and is dropped.
    void offer(const TextRange &range, const QList<Completion> &candidates);
    [[nodiscard]] bool isOpen() const { return !isHidden(); }
    void close();

Q_SIGNALS:
    void wanted(int line, int column);
    /// For screen readers, which follow the field; empty: closed.
    void currentChanged(const QString &spoken);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] bool isOwnKey(const QKeyEvent *event) const;
    void takeOwnKey(const QKeyEvent *event);
    void ask();
    void follow(); ///< the cursor or the text has changed
    void choose(int row);
    void accept();
    void place();
    [[nodiscard]] QString typed() const;

    QPlainTextEdit *m_edit;
    CompletionList *m_list;
    QListView *m_view;
    QLabel *m_detail;
    int m_from = 0;    ///< position in the text
    QTextCursor m_end; ///< of what is replaced: goes along with what is typed into it
    bool m_typing = false;
    bool m_dismissed = false; ///< until another word
};

} // namespace orrery
