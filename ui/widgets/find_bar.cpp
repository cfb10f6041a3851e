// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/find_bar.h"

#include "ui/base/icons.h"
#include "ui/widgets/code_view.h"
#include "ui/widgets/search_field.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace orrery {

FindBar::FindBar(CodeView *view, QWidget *parent) : QWidget(parent), m_view(view), m_edit(new QLineEdit(this)), m_answer(new QLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(8);
    m_edit->setPlaceholderText(tr("Search text"));
    makeSearchField(m_edit, IconName::Search, tr("Search text"));
    auto *closeButton = new QToolButton(this);
    closeButton->setIcon(icon(IconName::Close));
    closeButton->setAutoRaise(true);
    closeButton->setAccessibleName(tr("Close search"));
    closeButton->setToolTip(tr("Close search (Esc)"));
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_answer);
    layout->addWidget(closeButton);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, [this] {
        // One more letter goes on from the match of those before it, not from behind it.
        QTextCursor from = m_view->textCursor();
        from.setPosition(from.selectionStart());
        m_view->setTextCursor(from);
        search(false);
    });
    connect(closeButton, &QToolButton::clicked, this, &FindBar::close);
    setVisible(false);
}

void FindBar::open()
{
    setVisible(true);
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void FindBar::close()
{
    setVisible(false);
    m_view->setFocus(Qt::OtherFocusReason);
}

void FindBar::search(bool backwards)
{
    const bool found = m_edit->text().isEmpty() || m_view->findNext(m_edit->text(), backwards);
    m_answer->setText(found ? QString() : tr("Not found"));
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        search(event->modifiers().testFlag(Qt::ShiftModifier));
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace orrery
