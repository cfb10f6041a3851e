// SPDX-License-Identifier: Apache-2.0
#include "core/dynamic/pager.h"
#include "core/object/json_value.h"
#include "core/session/session_ports.h"
#include "core/session/witnessed_write.h"

namespace kube {

namespace {

constexpr std::int64_t pageSize = 500;

ObjectKey keyOf(const QByteArray &json)
{
    const auto object = JsonDocument::parse({json.constData(), static_cast<std::size_t>(json.size())});
    if (!object)
        return {};
    const JsonValue metadata = object->root()["metadata"];
    return {std::string(metadata["namespace"].string()), std::string(metadata["name"].string())};
}

class SessionChangePort final : public ChangePort
{
public:
    explicit SessionChangePort(SessionLinkPtr link) : m_link(std::move(link)) {}

    Future<ObjectReply> get(const GroupVersionResource &resource, const ObjectKey &key, const std::string &subresource) override
    {
        return tell<ObjectReply>([=](SessionClients &clients, const Owner &) { return clients.dynamic->get(resource, key, subresource); });
    }

    Future<ListPage> list(const GroupVersionResource &resource, const std::string &namespaceName, const ListQuery &query) override
    {
        return tell<ListPage>([=](SessionClients &clients, const Owner &owner) {
            const auto pager = std::make_shared<Pager>(
                [&dynamic = *clients.dynamic, resource, namespaceName](const ListQuery &page) { return dynamic.list(resource, namespaceName, page); },
                owner.executor());
            ListQuery paged = query;
            paged.limit = paged.limit > 0 ? paged.limit : pageSize;
            // Held until the last page has come.
            return then(pager->list(paged), owner, [pager](Result<ListPage> all) { return all; });
        });
    }

    Future<ObjectReply> patch(const GroupVersionResource &resource, const ObjectKey &key, PatchType type, const QByteArray &patch,
                              const WriteOptions &options) override
    {
        const auto write = [=](SessionClients &clients) {
            return type == PatchType::Apply ? clients.dynamic->apply(resource, key, patch, options) : clients.dynamic->patch(resource, key, type, patch, options);
        };
        const bool isOfObject = options.subresource.empty() || options.subresource == "scale";
        if (options.dryRun == DryRun::All || !isOfObject)
            return tell<ObjectReply>([write](SessionClients &clients, const Owner &) { return write(clients); });
        return ask<ObjectReply>(m_link, [=](SessionCore &core) -> Future<ObjectReply> {
            if (!core.clients())
                return Future<ObjectReply>::ready(fail(core.notOpen()));
            return witnessed<ObjectReply>(core, resource, key, write, [isWhole = options.subresource.empty()](const ObjectReply &reply) {
                return isWhole ? std::optional(reply.json.toStdString()) : std::nullopt;
            });
        });
    }

    Future<ObjectReply> create(const GroupVersionResource &resource, const ObjectKey &key, const QByteArray &json, const WriteOptions &options) override
    {
        const auto write = [=](SessionClients &clients) { return clients.dynamic->create(resource, key, json, options); };
        if (options.dryRun == DryRun::All || !options.subresource.empty())
            return tell<ObjectReply>([write](SessionClients &clients, const Owner &) { return write(clients); });
        return ask<ObjectReply>(m_link, [resource, write](SessionCore &core) -> Future<ObjectReply> {
            if (!core.clients())
                return Future<ObjectReply>::ready(fail(core.notOpen()));
            return then(write(*core.clients()), core.owner(), [&core, resource](Result<ObjectReply> made) {
                if (made)
                    core.history().remember({resource.groupResource(), keyOf(made->json), {}, made->json.toStdString(), core.scheduler()->wallNow()});
                return made;
            });
        });
    }

    Future<ObjectReply> remove(const GroupVersionResource &resource, const ObjectKey &key, const DeleteOptions &options) override
    {
        const auto write = [=](SessionClients &clients) { return clients.dynamic->remove(resource, key, options); };
        if (options.dryRun == DryRun::All || !options.subresource.empty())
            return tell<ObjectReply>([write](SessionClients &clients, const Owner &) { return write(clients); });
        return ask<ObjectReply>(m_link, [=](SessionCore &core) -> Future<ObjectReply> {
            if (!core.clients())
                return Future<ObjectReply>::ready(fail(core.notOpen()));
            return witnessed<ObjectReply>(core, resource, key, write, [](const ObjectReply &) { return std::optional(std::string()); });
        });
    }

private:
    /// fn(SessionClients &, const Owner &) on the session's thread.
    template <typename T, typename Fn>
    Future<T> tell(Fn fn)
    {
        return ask<T>(m_link, [fn = std::move(fn)](SessionCore &core) -> Future<T> {
            if (!core.clients())
                return Future<T>::ready(fail(core.notOpen()));
            return fn(*core.clients(), core.owner());
        });
    }

    SessionLinkPtr m_link;
};

} // namespace

std::unique_ptr<ChangePort> makeChangePort(SessionLinkPtr link)
{
    return std::make_unique<SessionChangePort>(std::move(link));
}

} // namespace kube
