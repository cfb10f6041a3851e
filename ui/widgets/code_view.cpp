// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/code_view.h"

#include "ui/base/theme.h"
#include "ui/base/tone.h"

#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStringMatcher>
#include <QTextLayout>
#include <QToolTip>

namespace orrery {

class CodeView::Numbers : public QWidget
{
public:
    explicit Numbers(CodeView *view) : QWidget(view), m_view(view) {}
    [[nodiscard]] QSize sizeHint() const override { return {m_view->gutterWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent *event) override { m_view->paintNumbers(event); }
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::ToolTip)
            return QWidget::event(event);
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), m_view->gutterToolTip(m_view->cursorForPosition({0, help->pos().y()}).block()), this);
        return true;
    }

private:
    CodeView *m_view;
};

CodeView::CodeView(QWidget *parent) : QPlainTextEdit(parent), m_numbers(new Numbers(this))
{
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFont(monospaceFont(QApplication::font()));
    // YAML, logs and names keep their direction in a right-to-left window.
    setLayoutDirection(Qt::LeftToRight);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeView::updateGutter);
    connect(this, &QPlainTextEdit::updateRequest, m_numbers, [this](const QRect &rect, int dy) {
        if (dy != 0)
            m_numbers->scroll(0, dy);
        else
            m_numbers->update(0, rect.y(), m_numbers->width(), rect.height());
    });
    updateGutter();
}

void CodeView::setLineNumbersVisible(bool visible)
{
    m_numbersVisible = visible;
    m_numbers->setVisible(visible);
    updateGutter();
}

bool CodeView::findAfter(const QTextCursor &from, const QString &text, bool backwards)
{
    if (text.isEmpty())
        return false;
    const QTextDocument::FindFlags flags = backwards ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    QTextCursor found = document()->find(text, from, flags);
    if (found.isNull()) {
        QTextCursor edge(document());
        edge.movePosition(backwards ? QTextCursor::End : QTextCursor::Start);
        found = document()->find(text, edge, flags);
    }
    if (found.isNull())
        return false;
    setTextCursor(found);
    return true;
}

bool CodeView::findNext(const QString &text, bool backwards)
{
    return findAfter(textCursor(), text, backwards);
}

bool CodeView::findFromHere(const QString &text)
{
    const QTextCursor before = textCursor();
    QTextCursor from = before;
    from.setPosition(before.selectionStart());
    if (!before.hasSelection() || !viewport()->rect().intersects(cursorRect(from)))
        from = cursorForPosition({0, 0});
    return findAfter(from, text, false);
}

void CodeView::dropSelection()
{
    const int line = verticalScrollBar()->value();
    const int column = horizontalScrollBar()->value();
    QTextCursor cursor = textCursor();
    cursor.setPosition(cursor.selectionStart());
    setTextCursor(cursor); // which scrolls to it
    verticalScrollBar()->setValue(line);
    horizontalScrollBar()->setValue(column);
}

void CodeView::setMarked(const QString &text)
{
    m_marked = text;
    viewport()->update();
}

CodeView::Matches CodeView::matches(const QString &text, int firstLine, int lines) const
{
    Matches found;
    const QTextCursor selected = textCursor();
    const QStringMatcher matcher(text, Qt::CaseInsensitive);
    QTextBlock block = document()->findBlockByNumber(firstLine);
    for (int left = text.isEmpty() ? 0 : lines; left > 0 && block.isValid(); --left, block = block.next()) {
        const QString line = block.text();
        for (qsizetype at = matcher.indexIn(line); at >= 0; at = matcher.indexIn(line, at + text.size())) {
            ++found.all;
            if (selected.hasSelection() && block.position() + at == selected.selectionStart())
                found.current = found.all;
        }
    }
    return found;
}

