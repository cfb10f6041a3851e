// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/views/clockwork/stage_column.h"

#include <QElapsedTimer>
#include <QTimer>

namespace orrery {

class BeadRail;

/// The pipeline from left to right: a dial for each stage, joined by tracks on which a bead goes for each change. Arrow
/// keys go from dial to dial, Return chooses one. It moves while something flows, it is seen, and the desktop wants motion.
class StageStrip final : public QWidget
{
    Q_OBJECT
public:
    /// Six beats a second, like a watch: a frame costs its waking, however little it paints, and observing is to cost little.
    static constexpr int FrameMsecs = 1000 / 6;

    explicit StageStrip(QWidget *parent = nullptr);

    void show(const kube::ClockworkSnapshot &snapshot, const kube::PipelineSnapshot &pipeline, const PipelineFlow &flow);
    void forgetTrends();
    void addToTrends();
    [[nodiscard]] Stage current() const { return m_current; }
    void setCurrent(Stage stage);
    [[nodiscard]] StageColumn *column(Stage stage) const { return m_columns[static_cast<std::size_t>(stage)]; }
    [[nodiscard]] BeadRail *rail() const { return m_rail; } ///< with a track after each stage but the last
    [[nodiscard]] bool isMoving() const { return m_frames.isActive(); }
    [[nodiscard]] qint64 beadWorth() const; ///< the same on all tracks

Q_SIGNALS:
    void stageChosen(Stage stage);
    void commanded(kube::PipelineStage gate, kube::StageCommand command);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool event(QEvent *event) override;

private:
    void placeTracks();
    void frame();
    [[nodiscard]] bool wantsMotion() const;

    Stage m_current = Stage::Reflector;
    std::array<StageColumn *, allStages.size()> m_columns{};
    BeadRail *m_rail;
    QTimer m_frames;
    QElapsedTimer m_sinceFrame;
};

} // namespace orrery
