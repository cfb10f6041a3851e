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

private:
    SessionLinkPtr m_link;
};

} // namespace

std::unique_ptr<RevertPort> makeRevertPort(SessionLinkPtr link)
{
    return std::make_unique<SessionRevertPort>(std::move(link));
}

} // namespace kube
