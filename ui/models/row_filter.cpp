// SPDX-License-Identifier: Apache-2.0
#include "ui/models/row_filter.h"

#include "core/object/quantity.h"
#include "ui/models/columns/lease_clock.h"

#include <QRegularExpression>

#include <algorithm>

namespace orrery {

namespace {

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

QString decodedText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Words, with "quoted parts" kept together.
QStringList wordsOf(const QString &text)
{
    QStringList words;
    QString word;
    bool quoted = false;
    for (const QChar c : text) {
        if (c == u'"') {
            quoted = !quoted;
        } else if (c.isSpace() && !quoted) {
            if (!word.isEmpty())
                words.append(std::exchange(word, {}));
        } else {
            word.append(c);
        }
    }
    if (!word.isEmpty())
        words.append(word);
    return words;
}

int columnNamed(const QString &name, const ColumnSet &columns)
{
    int found = -1;
    for (std::size_t i = 0; i < columns.columns.size(); ++i) {
        const QString id = columns.columns[i].id();
        if (id == name)
            return static_cast<int>(i);
        if (id.startsWith(name)) {
            if (found >= 0)
                return -1;
            found = static_cast<int>(i);
        }
    }
    return found;
}

/// "90s", "1h30m", "2d" in seconds.
std::optional<CellValue> secondsOf(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("^(?:(\\d+)y)?(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?$"));
    const auto match = shape.match(text);
    if (text.isEmpty() || !match.hasMatch())
        return std::nullopt;
    static constexpr CellValue units[] = {365 * 86400, 86400, 3600, 60, 1};
    CellValue seconds = 0;
    for (int i = 0; i < 5; ++i)
        seconds += match.captured(i + 1).toLongLong() * units[i];
    return seconds;
}

const QRegularExpression &columnShape()
{
    static const QRegularExpression shape(QStringLiteral("^([\\w()-]+)(!=|>=|<=|==|=|:|>|<)(.*)$"));
    return shape;
}

} // namespace

bool containsFolded(std::string_view text, std::string_view needle)
{
    if (needle.empty())
        return true;
    if (needle.size() > text.size())
        return false;
    if (!isAscii(needle)) // rare enough to pay for Unicode's case
        return decodedText(text).contains(decodedText(needle), Qt::CaseInsensitive);
    const char first = needle.front();
    const std::size_t last = text.size() - needle.size();
    for (std::size_t i = 0; i <= last; ++i) {
        if (lowered(text[i]) != first)
            continue;
        std::size_t matched = 1;
        while (matched < needle.size() && lowered(text[i + matched]) == needle[matched])
            ++matched;
        if (matched == needle.size())
            return true;
    }
    return false;
}

std::optional<RowFilter::Term> RowFilter::columnTerm(const QString &word, const ColumnSet &columns, kube::WallTime now)
{
    const auto match = columnShape().match(word);
    if (!match.hasMatch())
        return std::nullopt;
    Term term;
    term.column = columnNamed(match.captured(1).toLower(), columns);
    if (term.column < 0)
        return std::nullopt;
    const CellType type = columns.columns[static_cast<std::size_t>(term.column)].type;
    const QString op = match.captured(2);
    const QString operand = match.captured(3);
    term.text = operand.toLower().toStdString();
    if (op == QLatin1String(":"))
        return term;
    if (op == QLatin1String("=") || op == QLatin1String("==") || op == QLatin1String("!=")) {
        term.op = Operator::Equals;
        term.negated = op == QLatin1String("!=");
        return term;
    }
    static const std::pair<const char *, Operator> comparisons[] = {
        {">", Operator::Above}, {">=", Operator::AtLeast}, {"<", Operator::Below}, {"<=", Operator::AtMost}};
    for (const auto &[sign, comparison] : comparisons) {
        if (op == QLatin1String(sign))
            term.op = comparison;
    }
    if (type == CellType::Age || type == CellType::Renewal) {
        const auto seconds = secondsOf(operand);
        if (!seconds)
            return std::nullopt;
        const CellValue then = cellvalue::ofTime(now) - *seconds;
        term.value = type == CellType::Age ? then : renewal::bound(then);
        term.timed = true;
        // Older means an earlier time.
        static constexpr Operator mirrored[] = {Operator::Contains, Operator::Equals, Operator::Below,
                                                Operator::AtMost,   Operator::Above,  Operator::AtLeast};
        term.op = mirrored[static_cast<int>(term.op)];
        return term;
    }
    if (type == CellType::Quantity) {
        const auto quantity = kube::Quantity::parse(operand.toStdString());
        if (!quantity)
            return std::nullopt;
        term.value = quantity->milliValue();
        return term;
    }
    term.packed = type == CellType::NumberAgo;
    bool isNumber = false;
    term.value = operand.toLongLong(&isNumber);
    if (!isNumber || (type != CellType::Number && type != CellType::NumberAgo))
        return std::nullopt;
    return term;
}

