// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/stage_gate.h"
#include "core/base/subscription.h"
#include "core/object/object_key.h"
#include "core/workqueue/queue_snapshot.h"

namespace kube {

/// What a table's worker lets an inspector see and do. Thread: the feed's. Lifetime: the worker's.
class FeedInspection
{
public:
    virtual ~FeedInspection() = default;
    [[nodiscard]] virtual StageControl &stage() = 0; ///< its work queue: a step is one key
    /// With at most so many keys of each list, as "namespace/name".
    [[nodiscard]] virtual WorkQueueSnapshot queue(std::size_t keys) const = 0;
    [[nodiscard]] virtual std::size_t rows() const = 0; ///< made so far and not gone
    /// Of its rate limiter, for a key that fails for the first time; nothing: it has none.
    [[nodiscard]] virtual std::optional<Duration> nextDelay() const { return std::nullopt; }
    virtual void retry(const ObjectKey &key) = 0; ///< puts the key in line, where it waits no more for its time
    virtual void forget(const ObjectKey &) {}     ///< its failures, where there is a rate limiter
    /// The queue notes since when keys wait while this is held; it may outlive the worker.
    [[nodiscard]] virtual Subscription keepTimes() const = 0;
};

} // namespace kube
