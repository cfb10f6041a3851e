// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/clockwork_snapshot.h"

#include <QString>

#include <array>
#include <optional>

namespace orrery {

/// The stations of the pipeline as they are drawn, from the server to the rows.
enum class Stage { Connection, Reflector, Queue, Indexer, Handlers, WorkQueue, Table };

inline constexpr std::array allStages{Stage::Connection, Stage::Reflector, Stage::Queue, Stage::Indexer, Stage::Handlers, Stage::WorkQueue, Stage::Table};

[[nodiscard]] QString stageTitle(Stage stage); ///< "DeltaFIFO": client-go's name where it has one
/// What it does, in a sentence for whoever meets it for the first time.
[[nodiscard]] QString stagePurpose(Stage stage);
[[nodiscard]] QString stepMeaning(Stage stage); ///< what a step of it lets through; empty for those without a gate
/// Where it can be held up; nothing for those that hold nothing up.
[[nodiscard]] std::optional<kube::PipelineStage> gateOf(Stage stage);

} // namespace orrery
