// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace orrery {

class Page;
struct VerbHost;

/// The log of a context's API calls; null when it is not open.
[[nodiscard]] Page *makeRequestsPage(VerbHost &host, const QString &context);

} // namespace orrery
