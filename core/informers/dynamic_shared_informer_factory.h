// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/event_loop.h"
#include "core/cache/lister.h"
#include "core/informers/shared_informer_factory.h"

namespace kube {

class DynamicClient;

/// The shared informer of a resource, and a lister of its cache. Holds a share in the informer (see InformerHandle): keep it
/// for as long as the lister is used. Source: client-go informers.GenericInformer.
class GenericInformer
{
public:
    /// Of that factory.
    GenericInformer(SharedInformerFactory &factory, const InformerKey &key) : m_resource(key.resource.groupResource()), m_handle(factory.informerFor(key)) {}

    [[nodiscard]] SharedIndexInformer &informer() const { return m_handle.informer(); } ///< shared with all who asked for the same
    [[nodiscard]] Lister lister() const { return Lister(informer().indexer(), m_resource); } ///< over its cache

private:
    GroupResource m_resource;
    InformerHandle m_handle;
};

/// The shared informers of whatever a server has, custom resources too: factory.forResource({"example.com", "v1", "planets"}).
/// Thread: the DynamicClient's, which must outlive this, as the loop must.
/// Source: client-go dynamicinformer.NewFilteredDynamicSharedInformerFactory, metadatainformer.
class DynamicSharedInformerFactory final : public SharedInformerFactory
{
public:
    /// Which objects, and what of them: all and whole, unless said otherwise.
    struct Scope {
        std::string namespaceName; ///< "": all, and for cluster-scoped resources
        std::string labelSelector;
        std::string fieldSelector;
        InformerKey::Form form = InformerKey::Form::Objects; ///< or Metadata
    };
    /// defaultResync: how often handlers are told everything again; zero: never.
    DynamicSharedInformerFactory(DynamicClient &client, const EventLoop &loop, Duration defaultResync)
        : DynamicSharedInformerFactory(client, loop, defaultResync, {})
    {
    }
    /// Of one namespace, or of what selectors match, or metadata alone.
    DynamicSharedInformerFactory(DynamicClient &client, const EventLoop &loop, Duration defaultResync, Scope scope);

    /// Not running until start(), if it is new.
    [[nodiscard]] GenericInformer forResource(const GroupVersionResource &resource);

private:
    Scope m_scope;
};

} // namespace kube
