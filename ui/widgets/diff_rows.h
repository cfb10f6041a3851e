// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/line_diff.h"

namespace orrery {

/// A line of a difference as it is shown.
struct DiffRow {
    enum class Kind : unsigned char {
        Same,
        Removed,
        Added,
        Filler, ///< nothing here stands beside something there
        Gap,    ///< says how many lines are folded: those rows follow it
    };
    Kind kind = Kind::Same;
    int left = 0;  ///< number of the line, from 1; 0: it is not in that text
    int right = 0;
    int folded = 0; ///< rows, of a gap
    QString text;
    QList<TextSpan> words; ///< that differ; none: all of them
};

/// The difference of two texts in its two forms: one column, or two of as many rows each.
struct DiffRows {
    static constexpr int Context = 3; ///< unchanged lines beside a change that are never folded

    QList<DiffRow> unified;
    QList<DiffRow> left;
    QList<DiffRow> right;
    int changes = 0;
    int added = 0;
    int removed = 0;
};

[[nodiscard]] DiffRows diffRows(const QString &left, const QString &right);

} // namespace orrery
