// SPDX-License-Identifier: Apache-2.0
#include "core/session/session_core.h"
#include "core/session/session_ports.h"

namespace kube {

namespace {

class SessionRevertPort final : public RevertPort
{
public:
    explicit SessionRevertPort(SessionLinkPtr link) : m_link(std::move(link)) {}

    Future<RememberedWritePtr> lastWrite(const ResourceInfo &resource, const ObjectKey &key) override
    {
        return ask<RememberedWritePtr>(m_link, [resource = resource.gvr.groupResource(), key](SessionCore &core) {
            return Future<RememberedWritePtr>::ready(core.history().lastOf(resource, key));
        });
    }

    Subscription onWrites(const Owner &owner, std::function<void(RememberedWrites)> handler) override
    {
        const Outlet<RememberedWrites> outlet(owner, std::move(handler));
        const std::uint64_t id = m_link->nextId++;
        post(m_link, [id, emit = outlet.emit](SessionCore &core) { core.writes().add(id, emit); });
        return outlet.subscription([link = m_link, id] { post(link, [id](SessionCore &core) { core.writes().remove(id); }); });
    }

private:
    SessionLinkPtr m_link;
};

} // namespace

std::unique_ptr<RevertPort> makeRevertPort(SessionLinkPtr link)
{
    return std::make_unique<SessionRevertPort>(std::move(link));
}

} // namespace kube
