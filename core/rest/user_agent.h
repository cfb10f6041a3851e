// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace kube {

/// "NAME/VERSION (os/arch) kubernetes/unknown", with os and arch in Go's words: kubectl's form. Name and version are
/// QCoreApplication's, so mostly the program's file name; its version, when none is set, this library's. A server takes the
/// name for the manager of fields that are written without one. Never begin one with curl, Wget or Mozilla/5.0: an API
/// server pretty-prints its JSON for those. Source: client-go rest.DefaultKubernetesUserAgent.
[[nodiscard]] QByteArray defaultUserAgent();

} // namespace kube
