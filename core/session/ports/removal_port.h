// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/subscription.h"
#include "core/drain/node_drain.h"
#include "core/removal/owned_finder.h"
#include "core/session/ports/resource_info.h"

namespace kube {

/// A deletion or eviction under way, by remote control; see RemovalRun. Dropping it ends it: what was sent is not taken
/// back, what was not is not sent. Thread: any.
class Removing
{
public:
    virtual ~Removing() = default;
    virtual void stop() = 0; ///< sends nothing more; what was sent is told to its end
};

/// A Node's draining under way, by remote control; see NodeDrain, whose calls these are. Dropping it ends it as Removing.
class Draining
{
public:
    virtual ~Draining() = default;
    virtual void read() = 0; ///< the Node's Pods, anew
    /// options.eviction is found out.
    virtual void start(const DrainOptions &options) = 0;
    virtual void stop() = 0; ///< evicts no more; the Node stays cordoned
};

/// Deleting, evicting and draining, and what goes with an object. Thread: any; handlers run on the owner's.
class RemovalPort
{
public:
    virtual ~RemovalPort() = default;
    /// Looks for what goes with those objects, through all kinds that the server offers; see OwnedFinder. Dropping the
    /// subscription ends it.
    [[nodiscard]] virtual Subscription find(std::vector<RemovalTarget> targets, const Owner &owner, std::function<void(OwnedFindingsPtr)> told) = 0;
    /// Begins at once. order.eviction is found out. Nothing is told when the session ends first.
    [[nodiscard]] virtual std::unique_ptr<Removing> remove(RemovalOrder order, const Owner &owner, std::function<void(RemovalProgressPtr)> told) = 0;
    /// Reads the Node and its Pods at once; nothing is written before start().
    [[nodiscard]] virtual std::unique_ptr<Draining> drain(const std::string &node, const Owner &owner, std::function<void(DrainStatePtr)> told) = 0;
};

/// As far as deleting needs it.
[[nodiscard]] inline RemovalKind removalKind(const ResourceInfo &resource)
{
    return {resource.gvr, resource.kind, resource.namespaced};
}

} // namespace kube
