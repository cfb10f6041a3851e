// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/code_view.h"
#include "ui/widgets/text_marks.h"

#include <memory>

namespace orrery {

/// A CodeView to write YAML in. Return keeps the indentation; Tab and Shift+Tab move by a level, or, after Ctrl+M, the
/// focus; Ctrl+/ makes comments; F8 and Shift+F8 go from mark to mark. The line of the cursor and its level are tinted.
class CodeEdit : public CodeView
{
    Q_OBJECT
public:
    enum class TabKey { Indents, MovesFocus };

    explicit CodeEdit(QWidget *parent = nullptr);
    /// A document such as setDocument() needs; it may outlive the editor, and its undo with it.
    [[nodiscard]] static std::unique_ptr<QTextDocument> makeDocument(const QString &text);
    void showDocument(QTextDocument *document);

    /// One step to undo, which changes only the lines that differ: the cursor, the scroll position and marks elsewhere stay.
    void replaceText(const QString &text);
    void setMarks(const QList<TextMark> &marks);
    /// Selects nothing; the cursor's line comes into view. From 1 both.
    void goTo(int line, int column);
    [[nodiscard]] TabKey tabKey() const { return tabChangesFocus() ? TabKey::MovesFocus : TabKey::Indents; }
    void setTabKey(TabKey what);
    /// The keys it has beyond those of every text field, a line each: for a tooltip or a help page.
    [[nodiscard]] static QString keysHelp();

Q_SIGNALS:
    void tabKeyChanged(orrery::CodeEdit::TabKey what);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    void paintGutter(QPainter &painter, const QTextBlock &block, const QRectF &area) const override;
    [[nodiscard]] int gutterWidth() const override;
    [[nodiscard]] QString gutterToolTip(const QTextBlock &block) const override;

private:
    enum class Command { None, BreakLine, Indent, Unindent, Comment, TakeLevel, NextMark, PreviousMark, ToggleTab };
    [[nodiscard]] Command commandOf(const QKeyEvent *event) const;
    bool run(Command command); ///< false: the key means what it does in any text field
    void goToMark(const TextMarks::Placed *mark);
    void cursorMoved();
    void describeMarks();
    [[nodiscard]] QList<QRectF> areasOfMark(const TextMarks::Placed &placed) const;

    TextMarks m_marks;
    int m_currentLine = -1;
};

} // namespace orrery
