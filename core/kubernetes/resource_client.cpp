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
    return m_core->call([core = m_core, gvr = m_api->gvr(), key = ObjectKey{m_namespace, name}, subresource, stop = std::move(stop)] {
        return core->dynamic.get(gvr, key, subresource, stop);
    });
}

Future<ObjectReply> ResourceClientBase::createReply(const TypedObject &object, const WriteOptions &options) const
{
    return m_core->call([core = m_core, gvr = m_api->gvr(), key = keyOf(object), body = bodyOf(object), options] {
        return core->dynamic.create(gvr, key, body, options);
    });
}

Future<ObjectReply> ResourceClientBase::updateReply(const TypedObject &object, WriteOptions options, const char *subresource) const
{
    if (subresource)
        options.subresource = subresource;
    return m_core->call([core = m_core, gvr = m_api->gvr(), key = keyOf(object), body = bodyOf(object), options] {
        return core->dynamic.update(gvr, key, body, options);
    });
}

Future<ObjectReply> ResourceClientBase::patchReply(const std::string &name, PatchType type, QByteArray patch,
                                                   const WriteOptions &options) const
{
    return m_core->call([core = m_core, gvr = m_api->gvr(), key = ObjectKey{m_namespace, name}, type, body = std::move(patch), options] {
        return core->dynamic.patch(gvr, key, type, body, options);
    });
}

Future<ObjectReply> ResourceClientBase::applyReply(const TypedObject &object, WriteOptions options, const char *subresource) const
{
    if (subresource)
        options.subresource = subresource;
    return m_core->call([core = m_core, gvr = m_api->gvr(), key = keyOf(object), body = bodyOf(object), options] {
        return core->dynamic.apply(gvr, key, body, options);
    });
}

Future<ObjectReply> ResourceClientBase::updateScaleReply(const std::string &name, const TypedObject &scale, WriteOptions options) const
{
    options.subresource = "scale";
    ObjectKey key = keyOf(scale);
    key.name = name;
    return m_core->call([core = m_core, gvr = m_api->gvr(), key, body = bodyOf(scale), options] { return core->dynamic.update(gvr, key, body, options); });
}

Future<ObjectReply> ResourceClientBase::removeReply(const std::string &name, const DeleteOptions &options) const
{
    return m_core->call([core = m_core, gvr = m_api->gvr(), key = ObjectKey{m_namespace, name}, options] { return core->dynamic.remove(gvr, key, options); });
}

Future<ObjectReply> ResourceClientBase::removeCollectionReply(const DeleteOptions &options, const ListQuery &query) const
{
    return m_core->call([core = m_core, gvr = m_api->gvr(), space = m_namespace, query, options] {
        return core->dynamic.removeCollection(gvr, space, query, options);
    });
}

Future<ListPage> ResourceClientBase::listPage(const ListQuery &query, std::stop_token stop) const
{
    return m_core->call([core = m_core, gvr = m_api->gvr(), space = m_namespace, query, stop = std::move(stop)] {
        return core->dynamic.list(gvr, space, query, stop);
    });
}

ObjectWatch ResourceClientBase::watchObjects(const WatchQuery &query, WatchHandler handler) const
{
    return m_core->dynamic.watch(m_api->gvr(), m_namespace, query, std::move(handler));
}

} // namespace kube
