// SPDX-License-Identifier: Apache-2.0
#pragma once

class QString;

namespace orrery {

class Page;
struct VerbHost;

/// The page of the cluster's controllers; null when the session has no metrics port.
[[nodiscard]] Page *makeControllersPage(VerbHost &host, const QString &context);

} // namespace orrery
