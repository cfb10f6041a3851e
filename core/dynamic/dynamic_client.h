// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/future.h"
#include "core/dynamic/list_page.h"
#include "core/dynamic/object_reply.h"
#include "core/dynamic/object_watch.h"
#include "core/dynamic/table.h"
#include "core/dynamic/write_options.h"

#include <stop_token>
#include <thread>

namespace kube {

class EventLoop;
class Request;
class RestClient;
struct Response;
struct RestConfig;

/// Objects of any resource as JSON. An ObjectKey without a namespace is a cluster-scoped object; lists without one
/// look everywhere. Nothing is retried but what the server asked to be. Source: client-go dynamic.Interface.
///
/// Errors: BadInput before anything is sent when a name is missing or holds what a path may not; else the server's.
/// Thread: any, but for watch(); requests are made, and answers decoded, on the RestClient's, where this is made and
/// destroyed. The RestClient must outlive this; futures end as Canceled when this dies.
class DynamicClient
{
public:
    /// executor: of the client's thread, which is this one.
    DynamicClient(RestClient &client, ExecutorPtr executor) : m_client(client), m_owner(std::move(executor)) {}
    /// With a RestClient of its own on the loop's thread, which is this one. Errors: restClientFor()'s.
    /// Source: client-go dynamic.NewForConfig.
    [[nodiscard]] static Result<std::unique_ptr<DynamicClient>> forConfig(const RestConfig &config, const EventLoop &loop);

    /// The object as it is now, or a subresource of it. Errors: NotFound.
    [[nodiscard]] Future<ObjectReply> get(const GroupVersionResource &resource, const ObjectKey &key,
                                          const std::string &subresource = {}, std::stop_token stop = {});
    /// One page; see Pager for all of them.
    [[nodiscard]] Future<ListPage> list(const GroupVersionResource &resource, const std::string &namespaceName,
                                        const ListQuery &query, std::stop_token stop = {});
    /// Changes as they happen, until the watch ends or is dropped. Nothing is begun anew: see Reflector for that.
    /// Thread: the RestClient's.
    [[nodiscard]] ObjectWatch watch(const GroupVersionResource &resource, const std::string &namespaceName,
                                    const WatchQuery &query, WatchHandler handler);
    /// The server's own columns. Errors: BadInput too when this resource has no Table form.
    [[nodiscard]] Future<Table> listAsTable(const GroupVersionResource &resource, const std::string &namespaceName,
                                            const ListQuery &query, std::stop_token stop = {});
    /// key.name may be empty (the document names the object) unless options name a subresource.
    [[nodiscard]] Future<ObjectReply> create(const GroupVersionResource &resource, const ObjectKey &key, QByteArray json,
                                             const WriteOptions &options = {});
    /// Errors: Conflict when the document's resourceVersion is not the server's any more.
    [[nodiscard]] Future<ObjectReply> update(const GroupVersionResource &resource, const ObjectKey &key, QByteArray json,
                                             const WriteOptions &options = {});
    /// patch is a document of that type. Errors: Conflict, Invalid.
    [[nodiscard]] Future<ObjectReply> patch(const GroupVersionResource &resource, const ObjectKey &key, PatchType type,
                                            QByteArray patch, const WriteOptions &options = {});
    /// Server-side apply of the whole intent; options.fieldManager must be set. Errors: BadInput when the document
    /// carries managedFields; Conflict with a FieldManagerConflict cause for each field another manager owns.
    [[nodiscard]] Future<ObjectReply> apply(const GroupVersionResource &resource, const ObjectKey &key, QByteArray json,
                                            const WriteOptions &options);
    /// Gives a Status, or the object when it lives on until its finalizers are done.
    [[nodiscard]] Future<ObjectReply> remove(const GroupVersionResource &resource, const ObjectKey &key,
                                             const DeleteOptions &options = {});
    /// All that query selects in the namespace, or everywhere when it is "".
    [[nodiscard]] Future<ObjectReply> removeCollection(const GroupVersionResource &resource, const std::string &namespaceName,
                                                       const ListQuery &query, const DeleteOptions &options = {});

    /// What its requests go by: for a DiscoveryClient, say. Thread: its own.
    [[nodiscard]] RestClient &restClient() const { return m_client; }

private:
    enum class Name { Needed, Optional };
    [[nodiscard]] Future<ObjectReply> send(Request request, const GroupVersionResource &resource, const ObjectKey &key,
                                           const std::string &subresource, Name name, std::stop_token stop = {});

    /// Sends it at once on the client's thread, else there in a turn of its own.
    [[nodiscard]] Future<Response> send(Request request, std::stop_token stop);

    std::shared_ptr<void> m_owned; ///< the RestClient, if forConfig() made it
    RestClient &m_client;
    const std::thread::id m_thread = std::this_thread::get_id();
    Owner m_owner;
};

} // namespace kube
