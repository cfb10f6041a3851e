// SPDX-License-Identifier: Apache-2.0
#include "core/informers/dynamic_shared_informer_factory.h"

#include "core/dynamic/dynamic_client.h"
#include "core/informers/typed_informer.h"

namespace kube {

DynamicSharedInformerFactory::DynamicSharedInformerFactory(DynamicClient &client, const EventLoop &loop, Duration defaultResync, Scope scope)
    : SharedInformerFactory(typedListerWatchers(client.restClient(), loop.executor()), loop.executor(), *loop.scheduler(), loop.random(),
                            Config::resyncing(defaultResync)),
      m_scope(std::move(scope))
{
}

GenericInformer DynamicSharedInformerFactory::forResource(const GroupVersionResource &resource)
{
    return {*this, {resource, m_scope.namespaceName, m_scope.labelSelector, m_scope.fieldSelector, m_scope.form}};
}

} // namespace kube
