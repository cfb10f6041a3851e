// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace orrery {

class RequestLogModel;

/// What a person typed into the filter field, as above a table of resources: words that must all match, without case.
///
///     pods        any cell contains it        !watch          no cell contains it      "two words"   kept together
///     verb:list   that column contains it     verb=list       that column is it        verb!=list    that column is not it
///     status>=400, duration>100               numbers compare; durations in milliseconds, bytes in bytes, unless a unit follows: 2s, 100kB
///
/// A column is named by its id or the beginning of it.
class RequestFilter
{
public:
    [[nodiscard]] static RequestFilter parse(const QString &text);
    [[nodiscard]] bool matches(const RequestLogModel &model, int row) const;
    /// A word that looks like one about a column and is not; empty: there is none.
    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    enum class Comparison { Contains, Equals, Above, AtLeast, Below, AtMost };
    struct Term {
        int column = -1; ///< -1: any
        Comparison comparison = Comparison::Contains;
        bool isNegated = false;
        QString text;
        double number = 0;
    };
    [[nodiscard]] static std::optional<Term> columnTerm(const QString &word, QString &problem);
    [[nodiscard]] static bool matches(const RequestLogModel &model, int row, const Term &term);

    std::vector<Term> m_terms;
    QString m_problem;
};

} // namespace orrery
