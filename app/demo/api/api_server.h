// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/definition_keeper.h"
#include "app/demo/api/fair_share.h"
#include "app/demo/api/identity.h"
#include "app/demo/api/list_writer.h"
#include "app/demo/api/meter.h"
#include "app/demo/api/object_writer.h"
#include "app/demo/api/resource_types.h"
#include "app/demo/store/api_store.h"

namespace orrery::demo {

/// The demo's kube-apiserver: answers every Call. Thread: the server's.
class ApiServer
{
public:
    struct Options {
        bool newApi = true; ///< aggregated discovery, OpenAPI v3, WatchList: what 1.20 lacks
    };
    ApiServer(ApiStore &store, ResourceTypes &types, const Identities &identities, Options options);

    void handle(const Call &call, const ReplyPtr &reply);
    /// Answers a call of the demo's own controllers, who need no token.
    void handleAs(const Identity &identity, const Call &call, const ReplyPtr &reply);

    /// Answers GETs below a path that the API server itself does not know, such as metrics.k8s.io and logs.
    using Extension = std::function<bool(const Route &route, const Call &call, const ReplyPtr &reply)>;
    void addExtension(Extension extension) { m_extensions.push_back(std::move(extension)); }
    /// What else its /metrics tell.
    void setMoreMetrics(std::function<QByteArray()> more) { m_moreMetrics = std::move(more); }

private:
    void discovery(const Route &route, const Call &call, const ReplyPtr &reply);
    void other(const Identity &identity, const Call &call, const ReplyPtr &reply);
    [[nodiscard]] QByteArray metrics();
    void objects(const Identity &identity, const Route &route, const Call &call, const ReplyPtr &reply);
    void removeCollection(const ResourceType &type, const Route &route, const Call &call, const ReplyPtr &reply);

    ApiStore &m_store;
    ResourceTypes &m_types;
    const Identities &m_identities;
    Options m_options;
    ListWriter m_lists;
    ObjectRemover m_remover;
    ObjectWriter m_writer;
    DefinitionKeeper m_definitions;
    std::vector<Extension> m_extensions;
    QObject m_watches; ///< owns those that are open
    Meter m_meter;
    FairShare m_fairShare;
    std::function<QByteArray()> m_moreMetrics;
};

} // namespace orrery::demo
