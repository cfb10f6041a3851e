// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/manifest/manifest_state.h"

#include <memory>

namespace kube {

using ManifestStatePtr = std::shared_ptr<const ManifestState>; ///< never null where it is told

/// One set of documents, by remote control; see ManifestApplier. Dropping it ends the run after what was sent: that is
/// not taken back. Thread: any.
class ManifestRun
{
public:
    virtual ~ManifestRun() = default;
    virtual void feed(ManifestInput input) = 0; ///< what the person wants: DryRun, Apply, RetryRefused, Force, Stop
};

/// What a page of manifests asks of its cluster. Thread: any; handlers run on the owner's.
class ManifestPort
{
public:
    virtual ~ManifestPort() = default;
    /// The handler is told the state at once, when a run begins and ends, and between these often enough to see it go on.
    [[nodiscard]] virtual std::unique_ptr<ManifestRun> open(const ManifestConfig &config, std::vector<ManifestDocument> documents, const Owner &owner,
                                                            std::function<void(ManifestStatePtr)> handler) = 0;
};

} // namespace kube
