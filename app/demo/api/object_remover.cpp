// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/object_remover.h"

#include "app/demo/api/object_json.h"
#include "app/demo/api/text.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

std::optional<StatusReply> checkPreconditions(const ResourceType &type, const StoredObject &object, const QJsonObject &options)
{
    const QJsonObject preconditions = options.value("preconditions"_L1).toObject();
    const QString uid = preconditions.value("uid"_L1).toString();
    const QString revision = preconditions.value("resourceVersion"_L1).toString();
    QString why;
    if (!uid.isEmpty() && uid != text(object.uid))
        why = u"Precondition failed: UID in precondition: %1, UID in object meta: %2"_s.arg(uid, text(object.uid));
    else if (!revision.isEmpty() && revision.toULongLong() != object.revision)
        why = u"Precondition failed: ResourceVersion in precondition: %1, ResourceVersion in object meta: %2"_s.arg(revision).arg(object.revision);
    if (why.isEmpty())
        return std::nullopt;
    return conflict(text(type.group), text(type.plural), text(object.key.name), why);
}

QJsonObject leaving(QJsonObject object, qint64 grace)
{
    QJsonObject metadata = object.value("metadata"_L1).toObject();
    metadata["deletionTimestamp"_L1] = QDateTime::currentDateTimeUtc().addSecs(grace).toString(u"yyyy-MM-ddTHH:mm:ssZ"_s);
    metadata["deletionGracePeriodSeconds"_L1] = grace;
    object["metadata"_L1] = metadata;
    return object;
}

bool isPod(const ResourceType &type)
{
    return type.group.empty() && type.plural == "pods";
}

bool isNamespace(const ResourceType &type)
{
    return type.group.empty() && type.plural == "namespaces";
}

qint64 graceOf(const ResourceType &type, const QJsonObject &object, const QJsonObject &options, const Call &call)
{
    const QString asked = call.parameter(u"gracePeriodSeconds"_s);
    const qint64 grace = options.value("gracePeriodSeconds"_L1).toInteger(asked.isEmpty() ? -1 : asked.toLongLong());
    if (!isPod(type))
        return 0;
    const QJsonObject spec = object.value("spec"_L1).toObject();
    if (grace < 0 && !spec.value("nodeName"_L1).toString().isEmpty())
        return spec.value("terminationGracePeriodSeconds"_L1).toInteger(30);
    return std::max<qint64>(grace, 0);
}

Written success(const ResourceType &type, const StoredObject &object)
{
    const QJsonObject details = type.group.empty()
        ? QJsonObject{{"name"_L1, text(object.key.name)}, {"kind"_L1, text(type.plural)}, {"uid"_L1, text(object.uid)}}
        : QJsonObject{{"name"_L1, text(object.key.name)}, {"group"_L1, text(type.group)}, {"kind"_L1, text(type.plural)}, {"uid"_L1, text(object.uid)}};
    return {200, {{"kind"_L1, "Status"_L1}, {"apiVersion"_L1, "v1"_L1}, {"metadata"_L1, QJsonObject()}, {"status"_L1, "Success"_L1}, {"details"_L1, details}}};
}

} // namespace

