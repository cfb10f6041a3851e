// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/bead_track.h"

#include <cmath>
#include <utility>

namespace orrery {

namespace {

constexpr double beadsASecond = BeadTrack::PixelsASecond / BeadTrack::BeadSpacing;

} // namespace

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
        if (m_beads.size() == standing)
            return;
        m_beads.clear();
        for (qsizetype i = 0; i < standing; ++i)
            m_beads.append(static_cast<double>(m_length) * static_cast<double>(standing - i) / static_cast<double>(standing + 1));
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

void BeadTrack::setAtRest(bool isAtRest)
{
    if (std::exchange(m_isAtRest, isAtRest) == isAtRest)
        return;
    m_beads.clear();
    m_waiting = 0;
}

bool BeadTrack::advance(int msecs)
{
    if (m_isAtRest)
        return false;
    const double way = PixelsASecond * msecs / 1000;
    const bool shows = !m_beads.isEmpty();
    for (double &bead : m_beads)
        bead += way;
    while (!m_beads.isEmpty() && m_beads.first() > m_length)
        m_beads.removeFirst();
    m_sinceLast += way;
    if (m_waiting >= 1 && m_sinceLast >= m_spacing) {
        m_waiting -= 1;
        m_sinceLast = 0;
        m_beads.append(0);
    }
    return shows || !m_beads.isEmpty();
}

} // namespace orrery
