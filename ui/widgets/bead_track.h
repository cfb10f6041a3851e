// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QtGlobal>

namespace orrery {

/// The way from one dial to the next, with a bead for each thing that went along it, or for two, five, ten … when there
/// are too many to tell apart: where they are. Nothing is invented, nothing moves when nothing passed.
/// It has no clock: whoever owns several calls advance() on all of them.
class BeadTrack
{
public:
    static constexpr int BeadSpacing = 16;      ///< px, at least; far more than the way of a frame, so that none is taken for its neighbour
    static constexpr double PixelsASecond = 36;

    void setLength(int pixels) { m_length = pixels; }
    /// So many passed in the last msecs: their beads set out, evenly, over the next msecs. On a track at rest as many are
    /// shown as stand for the rate.
    void pass(double passed, int msecs);
    void setBeadWorth(qint64 things); ///< how many things one bead stands for, from now on
    /// The desktop wants less motion: beads stand.
    void setAtRest(bool isAtRest);
    bool advance(int msecs); ///< one frame later; false: it looks as before
    /// Would advance() change anything?
    [[nodiscard]] bool isMoving() const { return !m_isAtRest && (!m_beads.isEmpty() || m_waiting >= 1); }

    [[nodiscard]] const QList<double> &beads() const { return m_beads; } ///< px from the beginning, the foremost first
    [[nodiscard]] qint64 beadWorth() const { return m_worth; }
    /// The least of 1, 2, 5, 10, 20 … that keeps beads apart at that rate.
    [[nodiscard]] static qint64 worthAt(double perSecond);

private:
    QList<double> m_beads;
    int m_length = 0;
    double m_waiting = 0;   ///< beads that are to set out; less than one waits for more
    double m_sinceLast = 0; ///< px the last one has gone
    double m_spacing = BeadSpacing;
    qint64 m_worth = 1;
    bool m_isAtRest = false;
};

} // namespace orrery
