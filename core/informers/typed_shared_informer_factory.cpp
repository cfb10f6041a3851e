// SPDX-License-Identifier: Apache-2.0
#include "core/informers/typed_shared_informer_factory.h"

#include "core/kubernetes/clientset.h"

namespace kube {

TypedSharedInformerFactory::TypedSharedInformerFactory(Clientset &clientset, const EventLoop &loop, Duration defaultResync,
                                                       InformerScope scope)
    : SharedInformerFactory(typedListerWatchers(clientset.restClient(), loop.executor()), loop.executor(), *loop.scheduler(),
                            loop.random(), Config::resyncing(defaultResync)),
      TypedInformerFactory(of(this, std::move(scope)))
{
}

} // namespace kube
