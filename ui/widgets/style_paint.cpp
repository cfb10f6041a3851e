// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/style_paint.h"

#include "ui/base/tone.h"

#include <QHeaderView>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace orrery::paint {

namespace {

class Restore
{
public:
    explicit Restore(QPainter *painter) : m_painter(painter) { painter->save(); }
    ~Restore() { m_painter->restore(); }
    Restore(const Restore &) = delete;
    Restore &operator=(const Restore &) = delete;

private:
    QPainter *m_painter;
};

void rounded(QPainter *painter, const QRect &rect, const QBrush &fill, const QPen &pen)
{
    const Restore restore(painter);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill);
    painter->setPen(pen);
    const qreal inset = pen.style() == Qt::NoPen ? 0 : pen.widthF() / 2;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), Radius, Radius);
}

bool has(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

QColor border(const QStyleOption *option)
{
    return option->palette.color(has(option, QStyle::State_Enabled) ? QPalette::Mid : QPalette::Midlight);
}

QPen edge(const QStyleOption *option)
{
    return has(option, QStyle::State_HasFocus) ? QPen(accentColor(option->palette), 2) : QPen(border(option), 1);
}

} // namespace

void field(QPainter *painter, const QStyleOption *option, const QRect &rect)
{
    rounded(painter, rect, option->palette.brush(QPalette::Base), edge(option));
}

void fieldEdge(QPainter *painter, const QStyleOption *option)
{
    rounded(painter, option->rect, Qt::NoBrush, edge(option));
}

void button(QPainter *painter, const QStyleOption *option, bool isDefault)
{
    const bool down = has(option, QStyle::State_Sunken) || has(option, QStyle::State_On);
    const bool hovered = has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled);
    const QColor face = option->palette.color(down ? QPalette::Mid : hovered ? QPalette::Midlight : QPalette::Button);
    const bool ringed = has(option, QStyle::State_HasFocus);
    QPen pen(border(option), 1);
    if (ringed || (isDefault && has(option, QStyle::State_Enabled)))
        pen = QPen(accentColor(option->palette), ringed ? 2 : 1);
    rounded(painter, option->rect, face, pen);
}

void toolButton(QPainter *painter, const QStyleOption *option)
{
    const bool down = has(option, QStyle::State_Sunken) || has(option, QStyle::State_On);
    const bool hovered = has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled);
    if (down || hovered)
        rounded(painter, option->rect, option->palette.color(down ? QPalette::Mid : QPalette::Midlight), Qt::NoPen);
    if (has(option, QStyle::State_HasFocus))
        focusRing(painter, option);
}

void focusRing(QPainter *painter, const QStyleOption *option)
{
    rounded(painter, option->rect, Qt::NoBrush, QPen(accentColor(option->palette), 1.5));
}

void frame(QPainter *painter, const QStyleOption *option)
{
    const Restore restore(painter);
    painter->setPen(hairlineColor(option->palette));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
}

void checkBox(QPainter *painter, const QStyleOption *option)
{
    QRect box(0, 0, 14, 14);
    box.moveCenter(option->rect.center());
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool filled = has(option, QStyle::State_On) || has(option, QStyle::State_NoChange);
    const QColor ink = enabled ? accentColor(option->palette) : option->palette.color(QPalette::Disabled, QPalette::Text);
    const QColor edge = filled || has(option, QStyle::State_HasFocus) ? ink : option->palette.color(QPalette::PlaceholderText);
    const Restore restore(painter);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(filled ? QBrush(ink) : option->palette.brush(QPalette::Base));
    painter->setPen(QPen(edge, 1));
    painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    if (!filled)
        return;
    QPen stroke(option->palette.color(QPalette::Base), 1.8);
    stroke.setCapStyle(Qt::RoundCap);
    stroke.setJoinStyle(Qt::RoundJoin);
    painter->setPen(stroke);
    const QPointF at = box.topLeft();
    if (has(option, QStyle::State_NoChange))
        painter->drawLine(at + QPointF(4, 7), at + QPointF(10, 7));
    else
        painter->drawPolyline(QPolygonF{at + QPointF(3.5, 7.2), at + QPointF(6, 9.8), at + QPointF(10.5, 4.5)});
}

bool isSorted(const QWidget *header)
{
    const auto *view = qobject_cast<const QHeaderView *>(header);
    return !view || view->isSortIndicatorShown();
}

