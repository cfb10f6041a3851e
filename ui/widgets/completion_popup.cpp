// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/completion_popup.h"

#include "ui/base/theme.h"
#include "ui/widgets/style_paint.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>
#include <QVBoxLayout>

namespace orrery {

namespace {

constexpr int RowsShown = 8;
constexpr int MinimumWidth = 280;
constexpr int MaximumWidth = 520;

bool isOfAWord(const QString &text)
{
    return text.size() == 1 && (text[0].isLetterOrNumber() || text[0] == QLatin1Char('_'));
}

} // namespace

CompletionPopup::CompletionPopup(QPlainTextEdit *edit)
    : QFrame(edit), m_edit(edit), m_list(new CompletionList(this)), m_view(new QListView(this)), m_detail(new QLabel(this))
{
    setObjectName(QStringLiteral("completions"));
    setAccessibleName(tr("Completions"));
    setForegroundRole(QPalette::ToolTipText);
    setLayoutDirection(Qt::LeftToRight); // as the text it stands in
    m_view->setAccessibleName(tr("Completions"));
    m_view->setModel(m_list);
    m_view->setItemDelegate(new CompletionDelegate(m_view));
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setUniformItemSizes(true);
    m_view->viewport()->setBackgroundRole(QPalette::ToolTipBase);
    setFont(QApplication::font()); // not the field's, which is for code
    m_detail->setFont(captionFont(font()));
    m_detail->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_detail->setForegroundRole(QPalette::PlaceholderText);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setWordWrap(true);
    m_detail->setContentsMargins(8, 4, 8, 4);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 4, 1, 4);
    layout->setSpacing(0);
    layout->addWidget(m_view);
    layout->addWidget(m_detail);
    hide();
    edit->installEventFilter(this);
    connect(edit, &QPlainTextEdit::cursorPositionChanged, this, &CompletionPopup::follow);
    connect(edit, &QPlainTextEdit::textChanged, this, [this] {
        if (std::exchange(m_typing, false) && !isOpen() && !m_dismissed)
            ask();
    });
    connect(edit->verticalScrollBar(), &QScrollBar::valueChanged, this, &CompletionPopup::close);
    connect(m_view, &QListView::clicked, this, [this](const QModelIndex &index) {
        choose(index.row());
        accept();
    });
}

void CompletionPopup::ask()
{
    const QTextCursor cursor = m_edit->textCursor();
    Q_EMIT wanted(cursor.blockNumber() + 1, cursor.positionInBlock() + 1);
}

void CompletionPopup::offer(const TextRange &range, const QList<Completion> &candidates)
{
    const QTextBlock block = m_edit->document()->findBlockByNumber(range.line - 1);
    const QTextCursor cursor = m_edit->textCursor();
    const int from = block.position() + range.column - 1;
    if (!block.isValid() || cursor.block() != block || cursor.position() < from || !m_edit->hasFocus() || m_edit->isReadOnly()) {
        close();
        return;
    }
    m_from = from;
    m_end = QTextCursor(block);
    m_end.setPosition(std::min(from + range.length, block.position() + block.length() - 1));
    m_list->setCandidates(candidates);
    if (parentWidget() != m_edit->window())
        setParent(m_edit->window());
    // Shown by follow(), unless nothing is left to offer.
    setVisible(true);
    follow();
}

QString CompletionPopup::typed() const
{
    return m_edit->document()->findBlock(m_from).text().mid(m_from - m_edit->document()->findBlock(m_from).position(), m_edit->textCursor().position() - m_from);
}

void CompletionPopup::follow()
{
    if (!isOpen())
        return;
    const QTextCursor cursor = m_edit->textCursor();
    if (cursor.position() < m_from || cursor.block() != m_edit->document()->findBlock(m_from) || cursor.hasSelection()) {
        close();
        return;
    }
    m_list->setTyped(typed());
    const int rows = m_list->rowCount();
    if (rows == 0 || (rows == 1 && m_list->at(0).text == typed() && m_list->at(0).insert.isEmpty())) {
        close();
        return;
    }
    place();
    choose(0);
}

