// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/dial.h"

#include "ui/base/instrument_ink.h"
#include "ui/base/theme.h"
#include "ui/base/tone.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace orrery {

namespace {

constexpr double firstAngle = 135; // degrees, clockwise from three o'clock: the gap is at the bottom
constexpr double sweep = 270;

QPointF onCircle(const QPointF &centre, double radius, double degrees)
{
    const double radians = degrees * std::numbers::pi / 180;
    return centre + QPointF(std::cos(radians), std::sin(radians)) * radius;
}

} // namespace

Dial::Dial(QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setFixedSize(sizeHint());
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
}

double Dial::rateMark(double perSecond)
{
    return perSecond <= 0 ? 0 : std::clamp(std::log10(1 + perSecond) / 3, 1.0 / Graduations, 1.0);
}

int Dial::litGraduations() const
{
    return m_reading.rate <= 0 ? 0 : std::clamp(static_cast<int>(std::lround(m_reading.rate * Graduations)), 1, Graduations);
}

void Dial::setReading(const DialReading &reading)
{
    DialReading next = reading;
    // What would be the same pixel is the same.
    next.level = std::round(std::clamp(reading.level, 0.0, 1.0) * FaceRadius * 2) / (FaceRadius * 2);
    next.rate = std::round(std::clamp(reading.rate, 0.0, 1.0) * Graduations) / Graduations;
    if (reading.rate > 0)
        next.rate = std::max(next.rate, 1.0 / Graduations);
    if (next == m_reading)
        return;
    m_reading = next;
    update();
}

bool Dial::hitButton(const QPoint &position) const
{
    const QPointF away = QPointF(position) - QRectF(rect()).center();
    return std::hypot(away.x(), away.y()) <= OuterRadius + 4;
}

void Dial::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void Dial::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void Dial::keyPressEvent(QKeyEvent *event)
{
    const bool mirrored = isRightToLeft();
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        return;
    case Qt::Key_Left:
        Q_EMIT neighbourWanted(mirrored ? 1 : -1);
        return;
    case Qt::Key_Right:
        Q_EMIT neighbourWanted(mirrored ? -1 : 1);
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void Dial::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF centre = QRectF(rect()).center();
    if (m_reading.state == DialState::Absent)
        painter.setOpacity(0.55);
    paintFace(painter, centre);
    paintGraduations(painter, centre);
    paintFigure(painter, centre);
    paintGlyph(painter, centre);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(accentColor(palette()), 1.5));
        painter.drawEllipse(centre, OuterRadius + 4, OuterRadius + 4);
    }
}

void Dial::paintFace(QPainter &painter, const QPointF &centre) const
{
    const InstrumentInk ink = instrumentInk(palette());
    const bool trouble = m_reading.state == DialState::Trouble;
    const QColor strong = trouble ? troubleColor(palette()) : ink.brass;
    QPainterPath disc;
    disc.addEllipse(centre, FaceRadius, FaceRadius);
    QLinearGradient shade(centre - QPointF(0, FaceRadius), centre + QPointF(0, FaceRadius));
    shade.setColorAt(0, ink.faceTop);
    shade.setColorAt(1, ink.faceEnd);
    painter.fillPath(disc, shade);
    if (m_reading.level > 0) {
        const QColor fill = trouble ? mixed(palette().color(QPalette::Base), strong, 0.34) : ink.fill;
        const double surface = centre.y() + FaceRadius - m_reading.level * FaceRadius * 2;
        painter.save();
        painter.setClipPath(disc);
        QLinearGradient depth(QPointF(0, surface), QPointF(0, centre.y() + FaceRadius));
        depth.setColorAt(0, fill);
        depth.setColorAt(1, mixed(fill, ink.faceEnd, 0.35));
        painter.fillRect(QRectF(centre.x() - FaceRadius, surface, FaceRadius * 2, FaceRadius * 2), depth);
        const bool crossesUnit = surface > centre.y() + 3 && surface < centre.y() + 18;
        if (m_reading.level < 1 && !crossesUnit)
            painter.fillRect(QRectF(centre.x() - FaceRadius, surface, FaceRadius * 2, 1.2), mixed(fill, strong, 0.4));
        painter.restore();
    }
    painter.setBrush(Qt::NoBrush);
    const bool hovered = underMouse() && isEnabled();
    if (isChecked() || trouble)
        painter.setPen(QPen(strong, 2));
    else
        painter.setPen(QPen(hovered ? mixed(ink.rim, ink.brass, 0.6) : ink.rim, 1.2));
    painter.drawEllipse(centre, FaceRadius, FaceRadius);
}

