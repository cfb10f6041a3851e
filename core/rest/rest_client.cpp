// SPDX-License-Identifier: Apache-2.0
#include "core/rest/rest_client.h"

#include "core/rest/client_call.h"
#include "core/rest/client_stream.h"

#include <unordered_map>

namespace kube {

class RestClient::Impl
{
public:
    Impl(RestConfig config, Parts parts) : m_core(std::make_shared<ClientCore>(std::move(config), std::move(parts))) {}

    [[nodiscard]] const std::shared_ptr<ClientCore> &core() const { return m_core; }

    Future<Response> send(const Request &request, std::stop_token stop)
    {
        if (stop.stop_requested())
            return Future<Response>::ready(fail(Error::canceled()));
        auto prepared = m_core->prepare(request);
        if (!prepared)
            return Future<Response>::ready(fail(std::move(prepared.error())));
        auto promise = std::make_shared<Promise<Response>>();
        auto future = promise->future();
        const std::uint64_t id = ++m_lastId;
        auto call = std::make_unique<ClientCall>(m_core, std::move(*prepared), request.wholeTimeout(), std::move(stop),
                                                 [this, id, promise](Result<Response> result) {
                                                     m_calls.erase(id);
                                                     promise->finish(std::move(result));
                                                 });
        ClientCall *started = call.get();
        m_calls.emplace(id, std::move(call));
        started->start();
        return future;
    }

private:
    std::shared_ptr<ClientCore> m_core;
    std::uint64_t m_lastId = 0;
    std::unordered_map<std::uint64_t, std::unique_ptr<ClientCall>> m_calls;
};

RestClient::RestClient(RestConfig config, Parts parts) : m_impl(std::make_unique<Impl>(std::move(config), std::move(parts)))
{
}

RestClient::~RestClient() = default;

Future<Response> RestClient::send(Request request, std::stop_token stop)
{
    if (request.wholeTimeout() <= Duration::zero())
        request.timeout(config().timeout);
    return m_impl->send(request, std::move(stop));
}

std::unique_ptr<ClientStream> RestClient::stream(Request request, StreamSink &sink)
{
    auto stream = std::make_unique<DecodedStream>(m_impl->core(), request.wholeTimeout(), sink);
    stream->start(m_impl->core()->prepare(request));
    return stream;
}

const RestConfig &RestClient::config() const
{
    return m_impl->core()->config();
}

std::shared_ptr<RestStage> RestClient::stage() const
{
    return m_impl->core()->stage();
}

Subscription RestClient::onHold(std::function<void(bool isHeld)> hold)
{
    const auto &stage = m_impl->core()->stage();
    if (stage->isHolding())
        hold(true);
    return stage->onHold(std::move(hold));
}

void RestClient::renew()
{
    m_impl->core()->renew();
}

} // namespace kube
