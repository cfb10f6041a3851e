// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/completion_list.h"

#include "ui/base/theme.h"
#include "ui/base/tone.h"

#include <QPainter>

namespace orrery {

namespace {

constexpr int KindRole = Qt::UserRole;
constexpr int RequiredRole = Qt::UserRole + 1;
constexpr int Inset = 8;
constexpr int BetweenColumns = 24;

QFont textFont(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QFont font = monospaceFont(option.font);
    font.setBold(index.data(RequiredRole).toBool());
    return font;
}

} // namespace

void CompletionList::setCandidates(const QList<Completion> &candidates)
{
    beginResetModel();
    m_all = candidates;
    m_rows.resize(m_all.size());
    std::iota(m_rows.begin(), m_rows.end(), 0);
    endResetModel();
}

void CompletionList::setTyped(const QString &typed)
{
    beginResetModel();
    m_rows.clear();
    for (int i = 0; i < m_all.size(); ++i) {
        if (m_all[i].text.startsWith(typed, Qt::CaseInsensitive))
            m_rows << i;
    }
    for (int i = 0; i < m_all.size(); ++i) {
        if (m_all[i].text.indexOf(typed, 1, Qt::CaseInsensitive) > 0 && !m_all[i].text.startsWith(typed, Qt::CaseInsensitive))
            m_rows << i;
    }
    endResetModel();
}

bool CompletionList::hasDetails() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [this](int one) { return !m_all[one].detail.isEmpty(); });
}

QString CompletionList::spoken(int row) const
{
    QStringList words{at(row).text, data(index(row), KindRole).toString()};
    words.removeAll(QString());
    return words.join(tr(", "));
}

int CompletionList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant CompletionList::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Completion &one = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return one.text;
    case Qt::AccessibleTextRole:
        return spoken(index.row());
    case KindRole:
        if (!one.required)
            return one.kind;
        return one.kind.isEmpty() ? tr("required") : tr("%1, required").arg(one.kind);
    case RequiredRole:
        return one.required;
    default:
        return {};
    }
}

void CompletionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setLayoutDirection(option.direction);
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(option.rect, option.palette.color(QPalette::Highlight));
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), accentColor(option.palette));
    }
    const QRect area = option.rect.adjusted(Inset, 0, -Inset, 0);
    const QFont small = captionFont(option.font);
    const QString kind = index.data(KindRole).toString();
    const int kindWidth = std::min(QFontMetrics(small).horizontalAdvance(kind) + 1, area.width() / 2);
    painter->setFont(small);
    painter->setPen(option.palette.color(QPalette::PlaceholderText));
    painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, QFontMetrics(small).elidedText(kind, Qt::ElideRight, kindWidth));
    painter->setFont(textFont(option, index));
    painter->setPen(option.palette.color(option.state & QStyle::State_Selected ? QPalette::HighlightedText : QPalette::ToolTipText));
    painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, area.width() - kindWidth - (kind.isEmpty() ? 0 : Inset)));
    painter->restore();
}

QSize CompletionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int text = QFontMetrics(textFont(option, index)).horizontalAdvance(index.data().toString());
    const int kind = QFontMetrics(captionFont(option.font)).horizontalAdvance(index.data(KindRole).toString());
    return {text + kind + 2 * Inset + BetweenColumns, static_cast<int>(Density::Compact)};
}

} // namespace orrery
