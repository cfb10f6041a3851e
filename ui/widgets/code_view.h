// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>
#include <QTextBlock>

namespace orrery {

/// Read-only text with line numbers in the platform's fixed font: YAML, logs. Selection and search stay native.
class CodeView : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit CodeView(QWidget *parent = nullptr);
    void setLineNumbersVisible(bool visible);

    /// Selects the next match from the cursor, wrapping around once; false when there is none, and nothing moves.
    bool findNext(const QString &text, bool backwards = false);
    /// The same, from the match that is selected, if it is in view, else from the first line in view.
    bool findFromHere(const QString &text);
    /// The cursor goes to where the selection begins; nothing scrolls.
    void dropSelection();
    /// Every match of text has a ground of its own from now on, the selected one a frame too; empty: none has.
    void setMarked(const QString &text);
    struct Matches {
        int current = 0; ///< which of them is selected, from 1; 0: none is
        int all = 0;
    };
    /// Those in so many lines; reads every one of them.
    [[nodiscard]] Matches matches(const QString &text, int firstLine, int lines) const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

    /// Left of the text; the number of its line. area: the line's first, across the gutter.
    virtual void paintGutter(QPainter &painter, const QTextBlock &block, const QRectF &area) const;
    [[nodiscard]] virtual int gutterWidth() const;
    [[nodiscard]] virtual QString gutterToolTip(const QTextBlock &block) const;
    void updateGutter(); ///< after gutterWidth() has changed
    void repaintGutter();
    /// In the viewport, of the length characters at a place of a block that is in view: one a wrapped line.
    [[nodiscard]] QList<QRectF> areasOf(const QTextBlock &block, int at, int length) const;
    struct VisibleBlock {
        QTextBlock block;
        QRectF area; ///< in the viewport
    };
    [[nodiscard]] QList<VisibleBlock> visibleBlocks() const;

private:
    class Numbers;
    bool findAfter(const QTextCursor &from, const QString &text, bool backwards);
    void paintNumbers(QPaintEvent *event);

    Numbers *m_numbers;
    QString m_marked;
    bool m_numbersVisible = true;
};

} // namespace orrery
