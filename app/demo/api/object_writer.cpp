// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/object_writer.h"

#include "app/demo/api/apply.h"
#include "app/demo/api/strategic_merge.h"
#include "app/demo/api/validation.h"
#include "core/object/patch.h"
#include "core/object/yaml.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QUuid>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

kube::ObjectKey keyOf(const Route &route)
{
    return {route.namespaceName, route.name};
}

tl::unexpected<StatusReply> refuse(StatusReply status)
{
    return tl::unexpected<StatusReply>(std::move(status));
}

tl::unexpected<StatusReply> missing(const ResourceType &type, const std::string &name)
{
    return refuse(notFound(text(type.group), text(type.plural), text(name)));
}

tl::expected<QJsonObject, StatusReply> bodyOf(const Call &call)
{
    QByteArray json = call.body;
    if (call.header("content-type").contains("yaml")) {
        const auto converted = kube::yamlToJson(std::string_view(call.body.constData(), static_cast<std::size_t>(call.body.size())));
        if (!converted)
            return refuse(badRequest(u"error decoding YAML: "_s + converted.error().toString()));
        json = QByteArray::fromStdString(*converted);
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return refuse(badRequest(u"the object provided is unrecognized: "_s + error.errorString()));
    return document.object();
}

bool isDryRun(const Call &call)
{
    return call.parameter(u"dryRun"_s) == "All"_L1;
}

} // namespace

QJsonObject parseObject(const std::string &json)
{
    return QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), static_cast<qsizetype>(json.size()))).object();
}

std::string toJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

QString newUid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QString nowText()
{
    return QDateTime::currentDateTimeUtc().toString(u"yyyy-MM-ddTHH:mm:ssZ"_s);
}

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
    metadata["uid"_L1] = newUid();
    metadata["creationTimestamp"_L1] = nowText();
    if (object.contains("spec"_L1) && type.plural != "pods")
        metadata["generation"_L1] = 1;
    object["metadata"_L1] = metadata;
    if (type.status && type.plural != "pods" && type.plural != "nodes" && type.plural != "namespaces" && type.plural != "customresourcedefinitions")
        object.remove("status"_L1);
    setDefaults(type, object);
    if (auto problem = validate(type, object))
        return refuse(*problem);
    const QString manager = call.parameter(u"fieldManager"_s);
    recordUpdate(object, {}, manager.isEmpty() ? QString::fromUtf8(call.header("user-agent")).section(u'/', 0, 0) : manager, route.subresource);
    if (isDryRun(call))
        return Written{201, object, {}};
    const auto stored = m_store.create(type.groupResource(), toJson(object));
    if (!stored)
        return refuse(alreadyExists(text(type.group), text(type.plural), metadata.value("name"_L1).toString()));
    return Written{201, parseObject((*stored)->json), {}};
}

WriteResult ObjectWriter::store(const ResourceType &type, const Route &route, const StoredPtr &before, QJsonObject next,
                                bool dryRun, std::uint64_t expected)
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
    next["apiVersion"_L1] = text(type.groupVersion().apiVersion());
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
    if (type.plural != "pods" && next.value("spec"_L1) != old.value("spec"_L1))
        metadata["generation"_L1] = oldMetadata.value("generation"_L1).toInteger(1) + 1;
    next["metadata"_L1] = metadata;
    if (route.subresource.empty()) {
        setDefaults(type, next);
        if (auto problem = validate(type, next))
            return refuse(*problem);
    }
    if (dryRun)
        return Written{200, next, {}};
    // The last finalizer of an object that is being deleted is gone: so is the object.
    if (!oldMetadata.value("deletionTimestamp"_L1).isUndefined() && metadata.value("finalizers"_L1).toArray().isEmpty()
        && type.plural != "pods") {
        (void)m_store.remove(type.groupResource(), before->key);
        removeDependents(before->uid);
        return Written{200, next, {}};
    }
    const auto stored = m_store.update(type.groupResource(), before->key, toJson(next), expected);
    if (!stored) {
        return refuse(conflict(text(type.group), text(type.plural), text(before->key.name),
                               u"the object has been modified; please apply your changes to the latest version and try again"_s));
    }
    return Written{200, parseObject((*stored)->json), {}};
}

