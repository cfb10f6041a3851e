// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/resource_types.h"
#include "app/demo/store/api_store.h"

#include <QJsonObject>

#include <map>

namespace orrery::demo {

/// Serves what the stored CustomResourceDefinitions define, marks them established, and drops the objects of those
/// that are gone, whoever changed them. Thread: the server's.
class DefinitionKeeper
{
public:
    DefinitionKeeper(ApiStore &store, ResourceTypes &types);
    /// To be called after each request, when nothing of it is still under way.
    void settle();

private:
    void reconcile();
    void establish(const StoredPtr &stored, QJsonObject definition);

    ApiStore &m_store;
    ResourceTypes &m_types;
    std::map<std::string, std::pair<QJsonObject, kube::GroupResource>> m_served; ///< specs and resources by uid
    bool m_changed = true;
    kube::Subscription m_subscription;
};

} // namespace orrery::demo
