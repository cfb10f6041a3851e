// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace orrery {

/// A stretch of lines that differ: leftCount lines at left became rightCount at right, counted from 0. One count may be 0.
struct LineChange {
    int left = 0;
    int leftCount = 0;
    int right = 0;
    int rightCount = 0;
    bool operator==(const LineChange &) const = default;
};

/// From the first to the last; equal lines stand between any two.
/// Costs as much as there are differences among the lines that both texts have.
[[nodiscard]] QList<LineChange> lineChanges(const QStringList &left, const QStringList &right);

/// Characters of a line.
struct TextSpan {
    int at = 0;
    int length = 0;
    bool operator==(const TextSpan &) const = default;
};

struct WordChanges {
    QList<TextSpan> left;
    QList<TextSpan> right;
};

/// The words that differ in two forms of one line. None when the lines have so little in common that it is all of them.
[[nodiscard]] WordChanges wordChanges(const QString &left, const QString &right);

} // namespace orrery
