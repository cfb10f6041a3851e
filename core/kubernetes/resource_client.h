// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/dynamic/dynamic_client.h"
#include "core/kubernetes/typed_object.h"

namespace kube {

namespace autoscaling::v1 {
struct Scale;
}

/// One page of a typed list.
template <typename Kind>
struct TypedList {
    std::vector<Kind> items;
    std::string resourceVersion;
    std::string continueToken; ///< empty: the last page
    std::optional<std::int64_t> remainingItemCount;
    QStringList warnings;
};

/// As WatchHandler, with typed objects.
template <typename Kind>
struct TypedWatchHandler {
    std::function<void(WatchFrame::Type type, Kind object)> event;
    std::function<void(const std::string &resourceVersion)> bookmark;
    std::function<void(std::optional<Error> error)> ended;
};

/// What a Clientset's clients work with.
struct ClientsetCore {
    DynamicClient &dynamic;
    Owner owner; ///< of the continuations
};

/// The part of a ResourceClient that no type is needed for.
class ResourceClientBase
{
protected:
    ResourceClientBase(ClientsetCore &core, const ApiKind &api, std::string namespaceName)
        : m_core(&core), m_api(&api), m_namespace(std::move(namespaceName))
    {
    }
    [[nodiscard]] Future<ObjectReply> getReply(const std::string &name, const std::string &subresource, std::stop_token stop) const;
    [[nodiscard]] Future<ObjectReply> createReply(const TypedObject &object, const WriteOptions &options) const;
    [[nodiscard]] Future<ObjectReply> updateReply(const TypedObject &object, WriteOptions options, const char *subresource) const;
    [[nodiscard]] Future<ObjectReply> patchReply(const std::string &name, PatchType type, QByteArray patch, const WriteOptions &options) const;
    [[nodiscard]] Future<ObjectReply> applyReply(const TypedObject &object, WriteOptions options, const char *subresource) const;
    [[nodiscard]] Future<ObjectReply> updateScaleReply(const std::string &name, const TypedObject &scale, WriteOptions options) const;
    [[nodiscard]] Future<ObjectReply> removeReply(const std::string &name, const DeleteOptions &options) const;
    [[nodiscard]] Future<ObjectReply> removeCollectionReply(const DeleteOptions &options, const ListQuery &query) const;
    [[nodiscard]] Future<ListPage> listPage(const ListQuery &query, std::stop_token stop) const;
    [[nodiscard]] ObjectWatch watchObjects(const WatchQuery &query, WatchHandler handler) const;

    /// The reply as a T. Errors: BadInput when it is of another kind.
    template <typename T>
    [[nodiscard]] Future<T> typed(Future<ObjectReply> reply) const
    {
        return then(std::move(reply), m_core->owner, [](Result<ObjectReply> answer) -> Result<T> {
            if (!answer)
                return fail(answer.error());
            return T::decode({answer->json.constData(), static_cast<std::size_t>(answer->json.size())});
        });
    }
    [[nodiscard]] const Owner &owner() const { return m_core->owner; }

private:
    [[nodiscard]] ObjectKey keyOf(const TypedObject &object) const;

    ClientsetCore *m_core;
    const ApiKind *m_api;
    std::string m_namespace;
};

/// Objects of one kind in one namespace, or in all: then, and for cluster-scoped kinds, the namespace is "", and what is
/// written goes to its own namespace. Include the kind's header. Errors: the DynamicClient's; BadInput for an answer of
/// another kind. Other subresources (a Pod's resize, say): options.subresource of update() and patch().
/// Thread: any, as Clientset says, but for watch(). Lifetime: the Clientset outlives it; futures end as Canceled when that dies.
/// Source: client-go gentype.ClientWithListAndApply.
template <typename Kind>
class ResourceClient : private ResourceClientBase
{
public:
    /// Of a Clientset.
    ResourceClient(ClientsetCore &core, std::string namespaceName) : ResourceClientBase(core, Kind::api, std::move(namespaceName)) {}

