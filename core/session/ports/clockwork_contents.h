// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/base/future.h"
#include "core/base/subscription.h"
#include "core/cache/delta_fifo_contents.h"
#include "core/session/ports/clockwork_snapshot.h"

namespace kube {

/// One cached object, as its store sees it.
struct CachedObject {
    ObjectKey key;
    std::string uid;
    std::string resourceVersion;
    std::size_t bytes = 0;                                    ///< that the cache holds of it, compressed
    std::map<std::string, std::vector<std::string>> indexed;  ///< by index: the values it is found under
};

/// Looks into a session's machinery. Thread: any; answers come as a Future's do.
/// Errors of all that names an informer: NotFound when there is none of that key any more; Canceled when the session ends.
class ClockworkContents
{
public:
    virtual ~ClockworkContents() = default;
    /// At once, then twice a second and after each command, on the owner's thread; late ones are left out, never queued up. Nothing is paid
    /// while nobody holds one. Keep it for as long as the instrument exists, hidden too: with the last one that is
    /// dropped, every pause and every fault ends.
    [[nodiscard]] virtual Subscription watch(const Owner &owner, std::function<void(ClockworkSnapshotPtr)> handler) = 0;

    /// What waits in the DeltaFIFO, front first.
    [[nodiscard]] virtual Future<DeltaFifoContents> queueContents(const InformerKey &informer, ContentsFilter filter) = 0;
    /// The values of one index with the number of objects under each. Errors: BadInput for an unknown index.
    [[nodiscard]] virtual Future<IndexContents> indexContents(const InformerKey &informer, const std::string &index, ContentsFilter filter) = 0;
    /// Keys of the objects that have that value in an index, sorted. Errors: BadInput for an unknown index.
    [[nodiscard]] virtual Future<KeyContents> bucketKeys(const InformerKey &informer, const std::string &index, const std::string &value, ContentsFilter filter) = 0;
    /// Keys of the cache, sorted.
    [[nodiscard]] virtual Future<KeyContents> cacheKeys(const InformerKey &informer, ContentsFilter filter) = 0;
    /// Errors: NotFound when it is not in the cache.
    [[nodiscard]] virtual Future<CachedObject> cachedObject(const InformerKey &informer, const ObjectKey &key) = 0;
    /// A table's queue with at most that many keys of each list, as "namespace/name". Times of keys are those noted since
    /// somebody watches. Errors: NotFound when the table is closed.
    [[nodiscard]] virtual Future<WorkQueueSnapshot> tableQueue(const InformerKey &informer, std::uint64_t table, std::size_t keys) = 0;
};

} // namespace kube
