// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/informers/shared_informer_factory.h"
#include "core/informers/typed_lister.h"

namespace kube {

class RestClient;

/// Which objects the informers of a TypedInformerFactory are of: all, or what this names.
struct InformerScope {
    SharedInformerFactory *factory = nullptr;
    std::string namespaceName; ///< "": all; cluster-scoped kinds pay no heed to it
    std::string labelSelector;
    std::string fieldSelector;

    [[nodiscard]] InformerKey keyOf(const ApiKind &kind) const; ///< of a kind within this scope
};

/// The shared informer of a kind, and a lister of its cache. Holds a share in the informer (see InformerHandle): keep it
/// for as long as the lister is used. Source: client-go informers/apps/v1.DeploymentInformer and its like.
template <typename Kind>
class TypedInformer
{
public:
    /// The factory's one for this kind and scope.
    explicit TypedInformer(const InformerScope &scope) : m_handle(scope.factory->informerFor(scope.keyOf(Kind::api))) {}

    /// Its handlers are given Objects: Kind(object) is one of them typed.
    [[nodiscard]] SharedIndexInformer &informer() const { return m_handle.informer(); }
    [[nodiscard]] TypedLister<Kind> lister() const { return TypedLister<Kind>(informer().indexer()); } ///< over its cache

private:
    InformerHandle m_handle;
};

/// For a SharedInformerFactory whose informers are of a Clientset's kinds, as whole objects or as metadata. Of another
/// resource, objects come with no kind when the server's list says none.
/// Thread: the RestClient's, which must outlive the factory.
[[nodiscard]] SharedInformerFactory::MakeListerWatcher typedListerWatchers(RestClient &client, ExecutorPtr executor);

} // namespace kube
