// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace orrery {

/// A tool tip that says text as it stands, also where it looks like markup, as what servers and annotations say may.
[[nodiscard]] QString plainToolTip(const QString &text);

} // namespace orrery