    /// Errors: NotFound.
    [[nodiscard]] Future<Kind> get(const std::string &name, std::stop_token stop = {}) const
    {
        return typed<Kind>(getReply(name, {}, std::move(stop)));
    }
    /// One page; query.continueToken asks for the next. All at once as Objects: Pager over DynamicClient::list(); Kind(object) views one.
    [[nodiscard]] Future<TypedList<Kind>> list(const ListQuery &query = {}, std::stop_token stop = {}) const
    {
        return then(listPage(query, std::move(stop)), owner(), [](Result<ListPage> page) -> Result<TypedList<Kind>> {
            if (!page)
                return fail(page.error());
            std::vector<Kind> items;
            items.reserve(page->items.size());
            for (ObjectPtr &item : page->items)
                items.emplace_back(std::move(item));
            return TypedList<Kind>{std::move(items), std::move(page->resourceVersion), std::move(page->continueToken),
                                   page->remainingItemCount, std::move(page->warnings)};
        });
    }
    /// Changes as they happen; see DynamicClient::watch().
    [[nodiscard]] ObjectWatch watch(const WatchQuery &query, TypedWatchHandler<Kind> handler) const
    {
        WatchHandler objects;
        if (handler.event)
            objects.event = [tell = std::move(handler.event)](WatchFrame::Type type, ObjectPtr object) { tell(type, Kind(std::move(object))); };
        objects.bookmark = std::move(handler.bookmark);
        objects.ended = std::move(handler.ended);
        return watchObjects(query, std::move(objects));
    }
    /// As the server made it. Errors: AlreadyExists, Invalid.
    [[nodiscard]] Future<Kind> create(const Kind &object, const WriteOptions &options = {}) const
    {
        return typed<Kind>(createReply(object, options));
    }
    /// Errors: Conflict when the object's resourceVersion is not the server's any more.
    [[nodiscard]] Future<Kind> update(const Kind &object, const WriteOptions &options = {}) const
    {
        return typed<Kind>(updateReply(object, options, nullptr));
    }
    /// As update(), of the status alone.
    [[nodiscard]] Future<Kind> updateStatus(const Kind &object, const WriteOptions &options = {}) const
        requires(Kind::api.hasStatus)
    {
        return typed<Kind>(updateReply(object, options, "status"));
    }
    /// patch is a document of that type.
    [[nodiscard]] Future<Kind> patch(const std::string &name, PatchType type, QByteArray patch, const WriteOptions &options = {}) const
    {
        return typed<Kind>(patchReply(name, type, std::move(patch), options));
    }
    /// Server-side apply of the fields that are set; options.fieldManager must be.
    [[nodiscard]] Future<Kind> apply(const Kind &intent, const WriteOptions &options) const
    {
        return typed<Kind>(applyReply(intent, options, nullptr));
    }
    /// As apply(), of the status alone.
    [[nodiscard]] Future<Kind> applyStatus(const Kind &intent, const WriteOptions &options) const
        requires(Kind::api.hasStatus)
    {
        return typed<Kind>(applyReply(intent, options, "status"));
    }
    /// Gives a Status, or the object when it lives on until its finalizers are done.
    [[nodiscard]] Future<ObjectReply> remove(const std::string &name, const DeleteOptions &options = {}) const
    {
        return removeReply(name, options);
    }
    /// All that query selects.
    [[nodiscard]] Future<ObjectReply> removeCollection(const DeleteOptions &options = {}, const ListQuery &query = {}) const
        requires(Kind::api.hasDeleteCollection)
    {
        return removeCollectionReply(options, query);
    }
    /// Include core/kubernetes/autoscaling/v1/scale.h.
    template <typename Scale = autoscaling::v1::Scale>
    [[nodiscard]] Future<Scale> getScale(const std::string &name, std::stop_token stop = {}) const
        requires(Kind::api.hasScale)
    {
        return typed<Scale>(getReply(name, "scale", std::move(stop)));
    }
    /// Errors: Conflict when the scale's resourceVersion is not the object's any more.
    template <typename Scale = autoscaling::v1::Scale>
    [[nodiscard]] Future<Scale> updateScale(const std::string &name, const Scale &scale, const WriteOptions &options = {}) const
        requires(Kind::api.hasScale)
    {
        return typed<Scale>(updateScaleReply(name, scale, options));
    }
};

} // namespace kube
