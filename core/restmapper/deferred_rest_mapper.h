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
    /// What is asked of the mapper once discovery has answered.
    using Question = std::function<Result<RestMapping>(const RestMapper &)>;

    /// executor: of the cache's thread.
    DeferredRestMapper(CachedDiscovery &discovery, ExecutorPtr executor)
        : m_discovery(discovery), m_owner(std::move(executor))
    {
    }

    /// Errors: those of RestMapper::find() and of discovery.
    [[nodiscard]] Future<RestMapping> find(std::string argument);
    /// Errors: those of RestMapper::mappingFor() and of discovery.
    [[nodiscard]] Future<RestMapping> mappingFor(GroupVersionKind kind);
    /// Any other question; one answered by NotFound is asked a second time.
    [[nodiscard]] Future<RestMapping> ask(Question question);

private:
    CachedDiscovery &m_discovery;
    Owner m_owner;
};

} // namespace kube
