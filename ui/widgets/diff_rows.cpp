// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/diff_rows.h"

#include <QCoreApplication>

namespace orrery {

namespace {

using Kind = DiffRow::Kind;

struct DiffRowTexts {
    Q_DECLARE_TR_FUNCTIONS(DiffRows)
};

class RowMaker
{
public:
    RowMaker(const QStringList &left, const QStringList &right) : m_left(left), m_right(right) {}

    void same(int count, bool atBegin, bool atEnd)
    {
        const int before = atBegin ? 0 : DiffRows::Context;
        const int after = atEnd ? 0 : DiffRows::Context;
        const int folded = count - before - after;
        for (int i = 0; i < count; ++i) {
            // A gap of one line would take as much room as the line.
            if (i == before && folded > 1)
                gap(folded);
            const DiffRow row{Kind::Same, m_leftAt + 1, m_rightAt + 1, 0, m_left[m_leftAt], {}};
            rows.unified << row;
            rows.left << row;
            rows.right << row;
            ++m_leftAt;
            ++m_rightAt;
        }
    }

    void change(int leftCount, int rightCount)
    {
        ++rows.changes;
        rows.removed += leftCount;
        rows.added += rightCount;
        QList<DiffRow> removed;
        QList<DiffRow> added;
        for (int i = 0; i < leftCount; ++i)
            removed << DiffRow{Kind::Removed, m_leftAt + i + 1, 0, 0, m_left[m_leftAt + i], {}};
        for (int i = 0; i < rightCount; ++i)
            added << DiffRow{Kind::Added, 0, m_rightAt + i + 1, 0, m_right[m_rightAt + i], {}};
        for (int i = 0; i < std::min(leftCount, rightCount); ++i) {
            const WordChanges words = wordChanges(removed[i].text, added[i].text);
            removed[i].words = words.left;
            added[i].words = words.right;
        }
        rows.unified << removed << added;
        const DiffRow filler{Kind::Filler, 0, 0, 0, {}, {}};
        while (removed.size() < added.size())
            removed << filler;
        while (added.size() < removed.size())
            added << filler;
        rows.left << removed;
        rows.right << added;
        m_leftAt += leftCount;
        m_rightAt += rightCount;
    }

    DiffRows rows;

private:
    void gap(int folded)
    {
        const DiffRow row{Kind::Gap, 0, 0, folded, DiffRowTexts::tr("… %n line(s) unchanged", nullptr, folded), {}};
        rows.unified << row;
        rows.left << row;
        rows.right << row;
    }

    const QStringList &m_left;
    const QStringList &m_right;
    int m_leftAt = 0;
    int m_rightAt = 0;
};

/// The end of the last line begins no line; an empty text has none.
QStringList linesOfText(const QString &text)
{
    QStringList lines = text.split(QLatin1Char('\n'));
    if (lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

} // namespace

DiffRows diffRows(const QString &leftText, const QString &rightText)
{
    const QStringList left = linesOfText(leftText);
    const QStringList right = linesOfText(rightText);
    RowMaker maker(left, right);
    int at = 0;
    const QList<LineChange> changes = lineChanges(left, right);
    for (const LineChange &change : changes) {
        maker.same(change.left - at, maker.rows.changes == 0, false);
        maker.change(change.leftCount, change.rightCount);
        at = change.left + change.leftCount;
    }
    maker.same(static_cast<int>(left.size()) - at, changes.isEmpty(), true);
    return maker.rows;
}

} // namespace orrery
