// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/apply.h"

#include "app/demo/api/field_set.h"
#include "app/demo/api/object_json.h"
#include "app/demo/api/strategic_merge.h"

#include <QJsonArray>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The part of an object that managers own.
QJsonObject owned(QJsonObject object)
{
    object.remove("apiVersion"_L1);
    object.remove("kind"_L1);
    QJsonObject metadata = object.value("metadata"_L1).toObject();
    for (const QLatin1String member : {"name"_L1, "namespace"_L1, "uid"_L1, "resourceVersion"_L1, "generation"_L1,
                                       "creationTimestamp"_L1, "deletionTimestamp"_L1, "deletionGracePeriodSeconds"_L1,
                                       "managedFields"_L1, "selfLink"_L1})
        metadata.remove(member);
    if (metadata.isEmpty())
        object.remove("metadata"_L1);
    else
        object["metadata"_L1] = metadata;
    return object;
}

QJsonArray managersOf(const QJsonObject &object)
{
    return object.value("metadata"_L1).toObject().value("managedFields"_L1).toArray();
}

QJsonObject entryOf(const QString &manager, const QString &operation, const QString &apiVersion, const QString &subresource,
                    const QJsonObject &fields)
{
    QJsonObject entry{{"manager"_L1, manager},     {"operation"_L1, operation},    {"apiVersion"_L1, apiVersion},
                      {"time"_L1, nowText()},      {"fieldsType"_L1, "FieldsV1"_L1}, {"fieldsV1"_L1, fields}};
    if (!subresource.isEmpty())
        entry["subresource"_L1] = subresource;
    return entry;
}

/// Source: structured-merge-diff's printManager. Who applies is called by its name alone.
QString conflictingManager(const QJsonObject &entry)
{
    QString who = u"\"%1\""_s.arg(entry.value("manager"_L1).toString());
    if (entry.value("operation"_L1).toString() == "Update"_L1) {
        const QString subresource = entry.value("subresource"_L1).toString();
        if (!subresource.isEmpty())
            who += u" with subresource \"%1\""_s.arg(subresource);
        who += u" using "_s + entry.value("apiVersion"_L1).toString();
    }
    return who;
}

void setManagers(QJsonObject &object, const QJsonArray &managers)
{
    QJsonObject metadata = object.value("metadata"_L1).toObject();
    metadata["managedFields"_L1] = managers;
    object["metadata"_L1] = metadata;
}

} // namespace

tl::expected<QJsonObject, StatusReply> serverSideApply(const ResourceType &type, const QJsonObject &live, const QJsonObject &intent,
                                                       const QString &manager, bool force, const QString &name)
{
    const QString apiVersion = QString::fromStdString(type.groupVersion().apiVersion());
    if (intent.value("metadata"_L1).toObject().contains("managedFields"_L1))
        return tl::unexpected(badRequest(u"metadata.managedFields must be nil"_s));
    const QJsonObject wanted = fieldsOf(owned(intent));

    QJsonArray managers;
    QJsonObject previous;
    QJsonObject mine;
    QJsonObject ownedByOthers;
    QStringList words;
    QJsonArray causes;
    const QJsonObject changing = changedFields(owned(live), owned(intent));
    for (const QJsonValue &value : managersOf(live)) {
        QJsonObject entry = value.toObject();
        const QJsonObject fields = entry.value("fieldsV1"_L1).toObject();
        if (entry.value("manager"_L1) == QJsonValue(manager) && entry.value("operation"_L1) == QJsonValue("Apply"_L1)) {
            previous = fields;
            mine = entry;
            continue;
        }
        const QJsonObject contested = fieldIntersection(fields, changing);
        if (!contested.isEmpty() && !force) {
            const QString who = conflictingManager(entry);
            words.append(u"conflicts with %1:"_s.arg(who));
            for (const QString &path : fieldPaths(contested)) {
                causes.append(QJsonObject{{"reason"_L1, "FieldManagerConflict"_L1}, {"message"_L1, QString(u"conflict with "_s + who)}, {"field"_L1, path}});
                words.append(u"- "_s + path);
            }
        }
        const QJsonObject kept = force ? fieldDifference(fields, contested) : fields;
        if (!kept.isEmpty()) {
            entry["fieldsV1"_L1] = kept;
            managers.append(entry);
            ownedByOthers = fieldUnion(ownedByOthers, kept);
        }
    }
    if (!causes.isEmpty()) {
        const QJsonObject first = causes.first().toObject();
        const QString message = causes.size() == 1
            ? u"Apply failed with 1 conflict: %1: %2"_s.arg(first.value("message"_L1).toString(), first.value("field"_L1).toString())
            : u"Apply failed with %1 conflicts: %2"_s.arg(causes.size()).arg(words.join(u'\n'));
        return tl::unexpected(StatusReply{409, u"Conflict"_s, message, {{"causes"_L1, causes}}});
    }

    const QJsonObject abandoned = fieldDifference(fieldDifference(previous, wanted), ownedByOthers);
    QJsonObject result = withoutFields(live, abandoned).toObject();
    QJsonObject clean = intent;
    QJsonObject metadata = clean.value("metadata"_L1).toObject();
    metadata.remove("resourceVersion"_L1);
    metadata["name"_L1] = name;
    clean["metadata"_L1] = metadata;
    result = strategicMerge(result, clean);
    // Whoever says again what it has said makes no change: not even of the time.
    managers.prepend(mine.value("fieldsV1"_L1).toObject() == wanted && !mine.isEmpty() ? mine : entryOf(manager, u"Apply"_s, apiVersion, {}, wanted));
    setManagers(result, managers);
    return result;
}

void recordUpdate(QJsonObject &object, const QJsonObject &before, const QString &manager, const std::string &subresource)
{
    const QJsonObject changed = changedFields(owned(before), owned(object));
    const QString sub = QString::fromStdString(subresource);
    // A client that writes an object back without managedFields has not meant to clear them.
    QJsonArray managers = managersOf(object);
    if (managers.isEmpty())
        managers = managersOf(before);
    QJsonArray kept;
    QJsonObject mine = changed;
    for (const QJsonValue &value : managers) {
        QJsonObject entry = value.toObject();
        const QJsonObject fields = entry.value("fieldsV1"_L1).toObject();
        if (entry.value("manager"_L1) == QJsonValue(manager) && entry.value("operation"_L1) == QJsonValue("Update"_L1)
            && entry.value("subresource"_L1).toString() == sub) {
            mine = fieldUnion(fields, mine);
            continue;
        }
        const QJsonObject rest = fieldDifference(fields, changed);
        if (!rest.isEmpty()) {
            entry["fieldsV1"_L1] = rest;
            kept.append(entry);
        }
    }
    if (changed.isEmpty())
        kept = managers;
    else if (!mine.isEmpty())
        kept.append(entryOf(manager, u"Update"_s, object.value("apiVersion"_L1).toString(), sub, mine));
    setManagers(object, kept);
}

} // namespace orrery::demo
