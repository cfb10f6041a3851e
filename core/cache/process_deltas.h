// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cache/deltas.h"
#include "core/cache/indexer.h"

namespace kube {

/// What a change of the cache means to whoever follows it.
struct Notification {
    enum class Type { Add, Update, Delete };
    Type type = Type::Add;
    ObjectPtr before;               ///< Update; Delete: the last state known
    ObjectPtr now;                  ///< Add, Update
    bool isInInitialList = false;
    bool finalStateUnknown = false; ///< Delete

    [[nodiscard]] const ObjectKey &key() const { return now ? now->key() : before->key(); }
};

/// Applies items of a DeltaFIFO to the store, a batch in one transaction, then tells what changed: an Added of a key the
/// store has is an update, an Updated of one it has not is an add, a Deleted of one it has not is nothing; another
/// uid under the same key is a deletion and an add. Source: client-go cache.processDeltas.
void processDeltas(Indexer &store, std::span<const Deltas> batch, const std::function<void(Notification)> &tell);

} // namespace kube
