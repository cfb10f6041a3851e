// SPDX-License-Identifier: Apache-2.0
#include "core/session/informer_feed_source.h"
#include "core/session/session_core.h"
#include "core/session/session_ports.h"

namespace kube {

namespace {

/// Follows one object in a source that has it: an open table's, or one of its own that watches this object alone.
class ObjectObserver
{
public:
    ObjectObserver(SessionClients &clients, const ResourceInfo &resource, ObjectKey key,
                   std::function<void(ObjectPtr, Freshness)> emit)
        : m_key(std::move(key)), m_emit(std::move(emit))
    {
        m_source = clients.feeds->sourceOf(resource.gvr, m_key);
        const bool shared = m_source != nullptr;
        if (!shared) {
            FeedRequest request;
            request.resource = resource;
            if (!m_key.namespaceName.empty())
                request.scope.names = {m_key.namespaceName};
            request.fieldSelector = "metadata.name=" + m_key.name;
            m_source = clients.feeds->open(request, [](const Freshness &) {});
        }
        m_observation = m_source->observe(m_key, [this] { tell(); });
        if (!shared) {
            m_source->start({[](const ObjectKey &, bool) {}, {}});
            clients.feeds->start();
        }
        tell();
    }

private:
    void tell()
    {
        ObjectPtr object = m_source->get(m_key);
        const FreshnessState state = m_source->freshness().state;
        const std::string version = object ? std::string(object->uid()) + '@' + std::string(object->resourceVersion()) : std::string();
        if (m_toldOnce && version == m_toldVersion && state == m_toldState)
            return;
        m_toldOnce = true;
        m_toldVersion = version;
        m_toldState = state;
        m_emit(std::move(object), m_source->freshness());
    }

    ObjectKey m_key;
    std::function<void(ObjectPtr, Freshness)> m_emit;
    std::shared_ptr<InformerFeedSource> m_source;
    Subscription m_observation;
    bool m_toldOnce = false;
    std::string m_toldVersion;
    FreshnessState m_toldState = FreshnessState::Idle;
};

class SessionObjectPort final : public ObjectPort
{
public:
    explicit SessionObjectPort(SessionLinkPtr link) : m_link(std::move(link)) {}

    Subscription observe(const ResourceInfo &resource, const ObjectKey &key, const Owner &owner,
                         std::function<void(ObjectPtr, Freshness)> handler) override
    {
        const Outlet<ObjectPtr, Freshness> outlet(owner, std::move(handler));
        const std::uint64_t id = m_link->nextId++;
        post(m_link, [id, resource, key, emit = outlet.emit, on = outlet.on](SessionCore &core) {
            core.whenOpen([=, &core](SessionClients &clients) {
                if (*on)
                    core.hold(id, std::make_shared<ObjectObserver>(clients, resource, key, emit));
            });
        });
        return outlet.subscription([link = m_link, id] { post(link, [id](SessionCore &core) { core.release(id); }); });
    }

    Future<QByteArray> fetch(const ResourceInfo &resource, const ObjectKey &key) override
    {
        return ask<QByteArray>(m_link, [resource, key](SessionCore &core) -> Future<QByteArray> {
            if (!core.clients())
                return Future<QByteArray>::ready(fail(core.notOpen()));
            return then(core.clients()->dynamic->get(resource.gvr, key), core.owner(), [](Result<ObjectReply> reply) -> Result<QByteArray> {
                if (!reply)
                    return fail(reply.error());
                return reply->json;
            });
        });
    }

private:
    SessionLinkPtr m_link;
};

} // namespace

std::unique_ptr<ObjectPort> makeObjectPort(SessionLinkPtr link)
{
    return std::make_unique<SessionObjectPort>(std::move(link));
}

} // namespace kube
