// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/apply/write_store.h"
#include "core/base/executor.h"
#include "core/base/future.h"

namespace orrery {

/// The writes of one cluster in a WriteStore, which background alone uses. Thread: GUI.
class KeptWrites
{
public:
    using Writes = std::vector<kube::RememberedWritePtr>; ///< the newest first; none is null

    KeptWrites(std::shared_ptr<kube::WriteStore> store, std::string cluster, kube::ExecutorPtr background)
        : m_store(std::move(store)), m_cluster(std::move(cluster)), m_background(std::move(background))
    {
    }

    /// Those there are.
    [[nodiscard]] kube::Future<Writes> all(kube::WallTime now) const;
    /// Keeps those that have come since the last call. What cannot be written is forgotten with the program; the edit it is about
    /// has already happened.
    void keep(const kube::RememberedWrites &told);

private:
    std::shared_ptr<kube::WriteStore> m_store;
    std::string m_cluster;
    kube::ExecutorPtr m_background;
    kube::RememberedWrites m_last; ///< as told last; null: never
};

/// Those of this run, then those of earlier ones to other objects.
[[nodiscard]] KeptWrites::Writes withEarlier(const kube::RememberedWrites &ofThisRun, const KeptWrites::Writes &earlier);

} // namespace orrery
