// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/object_writer.h"

#include "app/demo/api/alias.h"
#include "app/demo/api/apply.h"
#include "app/demo/api/object_json.h"
#include "app/demo/api/patching.h"
#include "app/demo/api/scale.h"
#include "app/demo/api/text.h"
#include "app/demo/api/validation.h"

#include <QJsonArray>
#include <QRandomGenerator>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

kube::ObjectKey keyOf(const Route &route)
{
    return {route.namespaceName, route.name};
}

quint64 versionOf(const QJsonObject &object)
{
    return object.value("metadata"_L1).toObject().value("resourceVersion"_L1).toString().toULongLong();
}

/// What a change of counts as a new generation.
QJsonObject wish(const ResourceType &type, QJsonObject object)
{
    if (!type.custom)
        return {{"spec"_L1, object.value("spec"_L1)}};
    object.remove("metadata"_L1);
    if (type.status)
        object.remove("status"_L1);
    return object;
}

} // namespace

WriteResult ObjectWriter::create(const ResourceType &type, const Route &route, const Call &call)
{
    auto body = bodyOf(call);
    if (!body)
        return refuse(body.error());
    QJsonObject object = *body;
    const QString apiVersion = text(type.groupVersion().apiVersion());
    if (object.value("kind"_L1).toString(text(type.kind)) != text(type.kind)
        || object.value("apiVersion"_L1).toString(apiVersion) != apiVersion) {
        return refuse(badRequest(u"the API version in the data (%1) does not match the expected API version (%2)"_s
                                     .arg(object.value("apiVersion"_L1).toString(), apiVersion)));
    }
    object["kind"_L1] = text(type.kind);
    object["apiVersion"_L1] = apiVersion;
    object = asStored(type, object);
    QJsonObject metadata = object.value("metadata"_L1).toObject();
    if (metadata.value("name"_L1).toString().isEmpty() && !metadata.value("generateName"_L1).toString().isEmpty()) {
        static constexpr QLatin1String letters("bcdfghjklmnpqrstvwxz2456789");
        QString suffix;
        for (int i = 0; i < 5; ++i)
            suffix += letters.at(QRandomGenerator::global()->bounded(static_cast<int>(letters.size())));
        metadata["name"_L1] = QString(metadata.value("generateName"_L1).toString() + suffix);
    }
    if (type.namespaced) {
        const QString given = metadata.value("namespace"_L1).toString();
        if (!given.isEmpty() && given != text(route.namespaceName))
            return refuse(badRequest(u"the namespace of the provided object does not match the namespace sent on the request"_s));
        metadata["namespace"_L1] = text(route.namespaceName);
        if (!m_store.get({"", "namespaces"}, {"", route.namespaceName}))
            return refuse(notFound({}, u"namespaces"_s, text(route.namespaceName)));
    }
    if (!metadata.value("resourceVersion"_L1).toString().isEmpty())
        return refuse(badRequest(u"resourceVersion should not be set on objects to be created"_s));
    for (const QLatin1String member : {"selfLink"_L1, "deletionTimestamp"_L1, "deletionGracePeriodSeconds"_L1})
        metadata.remove(member);
    metadata["uid"_L1] = newUid();
    metadata["creationTimestamp"_L1] = nowText();
    metadata.remove("generation"_L1);
    if (type.hasGeneration())
        metadata["generation"_L1] = 1;
    object["metadata"_L1] = metadata;
    if (type.status && type.plural != "pods" && type.plural != "nodes" && type.plural != "namespaces" && type.plural != "customresourcedefinitions")
        object.remove("status"_L1);
    if (type.status && !type.custom && !object.contains("status"_L1))
        object["status"_L1] = QJsonObject();
    setDefaults(type, object);
    if (auto problem = validate(type, object))
        return refuse(*problem);
    if (patchTypeOf(call) != "application/apply-patch+yaml")
        recordUpdate(object, {}, managerOf(call), route.subresource);
    if (isDryRun(call))
        return Written{201, object};
    // Its place among the members, so that an update of the same reads the same.
    metadata = object.value("metadata"_L1).toObject();
    metadata["resourceVersion"_L1] = "0"_L1;
    object["metadata"_L1] = metadata;
    const auto stored = m_store.create(type.storedResource(), toJson(object));
    if (!stored)
        return refuse(alreadyExists(text(type.group), text(type.plural), metadata.value("name"_L1).toString()));
    return Written{201, parseObject((*stored)->json)};
}