WriteResult ObjectWriter::update(const ResourceType &type, const Route &route, const Call &call)
{
    auto body = bodyOf(call);
    if (!body)
        return refuse(body.error());
    const StoredPtr before = m_store.get(type.groupResource(), keyOf(route));
    if (!before)
        return missing(type, route.name);
    const QJsonObject metadata = body->value("metadata"_L1).toObject();
    const QString revision = metadata.value("resourceVersion"_L1).toString();
    const quint64 expected = revision.toULongLong();
    if (expected != 0 && expected != before->revision) {
        return refuse(conflict(text(type.group), text(type.plural), text(route.name),
                               u"the object has been modified; please apply your changes to the latest version and try again"_s));
    }
    if (route.subresource == "scale")
        return applyScale(type, before, *body, isDryRun(call));
    if (metadata.value("name"_L1).toString() != text(route.name))
        return refuse(badRequest(u"the name of the object (%1) does not match the name on the URL (%2)"_s.arg(metadata.value("name"_L1).toString(), text(route.name))));
    QJsonObject next = *body;
    const QString manager = call.parameter(u"fieldManager"_s);
    recordUpdate(next, parseObject(before->json), manager.isEmpty() ? QString::fromUtf8(call.header("user-agent")).section(u'/', 0, 0) : manager, route.subresource);
    return store(type, route, before, next, isDryRun(call), expected);
}

WriteResult ObjectWriter::patch(const ResourceType &type, const Route &route, const Call &call)
{
    const QByteArray contentType = call.header("content-type").split(';').value(0).trimmed();
    StoredPtr before = m_store.get(type.groupResource(), keyOf(route));
    if (contentType == "application/apply-patch+yaml") {
        const auto body = bodyOf(call);
        if (!body)
            return refuse(body.error());
        const QString manager = call.parameter(u"fieldManager"_s);
        if (manager.isEmpty())
            return refuse(badRequest(u"PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: Required value: is required for apply patch"_s));
        auto applied = serverSideApply(type, before ? parseObject(before->json) : QJsonObject(), *body, manager, call.flag(u"force"_s), text(route.name));
        if (!applied)
            return refuse(applied.error());
        if (before)
            return store(type, route, before, *applied, isDryRun(call), 0);
        Call creation = call;
        creation.headers = {{"content-type", "application/json"}};
        QJsonObject object = *applied;
        creation.body = QByteArray::fromStdString(toJson(object));
        return create(type, route, creation);
    }
    if (!before)
        return missing(type, route.name);
    const std::string current = route.subresource == "scale" ? toJson(scaleOf(type, *before)) : before->json;
    const std::string_view patchText(call.body.constData(), static_cast<std::size_t>(call.body.size()));
    kube::Result<std::string> patched = kube::fail(kube::Error::canceled());
    if (contentType == "application/json-patch+json") {
        patched = kube::applyJsonPatch(current, patchText);
    } else if (contentType == "application/merge-patch+json") {
        patched = kube::applyMergePatch(current, patchText);
    } else if (contentType == "application/strategic-merge-patch+json") {
        if (type.group.find('.') != std::string::npos && type.group.find(".k8s.io") == std::string::npos)
            return refuse(unsupportedMediaType(u"the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml"_s));
        const auto body = bodyOf(call);
        if (!body)
            return refuse(body.error());
        patched = toJson(strategicMerge(parseObject(current), *body));
    } else {
        return refuse(unsupportedMediaType(u"the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/strategic-merge-patch+json, application/apply-patch+yaml"_s));
    }
    if (!patched) {
        if (patched.error().is(kube::ErrorKind::Invalid))
            return refuse({422, u"Invalid"_s, u"the server rejected our request due to an error in our request"_s, {}});
        return refuse(badRequest(patched.error().message));
    }
    QJsonObject next = parseObject(*patched);
    const quint64 expected = next.value("metadata"_L1).toObject().value("resourceVersion"_L1).toString().toULongLong();
    if (expected != 0 && expected != before->revision) {
        return refuse(conflict(text(type.group), text(type.plural), text(route.name),
                               u"the object has been modified; please apply your changes to the latest version and try again"_s));
    }
    if (route.subresource == "scale")
        return applyScale(type, before, next, isDryRun(call));
    const QString manager = call.parameter(u"fieldManager"_s);
    recordUpdate(next, parseObject(before->json), manager.isEmpty() ? QString::fromUtf8(call.header("user-agent")).section(u'/', 0, 0) : manager, route.subresource);
    return store(type, route, before, next, isDryRun(call), before->revision);
}

