// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/diff_pane.h"

#include "ui/base/tone.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QPlainTextDocumentLayout>
#include <QTextLayout>
#include <QTimer>

namespace orrery {

namespace {

constexpr int GlyphWidth = 16;
constexpr int NumberGap = 10;

/// Neutral: the row has not changed.
Tone toneOfRow(DiffRow::Kind kind)
{
    return kind == DiffRow::Kind::Removed ? Tone::Failing : kind == DiffRow::Kind::Added ? Tone::Ready : Tone::Neutral;
}

QColor withAlpha(QColor color, float alpha)
{
    color.setAlphaF(alpha);
    return color;
}

void setShown(QTextBlock block, bool shown)
{
    block.setVisible(shown);
    block.setLineCount(shown ? std::max(1, block.layout()->lineCount()) : 0);
}

} // namespace

DiffPane::DiffPane(Numbers numbers, QWidget *parent) : CodeView(parent), m_numbers(numbers), m_more(new QTimer(this))
{
    setUndoRedoEnabled(false);
    m_more->setSingleShot(true);
    m_more->setInterval(0);
    connect(m_more, &QTimer::timeout, this, [this] { fillTo(0); });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &DiffPane::cursorMoved);
    updateGutter();
}

void DiffPane::setRows(const QList<DiffRow> &rows)
{
    m_rows.clear(); // the old ones say nothing of the new text
    m_filled = m_hidden = 0;
    clear();
    m_rows = rows;
    int most = 0;
    for (const DiffRow &row : rows)
        most = std::max({most, row.left, row.right});
    m_digits = std::max(3, static_cast<int>(QString::number(most).size()));
    fillTo(0);
    updateGutter();
    cursorMoved();
}

void DiffPane::fillTo(qsizetype row)
{
    const qsizetype from = m_filled;
    const qsizetype end = std::min(m_rows.size(), std::max(row + 1, from + RowsATurn));
    if (from == end)
        return;
    QStringList lines;
    for (qsizetype i = from; i < end; ++i)
        lines << m_rows[i].text;
    m_filled = end;
    QTextCursor own = textCursor();
    const auto [anchor, position] = std::pair(own.anchor(), own.position());
    m_isFilling = true;
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    cursor.beginEditBlock();
    cursor.insertText((from > 0 ? QStringLiteral("\n") : QString()) + lines.join(QLatin1Char('\n')), QTextCharFormat()); // not the format of a gap before it
    QTextBlock block = document()->findBlockByNumber(static_cast<int>(from));
    for (qsizetype i = from; i < end; ++i, block = block.next()) {
        if (m_hidden > 0) {
            setShown(block, false);
            --m_hidden;
        }
        if (m_rows[i].kind == DiffRow::Kind::Gap) {
            m_hidden = m_rows[i].folded;
            colourGap(block);
        }
    }
    cursor.endEditBlock();
    m_isFilling = false;
    if (own = textCursor(); own.anchor() != anchor || own.position() != position) { // where text was added, it went along
        own.setPosition(anchor);
        own.setPosition(position, QTextCursor::KeepAnchor);
        setTextCursor(own);
    }
    Q_EMIT document()->documentLayout()->documentSizeChanged(document()->documentLayout()->documentSize());
    if (!isFilled())
        m_more->start();
}

void DiffPane::openGap(int row)
{
    if (row < 0 || row >= m_rows.size() || m_rows[row].kind != DiffRow::Kind::Gap)
        return;
    if (const qsizetype last = row + m_rows[row].folded; last >= m_filled)
        fillTo(last);
    QTextBlock block = document()->findBlockByNumber(row);
    if (!block.isVisible())
        return;
    const int from = block.position();
    setShown(block, false);
    for (int i = 0; i < m_rows[row].folded; ++i) {
        block = block.next();
        setShown(block, true);
    }
    document()->markContentsDirty(from, block.position() + block.length() - from);
    Q_EMIT document()->documentLayout()->documentSizeChanged(document()->documentLayout()->documentSize());
    if (currentRow() == row) {
        QTextCursor cursor = textCursor();
        cursor.setPosition(document()->findBlockByNumber(row + 1).position());
        setTextCursor(cursor);
    }
    viewport()->update();
    repaintGutter();
    Q_EMIT gapOpened(row);
}

void DiffPane::goToRow(int row)
{
    if (row >= m_filled)
        fillTo(row);
    setTextCursor(QTextCursor(document()->findBlockByNumber(row)));
    centerCursor();
}

const DiffRow *DiffPane::rowOf(const QTextBlock &block) const
{
    return block.isValid() && block.blockNumber() < m_rows.size() ? &m_rows[block.blockNumber()] : nullptr;
}

void DiffPane::cursorMoved()
{
    int row = currentRow();
    if (m_isFilling || row >= m_rows.size())
        return;
    if (!textCursor().block().isVisible()) {
        int gap = row;
        while (gap >= 0 && m_rows[gap].kind != DiffRow::Kind::Gap)
            --gap;
        openGap(gap);
        ensureCursorVisible();
        row = currentRow();
    }
    switch (m_rows[row].kind) {
    case DiffRow::Kind::Removed:
        setAccessibleDescription(tr("Removed"));
        break;
    case DiffRow::Kind::Added:
        setAccessibleDescription(tr("Added"));
        break;
    case DiffRow::Kind::Filler:
        setAccessibleDescription(tr("Not on this side"));
        break;
    case DiffRow::Kind::Gap:
        setAccessibleDescription(tr("Return shows them"));
        break;
    case DiffRow::Kind::Same:
        setAccessibleDescription(tr("Unchanged"));
        break;
    }
}

