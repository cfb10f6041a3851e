// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace kube {

/// "orrery/VERSION (os/arch) kubernetes/unknown", with os and arch in Go's words: kubectl's form.
/// Never begin one with curl, Wget or Mozilla/5.0: an API server pretty-prints its JSON for those.
[[nodiscard]] QByteArray defaultUserAgent();

} // namespace kube
