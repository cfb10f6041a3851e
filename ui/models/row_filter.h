// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/columns/column.h"

#include <QStringList>

#include <optional>
#include <string>

namespace orrery {

/// What a person typed into a filter field: words that must all match, ASCII letters without case.
///
///     web                 any cell contains it            "two words"        kept together
///     !web                no cell contains it             status:run         that column contains it
///     status=Running      that column is it               status!=Running    that column is not it
///     restarts>5          a number above (also <, >=, <=); ages compare as durations: age<1h
///
/// A column is named by its title (spaces as hyphens) or a beginning of it that is unique; a word that names no
/// column is searched for as it is ("nginx:1.27"). A value. Thread: any.
class RowFilter
{
public:
    RowFilter() = default;
    /// now: what ages are compared with; such a filter ages itself (see isTimed()).
    [[nodiscard]] static RowFilter parse(const QString &text, const ColumnSet &columns, kube::WallTime now);

    /// A word that looks like one about a column and is not.
    struct Problem {
        enum class Kind { NoSuchColumn, NothingToCompare, NoNumber, NoQuantity, NoDuration, NotComparable };
        Kind kind = Kind::NoSuchColumn;
        QString word;        ///< as typed
        QString column;      ///< what stands before the sign
        QString value;       ///< what stands behind it
        QStringList columns; ///< that there are, by id
    };
    /// The first of them. "image:tag" is none: it is looked for as it is.
    [[nodiscard]] const std::optional<Problem> &problem() const { return m_problem; }

    [[nodiscard]] bool isEmpty() const { return m_terms.empty(); }
    /// Its answer changes as time passes.
    [[nodiscard]] bool isTimed() const;
    /// Whether words without a column look at the namespace too (as they should when it is shown).
    void setSearchesNamespace(bool searches) { m_searchesNamespace = searches; }
    [[nodiscard]] bool matches(const Row &row) const;

private:
    enum class Operator { Contains, Equals, Above, AtLeast, Below, AtMost };
    struct Term {
        int column = -1; ///< -1: any
        Operator op = Operator::Contains;
        bool negated = false;
        bool timed = false;
        bool packed = false; ///< NumberAgo: the number is in the text
        std::string text;  ///< lower case
        CellValue value = noValue;
    };
    [[nodiscard]] static std::optional<Term> columnTerm(const QString &word, const ColumnSet &columns, kube::WallTime now);
    [[nodiscard]] bool matches(const Row &row, const Term &term) const;

    [[nodiscard]] static std::optional<Problem> problemOf(const QString &word, const ColumnSet &columns, bool isTerm);

    std::vector<Term> m_terms;
    std::optional<Problem> m_problem;
    bool m_searchesNamespace = true;
};

/// Whether text contains needle (lower case already), ASCII letters without case.
[[nodiscard]] bool containsFolded(std::string_view text, std::string_view needle);

} // namespace orrery
