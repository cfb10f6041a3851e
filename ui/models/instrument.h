// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/base/icons.h"

#include <QString>

namespace orrery {

/// A page about a whole cluster's machinery, ours or its own; one a context. In the order the tree shows them.
enum class Instrument { Pipeline, Requests, Controllers, ApiServer, Leases };

[[nodiscard]] QString instrumentId(Instrument instrument); ///< stable and untranslated: "pipeline"
/// The instrument of that id; nothing when there is none.
[[nodiscard]] std::optional<Instrument> instrumentOf(const QString &id);
[[nodiscard]] QString instrumentTitle(Instrument instrument); ///< "Pipeline"
[[nodiscard]] IconName instrumentIcon(Instrument instrument); ///< of its row, its tab and its action

} // namespace orrery
