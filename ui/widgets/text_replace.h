// SPDX-License-Identifier: Apache-2.0
#pragma once

class QString;
class QTextDocument;

namespace orrery {

/// The document has this text afterwards, in one step to undo. Only the lines that differ are written: cursors, marks and
/// hidden lines elsewhere stay.
void replaceLines(QTextDocument *document, const QString &text);

} // namespace orrery
