// SPDX-License-Identifier: Apache-2.0
#include "core/kubernetes/clientset.h"
#include "core/rest/rest_client_for.h"

namespace kube {

Result<std::unique_ptr<Clientset>> Clientset::forConfig(const RestConfig &config, const EventLoop &loop)
{
    auto made = restClientFor(config, loop);
    if (!made)
        return fail(std::move(made.error()));
    const std::shared_ptr<RestClient> client = std::move(*made);
    auto clientset = std::make_unique<Clientset>(*client, loop.executor());
    clientset->m_owned = client;
    return clientset;
}

} // namespace kube
