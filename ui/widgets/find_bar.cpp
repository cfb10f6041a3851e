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
    connect(&m_recount, &QTimer::timeout, this, [this] {
        m_counted = {};
        m_linesCounted = 0;
        countSlice();
    });
    m_slice.setSingleShot(true);
    connect(&m_slice, &QTimer::timeout, this, &FindBar::countSlice);
    connect(m_view, &CodeView::textChanged, this, [this] {
        m_foundFor.clear();
        if (isOpen() && !m_edit->text().isEmpty() && !m_recount.isActive())
            m_recount.start(RecountMsecs);
    });
    showNone();
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
    m_edit->text().isEmpty() ? showNone() : countSoon();
}

void FindBar::close()
{
    setVisible(false);
    m_recount.stop();
    m_slice.stop();
    m_view->setMarked({});
    m_view->setFocus(Qt::OtherFocusReason);
}

void FindBar::take(const QString &typed)
{
    m_view->setMarked(typed);
    if (typed.isEmpty())
        m_view->dropSelection();
    if (!isKnownMissing(typed) && m_view->findFromHere(typed))
        countSoon();
    else
        showNone();
}

void FindBar::go(Direction direction)
{
    if (m_edit->text().isEmpty() || isKnownMissing(m_edit->text()))
        return;
    const int before = m_view->textCursor().selectionStart();
    const bool fromCounted = m_found && m_found->current > 0 && before == m_current.selectionStart();
    if (!m_view->findNext(m_edit->text(), direction == Direction::Backwards)) {
        showNone();
        return;
    }
    if (!fromCounted || m_slice.isActive()) {
        countSoon();
        return;
    }
    const int after = m_view->textCursor().selectionStart();
    CodeView::Matches found = *m_found;
    if (direction == Direction::Forwards)
        found.current = after > before ? found.current + 1 : 1;
    else
        found.current = after < before ? std::max(1, found.current - 1) : found.all;
    found.all = std::max(found.all, found.current); // lines have come since
    show(found);
}

bool FindBar::isKnownMissing(const QString &text) const
{
    return m_found && m_found->all == 0 && !m_recount.isActive() && !m_foundFor.isEmpty() && text.contains(m_foundFor, Qt::CaseInsensitive);
}

void FindBar::countSlice()
{
    const CodeView::Matches slice = m_view->matches(m_edit->text(), m_linesCounted, SliceLines);
    if (slice.current > 0)
        m_counted.current = m_counted.all + slice.current;
    m_counted.all += slice.all;
    m_linesCounted += SliceLines;
    if (m_linesCounted < m_view->blockCount())
        m_slice.start(0);
    else
        show(m_counted);
}

void FindBar::countSoon()
{
    m_slice.stop();
    m_recount.start(PauseMsecs);
    show(std::nullopt);
}

void FindBar::showNone()
{
    m_recount.stop();
    m_slice.stop();
    show(CodeView::Matches());
}

void FindBar::show(const std::optional<CodeView::Matches> &found)
{
    m_found = found;
    m_foundFor = m_edit->text();
    m_current = m_view->textCursor();
    const bool any = !found || found->all > 0;
    m_back->setEnabled(any);
    m_next->setEnabled(any);
    if (m_edit->text().isEmpty())
        m_answer->setText(QString());
    else if (!found)
        m_answer->setText(QStringLiteral("…"));
    else if (found->all == 0)
        m_answer->setText(tr("Not found"));
    else
        m_answer->setText(tr("%1 of %2").arg(found->current == 0 ? QStringLiteral("–") : count(found->current), count(found->all)));
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
