// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/identity.h"
#include "app/demo/api/resource_types.h"
#include "app/demo/api/route.h"
#include "app/demo/api/status.h"
#include "app/demo/store/api_store.h"

#include <QJsonObject>

#include <tl/expected.hpp>

namespace orrery::demo {

/// The object after a write, or the Status that refused it.
struct Written {
    int code = 200;
    QJsonObject object;
    QStringList warnings;
};
using WriteResult = tl::expected<Written, StatusReply>;

/// Create, update, patch and delete with an API server's rules: optimistic concurrency, generation, the status and
/// scale subresources, dry run, finalizers, grace for Pods, owned objects. Thread: the server's.
class ObjectWriter
{
public:
    ObjectWriter(ApiStore &store, ResourceTypes &types) : m_store(store), m_types(types) {}

    [[nodiscard]] WriteResult create(const ResourceType &type, const Route &route, const Call &call);
    [[nodiscard]] WriteResult update(const ResourceType &type, const Route &route, const Call &call);
    [[nodiscard]] WriteResult patch(const ResourceType &type, const Route &route, const Call &call);
    [[nodiscard]] WriteResult remove(const ResourceType &type, const Route &route, const Call &call);
    [[nodiscard]] WriteResult getScale(const ResourceType &type, const Route &route) const;

private:
    [[nodiscard]] WriteResult store(const ResourceType &type, const Route &route, const StoredPtr &before, QJsonObject next,
                                    bool dryRun, std::uint64_t expected);
    [[nodiscard]] WriteResult applyScale(const ResourceType &type, const StoredPtr &before, const QJsonObject &scale, bool dryRun);
    [[nodiscard]] QJsonObject scaleOf(const ResourceType &type, const StoredObject &object) const;
    void removeDependents(const std::string &uid);

    ApiStore &m_store;
    ResourceTypes &m_types;
};

[[nodiscard]] QJsonObject parseObject(const std::string &json);
[[nodiscard]] std::string toJson(const QJsonObject &object);
[[nodiscard]] QString newUid();
[[nodiscard]] QString nowText();

} // namespace orrery::demo
