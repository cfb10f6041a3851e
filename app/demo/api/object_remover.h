// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/ownership.h"
#include "app/demo/api/request_body.h"
#include "app/demo/api/route.h"
#include "app/demo/store/api_store.h"

namespace orrery::demo {

/// Deletes with an API server's and the garbage collector's rules: preconditions, finalizers, grace for Pods, owned
/// objects in the background, the foreground or not at all, and what is in a namespace. Thread: the server's.
/// Source: kubernetes pkg/controller/garbagecollector.
class ObjectRemover
{
public:
    ObjectRemover(ApiStore &store, const ResourceTypes &types) : m_store(store), m_types(types) {}

    [[nodiscard]] WriteResult remove(const ResourceType &type, const kube::ObjectKey &key, const Call &call);
    /// The object is gone from the store, or its last finalizer is: what depended on it follows.
    void finish(const ResourceType &type, const StoredPtr &object);
    /// Owners that an update no longer names, or no longer blocks, need not wait for it.
    void ownersChanged(const StoredPtr &before, const StoredPtr &after);

private:
    enum class Dependents { Go, Stay };
    void removeNow(const ResourceType &type, const StoredPtr &object, Dependents dependents);
    /// Those of other owners too lose this one only.
    void removeDependents(const std::string &uid);
    void orphanDependents(const std::string &uid);
    [[nodiscard]] WriteResult removeInForeground(const ResourceType &type, const StoredPtr &object, const QJsonObject &leaving);
    /// Lets an owner go that has waited for the last of its dependents.
    void letGo(const ResourceType &type, const kube::ObjectKey &key);
    void letOwnersGo(const StoredPtr &object);
    [[nodiscard]] bool isBlocked(const std::string &uid) const;
    struct Owner {
        ResourceTypePtr type;
        StoredPtr object;
    };
    /// Null objects: it is gone.
    [[nodiscard]] Owner ownerOf(const OwnerRef &reference, const std::string &namespaceName) const;
    [[nodiscard]] WriteResult removeNamespace(const ResourceType &type, const StoredPtr &object);
    /// True when nothing is in it any more.
    [[nodiscard]] bool emptyNamespace(const std::string &name);
    [[nodiscard]] bool isEmpty(const std::string &namespaceName) const;

    ApiStore &m_store;
    const ResourceTypes &m_types;
};

} // namespace orrery::demo
