// SPDX-License-Identifier: Apache-2.0
#include "core/dynamic/dynamic_client.h"

#include "core/base/call_on.h"
#include "core/object/json.h"
#include "core/rest/rest_client.h"
#include "core/rest/rest_client_for.h"

namespace kube {

namespace {

Request collectionRequest(Request request, const GroupVersionResource &resource, const std::string &namespaceName)
{
    request.resource(resource);
    if (!namespaceName.empty())
        request.inNamespace(namespaceName);
    return request;
}

template <typename T>
Future<T> refuse(QString message)
{
    return Future<T>::ready(fail(Error::badInput(std::move(message))));
}

} // namespace

Future<ObjectReply> DynamicClient::send(Request request, const GroupVersionResource &resource, const ObjectKey &key,
                                        const std::string &subresource, Name name, std::stop_token stop)
{
    // Without a name the path would be the collection's: a DELETE of one object must never become one of all.
    if (key.name.empty() && (name == Name::Needed || !subresource.empty()))
        return refuse<ObjectReply>(QStringLiteral("a name is needed"));
    request = collectionRequest(std::move(request), resource, key.namespaceName);
    if (!key.name.empty() && (name == Name::Needed || !subresource.empty()))
        request.name(key.name);
    if (!subresource.empty())
        request.subresource(subresource);
    return then(send(std::move(request), std::move(stop)), m_owner, [](Result<Response> answer) -> Result<ObjectReply> {
        if (!answer)
            return fail(answer.error());
        return ObjectReply{std::move(answer->body), std::move(answer->warnings), answer->status == 201};
    });
}

Future<Response> DynamicClient::send(Request request, std::stop_token stop)
{
    if (std::this_thread::get_id() == m_thread)
        return m_client.send(std::move(request), std::move(stop));
    return callOn(m_owner, [&client = m_client, request = std::move(request), stop = std::move(stop)]() mutable {
        return client.send(std::move(request), std::move(stop));
    });
}

Result<std::unique_ptr<DynamicClient>> DynamicClient::forConfig(const RestConfig &config, const EventLoop &loop)
{
    auto made = restClientFor(config, loop);
    if (!made)
        return fail(std::move(made.error()));
    const std::shared_ptr<RestClient> rest = std::move(*made);
    auto client = std::make_unique<DynamicClient>(*rest, loop.executor());
    client->m_owned = rest;
    return client;
}

Future<ObjectReply> DynamicClient::get(const GroupVersionResource &resource, const ObjectKey &key,
                                       const std::string &subresource, std::stop_token stop)
{
    return send(Request::get(), resource, key, subresource, Name::Needed, std::move(stop));
}

Future<ListPage> DynamicClient::list(const GroupVersionResource &resource, const std::string &namespaceName,
                                     const ListQuery &query, std::stop_token stop)
{
    Request request = collectionRequest(Request::get(), resource, namespaceName);
    query.addTo(request);
    return then(send(std::move(request), std::move(stop)), m_owner, [](Result<Response> answer) -> Result<ListPage> {
        if (!answer)
            return fail(answer.error());
        auto page = ListPage::decode(answer->body);
        if (page)
            page->warnings = std::move(answer->warnings);
        return page;
    });
}

ObjectWatch DynamicClient::watch(const GroupVersionResource &resource, const std::string &namespaceName,
                                 const WatchQuery &query, WatchHandler handler)
{
    Request request = collectionRequest(Request::get(), resource, namespaceName);
    query.addTo(request);
    return ObjectWatch(m_client, std::move(request), std::move(handler));
}

Future<Table> DynamicClient::listAsTable(const GroupVersionResource &resource, const std::string &namespaceName,
                                         const ListQuery &query, std::stop_token stop)
{
    Request request = collectionRequest(Request::get(), resource, namespaceName);
    query.addTo(request);
    request.accept(tableAccept()).parameter(QStringLiteral("includeObject"), QStringLiteral("Metadata"));
    return then(send(std::move(request), std::move(stop)), m_owner, [](Result<Response> answer) -> Result<Table> {
        if (!answer)
            return fail(answer.error());
        return Table::decode({answer->body.constData(), static_cast<std::size_t>(answer->body.size())});
    });
}

Future<ObjectReply> DynamicClient::create(const GroupVersionResource &resource, const ObjectKey &key, QByteArray json,
                                          const WriteOptions &options)
{
    Request request = Request::post();
    options.addTo(request);
    request.body(std::move(json));
    return send(std::move(request), resource, key, options.subresource, Name::Optional, options.stop);
}

Future<ObjectReply> DynamicClient::update(const GroupVersionResource &resource, const ObjectKey &key, QByteArray json,
                                          const WriteOptions &options)
{
    Request request = Request::put();
    options.addTo(request);
    request.body(std::move(json));
    return send(std::move(request), resource, key, options.subresource, Name::Needed, options.stop);
}

Future<ObjectReply> DynamicClient::patch(const GroupVersionResource &resource, const ObjectKey &key, PatchType type,
                                         QByteArray patch, const WriteOptions &options)
{
    Request request = Request::patch(contentType(type));
    options.addTo(request);
    if (type == PatchType::Apply)
        request.parameter(QStringLiteral("force"), options.force ? QStringLiteral("true") : QStringLiteral("false"));
    request.body(std::move(patch), contentType(type));
    return send(std::move(request), resource, key, options.subresource, Name::Needed, options.stop);
}

Future<ObjectReply> DynamicClient::apply(const GroupVersionResource &resource, const ObjectKey &key, QByteArray json,
                                         const WriteOptions &options)
{
    if (options.fieldManager.empty())
        return refuse<ObjectReply>(QStringLiteral("applying needs a field manager"));
    const auto document = JsonDocument::parse({json.constData(), static_cast<std::size_t>(json.size())});
    if (!document)
        return Future<ObjectReply>::ready(fail(document.error()));
    if (document->root()["metadata"]["managedFields"].size() > 0)
        return refuse<ObjectReply>(QStringLiteral("an object with managedFields cannot be applied"));
    return patch(resource, key, PatchType::Apply, std::move(json), options);
}

Future<ObjectReply> DynamicClient::remove(const GroupVersionResource &resource, const ObjectKey &key,
                                          const DeleteOptions &options)
{
    Request request = Request::remove();
    request.body(options.toJson());
    return send(std::move(request), resource, key, options.subresource, Name::Needed, options.stop);
}

Future<ObjectReply> DynamicClient::removeCollection(const GroupVersionResource &resource, const std::string &namespaceName,
                                                    const ListQuery &query, const DeleteOptions &options)
{
    if (!options.subresource.empty())
        return refuse<ObjectReply>(QStringLiteral("a collection has no subresource to delete"));
    Request request = Request::remove();
    query.addTo(request);
    request.body(options.toJson());
    return send(std::move(request), resource, {namespaceName, {}}, {}, Name::Optional, options.stop);
}

} // namespace kube
