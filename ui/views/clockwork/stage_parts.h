// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/views/clockwork/stage_reading.h"

#include <QCoreApplication>

/// The parts that readStage() is made of.
namespace orrery::stage_parts {

/// Changes that a DeltaFIFO takes before the reflector reads no more (SharedIndexInformer::Config::highWater).
inline constexpr double highWater = 8192;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

/// How far a face is filled by so many where all would fill it; by the logarithm, so that a few are seen already.
[[nodiscard]] double filled(double amount, double all);
[[nodiscard]] QString orDash(const std::string &text); ///< "–" for what is not there yet
/// Turns the reading orange-red and says why; state: the word for it.
void trouble(StageReading &reading, const QString &why, const QString &state = {});
[[nodiscard]] std::size_t heldOfKind(const StageView &view); ///< requests that a pause has wait, of the kind's own
[[nodiscard]] QString timedNote(const kube::PipelineSnapshot &pipeline); ///< empty: all its changes are timed
[[nodiscard]] StageLatency latencyOf(const kube::LatencyHistogram &histogram, const QString &what);
[[nodiscard]] QString timesSpoken(const StageLatency &latency); ///< in words, for a tooltip
void speak(Stage stage, StageReading &reading);

void readConnection(StageReading &reading, const StageView &view);
void readReflector(StageReading &reading, const StageView &view);
void readQueue(StageReading &reading, const StageView &view);
void readIndexer(StageReading &reading, const StageView &view);
void readHandlers(StageReading &reading, const StageView &view);
void readWorkQueue(StageReading &reading, const StageView &view);
void readTable(StageReading &reading, const StageView &view);

} // namespace orrery::stage_parts
