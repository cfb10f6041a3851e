// SPDX-License-Identifier: Apache-2.0
#include "core/session/session_core.h"
#include "core/session/session_ports.h"

namespace kube {

namespace {

class SessionDefinitionPort final : public DefinitionPort
{
public:
    explicit SessionDefinitionPort(SessionLinkPtr link) : m_link(std::move(link)) {}

    Subscription observe(const GroupResource &resource, const Owner &owner, std::function<void(Result<DefinitionPtr>)> handler) override
    {
        const Outlet<Result<DefinitionPtr>> outlet(owner, std::move(handler));
        const std::uint64_t id = m_link->nextId++;
        post(m_link, [id, name = resource.resource + '.' + resource.group, emit = outlet.emit, on = outlet.on](SessionCore &core) {
            core.whenOpen([=, &core](SessionClients &) {
                if (*on)
                    core.definitions().add(id, name, emit);
            });
        });
        return outlet.subscription([link = m_link, id] {
            post(link, [id](SessionCore &core) {
                if (core.clients())
                    core.definitions().remove(id);
            });
        });
    }

private:
    SessionLinkPtr m_link;
};

} // namespace

std::unique_ptr<DefinitionPort> makeDefinitionPort(SessionLinkPtr link)
{
    return std::make_unique<SessionDefinitionPort>(std::move(link));
}

} // namespace kube