QList<QRectF> CodeView::areasOf(const QTextBlock &block, int at, int length) const
{
    QList<QRectF> areas;
    const QTextLayout *layout = block.layout();
    const QPointF origin = blockBoundingGeometry(block).translated(contentOffset()).topLeft();
    for (int i = 0; i < layout->lineCount(); ++i) {
        const QTextLine line = layout->lineAt(i);
        const int begin = std::max(at, line.textStart());
        const int end = std::min(at + length, line.textStart() + line.textLength());
        if (begin < end) {
            const qreal left = line.cursorToX(begin);
            areas << QRectF(origin.x() + left, origin.y() + line.y(), line.cursorToX(end) - left, line.height());
        }
    }
    return areas;
}

void CodeView::paintEvent(QPaintEvent *event)
{
    const QTextCursor selected = textCursor();
    QList<QRectF> current;
    if (!m_marked.isEmpty()) {
        QPainter painter(viewport());
        QColor ground = accentColor(palette());
        ground.setAlphaF(0.28F);
        for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
            if (blockBoundingGeometry(block).translated(contentOffset()).top() > viewport()->height())
                break;
            const QString line = block.text();
            for (qsizetype at = line.indexOf(m_marked, 0, Qt::CaseInsensitive); at >= 0; at = line.indexOf(m_marked, at + m_marked.size(), Qt::CaseInsensitive)) {
                const QList<QRectF> areas = areasOf(block, static_cast<int>(at), static_cast<int>(m_marked.size()));
                for (const QRectF &area : areas)
                    painter.fillRect(area, ground);
                if (selected.hasSelection() && block.position() + at == selected.selectionStart())
                    current = areas;
            }
        }
    }
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    QColor ground = accentColor(palette());
    painter.setPen(ground);
    ground.setAlphaF(0.35F);
    painter.setBrush(ground);
    for (const QRectF &area : current)
        painter.drawRect(area.adjusted(0, 0, -1, -1));
}

int CodeView::gutterWidth() const
{
    if (!m_numbersVisible)
        return 4; // the text's own margin makes it the edge of everything else
    const int digits = static_cast<int>(QString::number(std::max(1, blockCount())).size());
    return fontMetrics().horizontalAdvance(QLatin1Char('9')) * std::max(3, digits) + 16;
}

void CodeView::updateGutter()
{
    setViewportMargins(gutterWidth(), 0, 0, 0);
    const QRect area = contentsRect();
    m_numbers->setGeometry(area.left(), area.top(), gutterWidth(), area.height());
}

void CodeView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    updateGutter();
}

void CodeView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGutter();
}

QList<CodeView::VisibleBlock> CodeView::visibleBlocks() const
{
    QList<VisibleBlock> found;
    QTextBlock block = firstVisibleBlock();
    QRectF area = blockBoundingGeometry(block).translated(contentOffset());
    while (block.isValid() && area.top() <= viewport()->height()) {
        if (block.isVisible())
            found << VisibleBlock{block, area};
        block = block.next();
        area = QRectF(area.left(), area.bottom(), area.width(), block.isValid() ? blockBoundingRect(block).height() : 0);
    }
    return found;
}

void CodeView::paintNumbers(QPaintEvent *event)
{
    QPainter painter(m_numbers);
    painter.setLayoutDirection(Qt::LeftToRight); // which a painter takes from the application
    painter.fillRect(event->rect(), palette().color(QPalette::Base));
    painter.setFont(font());
    for (const auto &[block, area] : visibleBlocks()) {
        if (area.bottom() >= event->rect().top() && area.top() <= event->rect().bottom())
            paintGutter(painter, block, QRectF(0, area.top(), m_numbers->width(), fontMetrics().height()));
    }
}

void CodeView::paintGutter(QPainter &painter, const QTextBlock &block, const QRectF &area) const
{
    painter.setPen(toneColor(Tone::Completed, palette()));
    painter.drawText(area.adjusted(0, 0, -10, 0), Qt::AlignRight, QString::number(block.blockNumber() + 1));
}

QString CodeView::gutterToolTip(const QTextBlock &) const
{
    return {};
}

void CodeView::repaintGutter()
{
    m_numbers->update();
}

} // namespace orrery
