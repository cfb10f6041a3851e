// SPDX-License-Identifier: Apache-2.0
#pragma once

class QString;
class QTextDocument;

namespace orrery {

/// The document's text with line feeds, as it was written: toPlainText() makes a space of a no-break space.
[[nodiscard]] QString textOf(const QTextDocument &document);

/// The document has this text afterwards, in one step to undo. Only the lines that differ are written: cursors, marks and
/// hidden lines elsewhere stay.
void replaceLines(QTextDocument *document, const QString &text);

} // namespace orrery
