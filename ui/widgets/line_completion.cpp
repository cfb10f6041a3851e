// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/line_completion.h"

#include "ui/widgets/status_delegate.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QEvent>
#include <QLineEdit>
#include <QStringListModel>

namespace orrery {

namespace {

constexpr int NamesShown = 8;

} // namespace

LineCompletion::LineCompletion(QLineEdit *line)
    : QObject(line), m_line(line), m_candidates(new QStringListModel(this)), m_completer(new QCompleter(m_candidates, this))
{
    // Not the line's own completer: that one writes each candidate that is passed on the way.
    m_completer->setWidget(line);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setMaxVisibleItems(NamesShown);
    m_completer->popup()->setAccessibleName(tr("Completions"));
    auto *rows = new StatusDelegate(m_completer->popup());
    rows->setDensity(Density::Compact);
    m_completer->popup()->setItemDelegate(rows);
    line->installEventFilter(this);
    connect(line, &QLineEdit::textEdited, this, [this] { look(Reach::Typed); });
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, [this](const QString &text) {
        m_line->setText(text);
        Q_EMIT chosen(text);
    });
}

void LineCompletion::show()
{
    look(Reach::All);
}

void LineCompletion::offer(const QStringList &candidates)
{
    m_candidates->setStringList(candidates);
    m_isKnown = true;
    if (m_line->hasFocus())
        look(m_reach);
}

void LineCompletion::look(Reach reach)
{
    m_reach = reach;
    if (!m_isKnown) {
        if (!std::exchange(m_isAsked, true))
            Q_EMIT wanted();
        return;
    }
    const QString typed = reach == Reach::All ? QString() : m_line->text();
    m_completer->setCompletionPrefix(typed);
    const bool saysNothing = m_completer->completionCount() == 0 || (m_completer->completionCount() == 1 && m_completer->currentCompletion() == m_line->text());
    if (saysNothing || (reach == Reach::Typed && typed.isEmpty()))
        m_completer->popup()->hide();
    else
        m_completer->complete();
}

bool LineCompletion::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && !m_completer->popup()->isVisible())
        m_isAsked = m_isKnown = false; // what there is may be another when somebody comes back
    return QObject::eventFilter(watched, event);
}

} // namespace orrery
