// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace orrery {

class Page;
struct VerbHost;

/// The pipelines behind the tables of a context.
[[nodiscard]] Page *makePipelinePage(VerbHost &host, const QString &context);

} // namespace orrery
