// SPDX-License-Identifier: Apache-2.0
#include "core/restmapper/deferred_rest_mapper.h"

namespace kube {

Future<RestMapping> DeferredRestMapper::find(std::string argument)
{
    return ask([argument = std::move(argument)](const RestMapper &mapper) { return mapper.find(argument); });
}

Future<RestMapping> DeferredRestMapper::mappingFor(GroupVersionKind kind)
{
    return ask([kind = std::move(kind)](const RestMapper &mapper) { return mapper.mappingFor(kind); });
}

Future<RestMapping> DeferredRestMapper::ask(Question question)
{
    return then(m_discovery.get(), m_owner, [this, question](Result<ServerResourcesPtr> resources) -> Future<RestMapping> {
        if (!resources)
            return Future<RestMapping>::ready(fail(resources.error()));
        Result<RestMapping> mapping = question(RestMapper(*resources));
        if (mapping || !mapping.error().is(ErrorKind::NotFound) || m_discovery.isFresh())
            return Future<RestMapping>::ready(std::move(mapping));
        m_discovery.invalidate();
        return then(m_discovery.get(), m_owner, [question](Result<ServerResourcesPtr> newer) -> Result<RestMapping> {
            if (!newer)
                return fail(newer.error());
            return question(RestMapper(*newer));
        });
    });
}

} // namespace kube
