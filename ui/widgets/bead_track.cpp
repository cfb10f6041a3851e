// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/bead_track.h"

#include "ui/base/instrument_ink.h"
#include "ui/base/tone.h"

#include <QEvent>
#include <QPainter>

#include <cmath>

namespace orrery {

namespace {

constexpr double glowRadius = 5.5;
constexpr double beadRadius = 2.8;
constexpr double beadPlace = 14; ///< px, both ways: its glow and a rim
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
    for (int step = 0; perSecond / static_cast<double>(worth) > beadsASecond; ++step)
        worth = step % 3 == 1 ? worth * 5 / 2 : worth * 2;
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

void BeadTrack::advance(int msecs)
{
    if (m_isAtRest)
        return;
    const double way = PixelsASecond * msecs / 1000;
    const bool shows = !m_beads.isEmpty();
    for (double &bead : m_beads)
        bead += way;
    while (!m_beads.isEmpty() && m_beads.first() > width())
        m_beads.removeFirst();
    m_sinceLast += way;
    if (m_waiting >= 1 && m_sinceLast >= m_spacing) {
        m_waiting -= 1;
        m_sinceLast = 0;
        m_beads.append(0);
    }
    // As one: a region of a place for each bead costs more to clip and to flush than the whole track to paint.
    if (shows || !m_beads.isEmpty())
        update();
}

void BeadTrack::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_bead = {};
}

// Drawn once: with each frame, its two circles would cost more than all the rest of a frame.
const QPixmap &BeadTrack::bead()
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

void BeadTrack::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().brush(backgroundRole()));
    painter.setRenderHint(QPainter::Antialiasing);
    const InstrumentInk ink = instrumentInk(palette());
    const double middle = height() / 2.0;
    if (isRightToLeft()) {
        painter.translate(width(), 0);
        painter.scale(-1, 1);
    }
    // Two rows of pixels at seven tenths are a line of 1.4 px, without a stroke to be worked out for each frame.
    painter.fillRect(QRect(0, height() / 2 - 1, width(), 2), mixed(palette().color(backgroundRole()), ink.mark, 0.7));
    if (m_isHeld) {
        painter.setPen(QPen(toneColor(Tone::Informative, palette()), 2.4, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(4, 2), QPointF(4, height() - 2));
    }
    for (const double place : m_beads)
        painter.drawPixmap(QPointF(place - beadPlace / 2, middle - beadPlace / 2), bead());
}

} // namespace orrery
