// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/bead_track.h"

#include <QPixmap>
#include <QWidget>

namespace orrery {

/// Several tracks in a row, drawn as one, and nothing between them: there is what lies beneath. A widget for each would be
/// painted by itself, and that costs more than all the beads.
/// Says nothing to a screen reader: the dials do.
class BeadRail final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int Height = 16;

    explicit BeadRail(std::size_t tracks, QWidget *parent = nullptr);

    [[nodiscard]] const BeadTrack &track(std::size_t at) const { return m_places[at].track; }
    /// From where to where, px from the left edge; the rail is as high as Height.
    void setPlace(std::size_t at, int left, int width);
    [[nodiscard]] QRect placeOf(std::size_t at) const { return m_places[at].rect; }
    /// Nothing gets on it: its gate is shut.
    void setHeld(std::size_t at, bool isHeld);
    [[nodiscard]] bool isHeld(std::size_t at) const { return m_places[at].isHeld; }
    void setAtRest(bool isAtRest);    ///< as BeadTrack's
    void setBeadWorth(qint64 things); ///< as BeadTrack's
    void pass(std::size_t at, double passed, int msecs); ///< as BeadTrack's
    void advance(int msecs);          ///< as BeadTrack's
    [[nodiscard]] bool isMoving() const;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Place {
        BeadTrack track;
        QRect rect;
        bool isHeld = false;
    };
    void paint(QPainter &painter, const Place &place);
    [[nodiscard]] const QPixmap &bead();

    std::vector<Place> m_places;
    QPixmap m_bead; ///< null: to be drawn anew
    bool m_isAtRest = false;
};

} // namespace orrery
