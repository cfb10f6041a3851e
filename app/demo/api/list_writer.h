// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/representation.h"
#include "app/demo/api/selection.h"

#include <QHash>

namespace orrery::demo {

/// Lists: paged from snapshots that last, streamed as fast as the peer reads. Thread: the server's.
class ListWriter
{
public:
    explicit ListWriter(const ApiStore &store) : m_store(store) {}
    void answer(const ResourceType &type, const Call &call, const Selection &selection, const ReplyPtr &reply);

private:
    struct Snapshot {
        std::uint64_t revision = 0;
        std::vector<StoredPtr> objects;
    };
    [[nodiscard]] QByteArray keep(std::shared_ptr<const Snapshot> snapshot, std::size_t position);

    const ApiStore &m_store;
    QHash<QByteArray, std::shared_ptr<const Snapshot>> m_snapshots; ///< by the revision in their tokens
    QList<QByteArray> m_order;                                      ///< oldest first; a few are kept
};

} // namespace orrery::demo
