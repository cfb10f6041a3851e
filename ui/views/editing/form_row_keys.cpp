// SPDX-License-Identifier: Apache-2.0
// The keys of a row of a form.
#include "ui/views/editing/form_row_widget.h"

#include "ui/widgets/line_completion.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>

namespace orrery {

void FormRowWidget::watch(QWidget *widget)
{
    widget->installEventFilter(this);
    if (widget->focusPolicy() == Qt::WheelFocus)
        widget->setFocusPolicy(Qt::StrongFocus);
}

bool FormRowWidget::stepNumber(int by)
{
    bool isNumber = false;
    const qint64 now = m_text->text().toLongLong(&isNumber);
    if (m_row.kind != kube::FormRow::Kind::Integer || m_row.isReadOnly || (!isNumber && !m_text->text().isEmpty()))
        return false;
    auto next = static_cast<double>(now + by);
    if (m_words.minimum)
        next = std::max(next, *m_words.minimum);
    if (m_words.maximum)
        next = std::min(next, *m_words.maximum);
    m_text->setText(QString::number(static_cast<qint64>(next)));
    typed();
    return true;
}

bool FormRowWidget::key(int key, Qt::KeyboardModifiers modifiers)
{
    using Act = FormHost::Act;
    if (modifiers == Qt::AltModifier && !m_row.isReadOnly && m_row.kind < kube::FormRow::Kind::AddField) {
        const bool up = key == Qt::Key_Up;
        if ((up || key == Qt::Key_Down) && isMovable() && (up ? m_row.path.steps.back().index > 0 : !m_row.isLast)) {
            commit();
            m_host.act(m_row, up ? Act::Up : Act::Down);
            return true;
        }
        if (key == Qt::Key_Delete) {
            m_host.act(m_row, Act::Remove);
            return true;
        }
    }
    if (modifiers == Qt::ShiftModifier && m_text && m_text->hasFocus() && m_row.kind == kube::FormRow::Kind::Text && !m_row.isReadOnly
        && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        m_text->setText(m_text->text() + QLatin1Char('\n'));
        m_isTyped = true;
        commit();
        return true;
    }
    if (m_names && m_text->hasFocus() && ((key == Qt::Key_Down && modifiers == Qt::NoModifier) || (key == Qt::Key_Space && modifiers == Qt::ControlModifier))) {
        m_names->show();
        return true;
    }
    if (modifiers != Qt::NoModifier)
        return false;
    if (m_toggle && m_toggle->hasFocus() && (key == Qt::Key_Left || key == Qt::Key_Right)) {
        m_host.act(m_row, (key == Qt::Key_Right) != isRightToLeft() ? Act::Open : Act::Close);
        return true;
    }
    return m_text && m_text->hasFocus() && (key == Qt::Key_Up || key == Qt::Key_Down) && stepNumber(key == Qt::Key_Up ? 1 : -1);
}

void FormRowWidget::offerNames(const QStringList &names)
{
    if (m_names && !m_isRetired)
        m_names->offer(names);
}

bool FormRowWidget::eventFilter(QObject *watched, QEvent *event)
{
    if (m_isRetired)
        return false;
    switch (event->type()) {
    case QEvent::FocusIn:
        showMenuButton();
        m_host.focused(m_row);
        break;
    case QEvent::FocusOut:
        showMenuButton();
        if (watched == m_lines)
            commit();
        break;
    case QEvent::Wheel:
        if (watched == m_choice) {
            event->ignore();
            return true;
        }
        break;
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress: {
        auto *pressed = static_cast<QKeyEvent *>(event);
        const bool undoes = pressed->matches(QKeySequence::Undo);
        if (undoes || pressed->matches(QKeySequence::Redo)) {
            event->accept();
            if (event->type() == QEvent::KeyPress) {
                commit();
                undoes ? m_host.undo() : m_host.redo();
            }
            return true;
        }
        if (event->type() == QEvent::KeyPress && key(pressed->key(), pressed->modifiers() & ~Qt::KeypadModifier))
            return true;
        break;
    }
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace orrery
