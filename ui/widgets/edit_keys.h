// SPDX-License-Identifier: Apache-2.0
#pragma once

class QKeyEvent;
class QString;

namespace orrery {

/// What Tab does in an editor: there has to be a way out of it without a mouse.
enum class TabKey { Indents, MovesFocus };

enum class EditCommand { None, BreakLine, Indent, Unindent, Comment, TakeLevel, NextMark, PreviousMark, ToggleTab };

[[nodiscard]] EditCommand editCommandOf(const QKeyEvent *event, TabKey tab);
[[nodiscard]] bool writes(EditCommand command); ///< does it change the text?
/// The keys an editor has beyond those of every text field, a line each: for a tooltip or a help page.
[[nodiscard]] QString editKeysHelp();

} // namespace orrery
