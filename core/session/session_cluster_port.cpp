// SPDX-License-Identifier: Apache-2.0
#include "core/access/rights_cache.h"
#include "core/session/session_core.h"
#include "core/session/session_ports.h"

namespace kube {

namespace {

class SessionClusterPort final : public ClusterPort
{
public:
    explicit SessionClusterPort(SessionLinkPtr link) : m_link(std::move(link)) {}

    void open() override
    {
        post(m_link, [](SessionCore &core) { core.open(); });
    }
    void retryNow() override
    {
        post(m_link, [](SessionCore &core) { core.retryNow(); });
    }
    void supplyToken(const QByteArray &token) override
    {
        post(m_link, [token](SessionCore &core) { core.supplyToken(token); });
    }
    void supplyPassphrase(const QByteArray &passphrase) override
    {
        post(m_link, [passphrase](SessionCore &core) { core.supplyPassphrase(passphrase); });
    }

    Subscription onHealth(const Owner &owner, std::function<void(Health)> handler) override
    {
        const Outlet<Health> outlet(owner, std::move(handler));
        const std::uint64_t id = m_link->nextId++;
        post(m_link, [id, emit = outlet.emit](SessionCore &core) { core.health().add(id, emit); });
        return outlet.subscription([link = m_link, id] { post(link, [id](SessionCore &core) { core.health().remove(id); }); });
    }
    Subscription onCatalog(const Owner &owner, std::function<void(CatalogPtr)> handler) override
    {
        const Outlet<CatalogPtr> outlet(owner, std::move(handler));
        const std::uint64_t id = m_link->nextId++;
        post(m_link, [id, emit = outlet.emit](SessionCore &core) { core.catalog().add(id, emit); });
        return outlet.subscription([link = m_link, id] { post(link, [id](SessionCore &core) { core.catalog().remove(id); }); });
    }

    Future<std::int64_t> count(const ResourceInfo &resource, const NamespaceScope &scope) override
    {
        return ask<std::int64_t>(m_link, [resource, scope](SessionCore &core) -> Future<std::int64_t> {
            if (!core.clients())
                return Future<std::int64_t>::ready(fail(core.notOpen()));
            ListQuery query;
            query.limit = 1;
            // With a resourceVersion of "0" a server may ignore the limit: ask for the most recent.
            const std::string namespaceName = scope.names.size() == 1 ? scope.names.front() : std::string();
            return then(core.clients()->dynamic->list(resource.gvr, resource.namespaced ? namespaceName : std::string(), query),
                        core.owner(), [](Result<ListPage> page) -> Result<std::int64_t> {
                            if (!page)
                                return fail(page.error());
                            return static_cast<std::int64_t>(page->items.size()) + page->remainingItemCount.value_or(0);
                        });
        });
    }

    Future<std::vector<std::string>> namespaces() override
    {
        using Names = std::vector<std::string>;
        return ask<Names>(m_link, [](SessionCore &core) -> Future<Names> {
            if (!core.clients())
                return Future<Names>::ready(fail(core.notOpen()));
            return then(core.clients()->dynamic->list({"", "v1", "namespaces"}, {}, {}), core.owner(), [](Result<ListPage> page) -> Result<Names> {
                if (!page)
                    return fail(page.error());
                Names names;
                for (const ObjectPtr &object : page->items)
                    names.push_back(object->key().name);
                std::sort(names.begin(), names.end());
                return names;
            });
        });
    }

    Future<bool> mayI(const std::string &verb, const ResourceInfo &resource, const std::string &subresource,
                      const std::string &namespaceName) override
    {
        return ask<bool>(m_link, [=](SessionCore &core) -> Future<bool> {
            if (!core.clients())
                return Future<bool>::ready(fail(core.notOpen()));
            return then(core.clients()->rights->mayI({verb, resource.gvr.group, resource.gvr.resource, subresource, namespaceName, {}}),
                        core.owner(), [](Result<AccessDecision> decision) -> Result<bool> {
                            if (!decision)
                                return fail(decision.error());
                            return decision->allowed;
                        });
        });
    }

private:
    SessionLinkPtr m_link;
};

} // namespace

std::unique_ptr<ClusterPort> makeClusterPort(SessionLinkPtr link)
{
    return std::make_unique<SessionClusterPort>(std::move(link));
}

} // namespace kube
