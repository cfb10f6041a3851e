// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/base/tone.h"
#include "ui/views/clockwork/pipeline_flow.h"
#include "ui/widgets/dial.h"

#include <QList>

namespace orrery {

/// A figure under a dial: "bookmark", "81,230".
struct StageFigure {
    QString label;
    QString value;

    friend bool operator==(const StageFigure &, const StageFigure &) = default;
};

/// How long things took to come out of a stage.
struct StageLatency {
    QString what; ///< "received to cached"
    QList<quint64> counts;
    QStringList bounds;
    QString half;  ///< p50
    QString most;  ///< p99; both empty: nothing was measured yet
    quint64 all = 0;
    QString none = {}; ///< what is said in place of times, when there are none
    QString note = {}; ///< what is not counted

    friend bool operator==(const StageLatency &, const StageLatency &) = default;
};

/// What one stage shows; a value.
struct StageReading {
    DialReading dial;
    Tone tone = Tone::Neutral;
    QString state; ///< a word or two
    QString since; ///< how long it has been so; may be empty
    QString why;   ///< in trouble: what is wrong, and what happens next
    QList<StageFigure> figures;
    std::optional<StageLatency> latency;
    double trend = 0;     ///< what its small history shows, where it has no latency
    QString trendText;    ///< the same in words: "1.2 kB/s"
    bool canPause = false;
    bool isPaused = false;
    QString spoken; ///< all of it in a few sentences, for a screen reader

    friend bool operator==(const StageReading &, const StageReading &) = default;
};

/// What a reading is made from.
struct StageView {
    const kube::ClockworkSnapshot &snapshot;
    const kube::PipelineSnapshot &pipeline;
    const PipelineFlow &flow;
};
[[nodiscard]] StageReading readStage(Stage stage, const StageView &view);

} // namespace orrery
