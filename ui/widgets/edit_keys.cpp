// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/edit_keys.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace orrery {

EditCommand editCommandOf(const QKeyEvent *event, TabKey tab)
{
    const Qt::KeyboardModifiers held = event->modifiers() & ~Qt::KeypadModifier;
    const bool plain = held == Qt::NoModifier;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return plain ? EditCommand::BreakLine : EditCommand::None;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        if (tab == TabKey::MovesFocus || (held & ~Qt::ShiftModifier) != Qt::NoModifier)
            return EditCommand::None;
        return event->key() == Qt::Key_Backtab || held == Qt::ShiftModifier ? EditCommand::Unindent : EditCommand::Indent;
    case Qt::Key_Backspace:
        return plain ? EditCommand::TakeLevel : EditCommand::None;
    case Qt::Key_F8:
        return plain ? EditCommand::NextMark : held == Qt::ShiftModifier ? EditCommand::PreviousMark : EditCommand::None;
    case Qt::Key_Slash:
        // Many keyboards have it on Shift.
        return (held & ~Qt::ShiftModifier) == Qt::ControlModifier ? EditCommand::Comment : EditCommand::None;
    case Qt::Key_M:
        return held == Qt::ControlModifier ? EditCommand::ToggleTab : EditCommand::None;
    default:
        return EditCommand::None;
    }
}

bool writes(EditCommand command)
{
    return command != EditCommand::None && command != EditCommand::NextMark && command != EditCommand::PreviousMark && command != EditCommand::ToggleTab;
}

QString editKeysHelp()
{
    return QCoreApplication::translate("EditKeys", "Tab, Shift+Tab: one level in or out\nCtrl+M: Tab moves the focus instead, and back\n"
                                                   "Ctrl+/: comment or uncomment\nF8, Shift+F8: next or previous problem\nCtrl+Space: complete");
}

} // namespace orrery
