// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/views/clockwork/contents_model.h"
#include "ui/views/clockwork/stage_reading.h"

namespace orrery {

[[nodiscard]] QString informerId(const kube::InformerKey &key); ///< no other's
[[nodiscard]] QList<ContentsColumn> informerColumns();
/// Every informer of a session: how it stands, how much it is told, what it keeps in memory.
[[nodiscard]] QList<ContentsRow> informerRows(const kube::ClockworkSnapshot &snapshot, const FlowMeter &meter);
/// Which is looked at when nobody has chosen: one with an open table, of those the one with the most objects.
[[nodiscard]] std::optional<kube::InformerKey> mostTelling(const kube::ClockworkSnapshot &snapshot);
/// "pods v1 in all namespaces, whole objects, shared by 2"
[[nodiscard]] QString informerCaption(const kube::PipelineSnapshot &pipeline);

} // namespace orrery
