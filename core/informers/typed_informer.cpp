// SPDX-License-Identifier: Apache-2.0
#include "core/informers/typed_informer.h"

#include "core/informers/dynamic_lister_watcher.h"
#include "core/kubernetes/clientset.h"

#include <algorithm>

namespace kube {

InformerKey InformerScope::keyOf(const ApiKind &kind) const
{
    return {kind.gvr(), kind.isNamespaced ? namespaceName : std::string(), labelSelector, fieldSelector, InformerKey::Form::Objects};
}

SharedInformerFactory::MakeListerWatcher typedListerWatchers(RestClient &client, ExecutorPtr executor)
{
    return [&client, executor = std::move(executor)](const InformerKey &key) -> std::unique_ptr<ListerWatcher> {
        const auto kinds = apiKinds();
        const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const ApiKind *one) { return one->gvr() == key.resource; });
        const auto form = key.form == InformerKey::Form::Metadata ? DynamicListerWatcher::Form::Metadata : DynamicListerWatcher::Form::Objects;
        return std::make_unique<DynamicListerWatcher>(
            client,
            DynamicListerWatcher::Target{key.resource, kind == kinds.end() ? "" : (*kind)->kind, key.namespaceName, key.labelSelector,
                                         key.fieldSelector, form},
            executor);
    };
}

} // namespace kube
