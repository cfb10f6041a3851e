// SPDX-License-Identifier: Apache-2.0
#include "core/session/session_core.h"
#include "core/session/session_ports.h"
#include "core/session/suspect_finder.h"

namespace kube {

namespace {

class SessionSuspectPort final : public SuspectPort
{
public:
    explicit SessionSuspectPort(SessionLinkPtr link) : m_link(std::move(link)) {}

    Subscription find(const SuspectQuery &query, const Owner &owner, std::function<void(SuspectReportPtr)> told) override
    {
        const Outlet<SuspectReportPtr> outlet(owner, std::move(told));
        const std::uint64_t id = m_link->nextId++;
        post(m_link, [=, emit = outlet.emit, on = outlet.on](SessionCore &core) {
            core.whenOpen([=, &core](SessionClients &clients) {
                if (!*on)
                    return;
                const auto finder = std::make_shared<SuspectFinder>(*clients.dynamic, core.executor(), *core.scheduler(), query, emit);
                core.hold(id, finder);
                finder->start();
            });
        });
        return outlet.subscription([link = m_link, id] { post(link, [id](SessionCore &core) { core.release(id); }); });
    }

private:
    SessionLinkPtr m_link;
};

} // namespace

std::unique_ptr<SuspectPort> makeSuspectPort(SessionLinkPtr link)
{
    return std::make_unique<SessionSuspectPort>(std::move(link));
}

} // namespace kube
