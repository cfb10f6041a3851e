// SPDX-License-Identifier: Apache-2.0
#include "core/session/session_core.h"
#include "core/session/session_ports.h"

namespace kube {

namespace {

class SessionProtectionPort final : public ProtectionPort
{
public:
    explicit SessionProtectionPort(SessionLinkPtr link) : m_link(std::move(link)) {}

    Subscription onProtection(const Owner &owner, std::function<void(Protection)> handler) override
    {
        const Outlet<Protection> outlet(owner, std::move(handler));
        const std::uint64_t id = m_link->nextId++;
        post(m_link, [id, emit = outlet.emit](SessionCore &core) { core.protection().told().add(id, emit); });
        return outlet.subscription([link = m_link, id] { post(link, [id](SessionCore &core) { core.protection().told().remove(id); }); });
    }
    void protect() override
    {
        post(m_link, [](SessionCore &core) { core.protection().protect(); });
    }
    void lockNow() override
    {
        post(m_link, [](SessionCore &core) { core.protection().lockNow(); });
    }
    Future<Protection> unlock(const QString &typedName) override
    {
        return ask<Protection>(m_link, [typedName](SessionCore &core) { return Future<Protection>::ready(core.protection().unlock(typedName)); });
    }
    Future<Protection> unprotect(const QString &typedName) override
    {
        return ask<Protection>(m_link, [typedName](SessionCore &core) { return Future<Protection>::ready(core.protection().unprotect(typedName)); });
    }

private:
    SessionLinkPtr m_link;
};

} // namespace

std::unique_ptr<ProtectionPort> makeProtectionPort(SessionLinkPtr link)
{
    return std::make_unique<SessionProtectionPort>(std::move(link));
}

} // namespace kube
