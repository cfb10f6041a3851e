// SPDX-License-Identifier: Apache-2.0
#include "ui/views/requests/request_filter.h"

#include "ui/views/requests/request_log_model.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>
#include <map>

namespace orrery {

namespace {

struct RequestFilterTexts {
    Q_DECLARE_TR_FUNCTIONS(RequestFilter)
};

QStringList wordsIn(const QString &text)
{
    QStringList words;
    QString word;
    bool isQuoted = false;
    for (const QChar letter : text) {
        if (letter == u'"') {
            isQuoted = !isQuoted;
        } else if (letter.isSpace() && !isQuoted) {
            words << std::exchange(word, {});
        } else {
            word.append(letter);
        }
    }
    words << word;
    words.removeAll(QString());
    return words;
}

int columnOf(const QString &name)
{
    static constexpr std::array ids{"time", "verb", "path", "status", "duration", "waited", "sent", "received", "retries", "priority"};
    int found = -1;
    for (std::size_t each = 0; each < ids.size(); ++each) {
        const QString id = QLatin1String(ids[each]);
        if (id == name)
            return static_cast<int>(each);
        if (id.startsWith(name)) {
            if (found >= 0)
                return -1;
            found = static_cast<int>(each);
        }
    }
    return found;
}

/// In the column's unit: milliseconds or bytes, or what follows the number.
std::optional<double> amountIn(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("^([0-9]*\\.?[0-9]+) ?([a-zµ]*)$"), QRegularExpression::CaseInsensitiveOption);
    static const std::map<QString, double> units{{QString(), 1}, {QStringLiteral("us"), 1e-3}, {QStringLiteral("µs"), 1e-3}, {QStringLiteral("ms"), 1}, {QStringLiteral("s"), 1e3},
                                                 {QStringLiteral("m"), 6e4}, {QStringLiteral("min"), 6e4}, {QStringLiteral("h"), 36e5}, {QStringLiteral("b"), 1}, {QStringLiteral("kb"), 1e3},
                                                 {QStringLiteral("mb"), 1e6}, {QStringLiteral("gb"), 1e9}, {QStringLiteral("kib"), 1024}, {QStringLiteral("mib"), 1048576}};
    const auto match = shape.match(text);
    const auto unit = units.find(match.captured(2).toLower());
    if (!match.hasMatch() || unit == units.end())
        return std::nullopt;
    return match.captured(1).toDouble() * unit->second;
}

} // namespace

std::optional<RequestFilter::Term> RequestFilter::columnTerm(const QString &word, QString &problem)
{
    static const QRegularExpression shape(QStringLiteral("^([a-z]+)(!=|>=|<=|=|:|>|<)(.+)$"), QRegularExpression::CaseInsensitiveOption);
    const auto match = shape.match(word);
    if (!match.hasMatch())
        return std::nullopt;
    const QString sign = match.captured(2);
    Term term;
    term.column = columnOf(match.captured(1).toLower());
    term.text = match.captured(3);
    if (term.column < 0) {
        if (sign != QLatin1String(":"))
            problem = RequestFilterTexts::tr("There is no column “%1”").arg(match.captured(1));
        return std::nullopt;
    }
    if (sign == QLatin1String(":"))
        return term;
    if (sign == QLatin1String("=") || sign == QLatin1String("!=")) {
        term.comparison = Comparison::Equals;
        term.isNegated = sign == QLatin1String("!=");
        return term;
    }
    const auto amount = amountIn(term.text);
    if (!amount) {
        problem = RequestFilterTexts::tr("“%1” is no number").arg(term.text);
        return std::nullopt;
    }
    term.number = *amount;
    term.comparison = sign == QLatin1String(">") ? Comparison::Above : sign == QLatin1String(">=") ? Comparison::AtLeast
        : sign == QLatin1String("<")            ? Comparison::Below
                                                : Comparison::AtMost;
    return term;
}

RequestFilter RequestFilter::parse(const QString &text)
{
    RequestFilter filter;
    for (QString word : wordsIn(text)) {
        if (auto term = columnTerm(word, filter.m_problem)) {
            filter.m_terms.push_back(std::move(*term));
            continue;
        }
        Term plain;
        plain.isNegated = word.size() > 1 && word.startsWith(u'!');
        plain.text = plain.isNegated ? word.mid(1) : word;
        filter.m_terms.push_back(std::move(plain));
    }
    return filter;
}

bool RequestFilter::matches(const RequestLogModel &model, int row) const
{
    return std::all_of(m_terms.begin(), m_terms.end(), [&](const Term &term) { return matches(model, row, term) != term.isNegated; });
}

bool RequestFilter::matches(const RequestLogModel &model, int row, const Term &term)
{
    const auto cell = [&model, row](int column) { return model.index(row, column).data().toString(); };
    switch (term.comparison) {
    case Comparison::Contains:
        if (term.column >= 0)
            return cell(term.column).contains(term.text, Qt::CaseInsensitive);
        for (int column = 0; column < RequestLogModel::ColumnCount; ++column) {
            if (cell(column).contains(term.text, Qt::CaseInsensitive))
                return true;
        }
        return false;
    case Comparison::Equals: {
        const auto number = model.number(row, term.column);
        bool isNumber = false;
        const double wanted = term.text.toDouble(&isNumber);
        return cell(term.column).compare(term.text, Qt::CaseInsensitive) == 0 || (isNumber && number && *number == wanted);
    }
    case Comparison::Above:
    case Comparison::AtLeast:
    case Comparison::Below:
    case Comparison::AtMost:
        break;
    }
    const auto number = model.number(row, term.column);
    if (!number)
        return false;
    return term.comparison == Comparison::Above ? *number > term.number : term.comparison == Comparison::AtLeast ? *number >= term.number
        : term.comparison == Comparison::Below  ? *number < term.number
                                                : *number <= term.number;
}

} // namespace orrery
