// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/object_remover.h"
#include "app/demo/api/request_body.h"
#include "app/demo/api/route.h"
#include "app/demo/store/api_store.h"

namespace orrery::demo {

/// Bodies are in the form their resource serves, results in that in which they are stored (alias.h).
/// Create, update and patch with an API server's rules: optimistic concurrency, generation, the status and scale
/// subresources, dry run, the last finalizer. Thread: the server's.
class ObjectWriter
{
public:
    ObjectWriter(ApiStore &store, ObjectRemover &remover) : m_store(store), m_remover(remover) {}

    [[nodiscard]] WriteResult create(const ResourceType &type, const Route &route, const Call &call);
    [[nodiscard]] WriteResult update(const ResourceType &type, const Route &route, const Call &call);
    [[nodiscard]] WriteResult patch(const ResourceType &type, const Route &route, const Call &call);
    [[nodiscard]] WriteResult getScale(const ResourceType &type, const Route &route) const;

private:
    [[nodiscard]] WriteResult apply(const ResourceType &type, const Route &route, const Call &call, const StoredPtr &before);
    [[nodiscard]] WriteResult store(const ResourceType &type, const Route &route, const StoredPtr &before, QJsonObject next,
                                    const Call &call, std::uint64_t expected);
    [[nodiscard]] WriteResult storeScale(const ResourceType &type, const StoredPtr &before, const QJsonObject &scale, const Call &call);

    ApiStore &m_store;
    ObjectRemover &m_remover;
};

} // namespace orrery::demo
