// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/metrics_port.h"
#include "core/base/scheduler.h"
#include "ui/views/apiserver/reading_model.h"

namespace orrery {

/// What the tables of an API server's page hold, made of readings alone. Thread: any.
namespace api_server_rows {

/// Counters over a while.
struct Counted {
    std::optional<double> seconds; ///< how long; nothing: not known
    bool isSinceBegin = true;
};

[[nodiscard]] QList<ReadingModel::Column> checkColumns();
[[nodiscard]] QList<ReadingRow> checks(const kube::Readiness &readiness); ///< what failed first

[[nodiscard]] QList<ReadingModel::Column> levelColumns();
/// load: what /metrics know of them; null: nothing. meanwhile: how it has grown.
[[nodiscard]] QList<ReadingRow> levels(const kube::PriorityAndFairness &flow, const kube::ApiServerLoad *load, const kube::ApiServerLoad *meanwhile);

[[nodiscard]] QList<ReadingModel::Column> queueColumns();
/// Those in use. level: of that one alone; empty: all.
[[nodiscard]] QList<ReadingRow> queues(const kube::PriorityAndFairness &flow, const QString &level);

[[nodiscard]] QList<ReadingModel::Column> requestColumns();
/// The longest waiting first.
[[nodiscard]] QList<ReadingRow> requests(const kube::PriorityAndFairness &flow, const QString &level, kube::WallTime now);

enum class Asked { ApiServer, Storage };
[[nodiscard]] QList<ReadingModel::Column> latencyColumns(Asked whom);
[[nodiscard]] QList<ReadingRow> latencies(const std::map<std::string, kube::OperationLoad> &operations, Asked whom, const Counted &counted);

[[nodiscard]] QList<ReadingModel::Column> objectColumns();
[[nodiscard]] QList<ReadingRow> objects(const kube::ApiServerLoad &load); ///< the most first

} // namespace api_server_rows

} // namespace orrery
