// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rest/rest_config.h"
#include "core/rest/transport.h"

namespace kube {

/// Does it change something, or might it: what a read-only session does not let through?
[[nodiscard]] bool isWrite(const RestConfig &config, const HttpRequest &request);
/// What a read-only session does not let through: everything but GET, HEAD and the three reviews of oneself
/// (SelfSubjectAccessReview, SelfSubjectRulesReview, SelfSubjectReview). exec, attach and portforward are writes
/// whatever their verb, and so is every protocol upgrade; a dry run is a write too.
/// Nor does one whose writeLock is locked, but for dry runs.
/// RestClient asks this of each request; what opens connections of its own (streams) must ask too.
/// Errors: Forbidden, without a Status: no server was asked.
[[nodiscard]] std::optional<Error> refusedByPolicy(const RestConfig &config, const HttpRequest &request);

} // namespace kube
