// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/bead_rail.h"

#include "ui/base/instrument_ink.h"
#include "ui/base/tone.h"

#include <QEvent>
#include <QPaintEvent>
#include <QPainter>

namespace orrery {

namespace {

constexpr double glowRadius = 5.5;
constexpr double beadRadius = 2.8;
constexpr double beadPlace = 14; ///< px, both ways: its glow and a rim

} // namespace

BeadRail::BeadRail(std::size_t tracks, QWidget *parent) : QWidget(parent), m_places(tracks)
{
    setFixedHeight(Height);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_OpaquePaintEvent); // or what lies under it would be painted with each frame
}

void BeadRail::setPlace(std::size_t at, int left, int width)
{
    Place &place = m_places[at];
    const QRect rect(left, 0, std::max(0, width), Height);
    if (std::exchange(place.rect, rect) == rect)
        return;
    place.track.setLength(rect.width());
    QRegion shape;
    for (const Place &one : m_places)
        shape += one.rect;
    setMask(shape);
    update();
}

void BeadRail::setHeld(std::size_t at, bool isHeld)
{
    if (std::exchange(m_places[at].isHeld, isHeld) != isHeld)
        update(m_places[at].rect);
}

void BeadRail::setAtRest(bool isAtRest)
{
    if (std::exchange(m_isAtRest, isAtRest) == isAtRest)
        return;
    for (Place &place : m_places)
        place.track.setAtRest(isAtRest);
    update();
}

void BeadRail::setBeadWorth(qint64 things)
{
    for (Place &place : m_places)
        place.track.setBeadWorth(things);
}

void BeadRail::pass(std::size_t at, double passed, int msecs)
{
    Place &place = m_places[at];
    const auto before = place.track.beads().size();
    place.track.pass(passed, msecs);
    if (place.track.beads().size() != before)
        update(place.rect);
}

void BeadRail::advance(int msecs)
{
    bool changes = false;
    for (Place &place : m_places)
        changes = place.track.advance(msecs) || changes;
    // As one: a region of a place for each bead costs more to clip and to flush than all tracks to paint.
    if (changes)
        update();
}

bool BeadRail::isMoving() const
{
    return std::any_of(m_places.begin(), m_places.end(), [](const Place &place) { return place.track.isMoving(); });
}

void BeadRail::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_bead = {};
}

// Drawn once: with each frame, its two circles would cost more than all the rest of a frame.
const QPixmap &BeadRail::bead()
{
    const double scale = devicePixelRatioF();
    if (!m_bead.isNull() && qFuzzyCompare(m_bead.devicePixelRatio(), scale))
        return m_bead;
    m_bead = QPixmap((QSizeF(beadPlace, beadPlace) * scale).toSize());
    m_bead.setDevicePixelRatio(scale);
    m_bead.fill(Qt::transparent);
    QPainter painter(&m_bead);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QPointF middle(beadPlace / 2, beadPlace / 2);
    const QColor brass = instrumentInk(palette()).brass;
    QColor glow = brass;
    glow.setAlphaF(0.22F);
    painter.setBrush(glow);
    painter.drawEllipse(middle, glowRadius, glowRadius);
    painter.setBrush(brass);
    painter.drawEllipse(middle, beadRadius, beadRadius);
    return m_bead;
}

void BeadRail::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Place &place : m_places) {
        if (event->rect().intersects(place.rect))
            paint(painter, place);
    }
}

void BeadRail::paint(QPainter &painter, const Place &place)
{
    const QRect &rect = place.rect;
    painter.fillRect(rect, palette().brush(backgroundRole()));
    // Two rows of pixels at seven tenths are a line of 1.4 px, without a stroke to be worked out for each frame.
    painter.fillRect(QRect(rect.left(), height() / 2 - 1, rect.width(), 2), mixed(palette().color(backgroundRole()), instrumentInk(palette()).mark, 0.7));
    const bool mirrored = isRightToLeft();
    const auto along = [&](double pixels) { return mirrored ? rect.right() + 1 - pixels : rect.left() + pixels; };
    if (place.isHeld) {
        painter.setPen(QPen(toneColor(Tone::Informative, palette()), 2.4, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(along(4), 2), QPointF(along(4), height() - 2));
    }
    for (const double bead : place.track.beads())
        painter.drawPixmap(QPointF(along(bead) - beadPlace / 2, (height() - beadPlace) / 2), this->bead());
}

} // namespace orrery
