// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/status_delegate.h"

#include "ui/base/table_roles.h"
#include "ui/base/tone.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>

namespace orrery {

namespace {

bool wantsMotion(const QWidget *widget)
{
    return !widget || widget->style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, widget) != 0;
}

Tone toneOf(const QModelIndex &index)
{
    const QVariant value = index.data(ToneRole);
    return value.isValid() ? static_cast<Tone>(value.toInt()) : Tone::Neutral;
}

/// Where a cell stands in its row as it is seen, columns moved or hidden and all.
struct CellPlace {
    bool first = false;
    bool last = false;
    bool inCurrentRow = false;
    int viewWidth = 0; ///< the row goes on beyond its last cell
};

CellPlace placeOf(const QWidget *widget, const QModelIndex &index)
{
    CellPlace place;
    const auto *table = qobject_cast<const QTableView *>(widget);
    if (!table)
        return place;
    const QHeaderView *header = table->horizontalHeader();
    int first = -1;
    int last = -1;
    for (int visual = 0; visual < header->count(); ++visual) {
        const int logical = header->logicalIndex(visual);
        if (header->isSectionHidden(logical))
            continue;
        if (first < 0)
            first = logical;
        last = logical;
    }
    place.viewWidth = table->viewport()->width();
    place.first = index.column() == first;
    place.last = index.column() == last;
    place.inCurrentRow = table->hasFocus() && table->currentIndex().isValid() && table->currentIndex().row() == index.row();
    return place;
}

void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const CellPlace &place, int tintStep)
{
    const QColor accent = accentColor(option.palette);
    const bool mirrored = option.direction == Qt::RightToLeft;
    QRect r = option.rect;
    if (place.last && mirrored)
        r.setLeft(std::min(r.left(), 0));
    else if (place.last)
        r.setRight(std::max(r.right(), place.viewWidth - 1));
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(r, option.palette.color(QPalette::Highlight));
    } else if (tintStep > 0) {
        QColor tint = accent;
        tint.setAlphaF(0.30F * static_cast<float>(tintStep) / ChangeTint::Steps);
        painter->fillRect(option.rect, tint);
    }
    if (place.first && (option.state & QStyle::State_Selected)) {
        QRect mark = option.rect;
        mark.setWidth(3);
        if (mirrored)
            mark.moveRight(option.rect.right());
        painter->fillRect(mark, accent);
    }
    if (!place.inCurrentRow)
        return;
    painter->fillRect(r.left(), r.top(), r.width(), 1, accent);
    painter->fillRect(r.left(), r.bottom(), r.width(), 1, accent);
    if (mirrored ? place.last : place.first)
        painter->fillRect(r.left(), r.top(), 1, r.height(), accent);
    if (mirrored ? place.first : place.last)
        painter->fillRect(r.right(), r.top(), 1, r.height(), accent);
}

} // namespace

int ChangeTint::stepAt(qint64 changedAt, qint64 now)
{
    if (changedAt <= 0 || now < changedAt)
        return 0;
    const qint64 passed = (now - changedAt) / StepMsecs;
    return passed >= Steps ? 0 : Steps - static_cast<int>(passed);
}

void StatusDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const CellPlace place = placeOf(option.widget, index);
    const int tintStep = m_tinting && wantsMotion(option.widget) ? ChangeTint::stepAt(index.data(ChangedAtRole).toLongLong(), monotonicMsecs()) : 0;
    paintGround(painter, option, place, tintStep);
    if (tintStep > 0)
        Q_EMIT tintPainted(index);

    QString text = index.data(Qt::DisplayRole).toString();
    QRect area = option.rect.adjusted(Margin, 0, -Margin, 0);
    const QVariant decoration = index.data(Qt::DecorationRole);
    if (decoration.canConvert<QIcon>() && area.width() > 16) {
        const QRect box = QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter, {16, 16}, area);
        decoration.value<QIcon>().paint(painter, box);
        area = QStyle::visualRect(option.direction, option.rect, area.adjusted(16 + 6, 0, 0, 0));
    }
    if (text.isEmpty() || area.width() <= 0)
        return;

    const Tone tone = toneOf(index);
    const QVariant foreground = index.data(Qt::ForegroundRole);
    painter->setFont(option.font);
    if (tone != Tone::Neutral)
        painter->setPen(toneColor(tone, option.palette));
    else if (foreground.canConvert<QColor>())
        painter->setPen(foreground.value<QColor>());
    else
        painter->setPen(option.palette.color(option.state & QStyle::State_Selected ? QPalette::HighlightedText : QPalette::Text));

    if (tone != Tone::Neutral && area.width() > GlyphWidth) {
        const QRect glyph = QStyle::visualRect(option.direction, area, QRect(area.left(), area.top(), GlyphWidth, area.height()));
        painter->drawText(glyph, static_cast<int>(Qt::AlignVCenter | QStyle::visualAlignment(option.direction, Qt::AlignLeft)),
                          QString(toneGlyph(tone)));
        area = QStyle::visualRect(option.direction, area, area.adjusted(GlyphWidth, 0, 0, 0));
    }
    const QVariant asked = index.data(Qt::TextAlignmentRole);
    const Qt::Alignment alignment = asked.isValid() ? Qt::Alignment(asked.toInt()) : Qt::AlignLeft;
    if (text.contains(QLatin1Char('\n')))
        text.replace(QLatin1Char('\n'), QLatin1Char(' '));
    painter->drawText(area, static_cast<int>(QStyle::visualAlignment(option.direction, alignment) | Qt::AlignVCenter | Qt::TextSingleLine),
                      option.fontMetrics.elidedText(text, m_elide, area.width()));
}

QSize StatusDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    int width = option.fontMetrics.horizontalAdvance(index.data(Qt::DisplayRole).toString()) + 2 * Margin + 1;
    if (toneOf(index) != Tone::Neutral)
        width += GlyphWidth;
    if (index.data(Qt::DecorationRole).isValid())
        width += 16 + 6;
    return {width, static_cast<int>(m_density)};
}

} // namespace orrery
