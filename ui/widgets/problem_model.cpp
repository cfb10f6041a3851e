// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/problem_model.h"

#include "ui/base/theme.h"

#include <QPainter>

namespace orrery {

namespace {

constexpr int Edge = 12;
constexpr int Between = 8;

} // namespace

void ProblemModel::setProblems(QList<TextMark> problems)
{
    std::stable_sort(problems.begin(), problems.end(), [](const TextMark &a, const TextMark &b) { return std::pair(a.line, a.column) < std::pair(b.line, b.column); });
    beginResetModel();
    m_problems = std::move(problems);
    endResetModel();
}

int ProblemModel::count(Tone tone) const
{
    return static_cast<int>(std::count_if(m_problems.begin(), m_problems.end(), [tone](const TextMark &one) { return one.tone == tone; }));
}

int ProblemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_problems.size());
}

QVariant ProblemModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const TextMark &problem = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return problem.message;
    case Qt::ToolTipRole:
        return problem.mend.isEmpty() ? problem.message : problem.message + QLatin1Char('\n') + problem.mend;
    case Qt::AccessibleTextRole:
        return tr("Line %1: %2 %3").arg(QString::number(problem.line), problem.message, problem.mend).trimmed();
    case LineRole:
        return problem.line;
    case ToneRole:
        return static_cast<int>(problem.tone);
    case MendRole:
        return problem.mend;
    default:
        return {};
    }
}

void ProblemDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(option.rect, option.palette.color(QPalette::Highlight));
        if (option.state & QStyle::State_HasFocus)
            painter->fillRect(QStyle::visualRect(option.direction, option.rect, QRect(option.rect.topLeft(), QSize(3, option.rect.height()))), accentColor(option.palette));
    }
    QRect area = option.rect.adjusted(Edge, 0, -Edge, 0);
    /// The next piece of the row, and the gap after it.
    const auto draw = [&](const QString &text, int width, const QColor &ink, Qt::Alignment alignment) {
        const QRect place = QStyle::visualRect(option.direction, option.rect, QRect(area.left(), area.top(), std::min(width, area.width()), area.height()));
        painter->setPen(ink);
        painter->drawText(place, static_cast<int>(QStyle::visualAlignment(option.direction, alignment) | Qt::AlignVCenter | Qt::TextSingleLine),
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
        area.setLeft(area.left() + width + Between);
    };
    const auto tone = static_cast<Tone>(index.data(ProblemModel::ToneRole).toInt());
    const QColor faint = option.palette.color(QPalette::PlaceholderText);
    painter->setFont(tabularFont(option.font));
    draw(QString(toneGlyph(tone)), painter->fontMetrics().height(), toneColor(tone, option.palette), Qt::AlignLeft);
    draw(QString::number(index.data(ProblemModel::LineRole).toInt()), painter->fontMetrics().horizontalAdvance(QStringLiteral("0000")), faint, Qt::AlignRight);
    painter->setFont(option.font);
    const QString message = index.data().toString();
    draw(message, painter->fontMetrics().horizontalAdvance(message) + 1, option.palette.color(QPalette::Text), Qt::AlignLeft);
    if (area.width() > 0)
        draw(index.data(ProblemModel::MendRole).toString(), area.width(), faint, Qt::AlignLeft);
    painter->restore();
}

QSize ProblemDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, static_cast<int>(Density::Normal)};
}

} // namespace orrery
