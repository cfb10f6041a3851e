// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/clockwork_snapshot.h"

#include <QString>

namespace orrery {

[[nodiscard]] QString shortTime(kube::Duration time); ///< "2 ms", "1.2 s", "3m": as short as it can be said
[[nodiscard]] QString reasonText(kube::ListReason reason); ///< why a list was begun: "the watch's version is too old (410)"
[[nodiscard]] QString faultText(const kube::ConnectionFault &fault); ///< "410 Gone, once more"
[[nodiscard]] QString scopeText(const kube::InformerKey &key); ///< "all namespaces", "shop, app=web"

} // namespace orrery
