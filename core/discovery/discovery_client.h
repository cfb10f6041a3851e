// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/future.h"
#include "core/discovery/server_resources.h"
#include "core/discovery/server_version.h"

#include <stop_token>

namespace kube {

class JsonValue;
class RestClient;
struct AnnouncedGroup;

/// Asks a server what it offers: /api and /apis in the aggregated form, and group version by group version, in
/// parallel, from servers that only have the legacy form (before 1.26). Source: client-go discovery.DiscoveryClient.
///
/// Thread: the RestClient's, which must outlive this; futures end as Canceled when this dies.
class DiscoveryClient
{
public:
    /// executor: of the client's thread.
    DiscoveryClient(RestClient &client, ExecutorPtr executor) : m_client(client), m_owner(std::move(executor)) {}

    /// Everything; group versions that fail are in ServerResources::failures beside what worked. A group that
    /// vanished meanwhile makes it ask once more. Errors: those of /apis; /api may be missing or forbidden.
    [[nodiscard]] Future<ServerResourcesPtr> discover(std::stop_token stop = {});
    /// The resources of one group version, by the legacy form. Errors: as any call's.
    [[nodiscard]] Future<ApiVersion> version(const GroupVersion &groupVersion, std::stop_token stop = {});
    [[nodiscard]] Future<ServerVersion> serverVersion(std::stop_token stop = {}); ///< GET /version. Errors: as any call's

private:
    struct Root; ///< what /api or /apis said: resources, or groups to ask for
    [[nodiscard]] Future<Root> root(const QString &path, std::stop_token stop);
    [[nodiscard]] Future<ServerResourcesPtr> attempt(int attemptsLeft, std::stop_token stop);
    [[nodiscard]] Future<ServerResourcesPtr> complete(ServerResources aggregated, std::vector<AnnouncedGroup> announced,
                                                      std::stop_token stop);

    RestClient &m_client;
    Owner m_owner;
};

} // namespace kube
