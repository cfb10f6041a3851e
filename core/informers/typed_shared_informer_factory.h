// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/event_loop.h"
#include "core/informers/typed_informer_factory.h"

namespace kube {

class Clientset;

/// The shared informers of a Clientset's kinds: factory.apps().v1().deployments(), factory.start().
/// Thread: the Clientset's, which must outlive this, as the loop must. Source: client-go informers.NewSharedInformerFactory.
class TypedSharedInformerFactory final : public SharedInformerFactory, public TypedInformerFactory
{
public:
    /// defaultResync: how often handlers are told everything again; zero: never.
    TypedSharedInformerFactory(Clientset &clientset, const EventLoop &loop, Duration defaultResync)
        : TypedSharedInformerFactory(clientset, loop, defaultResync, {})
    {
    }
    /// Of one namespace, or of what selectors match; scope.factory is set here.
    /// Source: client-go informers.NewSharedInformerFactoryWithOptions.
    TypedSharedInformerFactory(Clientset &clientset, const EventLoop &loop, Duration defaultResync, InformerScope scope);
    TypedSharedInformerFactory(const TypedSharedInformerFactory &) = delete;
    TypedSharedInformerFactory &operator=(const TypedSharedInformerFactory &) = delete;

private:
    [[nodiscard]] static InformerScope of(SharedInformerFactory *factory, InformerScope scope)
    {
        scope.factory = factory;
        return scope;
    }
};

} // namespace kube
