// SPDX-License-Identifier: Apache-2.0
#include "core/dynamic/field_manager.h"
#include "core/session/session_ports.h"
#include "core/session/witnessed_write.h"

namespace kube {

namespace {

Result<ScaleState> scaleStateOf(Result<Scale> scale)
{
    if (!scale)
        return fail(scale.error());
    return ScaleState{scale->replicas, scale->current, scale->resourceVersion, scale->selector};
}

class SessionScalePort final : public ScalePort
{
public:
    explicit SessionScalePort(SessionLinkPtr link) : m_link(std::move(link)) {}

    Future<ScaleState> scale(const ResourceInfo &resource, const ObjectKey &key) override
    {
        return ask<ScaleState>(m_link, [resource, key](SessionCore &core) -> Future<ScaleState> {
            if (!core.clients())
                return Future<ScaleState>::ready(fail(core.notOpen()));
            return then(core.clients()->scale->get(resource.gvr, key), core.owner(), scaleStateOf);
        });
    }

    Future<ScaleState> setScale(const ResourceInfo &resource, const ObjectKey &key, std::int64_t replicas,
                                const std::string &expectedResourceVersion) override
    {
        return ask<ScaleState>(m_link, [=](SessionCore &core) -> Future<ScaleState> {
            if (!core.clients())
                return Future<ScaleState>::ready(fail(core.notOpen()));
            Scale wanted;
            wanted.key = key;
            wanted.replicas = replicas;
            wanted.resourceVersion = expectedResourceVersion;
            WriteOptions options;
            options.fieldManager = ownFieldManager;
            auto scaled = witnessed<Scale>(
                core, resource.gvr, key, [resource, wanted, options](SessionClients &clients) { return clients.scale->update(resource.gvr, wanted, options); },
                [](const Scale &) { return std::nullopt; });
            return then(std::move(scaled), core.owner(), scaleStateOf);
        });
    }

private:
    SessionLinkPtr m_link;
};

} // namespace

std::unique_ptr<ScalePort> makeScalePort(SessionLinkPtr link)
{
    return std::make_unique<SessionScalePort>(std::move(link));
}

} // namespace kube
