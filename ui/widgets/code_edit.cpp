// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/code_edit.h"

#include "ui/base/tone.h"
#include "ui/widgets/indentation.h"
#include "ui/widgets/indentation_guides.h"
#include "ui/widgets/text_replace.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QPlainTextDocumentLayout>
#include <QScrollBar>
#include <QToolTip>

namespace orrery {

namespace {

constexpr int GlyphColumn = 16; ///< left of the numbers

QColor faint(QColor color, float alpha)
{
    color.setAlphaF(alpha);
    return color;
}

} // namespace

CodeEdit::CodeEdit(QWidget *parent) : CodeView(parent), m_completions(new CompletionPopup(this))
{
    setReadOnly(false);
    setTextInteractionFlags(Qt::TextEditorInteraction);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &CodeEdit::cursorMoved);
    connect(m_completions, &CompletionPopup::wanted, this, &CodeEdit::completionWanted);
    connect(m_completions, &CompletionPopup::currentChanged, this, [this](const QString &spoken) {
        m_candidate = spoken;
        describe();
    });
    updateGutter();
    cursorMoved();
}

CodeEdit::~CodeEdit()
{
    delete m_completions;
}

std::unique_ptr<QTextDocument> CodeEdit::makeDocument(const QString &text)
{
    auto document = std::make_unique<QTextDocument>();
    document->setDocumentLayout(new QPlainTextDocumentLayout(document.get()));
    document->setPlainText(text);
    document->setModified(false);
    return document;
}

void CodeEdit::showDocument(QTextDocument *newDocument)
{
    m_marks = {};
    // Qt takes the layout from a document that gives way to another.
    if (!qobject_cast<QPlainTextDocumentLayout *>(newDocument->documentLayout()))
        newDocument->setDocumentLayout(new QPlainTextDocumentLayout(newDocument));
    newDocument->setDefaultFont(font());
    setDocument(newDocument);
    m_currentLine = -1;
    cursorMoved();
    updateGutter();
}

void CodeEdit::replaceText(const QString &text)
{
    const QPoint scroll(horizontalScrollBar()->value(), verticalScrollBar()->value());
    replaceLines(document(), text);
    horizontalScrollBar()->setValue(scroll.x());
    verticalScrollBar()->setValue(scroll.y());
}

void CodeEdit::setMarks(const QList<TextMark> &marks)
{
    m_marks.set(document(), marks);
    viewport()->update();
    repaintGutter();
    describe();
}

void CodeEdit::goTo(int line, int column)
{
    const QTextBlock block = document()->findBlockByNumber(std::clamp(line, 1, document()->blockCount()) - 1);
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + std::clamp(column - 1, 0, block.length() - 1));
    setTextCursor(cursor);
    if (!viewport()->rect().contains(cursorRect()))
        centerCursor();
}

void CodeEdit::setTabKey(TabKey what)
{
    if (what == tabKey())
        return;
    setTabChangesFocus(what == TabKey::MovesFocus);
    Q_EMIT tabKeyChanged(what);
}

void CodeEdit::showCompletions(const TextRange &range, const QList<Completion> &candidates)
{
    if (m_completions)
        m_completions->offer(range, candidates);
}

bool CodeEdit::run(EditCommand command)
{
    if (isReadOnly() && writes(command))
        return false;
    switch (command) {
    case EditCommand::None:
        return false;
    case EditCommand::BreakLine:
        indentation::breakLine(textCursor());
        break;
    case EditCommand::Indent:
        indentation::indent(textCursor());
        break;
    case EditCommand::Unindent:
        indentation::unindent(textCursor());
        break;
    case EditCommand::Comment:
        indentation::toggleComment(textCursor());
        break;
    case EditCommand::TakeLevel:
        if (!indentation::takeLevel(textCursor()))
            return false;
        break;
    case EditCommand::NextMark:
        goToMark(m_marks.after(textCursor().position()));
        return true;
    case EditCommand::PreviousMark:
        goToMark(m_marks.before(textCursor().position()));
        return true;
    case EditCommand::ToggleTab:
        setTabKey(tabKey() == TabKey::Indents ? TabKey::MovesFocus : TabKey::Indents);
        return true;
    }
    ensureCursorVisible();
    return true;
}

bool CodeEdit::event(QEvent *event)
{
    // The window's own F8 and the like wait while somebody writes here.
    if (event->type() == QEvent::ShortcutOverride && editCommandOf(static_cast<QKeyEvent *>(event), tabKey()) != EditCommand::None) {
        event->accept();
        return true;
    }
    return CodeView::event(event);
}

