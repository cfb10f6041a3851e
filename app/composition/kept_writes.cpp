// SPDX-License-Identifier: Apache-2.0
#include "app/composition/kept_writes.h"

#include <algorithm>

namespace orrery {

kube::Future<KeptWrites::Writes> KeptWrites::all(kube::WallTime now) const
{
    auto promise = std::make_shared<kube::Promise<Writes>>();
    auto future = promise->future();
    m_background->post([store = m_store, cluster = m_cluster, now, promise] { promise->finish(store->all(cluster, now)); });
    return future;
}

void KeptWrites::keep(const kube::RememberedWrites &told)
{
    Writes fresh;
    for (const kube::RememberedWritePtr &write : *told) {
        if (m_last && std::find(m_last->begin(), m_last->end(), write) != m_last->end())
            break;
        fresh.push_back(write);
    }
    m_last = told;
    if (fresh.empty())
        return;
    m_background->post([store = m_store, cluster = m_cluster, fresh = std::move(fresh)] {
        for (auto write = fresh.rbegin(); write != fresh.rend(); ++write)
            static_cast<void>(store->keep(cluster, **write));
    });
}

KeptWrites::Writes withEarlier(const kube::RememberedWrites &ofThisRun, const KeptWrites::Writes &earlier)
{
    KeptWrites::Writes all = ofThisRun ? *ofThisRun : KeptWrites::Writes();
    const std::size_t own = all.size();
    for (const kube::RememberedWritePtr &write : earlier) {
        const auto end = all.begin() + static_cast<std::ptrdiff_t>(own);
        if (std::none_of(all.begin(), end, [&write](const kube::RememberedWritePtr &one) { return one->resource == write->resource && one->key == write->key; }))
            all.push_back(write);
    }
    return all;
}

} // namespace orrery
