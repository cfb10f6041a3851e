// SPDX-License-Identifier: Apache-2.0
#include "core/cache/lister.h"

namespace kube {

namespace {

std::vector<ObjectPtr> matching(std::vector<ObjectPtr> objects, const LabelSelector &selector)
{
    if (!selector.isEmpty())
        std::erase_if(objects, [&](const ObjectPtr &object) { return !selector.matches(labelsOf(*object)); });
    return objects;
}

Result<ObjectPtr> found(const Indexer &indexer, const ObjectKey &key, const GroupResource &resource)
{
    if (ObjectPtr object = indexer.getByKey(key))
        return object;
    Status status;
    status.code = 404;
    status.reason = QStringLiteral("NotFound");
    status.group = QString::fromStdString(resource.group);
    status.kind = QString::fromStdString(resource.resource);
    status.name = QString::fromStdString(key.name);
    const QString what = status.group.isEmpty() ? status.kind : status.kind + QLatin1Char('.') + status.group;
    status.message = QStringLiteral("%1 \"%2\" not found").arg(what, status.name);
    return fail(Error::fromStatus(std::move(status)));
}

} // namespace

LabelSelector::Labels labelsOf(const Object &object)
{
    LabelSelector::Labels labels;
    object.read([&](JsonValue root) {
        root["metadata"]["labels"].forEachMember([&](std::string_view key, JsonValue value) {
            labels.emplace_back(key, value.string());
        });
    });
    return labels;
}

NamespaceLister::NamespaceLister(const Indexer &indexer, GroupResource resource, std::string namespaceName)
    : m_indexer(indexer), m_resource(std::move(resource)), m_namespace(std::move(namespaceName))
{
}

std::vector<ObjectPtr> NamespaceLister::list(const LabelSelector &selector) const
{
    return matching(m_indexer.listByNamespace(m_namespace), selector);
}

Result<ObjectPtr> NamespaceLister::get(const std::string &name) const
{
    return found(m_indexer, {m_namespace, name}, m_resource);
}

Lister::Lister(const Indexer &indexer, GroupResource resource) : m_indexer(indexer), m_resource(std::move(resource)) {}

std::vector<ObjectPtr> Lister::list(const LabelSelector &selector) const
{
    return matching(m_indexer.list(), selector);
}

Result<ObjectPtr> Lister::get(const ObjectKey &key) const
{
    return found(m_indexer, key, m_resource);
}

NamespaceLister Lister::byNamespace(std::string namespaceName) const
{
    return NamespaceLister(m_indexer, m_resource, std::move(namespaceName));
}

} // namespace kube