WriteResult ObjectRemover::remove(const ResourceType &type, const kube::ObjectKey &key, const Call &call)
{
    const StoredPtr before = m_store.get(type.storedResource(), key);
    if (!before)
        return refuse(missing(type, key.name));
    QJsonObject options;
    if (!call.body.isEmpty()) {
        const auto body = bodyOf(call);
        if (!body)
            return refuse(body.error());
        options = *body;
    }
    if (auto problem = checkPreconditions(type, *before, options))
        return refuse(std::move(*problem));
    const QJsonObject object = parseObject(before->json);
    const QJsonArray dryRun = options.value("dryRun"_L1).toArray();
    if (isDryRun(call) || dryRun.contains(QJsonValue("All"_L1)))
        return Written{200, object};
    if (isNamespace(type))
        return removeNamespace(type, before);
    const qint64 grace = graceOf(type, object, options, call);
    const QString propagation = options.value("propagationPolicy"_L1).toString(call.parameter(u"propagationPolicy"_s));
    // A Pod that owns nothing has nothing to wait for but its kubelet.
    if (propagation == "Foreground"_L1 && !isLeaving(object) && !(isPod(type) && m_store.ownedBy(before->uid).empty()))
        return removeInForeground(type, before, leaving(object, grace));
    if (hasFinalizers(object) || grace > 0) {
        if (isLeaving(object))
            return Written{200, object};
        const auto stored = m_store.update(type.storedResource(), before->key, toJson(leaving(object, grace)));
        return Written{200, stored ? parseObject((*stored)->json) : object};
    }
    const bool orphan = propagation == "Orphan"_L1 || options.value("orphanDependents"_L1).toBool();
    removeNow(type, before, orphan ? Dependents::Stay : Dependents::Go);
    // A Pod that goes at once is answered with itself, as the API server does for kinds with a grace period.
    return isPod(type) ? Written{200, object} : success(type, *before);
}

void ObjectRemover::removeNow(const ResourceType &type, const StoredPtr &object, Dependents dependents)
{
    if (dependents == Dependents::Stay)
        orphanDependents(object->uid);
    (void)m_store.remove(type.storedResource(), object->key);
    finish(type, object);
}

void ObjectRemover::finish(const ResourceType &type, const StoredPtr &object)
{
    removeDependents(object->uid);
    letOwnersGo(object);
    if (!type.namespaced)
        return;
    // The last of what held a namespace that is being deleted.
    const StoredPtr space = m_store.get({"", "namespaces"}, {"", object->key.namespaceName});
    const ResourceTypePtr spaces = m_types.find("", "v1", "namespaces");
    if (space && spaces && isLeaving(parseObject(space->json)) && emptyNamespace(space->key.name))
        (void)m_store.remove(spaces->storedResource(), space->key);
}

WriteResult ObjectRemover::removeInForeground(const ResourceType &type, const StoredPtr &object, const QJsonObject &leaving)
{
    const auto stored = m_store.update(type.storedResource(), object->key, toJson(waiting(leaving)));
    if (!stored)
        return refuse(modified(type, object->key.name));
    removeDependents(object->uid);
    letGo(type, object->key);
    return Written{200, parseObject((*stored)->json)};
}

void ObjectRemover::letGo(const ResourceType &type, const kube::ObjectKey &key)
{
    const StoredPtr owner = m_store.get(type.storedResource(), key);
    if (!owner || isBlocked(owner->uid))
        return;
    const QJsonObject object = parseObject(owner->json);
    if (!waitsForDependents(object))
        return;
    const QJsonObject freed = noLongerWaiting(object);
    if (hasFinalizers(freed) || isPod(type))
        (void)m_store.update(type.storedResource(), key, toJson(freed));
    else
        removeNow(type, owner, Dependents::Go);
}

void ObjectRemover::letOwnersGo(const StoredPtr &object)
{
    if (object->owners.empty())
        return;
    for (const OwnerRef &reference : ownersOf(parseObject(object->json))) {
        if (const Owner owner = ownerOf(reference, object->key.namespaceName); owner.object)
            letGo(*owner.type, owner.object->key);
    }
}

void ObjectRemover::ownersChanged(const StoredPtr &before, const StoredPtr &after)
{
    if (!before->owners.empty() && ownersOf(parseObject(before->json)) != ownersOf(parseObject(after->json)))
        letOwnersGo(before);
}

bool ObjectRemover::isBlocked(const std::string &uid) const
{
    for (const ApiStore::Place &place : m_store.ownedBy(uid)) {
        const QList<OwnerRef> owners = ownersOf(parseObject(m_store.get(place.resource, place.key)->json));
        if (std::any_of(owners.begin(), owners.end(), [&](const OwnerRef &owner) { return owner.blocks && owner.uid == text(uid); }))
            return true;
    }
    return false;
}

