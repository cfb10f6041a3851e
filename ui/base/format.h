// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"

#include <QString>

namespace orrery {

/// kubectl's AGE. Source: apimachinery pkg/util/duration HumanDuration.
[[nodiscard]] QString humanDuration(kube::Duration duration);
/// Thousands separated; for counts in prose and headings.
[[nodiscard]] QString count(qint64 number);
[[nodiscard]] QString bytes(qint64 number); ///< 148 MB
/// "2026-01-02 15:04:05 (16:04:05 UTC)": local and UTC, for tooltips.
[[nodiscard]] QString absoluteTime(kube::WallTime time);
[[nodiscard]] QString clockTime(kube::WallTime time); ///< 15:04:05, local
[[nodiscard]] QString momentText(kube::WallTime time); ///< the same, with the date when that is not today
/// Two values side by side, as units follow them: "5.5" of "5.5 ms" beside "10 ms", but "5.5 ms" beside "1 s".
[[nodiscard]] QString withoutSharedUnit(const QString &value, const QString &beside);

} // namespace orrery
