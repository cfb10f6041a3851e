// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/bead_track.h"

#include "ui/base/instrument_ink.h"
#include "ui/base/tone.h"

#include <QPainter>
#include <QPaintEvent>
#include <QStyle>

#include <cmath>

namespace orrery {

namespace {

constexpr double glowRadius = 5.5;
constexpr double beadRadius = 2.8;
constexpr double beadsASecond = BeadTrack::PixelsASecond / BeadTrack::BeadSpacing;

} // namespace

BeadTrack::BeadTrack(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(Height);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_OpaquePaintEvent); // or what lies under it would be painted with each frame
}

qint64 BeadTrack::worthAt(double perSecond)
{
    qint64 worth = 1;
    while (perSecond / static_cast<double>(worth) > beadsASecond)
        worth *= 10;
    return worth;
}

void BeadTrack::pass(double passed, int msecs)
{
    const double perSecond = msecs > 0 ? passed * 1000 / msecs : 0;
    if (m_isAtRest) {
        const auto standing = passed > 0 ? std::clamp<qsizetype>(static_cast<qsizetype>(std::ceil(std::log10(1 + perSecond))) + 1, 1, 5) : 0;
        if (m_beads.size() != standing) {
            m_beads.clear();
            for (qsizetype i = 0; i < standing; ++i)
                m_beads.append(static_cast<double>(width()) * static_cast<double>(standing - i) / static_cast<double>(standing + 1));
            update();
        }
        return;
    }
    // A burst is not paid off later, when nothing passes any more: what has no room beside this second's beads is left out.
    m_waiting = std::min(m_waiting + passed / static_cast<double>(m_worth), beadsASecond);
    if (passed > 0)
        m_spacing = std::max<double>(BeadSpacing, PixelsASecond * msecs / 1000 / std::max(1.0, m_waiting));
}

void BeadTrack::setBeadWorth(qint64 things)
{
    const auto before = static_cast<double>(std::exchange(m_worth, std::max<qint64>(1, things)));
    m_waiting *= before / static_cast<double>(m_worth);
}

void BeadTrack::setHeld(bool isHeld)
{
    if (std::exchange(m_isHeld, isHeld) != isHeld)
        update();
}

void BeadTrack::setAtRest(bool isAtRest)
{
    if (std::exchange(m_isAtRest, isAtRest) == isAtRest)
        return;
    m_beads.clear();
    m_waiting = 0;
    update();
}

QRect BeadTrack::placeOf(double position) const
{
    const QRectF place(position - glowRadius - 1, height() / 2.0 - glowRadius - 1, glowRadius * 2 + 2, glowRadius * 2 + 2);
    return QStyle::visualRect(layoutDirection(), rect(), place.toAlignedRect());
}

void BeadTrack::advance(int msecs)
{
    if (m_isAtRest)
        return;
    const double way = PixelsASecond * msecs / 1000;
    QRegion changed;
    for (double &bead : m_beads) {
        changed += placeOf(bead);
        bead += way;
        changed += placeOf(bead);
    }
    while (!m_beads.isEmpty() && m_beads.first() > width())
        m_beads.removeFirst();
    m_sinceLast += way;
    if (m_waiting >= 1 && m_sinceLast >= m_spacing) {
        m_waiting -= 1;
        m_sinceLast = 0;
        m_beads.append(0);
        changed += placeOf(0);
    }
    update(changed);
}

void BeadTrack::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    for (const QRect &changed : event->region())
        painter.fillRect(changed, palette().brush(backgroundRole()));
    painter.setRenderHint(QPainter::Antialiasing);
    const InstrumentInk ink = instrumentInk(palette());
    const double middle = height() / 2.0;
    if (isRightToLeft()) {
        painter.translate(width(), 0);
        painter.scale(-1, 1);
    }
    painter.setPen(QPen(ink.mark, 1.4));
    painter.drawLine(QPointF(0, middle), QPointF(width(), middle));
    if (m_isHeld) {
        painter.setPen(QPen(toneColor(Tone::Informative, palette()), 2.4, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(4, 2), QPointF(4, height() - 2));
    }
    QColor glow = ink.brass;
    glow.setAlphaF(0.22F);
    for (const double bead : m_beads) {
        if (!event->region().intersects(placeOf(bead)))
            continue;
        painter.setPen(Qt::NoPen);
        painter.setBrush(glow);
        painter.drawEllipse(QPointF(bead, middle), glowRadius, glowRadius);
        painter.setBrush(ink.brass);
        painter.drawEllipse(QPointF(bead, middle), beadRadius, beadRadius);
    }
}

} // namespace orrery
