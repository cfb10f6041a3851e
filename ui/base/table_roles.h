// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>
#include <Qt>

namespace orrery {

/// What tables say of a cell beside its text, so that ui/models need no widgets and ui/widgets no Kubernetes.
/// Numbers are right-aligned by the usual Qt::TextAlignmentRole; tooltips by Qt::ToolTipRole.
enum TableRole : int {
    ToneRole = Qt::UserRole + 1, ///< int(Tone): the cell is a status, shown as glyph and word; absent: plain text
    ChangedAtRole,               ///< qint64, monotonicMsecs() when the cell last changed by itself; absent or 0: no tint
    CopyRole,                    ///< QString for the clipboard where it differs from Qt::DisplayRole
    IdentityRole,                ///< QString naming the row's object for life (uid): selection and scroll are kept by it
    FirstFreeTableRole = Qt::UserRole + 32,
};

/// Asked of headerData() for a horizontal section.
enum HeaderRole : int {
    ColumnIdRole = Qt::UserRole + 1, ///< QString, stable and untranslated ("status"): column state is saved under it
    ColumnWideRole,                  ///< bool: hidden until asked for, as in kubectl -o wide
    ColumnStretchRole,               ///< bool: takes what is left of the width; the first such column wins
    ColumnCharactersRole,            ///< int: a width in figures to start from; absent: measured from a sample
};

/// The clock of ChangedAtRole: milliseconds, never going back.
[[nodiscard]] qint64 monotonicMsecs();

} // namespace orrery
