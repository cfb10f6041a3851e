// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/discovery/cached_discovery.h"
#include "core/restmapper/rest_mapper.h"

namespace kube {

/// A RestMapper that asks the server when it has to: at first use, and again when something is not found and the
/// cache is not fresh, so that a new CustomResourceDefinition is seen. Source: client-go DeferredDiscoveryRESTMapper.
/// Thread: the cache's, which must outlive this.
class DeferredRestMapper
{
public:
    using Question = std::function<Result<RestMapping>(const RestMapper &)>;

    DeferredRestMapper(CachedDiscovery &discovery, ExecutorPtr executor)
        : m_discovery(discovery), m_owner(std::move(executor))
    {
    }

    /// Errors: those of RestMapper::find() and of discovery.
    [[nodiscard]] Future<RestMapping> find(std::string argument);
    [[nodiscard]] Future<RestMapping> mappingFor(GroupVersionKind kind);
    [[nodiscard]] Future<RestMapping> ask(Question question);

private:
    CachedDiscovery &m_discovery;
    Owner m_owner;
};

} // namespace kube