WriteResult ObjectWriter::remove(const ResourceType &type, const Route &route, const Call &call)
{
    const StoredPtr before = m_store.get(type.groupResource(), keyOf(route));
    if (!before)
        return missing(type, route.name);
    QJsonObject options;
    if (!call.body.isEmpty()) {
        const auto body = bodyOf(call);
        if (!body)
            return refuse(body.error());
        options = *body;
    }
    const QJsonObject preconditions = options.value("preconditions"_L1).toObject();
    const QString uid = preconditions.value("uid"_L1).toString();
    const QString revision = preconditions.value("resourceVersion"_L1).toString();
    if (!uid.isEmpty() && uid != text(before->uid)) {
        return refuse(conflict(text(type.group), text(type.plural), text(route.name),
                               u"Precondition failed: UID in precondition: %1, UID in object meta: %2"_s.arg(uid, text(before->uid))));
    }
    if (!revision.isEmpty() && revision.toULongLong() != before->revision) {
        return refuse(conflict(text(type.group), text(type.plural), text(route.name),
                               u"Precondition failed: ResourceVersion in precondition: %1, ResourceVersion in object meta: %2"_s.arg(revision).arg(before->revision)));
    }
    QJsonObject object = parseObject(before->json);
    if (isDryRun(call))
        return Written{200, object, {}};
    QJsonObject metadata = object.value("metadata"_L1).toObject();
    const bool held = !metadata.value("finalizers"_L1).toArray().isEmpty();
    qint64 grace = options.value("gracePeriodSeconds"_L1).toInteger(call.parameter(u"gracePeriodSeconds"_s).isEmpty() ? -1 : call.parameter(u"gracePeriodSeconds"_s).toLongLong());
    if (grace < 0 && type.plural == "pods" && !object.value("spec"_L1).toObject().value("nodeName"_L1).toString().isEmpty())
        grace = object.value("spec"_L1).toObject().value("terminationGracePeriodSeconds"_L1).toInteger(30);
    if (held || (type.plural == "pods" && grace > 0)) {
        if (metadata.value("deletionTimestamp"_L1).isUndefined()) {
            metadata["deletionTimestamp"_L1] = QDateTime::currentDateTimeUtc().addSecs(std::max<qint64>(grace, 0)).toString(u"yyyy-MM-ddTHH:mm:ssZ"_s);
            metadata["deletionGracePeriodSeconds"_L1] = std::max<qint64>(grace, 0);
            object["metadata"_L1] = metadata;
            const auto stored = m_store.update(type.groupResource(), before->key, toJson(object));
            if (stored)
                object = parseObject((*stored)->json);
        }
        return Written{200, object, {}};
    }
    (void)m_store.remove(type.groupResource(), before->key);
    const QString propagation = options.value("propagationPolicy"_L1).toString(call.parameter(u"propagationPolicy"_s));
    if (propagation != "Orphan"_L1)
        removeDependents(before->uid);
    StatusReply success{200, {}, {}, {}};
    QJsonObject status = success.toJson();
    status.remove("message"_L1);
    status.remove("reason"_L1);
    status["details"_L1] = QJsonObject{{"name"_L1, text(route.name)}, {"kind"_L1, text(type.plural)}, {"uid"_L1, text(before->uid)}};
    return Written{200, status, {}};
}