void Dial::paintGraduations(QPainter &painter, const QPointF &centre) const
{
    const InstrumentInk ink = instrumentInk(palette());
    const QColor lit = m_reading.state == DialState::Trouble ? troubleColor(palette()) : ink.brass;
    const int reached = litGraduations();
    for (int i = 0; i <= Graduations; ++i) {
        const bool isLit = reached > 0 && i <= reached;
        const bool isLong = i % 10 == 0;
        const double angle = firstAngle + sweep * i / Graduations;
        painter.setPen(QPen(isLit ? lit : ink.mark, isLit ? 1.6 : 1, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(onCircle(centre, OuterRadius, angle), onCircle(centre, OuterRadius - (isLong ? 6 : 4), angle));
    }
}

void Dial::paintFigure(QPainter &painter, const QPointF &centre) const
{
    const InstrumentInk ink = instrumentInk(palette());
    QFont large = tabularFont(font());
    large.setWeight(QFont::DemiBold);
    const QFont small = captionFont(font());
    const double widest = FaceRadius * 2 - 10;
    const double wanted = QFontMetricsF(large).horizontalAdvance(m_reading.figure);
    const double factor = std::min(1.25, widest / std::max(1.0, wanted));
    if (large.pointSizeF() > 0)
        large.setPointSizeF(large.pointSizeF() * factor);
    else
        large.setPixelSize(std::max(7, static_cast<int>(large.pixelSize() * factor)));
    const QRectF upper(centre.x() - FaceRadius, centre.y() - 18, FaceRadius * 2, 22);
    const QRectF lower(centre.x() - FaceRadius + 4, centre.y() + 3, FaceRadius * 2 - 8, 15);
    painter.setPen(m_reading.state == DialState::Trouble ? troubleColor(palette()) : ink.text);
    painter.setFont(large);
    painter.drawText(upper, Qt::AlignCenter, m_reading.figure);
    QFont unit = small;
    const double unitWidth = QFontMetricsF(unit).horizontalAdvance(m_reading.unit);
    if (unitWidth > lower.width() && unit.pointSizeF() > 0)
        unit.setPointSizeF(unit.pointSizeF() * lower.width() / unitWidth);
    painter.setPen(mixed(ink.quiet, ink.text, 0.35));
    painter.setFont(unit);
    painter.drawText(lower, Qt::AlignCenter, m_reading.unit);
}

void Dial::paintGlyph(QPainter &painter, const QPointF &centre) const
{
    const QPointF at = centre + QPointF(0, OuterRadius - 3);
    if (m_reading.state == DialState::Paused) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(toneColor(Tone::Informative, palette()));
        painter.drawRect(QRectF(at.x() - 4, at.y() - 4.5, 3, 9));
        painter.drawRect(QRectF(at.x() + 1, at.y() - 4.5, 3, 9));
    } else if (m_reading.state == DialState::Trouble) {
        QPen stroke(troubleColor(palette()), 2.2, Qt::SolidLine, Qt::RoundCap);
        painter.setPen(stroke);
        painter.drawLine(at + QPointF(-3.4, -3.4), at + QPointF(3.4, 3.4));
        painter.drawLine(at + QPointF(3.4, -3.4), at + QPointF(-3.4, 3.4));
    }
}

} // namespace orrery
