// SPDX-License-Identifier: Apache-2.0
#include "ui/views/apiserver/bar_delegate.h"

#include "ui/views/apiserver/reading_model.h"
#include "ui/widgets/status_delegate.h"

#include <QPainter>

namespace orrery {

BarDelegate::BarDelegate(QObject *parent) : QStyledItemDelegate(parent), m_cells(new StatusDelegate(this)) {}

void BarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    m_cells->paint(painter, option, index); // the words stand at the right
    const QVariant asked = index.data(BarRole);
    if (!asked.isValid())
        return;
    const auto span = asked.value<BarSpan>();
    const bool isSilent = index.data(Qt::DisplayRole).toString().isEmpty();
    const int words = isSilent ? 0 : option.fontMetrics.horizontalAdvance(QLatin1Char('0')) * WordsWidth;
    QRect bar = option.rect.adjusted(StatusDelegate::Margin, 0, -StatusDelegate::Margin - words, 0);
    if (bar.width() < Thickness)
        return;
    bar.setTop(option.rect.center().y() - Thickness / 2 + 1);
    bar.setHeight(Thickness);
    const QRect trough = QStyle::visualRect(option.direction, option.rect, bar);
    const int from = static_cast<int>(std::clamp(span.from, 0.0, 1.0) * bar.width());
    const int to = static_cast<int>(std::clamp(span.to, 0.0, 1.0) * bar.width());
    QRect filled(bar.left() + from, bar.top(), std::max(to - from, span.to > 0 ? 2 : 0), bar.height());
    filled = QStyle::visualRect(option.direction, option.rect, filled);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(hairlineColor(option.palette));
    painter->drawRect(QRect(trough.left(), trough.center().y(), trough.width(), 2)); // a rule to measure by: what is seen first is what is in use
    painter->setBrush(span.tone == Tone::Neutral ? accentColor(option.palette) : toneColor(span.tone, option.palette));
    if (filled.width() > 0)
        painter->drawRoundedRect(filled, 2, 2);
    painter->restore();
}

QSize BarDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize size = m_cells->sizeHint(option, index);
    return index.data(BarRole).isValid() ? QSize(std::max(size.width(), option.fontMetrics.horizontalAdvance(QLatin1Char('0')) * (2 * WordsWidth)), size.height()) : size;
}

} // namespace orrery
