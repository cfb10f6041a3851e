// SPDX-License-Identifier: Apache-2.0
#include "core/rest/rest_client_for.h"

#include "core/rest/qt_transport.h"

namespace kube {

Result<std::unique_ptr<RestClient>> restClientFor(const RestConfig &config, const EventLoop &loop)
{
    auto made = QtTransport::create(config, loop.scheduler());
    if (!made)
        return fail(std::move(made.error()));
    std::shared_ptr<Transport> transport = std::move(*made);
    if (config.wrapTransport)
        transport = config.wrapTransport(std::move(transport));
    return std::make_unique<RestClient>(config, RestClient::Parts{std::move(transport), loop.scheduler(), loop.executor(), loop.random()});
}

} // namespace kube
