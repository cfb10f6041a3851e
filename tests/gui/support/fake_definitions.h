// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/definition_port.h"

#include <QString>

namespace orrery::test {

/// CustomResourceDefinitions that a test writes. None is there from the start.
class FakeDefinitions final : public kube::DefinitionPort
{
public:
    [[nodiscard]] kube::Subscription observe(const kube::GroupResource &resource, const kube::Owner &owner,
                                             std::function<void(kube::Result<kube::DefinitionPtr>)> handler) override
    {
        observed.push_back(resource.resource + '.' + resource.group);
        auto mine = std::make_shared<bool>(true);
        ++following;
        m_tell = [tell = owner.bind(std::move(handler)), mine](const kube::Result<kube::DefinitionPtr> &definition) {
            if (*mine)
                tell(definition);
        };
        if (last)
            m_tell(*last);
        return kube::Subscription([this, mine] {
            *mine = false;
            --following;
        });
    }
    void tell(kube::Result<kube::DefinitionPtr> definition)
    {
        last = std::move(definition);
        if (m_tell)
            m_tell(*last);
    }
    void tell(std::vector<kube::DefinedVersion> versions)
    {
        auto definition = std::make_shared<kube::Definition>();
        definition->generation = ++m_generation;
        definition->versions = std::move(versions);
        tell(kube::Result<kube::DefinitionPtr>(definition));
    }

    /// Whoever observed is let go of, with the executor that it waits in.
    void forget() { m_tell = nullptr; }

    std::vector<std::string> observed;
    int following = 0;
    std::optional<kube::Result<kube::DefinitionPtr>> last = kube::fail(kube::Error{kube::ErrorKind::NotFound, QStringLiteral("no definition"), {}, {}, {}});

private:
    std::int64_t m_generation = 0;
    std::function<void(const kube::Result<kube::DefinitionPtr> &)> m_tell; ///< the latest
};

} // namespace orrery::test
