// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/code_view.h"
#include "ui/widgets/completion_popup.h"
#include "ui/widgets/edit_keys.h"
#include "ui/widgets/text_marks.h"

#include <QPointer>

#include <memory>

namespace orrery {

/// A CodeView to write YAML in. Return keeps the indentation; Tab and Shift+Tab move by a level, or, after Ctrl+M, the
/// focus; Ctrl+/ makes comments; F8 and Shift+F8 go from mark to mark. The line of the cursor and its level are tinted.
class CodeEdit : public CodeView
{
    Q_OBJECT
public:
    explicit CodeEdit(QWidget *parent = nullptr);
    ~CodeEdit() override;
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
    /// The answer to completionWanted(): range is what a candidate replaces.
    void showCompletions(const TextRange &range, const QList<Completion> &candidates);

Q_SIGNALS:
    void tabKeyChanged(orrery::TabKey what);
    /// At Ctrl+Space and while a word is typed; from 1 both.
    void completionWanted(int line, int column);

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
    bool run(EditCommand command); ///< false: the key means what it does in any text field
    void goToMark(const TextMarks::Placed *mark);
    void cursorMoved();
    void describe();
    [[nodiscard]] QList<QRectF> areasOfMark(const TextMarks::Placed &placed) const;

    TextMarks m_marks;
    int m_currentLine = -1;
    QPointer<CompletionPopup> m_completions; ///< a child of the window while it is open
    QString m_candidate;                     ///< the one chosen there, in words
};

} // namespace orrery
