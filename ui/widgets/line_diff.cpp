// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/line_diff.h"

#include <QHash>
#include <QSet>

#include <dtl/dtl.hpp>

#include <vector>

namespace orrery {

namespace {

using Symbols = std::vector<int>;

struct Interned {
    Symbols left;
    Symbols right;
};

Interned intern(const QList<QStringView> &left, const QList<QStringView> &right)
{
    QHash<QStringView, int> known;
    const auto symbols = [&known](const QList<QStringView> &texts) {
        Symbols found;
        found.reserve(static_cast<std::size_t>(texts.size()));
        for (const QStringView text : texts) {
            const auto place = known.constFind(text);
            found.push_back(place != known.cend() ? *place : *known.insert(text, static_cast<int>(known.size())));
        }
        return found;
    };
    Symbols first = symbols(left);
    return {std::move(first), symbols(right)};
}

/// What occurs in the other too, and where it stood: nothing else can be equal to anything.
struct Common {
    Symbols symbols;
    std::vector<int> places;
};

Common commonWith(const Symbols &other, const Symbols &own, int from, int to)
{
    const QSet<int> theirs(other.begin(), other.end());
    Common common;
    for (int i = from; i < to; ++i) {
        if (theirs.contains(own[static_cast<std::size_t>(i)])) {
            common.symbols.push_back(own[static_cast<std::size_t>(i)]);
            common.places.push_back(i);
        }
    }
    return common;
}

QList<LineChange> changesOf(const Symbols &left, const Symbols &right)
{
    const int shorter = static_cast<int>(std::min(left.size(), right.size()));
    int head = 0;
    while (head < shorter && left[static_cast<std::size_t>(head)] == right[static_cast<std::size_t>(head)])
        ++head;
    int tail = 0;
    while (tail < shorter - head && left[left.size() - 1 - static_cast<std::size_t>(tail)] == right[right.size() - 1 - static_cast<std::size_t>(tail)])
        ++tail;
    const Common from = commonWith(right, left, head, static_cast<int>(left.size()) - tail);
    const Common to = commonWith(left, right, head, static_cast<int>(right.size()) - tail);

    QList<LineChange> changes;
    int leftAt = head;
    int rightAt = head;
    const auto equalAt = [&](int leftPlace, int rightPlace) {
        if (leftPlace > leftAt || rightPlace > rightAt)
            changes << LineChange{leftAt, leftPlace - leftAt, rightAt, rightPlace - rightAt};
        leftAt = leftPlace + 1;
        rightAt = rightPlace + 1;
    };
    dtl::Diff<int, Symbols> diff(from.symbols, to.symbols);
    diff.compose();
    std::size_t leftSeen = 0;
    std::size_t rightSeen = 0;
    for (const auto &[symbol, step] : diff.getSes().getSequence()) {
        if (step.type == dtl::SES_COMMON)
            equalAt(from.places[leftSeen], to.places[rightSeen]);
        leftSeen += step.type == dtl::SES_ADD ? 0 : 1;
        rightSeen += step.type == dtl::SES_DELETE ? 0 : 1;
    }
    equalAt(static_cast<int>(left.size()) - tail, static_cast<int>(right.size()) - tail);
    return changes;
}

QList<QStringView> wordsOf(const QString &line)
{
    QList<QStringView> words;
    const auto isWord = [&line](qsizetype at) { return line[at].isLetterOrNumber() || line[at] == QLatin1Char('_') || line[at].isSurrogate(); };
    for (qsizetype at = 0; at < line.size();) {
        qsizetype end = at + 1;
        while (isWord(at) && end < line.size() && isWord(end))
            ++end;
        words << QStringView(line).mid(at, end - at);
        at = end;
    }
    return words;
}

/// A character between two spans goes with them: it is read as one change.
void appendSpan(QList<TextSpan> &spans, const QString &line, const QList<QStringView> &words, int first, int length)
{
    if (length == 0)
        return;
    const int at = static_cast<int>(words[first].data() - line.constData());
    const QStringView last = words[first + length - 1];
    const int end = static_cast<int>(last.data() - line.constData() + last.size());
    if (!spans.isEmpty() && at - spans.last().at - spans.last().length <= 1)
        spans.last().length = end - spans.last().at;
    else
        spans << TextSpan{at, end - at};
}

int lengthOf(const QList<TextSpan> &spans)
{
    int length = 0;
    for (const TextSpan &span : spans)
        length += span.length;
    return length;
}

} // namespace

QList<LineChange> lineChanges(const QStringList &left, const QStringList &right)
{
    const auto [from, to] = intern({left.begin(), left.end()}, {right.begin(), right.end()});
    return changesOf(from, to);
}

WordChanges wordChanges(const QString &left, const QString &right)
{
    const QList<QStringView> leftWords = wordsOf(left);
    const QList<QStringView> rightWords = wordsOf(right);
    const auto [from, to] = intern(leftWords, rightWords);
    WordChanges words;
    for (const LineChange &change : changesOf(from, to)) {
        appendSpan(words.left, left, leftWords, change.left, change.leftCount);
        appendSpan(words.right, right, rightWords, change.right, change.rightCount);
    }
    const auto isMost = [](const QList<TextSpan> &spans, const QString &line) { return 3 * lengthOf(spans) > 2 * line.trimmed().size(); };
    if (isMost(words.left, left) && isMost(words.right, right))
        return {};
    return words;
}

} // namespace orrery