void CompletionPopup::choose(int row)
{
    const int rows = m_list->rowCount();
    m_view->setCurrentIndex(m_list->index((row + rows) % rows, 0));
    const int current = m_view->currentIndex().row();
    const QString detail = m_list->at(current).detail;
    // Words wrap: some of two lines' width is lost at the end of the first.
    m_detail->setText(m_detail->fontMetrics().elidedText(detail, Qt::ElideRight, 2 * (width() - 20) - 60));
    Q_EMIT currentChanged(tr("%1. %2 of %3. %4").arg(m_list->spoken(current)).arg(current + 1).arg(rows).arg(detail).trimmed());
}

void CompletionPopup::accept()
{
    const Completion chosen = m_list->at(m_view->currentIndex().row());
    close();
    m_dismissed = true; // what is written by it is no word to complete
    QTextCursor cursor = m_edit->textCursor();
    const int to = std::max(cursor.position(), m_end.position());
    cursor.beginEditBlock();
    cursor.setPosition(m_from);
    cursor.setPosition(to, QTextCursor::KeepAnchor);
    cursor.insertText(chosen.insert.isEmpty() ? chosen.text : chosen.insert);
    cursor.endEditBlock();
    m_edit->setTextCursor(cursor);
    m_dismissed = false;
}

void CompletionPopup::close()
{
    if (!isOpen())
        return;
    hide();
    Q_EMIT currentChanged({});
}

void CompletionPopup::place()
{
    const QWidget *ground = parentWidget();
    int width = MinimumWidth;
    for (int row = 0; row < std::min(m_list->rowCount(), 100); ++row)
        width = std::max(width, m_view->sizeHintForIndex(m_list->index(row, 0)).width() + 20);
    width = std::min({width, MaximumWidth, ground->width()});
    m_view->setFixedHeight(std::min(m_list->rowCount(), RowsShown) * static_cast<int>(Density::Compact));
    // Sentences have more lines or fewer, or none; the list must not move under the eye for that.
    m_detail->setVisible(m_list->hasDetails());
    m_detail->setFixedHeight(2 * m_detail->fontMetrics().lineSpacing() + 8);
    const int height = m_view->height() + (m_list->hasDetails() ? m_detail->height() : 0) + 8;
    QTextCursor cursor(m_edit->document());
    cursor.setPosition(m_from);
    const QRect word = m_edit->cursorRect(cursor);
    const QPoint below = m_edit->viewport()->mapTo(ground, word.bottomLeft());
    const int top = m_edit->viewport()->mapTo(ground, word.topLeft()).y();
    const bool fits = below.y() + 2 + height <= ground->height() || top < height;
    setGeometry(std::clamp(below.x() - 8, 0, std::max(0, ground->width() - width)), fits ? below.y() + 2 : top - 2 - height, width, height);
    raise();
}

bool CompletionPopup::isOwnKey(const QKeyEvent *event) const
{
    if ((event->modifiers() & ~Qt::KeypadModifier) == Qt::ControlModifier && event->key() == Qt::Key_Space)
        return !m_edit->isReadOnly();
    if (!isOpen() || (event->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
    case Qt::Key_Escape:
        return true;
    default:
        return false;
    }
}

void CompletionPopup::takeOwnKey(const QKeyEvent *event)
{
    const int row = m_view->currentIndex().row();
    switch (event->key()) {
    case Qt::Key_Space:
        m_dismissed = false;
        ask();
        break;
    case Qt::Key_Up:
        choose(row - 1);
        break;
    case Qt::Key_Down:
        choose(row + 1);
        break;
    case Qt::Key_PageUp:
        choose(std::max(0, row - RowsShown));
        break;
    case Qt::Key_PageDown:
        choose(std::min(m_list->rowCount() - 1, row + RowsShown));
        break;
    case Qt::Key_Escape:
        m_dismissed = true;
        close();
        break;
    default:
        accept();
    }
}

bool CompletionPopup::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        if (isOwnKey(static_cast<QKeyEvent *>(event))) {
            event->accept();
            return true;
        }
        break;
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (isOwnKey(key)) {
            takeOwnKey(key);
            return true;
        }
        m_typing = !m_edit->isReadOnly() && isOfAWord(key->text());
        if (!m_typing && !key->text().isEmpty())
            m_dismissed = false;
        break;
    }
    case QEvent::FocusOut:
    case QEvent::Hide:
    case QEvent::Resize:
        close();
        break;
    default:
        break;
    }
    return QFrame::eventFilter(watched, event);
}

void CompletionPopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(palette().color(QPalette::ToolTipBase));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), paint::Radius, paint::Radius);
}

} // namespace orrery