/// By the text's own format: one that a highlighter would lay over it is forgotten when the line is laid out already, and a
/// selection each would be told of every line that comes or goes.
void DiffPane::colourGap(const QTextBlock &block) const
{
    QTextCharFormat faint;
    faint.setForeground(palette().color(QPalette::PlaceholderText));
    QTextCursor line(block);
    line.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    line.mergeCharFormat(faint);
}

void DiffPane::changeEvent(QEvent *event)
{
    CodeView::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    QTextCursor all(document());
    all.beginEditBlock();
    QTextBlock block = document()->firstBlock();
    for (qsizetype row = 0; row < m_filled; ++row, block = block.next()) {
        if (m_rows[row].kind == DiffRow::Kind::Gap)
            colourGap(block);
    }
    all.endEditBlock();
    viewport()->update();
}

void DiffPane::keyPressEvent(QKeyEvent *event)
{
    const DiffRow *row = rowOf(textCursor().block());
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && row && row->kind == DiffRow::Kind::Gap)
        openGap(currentRow());
    else
        CodeView::keyPressEvent(event);
}

void DiffPane::mouseReleaseEvent(QMouseEvent *event)
{
    CodeView::mouseReleaseEvent(event);
    const QTextBlock block = cursorForPosition(event->position().toPoint()).block();
    if (event->button() == Qt::LeftButton && !textCursor().hasSelection() && block == textCursor().block())
        openGap(block.blockNumber());
}

QMimeData *DiffPane::createMimeDataFromSelection() const
{
    // The lines themselves: what stands for others, and what stands beside nothing, is no text of anybody's.
    const QTextCursor selected = textCursor();
    QStringList lines;
    for (QTextBlock block = document()->findBlock(selected.selectionStart()); block.isValid() && block.position() <= selected.selectionEnd(); block = block.next()) {
        const DiffRow *row = rowOf(block);
        if (row && (row->kind == DiffRow::Kind::Gap || row->kind == DiffRow::Kind::Filler))
            continue;
        const int from = std::max(0, selected.selectionStart() - block.position());
        lines << block.text().mid(from, selected.selectionEnd() - block.position() - from);
    }
    auto *copied = new QMimeData;
    copied->setText(lines.join(QLatin1Char('\n')));
    return copied;
}

int DiffPane::gutterWidth() const
{
    const int numbers = m_numbers == Numbers::Both ? 2 : 1;
    return numbers * (fontMetrics().horizontalAdvance(QLatin1Char('9')) * m_digits + NumberGap) + GlyphWidth;
}

void DiffPane::paintGutter(QPainter &painter, const QTextBlock &block, const QRectF &area) const
{
    const DiffRow *row = rowOf(block);
    if (!row || row->kind == DiffRow::Kind::Gap)
        return;
    const Tone tone = toneOfRow(row->kind);
    if (tone != Tone::Neutral)
        painter.fillRect(area, withAlpha(toneColor(tone, palette()), 0.12F));
    painter.setPen(toneColor(Tone::Completed, palette()));
    QRectF place(area.left(), area.top(), (area.width() - GlyphWidth) / (m_numbers == Numbers::Both ? 2 : 1), area.height());
    const auto paintNumber = [&painter, &place](int number) {
        if (number > 0)
            painter.drawText(place.adjusted(0, 0, -2, 0), Qt::AlignRight, QString::number(number));
        place.translate(place.width(), 0);
    };
    if (m_numbers != Numbers::Right)
        paintNumber(row->left);
    if (m_numbers != Numbers::Left)
        paintNumber(row->right);
    if (tone == Tone::Neutral)
        return;
    painter.setPen(toneColor(tone, palette()));
    painter.drawText(QRectF(area.right() - GlyphWidth, area.top(), GlyphWidth, area.height()), Qt::AlignHCenter,
                     QString(row->kind == DiffRow::Kind::Removed ? QChar(0x2212) : QLatin1Char('+')));
}

void DiffPane::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        for (const auto &[block, area] : visibleBlocks()) {
            const DiffRow *row = rowOf(block);
            if (!row)
                continue;
            const QRectF line(0, area.top(), viewport()->width(), area.height());
            const QColor ink = toneColor(toneOfRow(row->kind), palette());
            if (row->kind == DiffRow::Kind::Gap)
                painter.fillRect(line, palette().color(QPalette::AlternateBase));
            else if (row->kind == DiffRow::Kind::Filler)
                painter.fillRect(line, QBrush(withAlpha(palette().color(QPalette::Text), 0.10F), Qt::BDiagPattern));
            else if (row->kind != DiffRow::Kind::Same)
                painter.fillRect(line, withAlpha(ink, 0.12F));
            for (const TextSpan &word : row->words) {
                for (const QRectF &place : areasOf(block, word.at, word.length))
                    painter.fillRect(place, withAlpha(ink, 0.28F));
            }
        }
    }
    CodeView::paintEvent(event);
}

} // namespace orrery
