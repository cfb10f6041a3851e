// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTextCursor>

class QTextBlock;

namespace orrery::indentation {

/// YAML's levels as Kubernetes writes them. Each function is one step to undo, and works on the lines that the cursor's
/// selection touches (a last line that it only reaches the beginning of is not one), or else on the cursor's own.
inline constexpr int Width = 2;

/// Spaces before the first other character.
[[nodiscard]] int of(const QString &line);
/// Of the line after one that ends where text does: its own; one level more after a key without a value, or where a
/// block of text begins; below the key after "- key: value". Within a block of text (isText) its own, always.
[[nodiscard]] int after(const QString &text, bool isText);
/// Does the line belong to a block of text (`|`, `>`), as YamlHighlighter has found? Its first line does not.
[[nodiscard]] bool isText(const QTextBlock &block);
/// With two spaces for each tab, and one kind of line end.
[[nodiscard]] QString withoutTabs(QString text);

void breakLine(QTextCursor cursor);
/// A selection's lines go in by a level; without one, spaces up to the next level.
void indent(QTextCursor cursor);
void unindent(QTextCursor cursor);
/// "# " before the lines, or away when all of them have it. Empty lines stay.
void toggleComment(QTextCursor cursor);
/// Takes the spaces back to the level before; false, and does nothing, anywhere but after spaces at a line's beginning.
bool takeLevel(QTextCursor cursor);

} // namespace orrery::indentation
