// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cache/lister.h"
#include "core/kubernetes/typed_object.h"

namespace kube {

namespace detail {

template <typename Kind>
[[nodiscard]] std::vector<Kind> typedObjects(std::vector<ObjectPtr> objects)
{
    std::vector<Kind> typed;
    typed.reserve(objects.size());
    for (ObjectPtr &object : objects)
        typed.emplace_back(std::move(object));
    return typed;
}

template <typename Kind>
[[nodiscard]] Result<Kind> typedObject(Result<ObjectPtr> object)
{
    if (!object)
        return fail(object.error());
    return Kind(std::move(*object));
}

} // namespace detail

/// A NamespaceLister that gives typed objects.
template <typename Kind>
class TypedNamespaceLister
{
public:
    explicit TypedNamespaceLister(NamespaceLister lister) : m_lister(std::move(lister)) {} ///< over the same cache

    [[nodiscard]] std::vector<Kind> list(const LabelSelector &selector = {}) const { return detail::typedObjects<Kind>(m_lister.list(selector)); } ///< as NamespaceLister::list()
    /// Errors: NotFound, as the server would say it.
    [[nodiscard]] Result<Kind> get(const std::string &name) const { return detail::typedObject<Kind>(m_lister.get(name)); }

private:
    NamespaceLister m_lister;
};

/// Reads an Indexer as objects of one kind. What it gives may be written to: the cache's objects stay as they are.
/// Thread: any. Lifetime: the Indexer outlives it. Source: client-go listers.ResourceIndexer.
template <typename Kind>
class TypedLister
{
public:
    /// indexer outlives it.
    explicit TypedLister(const Indexer &indexer) : m_lister(indexer, Kind::api.gvr().groupResource()) {}

    [[nodiscard]] std::vector<Kind> list(const LabelSelector &selector = {}) const { return detail::typedObjects<Kind>(m_lister.list(selector)); } ///< as Lister::list()
    /// Errors: NotFound.
    [[nodiscard]] Result<Kind> get(const ObjectKey &key) const { return detail::typedObject<Kind>(m_lister.get(key)); }
    /// Source: client-go listers' PodNamespaceLister and its like.
    [[nodiscard]] TypedNamespaceLister<Kind> byNamespace(std::string namespaceName) const
    {
        return TypedNamespaceLister<Kind>(m_lister.byNamespace(std::move(namespaceName)));
    }

private:
    Lister m_lister;
};

} // namespace kube
