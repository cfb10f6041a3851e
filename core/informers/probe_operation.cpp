// SPDX-License-Identifier: Apache-2.0
#include "core/informers/lister_watcher_shared.h"

namespace kube {

namespace {

class ProbeOperation final : public CacheOperation
{
public:
    ProbeOperation(DynamicListerWatcher::Shared &shared, std::function<void(std::optional<Error>)> done)
        : m_owner(shared.executor)
    {
        Request request = Request::get();
        request.absolutePath(QStringLiteral("/version")).timeout(std::chrono::seconds(10)).outOfTurn().firstAnswer();
        then(shared.client.send(std::move(request), m_stop.get_token()), m_owner, [done](Result<Response> answer) {
            done(answer ? std::nullopt : std::optional(answer.error()));
        });
    }
    ~ProbeOperation() override { m_stop.request_stop(); }

private:
    std::stop_source m_stop;
    Owner m_owner;
};

} // namespace

std::unique_ptr<CacheOperation> startProbe(DynamicListerWatcher::Shared &shared, std::function<void(std::optional<Error>)> done)
{
    return std::make_unique<ProbeOperation>(shared, std::move(done));
}

} // namespace kube
