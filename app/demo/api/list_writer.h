// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/representation.h"
#include "app/demo/api/selection.h"

#include <QList>

namespace orrery::demo {

/// Lists, streamed as fast as the peer reads; the pages of one are all of the version of the first. Thread: the
/// server's.
class ListWriter
{
public:
    explicit ListWriter(const ApiStore &store) : m_store(store) {}
    void answer(const ResourceTypePtr &type, const Call &call, const Selection &selection, const ReplyPtr &reply);

private:
    struct Snapshot {
        std::uint64_t revision = 0;
        std::vector<StoredPtr> objects; ///< those selected, in the order of their keys
    };
    using SnapshotPtr = std::shared_ptr<const Snapshot>;
    /// Errors: Gone.
    [[nodiscard]] kube::Result<SnapshotPtr> snapshot(const ResourceType &type, const Call &call, const Selection &selection, std::uint64_t revision);

    const ApiStore &m_store;
    QList<std::pair<QString, SnapshotPtr>> m_recent; ///< so that each page need not be found anew; the newest last
};

} // namespace orrery::demo
