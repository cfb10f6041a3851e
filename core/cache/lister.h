// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cache/indexer.h"
#include "core/object/gvk.h"
#include "core/object/selector.h"

namespace kube {

/// Reads one namespace of an Indexer. Thread: any. Lifetime: the Indexer outlives it.
class NamespaceLister
{
public:
    /// indexer outlives it; resource is for messages.
    NamespaceLister(const Indexer &indexer, GroupResource resource, std::string namespaceName);

    /// An empty selector matches all; any other reads each object's labels (some µs each).
    [[nodiscard]] std::vector<ObjectPtr> list(const LabelSelector &selector = {}) const;
    /// Errors: NotFound, as the server would say it.
    [[nodiscard]] Result<ObjectPtr> get(const std::string &name) const;

private:
    const Indexer &m_indexer;
    GroupResource m_resource;
    std::string m_namespace;
};

/// Reads an Indexer as a typed cache is read. Thread: any. Lifetime: the Indexer outlives it.
/// Source: client-go cache.GenericLister.
class Lister
{
public:
    explicit Lister(const Indexer &indexer, GroupResource resource = {}); ///< indexer outlives it; resource is for messages

    /// Everywhere; see NamespaceLister::list().
    [[nodiscard]] std::vector<ObjectPtr> list(const LabelSelector &selector = {}) const;
    /// Errors: NotFound.
    [[nodiscard]] Result<ObjectPtr> get(const ObjectKey &key) const;
    /// "" is all namespaces for list().
    [[nodiscard]] NamespaceLister byNamespace(std::string namespaceName) const;

private:
    const Indexer &m_indexer;
    GroupResource m_resource;
};

/// metadata.labels; parses the object.
[[nodiscard]] LabelSelector::Labels labelsOf(const Object &object);

} // namespace kube