void ObjectWriter::removeDependents(const std::string &uid)
{
    const std::string needle = "\"uid\":\"" + uid + '"';
    for (const kube::GroupVersion &gv : m_types.groupVersions()) {
        for (const ResourceType *type : m_types.of(gv)) {
            for (const StoredPtr &object : m_store.list(type->groupResource(), {})) {
                if (object->uid == uid || object->json.find("\"ownerReferences\"") == std::string::npos
                    || object->json.find(needle) == std::string::npos)
                    continue;
                Route route;
                route.namespaceName = object->key.namespaceName;
                route.name = object->key.name;
                (void)remove(*type, route, Call{"DELETE", {}, {}, {}, {}});
            }
        }
    }
}

QJsonObject ObjectWriter::scaleOf(const ResourceType &type, const StoredObject &object) const
{
    const QJsonObject source = parseObject(object.json);
    const QJsonObject metadata = source.value("metadata"_L1).toObject();
    QJsonObject scaleMetadata;
    for (const QLatin1String member : {"name"_L1, "namespace"_L1, "uid"_L1, "resourceVersion"_L1, "creationTimestamp"_L1}) {
        if (metadata.contains(member))
            scaleMetadata[member] = metadata.value(member);
    }
    const QJsonObject spec = source.value("spec"_L1).toObject();
    QJsonObject status{{"replicas"_L1, source.value("status"_L1).toObject().value("replicas"_L1).toInteger()}};
    QStringList terms;
    const QJsonObject labels = spec.value("selector"_L1).toObject().value("matchLabels"_L1).toObject();
    for (auto it = labels.begin(); it != labels.end(); ++it)
        terms.append(it.key() + u'=' + it.value().toString());
    if (!terms.isEmpty())
        status["selector"_L1] = terms.join(u',');
    (void)type;
    return {{"kind"_L1, "Scale"_L1}, {"apiVersion"_L1, "autoscaling/v1"_L1}, {"metadata"_L1, scaleMetadata},
            {"spec"_L1, QJsonObject{{"replicas"_L1, spec.value("replicas"_L1).toInteger(1)}}}, {"status"_L1, status}};
}

WriteResult ObjectWriter::getScale(const ResourceType &type, const Route &route) const
{
    const StoredPtr object = m_store.get(type.groupResource(), keyOf(route));
    if (!object)
        return missing(type, route.name);
    return Written{200, scaleOf(type, *object), {}};
}

WriteResult ObjectWriter::applyScale(const ResourceType &type, const StoredPtr &before, const QJsonObject &scale, bool dryRun)
{
    const qint64 replicas = scale.value("spec"_L1).toObject().value("replicas"_L1).toInteger();
    if (replicas < 0) {
        return refuse(invalid(u"autoscaling"_s, u"Scale"_s, text(before->key.name),
                              {{u"FieldValueInvalid"_s, u"Invalid value: %1: must be greater than or equal to 0"_s.arg(replicas), u"spec.replicas"_s}}));
    }
    QJsonObject next = parseObject(before->json);
    QJsonObject spec = next.value("spec"_L1).toObject();
    spec["replicas"_L1] = replicas;
    next["spec"_L1] = spec;
    Route route;
    route.subresource = {};
    auto written = store(type, route, before, next, dryRun, before->revision);
    if (!written)
        return written;
    StoredObject after = *before;
    after.json = toJson(written->object);
    return Written{200, scaleOf(type, after), {}};
}

} // namespace orrery::demo
