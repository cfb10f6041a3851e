// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/clockwork_contents.h"
#include "ui/views/clockwork/contents_model.h"
#include "ui/views/clockwork/stage_reading.h"
#include "ui/widgets/key_value_list.h"

namespace orrery {

/// What is inside a stage: everything it says of itself, and a table.
struct StageContents {
    QList<ContentsColumn> columns;
    QList<ContentsRow> rows;
    QString whenEmpty; ///< what is said in place of no rows
    bool more = false; ///< others are left out
};

[[nodiscard]] QList<KeyValue> stageFacts(Stage stage, const StageView &view);
/// Of the stages that a snapshot tells all of; empty for the DeltaFIFO, the Indexer and the work queue, which are asked.
[[nodiscard]] StageContents toldContents(Stage stage, const StageView &view);

[[nodiscard]] StageContents waitingChanges(const kube::DeltaFifoContents &contents);
[[nodiscard]] StageContents cachedKeys(const kube::KeyContents &contents);
[[nodiscard]] StageContents indexValues(const kube::IndexContents &contents);
/// now: as it was asked.
[[nodiscard]] StageContents queuedKeys(const kube::WorkQueueSnapshot &queue, kube::WallTime now);

} // namespace orrery