void CodeEdit::keyPressEvent(QKeyEvent *event)
{
    if (run(editCommandOf(event, tabKey()))) {
        event->accept();
        return;
    }
    CodeView::keyPressEvent(event);
}

void CodeEdit::insertFromMimeData(const QMimeData *source)
{
    if (isReadOnly() || !source->hasText())
        return;
    textCursor().insertText(indentation::withoutTabs(source->text()));
    ensureCursorVisible();
}

void CodeEdit::goToMark(const TextMarks::Placed *mark)
{
    if (!mark)
        return;
    const int position = mark->range.selectionStart();
    const QTextBlock block = document()->findBlock(position);
    goTo(block.blockNumber() + 1, position - block.position() + 1);
}

void CodeEdit::cursorMoved()
{
    if (std::exchange(m_currentLine, textCursor().blockNumber()) == textCursor().blockNumber())
        return;
    viewport()->update(); // the tint, and the level's guide
    repaintGutter();
    describe();
}

void CodeEdit::describe()
{
    const QString said = m_candidate.isEmpty() ? textOf(m_marks.in(textCursor().block()), false) : m_candidate;
    if (said != accessibleDescription())
        setAccessibleDescription(said); // which tells screen readers
}

void CodeEdit::paintEvent(QPaintEvent *event)
{
    const QList<VisibleBlock> blocks = visibleBlocks();
    {
        QPainter painter(viewport());
        for (const auto &[block, area] : blocks) {
            if (block.blockNumber() == m_currentLine)
                painter.fillRect(QRectF(0, area.top(), viewport()->width(), area.height()), faint(palette().color(QPalette::Text), 0.05F));
        }
        IndentationGuides guides(painter, {contentOffset().x() + document()->documentMargin(), QFontMetricsF(font()).horizontalAdvance(QLatin1Char(' '))}, m_currentLine);
        for (const auto &[block, area] : blocks)
            guides.paint(block, area, palette());
    }
    CodeView::paintEvent(event);
    QPainter painter(viewport());
    for (const auto &[block, area] : blocks) {
        for (const TextMarks::Placed *placed : m_marks.in(block)) {
            for (const QRectF &words : areasOfMark(*placed))
                paintWave(painter, words, toneColor(placed->mark.tone, palette()));
        }
    }
}

QList<QRectF> CodeEdit::areasOfMark(const TextMarks::Placed &placed) const
{
    const QTextBlock block = document()->findBlock(placed.range.selectionStart());
    const int at = placed.range.selectionStart() - block.position();
    const QList<QRectF> areas = areasOf(block, at, placed.range.selectionEnd() - placed.range.selectionStart());
    if (!areas.isEmpty())
        return areas;
    // Something is missing here: the place after the text.
    const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
    const QTextLine line = block.layout()->lineForTextPosition(at);
    return {QRectF(area.left() + (line.isValid() ? line.cursorToX(at) : 0), area.top(), 8, area.height())};
}

int CodeEdit::gutterWidth() const
{
    return CodeView::gutterWidth() + GlyphColumn;
}

void CodeEdit::paintGutter(QPainter &painter, const QTextBlock &block, const QRectF &area) const
{
    CodeView::paintGutter(painter, block, area);
    const QList<const TextMarks::Placed *> marks = m_marks.in(block);
    if (marks.isEmpty())
        return;
    painter.setPen(toneColor(toneOf(marks), palette()));
    painter.drawText(QRectF(4, area.top(), GlyphColumn, area.height()), Qt::AlignLeft, QString(toneGlyph(toneOf(marks))));
}

QString CodeEdit::gutterToolTip(const QTextBlock &block) const
{
    const QString said = textOf(m_marks.in(block), true);
    return said.isEmpty() ? editKeysHelp() : said;
}

bool CodeEdit::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return CodeView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QList<const TextMarks::Placed *> here;
    for (const TextMarks::Placed *placed : m_marks.in(cursorForPosition(help->pos()).block())) {
        const QList<QRectF> areas = areasOfMark(*placed);
        if (std::any_of(areas.begin(), areas.end(), [help](const QRectF &area) { return area.adjusted(-2, 0, 2, 0).contains(help->pos()); }))
            here << placed;
    }
    QToolTip::showText(help->globalPos(), textOf(here, true), viewport());
    return true;
}

} // namespace orrery
