// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/find_bar.h"

#include "ui/base/format.h"
#include "ui/base/icons.h"
#include "ui/widgets/code_view.h"
#include "ui/widgets/search_field.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QToolButton>

namespace orrery {

FindBar::FindBar(CodeView *view, QWidget *parent) : QWidget(parent), m_view(view), m_edit(new QLineEdit(this)), m_answer(new QLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(8);
    m_edit->setPlaceholderText(tr("Search text"));
    makeSearchField(m_edit, IconName::Search, tr("Search text"));
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_answer);
    m_back = addButton(IconName::Up, tr("Previous match"), tr("Shift+F3"));
    m_next = addButton(IconName::Down, tr("Next match"), tr("F3"));
    QToolButton *closeButton = addButton(IconName::Close, tr("Close search"), tr("Esc"));
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textChanged, this, &FindBar::take);
    connect(m_back, &QToolButton::clicked, this, [this] { go(Direction::Backwards); });
    connect(m_next, &QToolButton::clicked, this, [this] { go(Direction::Forwards); });
    connect(closeButton, &QToolButton::clicked, this, &FindBar::close);
    for (const auto &[key, direction] : {std::pair(QKeySequence(Qt::Key_F3), Direction::Forwards), std::pair(QKeySequence(Qt::SHIFT | Qt::Key_F3), Direction::Backwards)}) {
        auto *shortcut = new QShortcut(key, parent ? parent : this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, way = direction] {
            if (!isOpen())
                open();
            go(way);
        });
    }
    m_recount.setSingleShot(true);
    m_recount.setInterval(500);
    connect(&m_recount, &QTimer::timeout, this, &FindBar::showAnswer);
    connect(m_view, &CodeView::textChanged, this, [this] {
        if (isOpen() && !m_edit->text().isEmpty() && !m_recount.isActive())
            m_recount.start();
    });
    showAnswer();
    setVisible(false);
}

QToolButton *FindBar::addButton(IconName name, const QString &said, const QString &key)
{
    auto *button = new QToolButton(this);
    button->setIcon(icon(name));
    button->setAutoRaise(true);
    button->setAccessibleName(said);
    button->setToolTip(tr("%1 (%2)").arg(said, key));
    layout()->addWidget(button);
    return button;
}

void FindBar::open()
{
    setVisible(true);
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
    m_view->setMarked(m_edit->text());
    showAnswer();
}

void FindBar::close()
{
    setVisible(false);
    m_view->setMarked({});
    m_view->setFocus(Qt::OtherFocusReason);
}

void FindBar::take(const QString &typed)
{
    m_view->setMarked(typed);
    if (typed.isEmpty()) {
        QTextCursor cursor = m_view->textCursor();
        cursor.setPosition(cursor.selectionStart());
        m_view->setTextCursor(cursor);
    } else {
        m_view->findFromHere(typed);
    }
    showAnswer();
}

void FindBar::go(Direction direction)
{
    if (m_edit->text().isEmpty())
        return;
    m_view->findNext(m_edit->text(), direction == Direction::Backwards);
    showAnswer();
}

void FindBar::showAnswer()
{
    const QString typed = m_edit->text();
    const CodeView::Matches found = m_view->matches(typed);
    m_back->setEnabled(found.all > 0);
    m_next->setEnabled(found.all > 0);
    if (typed.isEmpty())
        m_answer->setText(QString());
    else if (found.all == 0)
        m_answer->setText(tr("Not found"));
    else
        m_answer->setText(tr("%1 of %2").arg(found.current == 0 ? QStringLiteral("–") : count(found.current), count(found.all)));
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        go(event->modifiers().testFlag(Qt::ShiftModifier) ? Direction::Backwards : Direction::Forwards);
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace orrery