std::optional<RowFilter::Problem> RowFilter::problemOf(const QString &word, const ColumnSet &columns, bool isTerm)
{
    const auto match = columnShape().match(word);
    if (!match.hasMatch() || (!isTerm && match.captured(2) == QLatin1String(":")))
        return std::nullopt;
    Problem problem{Problem::Kind::NoSuchColumn, word, match.captured(1), match.captured(3), {}};
    for (const Column &column : columns.columns)
        problem.columns << column.id();
    const int column = columnNamed(problem.column.toLower(), columns);
    if (column >= 0 && problem.value.isEmpty()) {
        problem.kind = Problem::Kind::NothingToCompare;
    } else if (isTerm) {
        return std::nullopt;
    } else if (column >= 0) {
        switch (columns.columns[static_cast<std::size_t>(column)].type) {
        case CellType::Age:
        case CellType::Renewal: problem.kind = Problem::Kind::NoDuration; break;
        case CellType::Quantity: problem.kind = Problem::Kind::NoQuantity; break;
        case CellType::Number:
        case CellType::NumberAgo: problem.kind = Problem::Kind::NoNumber; break;
        default: problem.kind = Problem::Kind::NotComparable; break;
        }
    }
    return problem;
}

RowFilter RowFilter::parse(const QString &text, const ColumnSet &columns, kube::WallTime now)
{
    RowFilter filter;
    for (QString word : wordsOf(text)) {
        auto term = columnTerm(word, columns, now);
        if (!filter.m_problem)
            filter.m_problem = problemOf(word, columns, term.has_value());
        if (term) {
            filter.m_terms.push_back(std::move(*term));
            continue;
        }
        Term plain;
        plain.negated = word.size() > 1 && word.startsWith(u'!');
        if (plain.negated)
            word.remove(0, 1);
        plain.text = word.toLower().toStdString();
        filter.m_terms.push_back(std::move(plain));
    }
    return filter;
}

bool RowFilter::isTimed() const
{
    return std::any_of(m_terms.begin(), m_terms.end(), [](const Term &term) { return term.timed; });
}

bool RowFilter::matches(const Row &row) const
{
    return std::all_of(m_terms.begin(), m_terms.end(), [&](const Term &term) { return matches(row, term) != term.negated; });
}

bool RowFilter::matches(const Row &row, const Term &term) const
{
    if (term.column < 0)
        return containsFolded(row.searchText(m_searchesNamespace), term.text);
    const std::string_view cell = row.cell(term.column);
    if (term.op == Operator::Contains)
        return containsFolded(cell, term.text);
    if (term.op == Operator::Equals)
        return cell.size() == term.text.size() && containsFolded(cell, term.text);
    CellValue value = row.value(term.column);
    if (value == noValue)
        return false;
    if (term.packed)
        value = QByteArray(cell.data(), static_cast<qsizetype>(cell.size())).toLongLong();
    switch (term.op) {
    case Operator::Above:
        return value > term.value;
    case Operator::AtLeast:
        return value >= term.value;
    case Operator::Below:
        return value < term.value;
    case Operator::AtMost:
        return value <= term.value;
    case Operator::Contains:
    case Operator::Equals:
        break;
    }
    return false;
}

} // namespace orrery
