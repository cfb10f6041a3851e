// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/field_set.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

QString itemKey(const QJsonObject &item, const QString &key)
{
    const QJsonObject keyed{{key, item.value(key)}};
    return u"k:"_s + QString::fromUtf8(QJsonDocument(keyed).toJson(QJsonDocument::Compact));
}

void collectPaths(const QJsonObject &fields, const QString &prefix, QStringList &paths)
{
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        QString step;
        if (it.key().startsWith("f:"_L1)) {
            step = u'.' + it.key().mid(2);
        } else if (it.key().startsWith("k:"_L1)) {
            const QJsonObject key = QJsonDocument::fromJson(it.key().mid(2).toUtf8()).object();
            step = u"[%1=\"%2\"]"_s.arg(key.begin().key(), key.begin().value().toVariant().toString());
        } else {
            continue;
        }
        const QJsonObject inner = it.value().toObject();
        if (inner.isEmpty())
            paths.append(prefix + step);
        else
            collectPaths(inner, prefix + step, paths);
    }
}

} // namespace

QString listKey(const QString &listName)
{
    static const QHash<QString, QString> keys{
        {u"containers"_s, u"name"_s}, {u"initContainers"_s, u"name"_s}, {u"env"_s, u"name"_s}, {u"volumes"_s, u"name"_s},
        {u"volumeMounts"_s, u"mountPath"_s}, {u"conditions"_s, u"type"_s}, {u"ownerReferences"_s, u"uid"_s}, {u"imagePullSecrets"_s, u"name"_s},
    };
    return keys.value(listName);
}

QJsonObject fieldsOf(const QJsonValue &value, const QString &listName)
{
    QJsonObject fields;
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            fields[u"f:"_s + it.key()] = fieldsOf(it.value(), it.key());
    } else if (value.isArray() && !listKey(listName).isEmpty()) {
        const QString key = listKey(listName);
        for (const QJsonValue &item : value.toArray())
            fields[itemKey(item.toObject(), key)] = fieldsOf(item);
    }
    return fields;
}

QJsonObject fieldUnion(QJsonObject left, const QJsonObject &right)
{
    for (auto it = right.begin(); it != right.end(); ++it)
        left[it.key()] = fieldUnion(left.value(it.key()).toObject(), it.value().toObject());
    return left;
}

QJsonObject fieldDifference(const QJsonObject &left, const QJsonObject &right)
{
    QJsonObject result;
    for (auto it = left.begin(); it != left.end(); ++it) {
        const QJsonObject inner = it.value().toObject();
        if (!right.contains(it.key())) {
            result[it.key()] = inner;
        } else if (!inner.isEmpty()) {
            const QJsonObject rest = fieldDifference(inner, right.value(it.key()).toObject());
            if (!rest.isEmpty())
                result[it.key()] = rest;
        }
    }
    return result;
}

QJsonObject fieldIntersection(const QJsonObject &left, const QJsonObject &right)
{
    QJsonObject result;
    for (auto it = left.begin(); it != left.end(); ++it) {
        if (!right.contains(it.key()))
            continue;
        const QJsonObject inner = it.value().toObject();
        const QJsonObject other = right.value(it.key()).toObject();
        if (inner.isEmpty() || other.isEmpty()) {
            if (inner.isEmpty() && other.isEmpty())
                result[it.key()] = QJsonObject();
            continue;
        }
        const QJsonObject both = fieldIntersection(inner, other);
        if (!both.isEmpty())
            result[it.key()] = both;
    }
    return result;
}

QJsonObject changedFields(const QJsonValue &before, const QJsonValue &after, const QString &listName)
{
    QJsonObject result;
    const auto note = [&result](const QString &step, const QJsonValue &was, const QJsonValue &is, const QString &name) {
        if (was == is || is.isUndefined())
            return;
        const bool hasParts = (was.isObject() && is.isObject()) || (was.isArray() && is.isArray() && !listKey(name).isEmpty());
        QJsonObject inner = changedFields(was, is, name);
        if (inner.isEmpty() && hasParts)
            return; // it only lacks some
        if (inner.isEmpty())
            inner = fieldsOf(is, name);
        result[step] = inner;
    };
    if (after.isObject()) {
        const QJsonObject old = before.toObject();
        const QJsonObject now = after.toObject();
        for (auto it = now.begin(); it != now.end(); ++it)
            note(u"f:"_s + it.key(), old.value(it.key()), it.value(), it.key());
    } else if (after.isArray() && !listKey(listName).isEmpty()) {
        const QString key = listKey(listName);
        QHash<QString, QJsonValue> old;
        for (const QJsonValue &item : before.toArray())
            old.insert(itemKey(item.toObject(), key), item);
        for (const QJsonValue &item : after.toArray())
            note(itemKey(item.toObject(), key), old.value(itemKey(item.toObject(), key), QJsonValue(QJsonValue::Undefined)), item, {});
    }
    return result;
}

QStringList fieldPaths(const QJsonObject &fields)
{
    QStringList paths;
    collectPaths(fields, {}, paths);
    return paths;
}

QJsonValue withoutFields(const QJsonValue &value, const QJsonObject &fields)
{
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto it = fields.begin(); it != fields.end(); ++it) {
            if (!it.key().startsWith("f:"_L1))
                continue;
            const QString name = it.key().mid(2);
            const QJsonObject inner = it.value().toObject();
            if (inner.isEmpty()) {
                object.remove(name);
            } else if (object.contains(name)) {
                const QJsonValue rest = withoutFields(object.value(name), inner);
                if ((rest.isObject() && rest.toObject().isEmpty()) || (rest.isArray() && rest.toArray().isEmpty()))
                    object.remove(name);
                else
                    object[name] = rest;
            }
        }
        return object;
    }
    if (value.isArray()) {
        QJsonArray kept;
        for (const QJsonValue &item : value.toArray()) {
            QJsonValue rest = item;
            bool matched = false;
            for (auto it = fields.begin(); it != fields.end(); ++it) {
                if (!it.key().startsWith("k:"_L1))
                    continue;
                const QJsonObject key = QJsonDocument::fromJson(it.key().mid(2).toUtf8()).object();
                if (!key.isEmpty() && item.toObject().value(key.begin().key()) == key.begin().value()) {
                    matched = true;
                    rest = withoutFields(item, it.value().toObject());
                }
            }
            if (!matched || !rest.toObject().isEmpty())
                kept.append(rest);
        }
        return kept;
    }
    return value;
}

} // namespace orrery::demo
