// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace orrery {

class Page;
struct VerbHost;

/// How the context's API server does. Null: its session has no metrics.
[[nodiscard]] Page *makeApiServerPage(VerbHost &host, const QString &context);

} // namespace orrery