ObjectRemover::Owner ObjectRemover::ownerOf(const OwnerRef &reference, const std::string &namespaceName) const
{
    const QString group = reference.apiVersion.contains(u'/') ? reference.apiVersion.section(u'/', 0, 0) : QString();
    const QString version = reference.apiVersion.section(u'/', -1);
    const ResourceTypePtr type = m_types.findKind(group.toStdString(), version.toStdString(), reference.kind.toStdString());
    if (!type)
        return {};
    const StoredPtr object = m_store.get(type->storedResource(), {type->namespaced ? namespaceName : std::string(), reference.name.toStdString()});
    return object && text(object->uid) == reference.uid ? Owner{type, object} : Owner{};
}

void ObjectRemover::removeDependents(const std::string &uid)
{
    for (const ApiStore::Place &place : m_store.ownedBy(uid)) {
        const ResourceTypePtr type = m_types.anyOf(place.resource);
        const StoredPtr stored = m_store.get(place.resource, place.key);
        if (!type || !stored)
            continue;
        const QJsonObject object = parseObject(stored->json);
        bool isHeld = false;
        bool isAwaited = false;
        for (const OwnerRef &reference : ownersOf(object)) {
            const Owner owner = ownerOf(reference, place.key.namespaceName);
            const bool waits = owner.object && waitsForDependents(parseObject(owner.object->json));
            isHeld |= owner.object && !waits;
            isAwaited |= waits;
        }
        if (isHeld) {
            (void)m_store.update(place.resource, place.key, toJson(withoutOwner(object, text(uid))));
            continue;
        }
        // What has dependents of its own goes as its owner does.
        Call call{"DELETE", {}, {}, {}, {}};
        if (isAwaited && !m_store.ownedBy(stored->uid).empty())
            call.query.addQueryItem(u"propagationPolicy"_s, u"Foreground"_s);
        (void)remove(*type, place.key, call);
    }
}

void ObjectRemover::orphanDependents(const std::string &uid)
{
    for (const ApiStore::Place &place : m_store.ownedBy(uid)) {
        const QJsonObject object = parseObject(m_store.get(place.resource, place.key)->json);
        (void)m_store.update(place.resource, place.key, toJson(withoutOwner(object, text(uid))));
    }
}

WriteResult ObjectRemover::removeNamespace(const ResourceType &type, const StoredPtr &object)
{
    QJsonObject next = parseObject(object->json);
    if (!isLeaving(next)) {
        next = leaving(next, 0);
        QJsonObject metadata = next.value("metadata"_L1).toObject();
        metadata.remove("deletionGracePeriodSeconds"_L1);
        next["metadata"_L1] = metadata;
        QJsonObject status = next.value("status"_L1).toObject();
        status["phase"_L1] = "Terminating"_L1;
        next["status"_L1] = status;
        if (const auto stored = m_store.update(type.storedResource(), object->key, toJson(next)))
            next = parseObject((*stored)->json);
    }
    if (emptyNamespace(object->key.name))
        (void)m_store.remove(type.storedResource(), object->key);
    return Written{200, next};
}

bool ObjectRemover::emptyNamespace(const std::string &name)
{
    for (const kube::GroupResource &resource : m_store.resources()) {
        const ResourceTypePtr type = m_types.anyOf(resource);
        if (!type || !type->namespaced)
            continue;
        for (const StoredPtr &object : m_store.list(resource, name)) {
            const QJsonObject document = parseObject(object->json);
            if (!hasFinalizers(document)) {
                (void)m_store.remove(resource, object->key);
                letOwnersGo(object);
            } else if (!isLeaving(document)) {
                (void)m_store.update(resource, object->key, toJson(leaving(document, 0)));
            }
        }
    }
    return isEmpty(name);
}

bool ObjectRemover::isEmpty(const std::string &namespaceName) const
{
    for (const kube::GroupResource &resource : m_store.resources()) {
        if (const ResourceTypePtr type = m_types.anyOf(resource); type && type->namespaced && !m_store.list(resource, namespaceName).empty())
            return false;
    }
    return true;
}

} // namespace orrery::demo
