// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/request_body.h"
#include "app/demo/api/route.h"
#include "app/demo/store/api_store.h"

namespace orrery::demo {

/// Deletes with an API server's and the garbage collector's rules: preconditions, finalizers, grace for Pods, owned
/// objects, and what is in a namespace. Thread: the server's.
class ObjectRemover
{
public:
    ObjectRemover(ApiStore &store, const ResourceTypes &types) : m_store(store), m_types(types) {}

    [[nodiscard]] WriteResult remove(const ResourceType &type, const kube::ObjectKey &key, const Call &call);
    /// The object is gone from the store, or its last finalizer is: what depended on it follows.
    void finish(const ResourceType &type, const StoredPtr &object);

private:
    enum class Dependents { Go, Stay };
    void removeNow(const ResourceType &type, const StoredPtr &object, Dependents dependents);
    void removeDependents(const std::string &uid);
    void orphanDependents(const std::string &uid);
    [[nodiscard]] WriteResult removeNamespace(const ResourceType &type, const StoredPtr &object);
    /// True when nothing is in it any more.
    [[nodiscard]] bool emptyNamespace(const std::string &name);

    ApiStore &m_store;
    const ResourceTypes &m_types;
};

} // namespace orrery::demo
