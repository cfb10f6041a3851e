// SPDX-License-Identifier: Apache-2.0
#include "core/kubernetes/resource_client.h"

namespace kube {

namespace {

QByteArray bodyOf(const TypedObject &object)
{
    return QByteArray::fromStdString(object.json());
}

} // namespace

ObjectKey ResourceClientBase::keyOf(const TypedObject &object) const
{
    ObjectKey key = object.key();
    if (!m_api->isNamespaced || !m_namespace.empty())
        key.namespaceName = m_namespace;
    return key;
}

Future<ObjectReply> ResourceClientBase::getReply(const std::string &name, const std::string &subresource, std::stop_token stop) const
{
    return m_core->dynamic.get(m_api->gvr(), {m_namespace, name}, subresource, std::move(stop));
}

Future<ObjectReply> ResourceClientBase::createReply(const TypedObject &object, const WriteOptions &options) const
{
    return m_core->dynamic.create(m_api->gvr(), keyOf(object), bodyOf(object), options);
}

Future<ObjectReply> ResourceClientBase::updateReply(const TypedObject &object, WriteOptions options, const char *subresource) const
{
    if (subresource)
        options.subresource = subresource;
    return m_core->dynamic.update(m_api->gvr(), keyOf(object), bodyOf(object), options);
}

Future<ObjectReply> ResourceClientBase::patchReply(const std::string &name, PatchType type, QByteArray patch,
                                                   const WriteOptions &options) const
{
    return m_core->dynamic.patch(m_api->gvr(), {m_namespace, name}, type, std::move(patch), options);
}

Future<ObjectReply> ResourceClientBase::applyReply(const TypedObject &object, WriteOptions options, const char *subresource) const
{
    if (subresource)
        options.subresource = subresource;
    return m_core->dynamic.apply(m_api->gvr(), keyOf(object), bodyOf(object), options);
}

Future<ObjectReply> ResourceClientBase::updateScaleReply(const std::string &name, const TypedObject &scale, WriteOptions options) const
{
    options.subresource = "scale";
    ObjectKey key = keyOf(scale);
    key.name = name;
    return m_core->dynamic.update(m_api->gvr(), key, bodyOf(scale), options);
}

Future<ObjectReply> ResourceClientBase::removeReply(const std::string &name, const DeleteOptions &options) const
{
    return m_core->dynamic.remove(m_api->gvr(), {m_namespace, name}, options);
}

Future<ObjectReply> ResourceClientBase::removeCollectionReply(const DeleteOptions &options, const ListQuery &query) const
{
    return m_core->dynamic.removeCollection(m_api->gvr(), m_namespace, query, options);
}

Future<ListPage> ResourceClientBase::listPage(const ListQuery &query, std::stop_token stop) const
{
    return m_core->dynamic.list(m_api->gvr(), m_namespace, query, std::move(stop));
}

ObjectWatch ResourceClientBase::watchObjects(const WatchQuery &query, WatchHandler handler) const
{
    return m_core->dynamic.watch(m_api->gvr(), m_namespace, query, std::move(handler));
}

} // namespace kube
