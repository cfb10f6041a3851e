// SPDX-License-Identifier: Apache-2.0
#include "core/base/gather.h"
#include "core/session/session_core.h"
#include "core/session/session_ports.h"

#include <algorithm>

namespace kube {

namespace {

constexpr auto logInterval = std::chrono::milliseconds(250);
const std::string flowControlGroup = "flowcontrol.apiserver.k8s.io";

/// Looks at the client's stage for one subscriber, and tells what is new. Thread: the session's.
class RequestWatcher
{
public:
    RequestWatcher(std::shared_ptr<RestStage> stage, std::shared_ptr<Scheduler> scheduler, std::function<void(RequestLogBatch)> emit)
        : m_stage(std::move(stage)), m_scheduler(std::move(scheduler)), m_emit(std::move(emit))
    {
        look();
    }

private:
    /// What changes of a request that runs, but for its age.
    static bool isSame(const RequestRecord &left, const RequestRecord &right)
    {
        return left.id == right.id && left.phase == right.phase && left.status == right.status && left.retries == right.retries && left.received == right.received
            && left.sent == right.sent && left.isHeld == right.isHeld;
    }
    void look()
    {
        RequestHistory history = m_stage->requestsAfter(m_seen);
        const bool isFirst = !std::exchange(m_hasTold, true);
        const bool isChanged = !history.ended.empty()
            || !std::equal(history.running.begin(), history.running.end(), m_running.begin(), m_running.end(), isSame);
        m_seen = history.last;
        if (isFirst || isChanged) {
            m_running = history.running;
            m_emit({std::move(history.running), std::move(history.ended)});
        }
        m_timer = m_scheduler->after(logInterval, [this] { look(); });
    }

    std::shared_ptr<RestStage> m_stage;
    std::shared_ptr<Scheduler> m_scheduler;
    std::function<void(RequestLogBatch)> m_emit;
    std::uint64_t m_seen = 0;
    bool m_hasTold = false;
    std::vector<RequestRecord> m_running; ///< as they were told last
    Timer m_timer;
};

using Names = std::map<std::string, std::string>;

Future<Names> namesByUid(SessionCore &core, const std::string &version, const std::string &resource)
{
    Request request = Request::get();
    request.resource({flowControlGroup, version, resource}).accept("application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json");
    return then(core.clients()->rest->send(std::move(request)), core.owner(), [](Result<Response> answer) -> Result<Names> {
        if (!answer)
            return fail(answer.error());
        const auto document = JsonDocument::parse({answer->body.constData(), static_cast<std::size_t>(answer->body.size())});
        if (!document)
            return fail(document.error());
        Names names;
        document->root()["items"].forEachItem([&names](JsonValue item) {
            const JsonValue metadata = item["metadata"];
            names.emplace(metadata["uid"].string(), metadata["name"].string());
        });
        return names;
    });
}

class SessionRequestLogPort final : public RequestLogPort
{
public:
    explicit SessionRequestLogPort(SessionLinkPtr link) : m_link(std::move(link)) {}

    Subscription onRequests(const Owner &owner, std::function<void(RequestLogBatch)> handler) override
    {
        const Outlet<RequestLogBatch> outlet(owner, std::move(handler));
        const std::uint64_t id = m_link->nextId++;
        post(m_link, [id, emit = outlet.emit, on = outlet.on](SessionCore &core) {
            core.whenOpen([id, emit, on, &core](SessionClients &clients) {
                if (*on)
                    core.hold(id, std::make_shared<RequestWatcher>(clients.rest->stage(), core.scheduler(), emit));
            });
        });
        return outlet.subscription([link = m_link, id] { post(link, [id](SessionCore &core) { core.release(id); }); });
    }

    Future<PriorityNames> priorityNames() override
    {
        return ask<PriorityNames>(m_link, [](SessionCore &core) -> Future<PriorityNames> {
            if (!core.clients())
                return Future<PriorityNames>::ready(fail(core.notOpen()));
            const std::string version = servedVersion(core);
            std::vector<Future<Names>> both;
            for (const char *resource : {"flowschemas", "prioritylevelconfigurations"})
                both.push_back(namesByUid(core, version, resource));
            return then(gather(std::move(both), core.owner()), core.owner(), [](Result<std::vector<Result<Names>>> all) -> Result<PriorityNames> {
                if (!all)
                    return fail(all.error());
                for (const Result<Names> &one : *all) {
                    if (!one)
                        return fail(one.error());
                }
                return PriorityNames{*all->at(0), *all->at(1)};
            });
        });
    }

private:
    [[nodiscard]] static std::string servedVersion(SessionCore &core)
    {
        const auto &catalog = core.catalog().last();
        const ResourceInfo *schemas = catalog ? (*catalog)->find({flowControlGroup, "flowschemas"}) : nullptr;
        return schemas ? schemas->gvr.version : "v1";
    }

    SessionLinkPtr m_link;
};

} // namespace

std::unique_ptr<RequestLogPort> makeRequestLogPort(SessionLinkPtr link)
{
    return std::make_unique<SessionRequestLogPort>(std::move(link));
}

} // namespace kube