WriteResult ObjectWriter::store(const ResourceType &type, const Route &route, const StoredPtr &before, QJsonObject next,
                                const Call &call, std::uint64_t expected)
{
    const QJsonObject old = parseObject(before->json);
    const QJsonObject oldMetadata = old.value("metadata"_L1).toObject();
    QJsonObject metadata = next.value("metadata"_L1).toObject();
    const QString uid = metadata.value("uid"_L1).toString();
    if (!uid.isEmpty() && uid != text(before->uid)) {
        return refuse(conflict(text(type.group), text(type.plural), text(before->key.name),
                               u"Precondition failed: UID in precondition: %1, UID in object meta: %2"_s.arg(uid, text(before->uid))));
    }
    // What a client may not change.
    for (const QLatin1String member : {"name"_L1, "namespace"_L1, "uid"_L1, "creationTimestamp"_L1, "generation"_L1,
                                       "deletionTimestamp"_L1, "deletionGracePeriodSeconds"_L1}) {
        if (oldMetadata.contains(member))
            metadata[member] = oldMetadata.value(member);
        else
            metadata.remove(member);
    }
    next["kind"_L1] = text(type.kind);
    next["apiVersion"_L1] = text(type.storedApiVersion());
    if (route.subresource == "status") {
        const QJsonValue status = next.value("status"_L1);
        next = old;
        next["status"_L1] = status;
        QJsonObject kept = oldMetadata;
        kept["managedFields"_L1] = metadata.value("managedFields"_L1);
        metadata = kept;
    } else if (type.status) {
        if (old.contains("status"_L1))
            next["status"_L1] = old.value("status"_L1);
        else
            next.remove("status"_L1);
    }
    if (metadata.value("managedFields"_L1).isNull())
        metadata.remove("managedFields"_L1);
    if (type.hasGeneration() && wish(type, next) != wish(type, old))
        metadata["generation"_L1] = oldMetadata.value("generation"_L1).toInteger(1) + 1;
    metadata["resourceVersion"_L1] = oldMetadata.value("resourceVersion"_L1);
    next["metadata"_L1] = metadata;
    if (route.subresource.empty()) {
        setDefaults(type, next);
        if (auto problem = validate(type, next))
            return refuse(*problem);
    }
    if (isDryRun(call))
        return Written{200, next};
    // The last finalizer of an object that is being deleted is gone: so is the object.
    if (!oldMetadata.value("deletionTimestamp"_L1).isUndefined() && metadata.value("finalizers"_L1).toArray().isEmpty()
        && type.plural != "pods") {
        (void)m_store.remove(type.storedResource(), before->key);
        m_remover.finish(type, before);
        return Written{200, next};
    }
    const auto stored = m_store.update(type.storedResource(), before->key, toJson(next), expected);
    if (!stored)
        return refuse(modified(type, before->key.name));
    m_remover.ownersChanged(before, *stored);
    return Written{200, parseObject((*stored)->json)};
}

WriteResult ObjectWriter::update(const ResourceType &type, const Route &route, const Call &call)
{
    const auto body = bodyOf(call);
    if (!body)
        return refuse(body.error());
    const StoredPtr before = m_store.get(type.storedResource(), keyOf(route));
    if (!before)
        return refuse(missing(type, route.name));
    const quint64 expected = versionOf(*body);
    if (expected != 0 && expected != before->revision)
        return refuse(modified(type, route.name));
    if (route.subresource == "scale")
        return storeScale(type, before, *body, call);
    const QString name = body->value("metadata"_L1).toObject().value("name"_L1).toString();
    if (name != text(route.name))
        return refuse(badRequest(u"the name of the object (%1) does not match the name on the URL (%2)"_s.arg(name, text(route.name))));
    QJsonObject next = asStored(type, *body);
    recordUpdate(next, parseObject(before->json), managerOf(call), route.subresource);
    return store(type, route, before, next, call, expected);
}

WriteResult ObjectWriter::apply(const ResourceType &type, const Route &route, const Call &call, const StoredPtr &before)
{
    const auto body = bodyOf(call);
    if (!body)
        return refuse(body.error());
    const QString manager = call.parameter(u"fieldManager"_s);
    if (manager.isEmpty()) {
        return refuse(invalid(u"meta.k8s.io"_s, u"PatchOptions"_s, {},
                              {{u"FieldValueRequired"_s, u"Required value: is required for apply patch"_s, u"fieldManager"_s}}));
    }
    auto applied = serverSideApply(type, before ? asServed(type, parseObject(before->json)) : QJsonObject(), *body, manager, call.flag(u"force"_s), text(route.name));
    if (!applied)
        return refuse(applied.error());
    if (before)
        return store(type, route, before, asStored(type, *applied), call, 0);
    Call creation = call;
    creation.body = QByteArray::fromStdString(toJson(*applied));
    return create(type, route, creation);
}

WriteResult ObjectWriter::patch(const ResourceType &type, const Route &route, const Call &call)
{
    const StoredPtr before = m_store.get(type.storedResource(), keyOf(route));
    if (patchTypeOf(call) == "application/apply-patch+yaml")
        return apply(type, route, call, before);
    if (!before)
        return refuse(missing(type, route.name));
    const QJsonObject object = parseObject(before->json);
    const auto result = patched(type, call, route.subresource == "scale" ? scaleOf(type, object) : asServed(type, object));
    if (!result)
        return refuse(result.error());
    QJsonObject next = route.subresource == "scale" ? *result : asStored(type, *result);
    const quint64 expected = versionOf(next);
    if (expected != 0 && expected != before->revision)
        return refuse(modified(type, route.name));
    if (route.subresource == "scale")
        return storeScale(type, before, next, call);
    recordUpdate(next, object, managerOf(call), route.subresource);
    return store(type, route, before, next, call, before->revision);
}

WriteResult ObjectWriter::getScale(const ResourceType &type, const Route &route) const
{
    const StoredPtr object = m_store.get(type.storedResource(), keyOf(route));
    if (!object)
        return refuse(missing(type, route.name));
    return Written{200, scaleOf(type, parseObject(object->json))};
}

WriteResult ObjectWriter::storeScale(const ResourceType &type, const StoredPtr &before, const QJsonObject &scale, const Call &call)
{
    const QJsonObject object = parseObject(before->json);
    const auto scaled = withScale(type, object, scale);
    if (!scaled)
        return refuse(scaled.error());
    QJsonObject next = *scaled;
    recordUpdate(next, object, managerOf(call), "scale");
    const auto written = store(type, Route{}, before, next, call, before->revision);
    if (!written)
        return written;
    return Written{200, scaleOf(type, written->object)};
}

} // namespace orrery::demo
