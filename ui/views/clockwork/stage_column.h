// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/clockwork_port.h"
#include "ui/views/clockwork/stage_reading.h"

#include <QWidget>

class QLabel;

namespace orrery {

class ClippedLabel;
class ElidedLabel;
class FigureList;
class GateButton;
class HistogramBars;
class LabelPlace;
class TrendBars;

/// One stage of the pipeline: its dial, what state it is in and why, its figures, how long things take to come out of it,
/// and the buttons that hold it up.
class StageColumn final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int Margin = 8;     ///< above and below
    static constexpr int SideMargin = 12; ///< so that figures of neighbours are told apart
    static constexpr int DialMiddle = Margin + Dial::Side / 2; ///< from its upper edge

    explicit StageColumn(Stage stage, QWidget *parent = nullptr);

    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] Dial *dial() const { return m_dial; }
    void show(const StageReading &reading);
    void addToTrend();  ///< one more bar of its small history, where it has one: once a second
    void forgetTrend(); ///< another pipeline is shown
    [[nodiscard]] const StageReading &reading() const { return m_reading; }

Q_SIGNALS:
    void commanded(kube::StageCommand command);

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();
    void showState();
    void showTimes();
    void showGate();

    Stage m_stage;
    StageReading m_reading;
    Dial *m_dial;
    ElidedLabel *m_title;
    QLabel *m_state;
    LabelPlace *m_statePlace;
    ClippedLabel *m_why;
    FigureList *m_figures;
    HistogramBars *m_latency;
    TrendBars *m_trend;
    QLabel *m_times;
    LabelPlace *m_timesPlace;
    GateButton *m_hold;
    GateButton *m_step;
};

} // namespace orrery