QRect headerPart(const QStyleOptionHeader *option, bool arrow, int margin, int arrowWidth)
{
    const QRect inner = option->rect.adjusted(margin, 0, -margin, 0);
    if (option->sortIndicator == QStyleOptionHeader::None)
        return arrow ? QRect() : inner;
    const Qt::Alignment side = QStyle::visualAlignment(option->direction, option->textAlignment);
    const int text = std::min(option->fontMetrics.horizontalAdvance(option->text), inner.width() - arrowWidth);
    const bool atEnd = side & Qt::AlignRight;
    if (arrow)
        return {atEnd ? inner.right() - text - arrowWidth : inner.left() + text, inner.top(), arrowWidth, inner.height()};
    return atEnd ? inner.adjusted(arrowWidth, 0, 0, 0) : inner.adjusted(0, 0, -arrowWidth, 0);
}

void chevron(QPainter *painter, const QStyleOption *option, Qt::ArrowType direction, int size)
{
    const Restore restore(painter);
    painter->setRenderHint(QPainter::Antialiasing);
    QPen pen(option->palette.color(QPalette::PlaceholderText), 1.4);
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    painter->setPen(pen);
    painter->translate(QRectF(option->rect).center());
    painter->rotate(direction == Qt::DownArrow ? 90 : direction == Qt::LeftArrow ? 180 : direction == Qt::UpArrow ? 270 : 0);
    const qreal half = size / 2.0;
    painter->drawPolyline(QPolygonF{QPointF(-half / 2, -half), QPointF(half / 2, 0), QPointF(-half / 2, half)});
}

void row(QPainter *painter, const QStyleOption *option, bool withMark)
{
    if (has(option, QStyle::State_Selected))
        painter->fillRect(option->rect, option->palette.color(QPalette::Highlight));
    else if (has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled))
        painter->fillRect(option->rect, option->palette.color(QPalette::Midlight));
    if (!withMark || !has(option, QStyle::State_Selected))
        return;
    QRect mark = option->rect;
    mark.setWidth(3);
    painter->fillRect(QStyle::visualRect(option->direction, option->rect, mark), accentColor(option->palette));
}

void tab(QPainter *painter, const QStyleOption *option)
{
    const QRect &r = option->rect;
    if (has(option, QStyle::State_Selected)) {
        painter->fillRect(r, option->palette.color(QPalette::Base));
        painter->fillRect(r.left(), r.top(), r.width(), 2, accentColor(option->palette));
        painter->fillRect(r.left(), r.top() + 2, 1, r.height() - 2, hairlineColor(option->palette));
        painter->fillRect(r.right(), r.top() + 2, 1, r.height() - 2, hairlineColor(option->palette));
    } else {
        if (has(option, QStyle::State_MouseOver))
            painter->fillRect(r.adjusted(0, 0, 0, -1), option->palette.color(QPalette::Midlight));
        painter->fillRect(r.left(), r.bottom(), r.width(), 1, hairlineColor(option->palette));
    }
    if (has(option, QStyle::State_HasFocus)) {
        QStyleOption ring(*option);
        ring.rect.adjust(4, 5, -4, -4);
        focusRing(painter, &ring);
    }
}

void scrollBar(QPainter *painter, const QStyleOptionSlider *option, const QRect &slider)
{
    if (option->minimum == option->maximum)
        return;
    const bool grabbed = (option->activeSubControls & QStyle::SC_ScrollBarSlider)
        && option->state & (QStyle::State_Sunken | QStyle::State_MouseOver);
    QColor color = option->palette.color(QPalette::PlaceholderText);
    color.setAlphaF(grabbed ? 0.75F : 0.4F);
    const Restore restore(painter);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    const QRectF knob = QRectF(slider).adjusted(2, 2, -2, -2);
    painter->drawRoundedRect(knob, 3, 3);
}

QRect scrollBarPart(const QStyleOptionSlider *option, QStyle::SubControl part, int minimum)
{
    const bool horizontal = option->orientation == Qt::Horizontal;
    const QRect &r = option->rect;
    const int length = horizontal ? r.width() : r.height();
    const qint64 range = qint64(option->maximum) - option->minimum;
    int knob = length;
    if (range > 0)
        knob = std::min(length, std::max(minimum, int(qint64(option->pageStep) * length / (range + option->pageStep))));
    const int start = QStyle::sliderPositionFromValue(option->minimum, option->maximum, option->sliderPosition,
                                                      length - knob, option->upsideDown);
    const auto piece = [&](int from, int size) {
        const QRect logical = horizontal ? QRect(r.x() + from, r.y(), size, r.height())
                                         : QRect(r.x(), r.y() + from, r.width(), size);
        return QStyle::visualRect(option->direction, r, logical);
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider: return piece(start, knob);
    case QStyle::SC_ScrollBarSubPage: return piece(0, start);
    case QStyle::SC_ScrollBarAddPage: return piece(start + knob, length - start - knob);
    case QStyle::SC_ScrollBarGroove: return r;
    default: return {};
    }
}

} // namespace orrery::paint
