// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/strategic_merge.h"

#include <QHash>
#include <QJsonArray>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The key that tells items of a list of that name apart; empty: the list is replaced whole.
QString mergeKey(const QString &list, const QJsonArray &items)
{
    if (list == "ports"_L1) // a container's, or a Service's
        return items.at(0).toObject().contains("containerPort"_L1) ? u"containerPort"_s : u"port"_s;
    static const QHash<QString, QString> keys{
        {u"containers"_s, u"name"_s},       {u"initContainers"_s, u"name"_s},   {u"ephemeralContainers"_s, u"name"_s},
        {u"env"_s, u"name"_s},              {u"volumes"_s, u"name"_s},          {u"volumeMounts"_s, u"mountPath"_s},
        {u"conditions"_s, u"type"_s},       {u"imagePullSecrets"_s, u"name"_s}, {u"ownerReferences"_s, u"uid"_s},
        {u"hostAliases"_s, u"ip"_s},        {u"taints"_s, u"key"_s},            {u"addresses"_s, u"type"_s},
        {u"subjects"_s, QString()},
    };
    return keys.value(list);
}

QJsonArray mergeLists(const QJsonArray &target, const QJsonArray &patch, const QString &key)
{
    QJsonArray result = target;
    for (const QJsonValue &entry : patch) {
        if (entry.toObject().value("$patch"_L1).toString() == "replace"_L1)
            result = {};
    }
    for (const QJsonValue &entry : patch) {
        const QJsonObject item = entry.toObject();
        const QString directive = item.value("$patch"_L1).toString();
        if (directive == "replace"_L1)
            continue;
        qsizetype found = -1;
        for (qsizetype i = 0; i < result.size(); ++i) {
            if (result.at(i).toObject().value(key) == item.value(key))
                found = i;
        }
        if (directive == "delete"_L1) {
            if (found >= 0)
                result.removeAt(found);
        } else if (found >= 0) {
            result[found] = strategicMerge(result.at(found).toObject(), item);
        } else {
            result.append(item);
        }
    }
    return result;
}

} // namespace

QJsonObject strategicMerge(QJsonObject target, const QJsonObject &patch)
{
    if (patch.value("$patch"_L1) == QJsonValue("replace"_L1)) {
        QJsonObject whole = patch;
        whole.remove("$patch"_L1);
        return whole;
    }
    for (auto it = patch.begin(); it != patch.end(); ++it) {
        const QString name = it.key();
        if (name.startsWith(u'$'))
            continue;
        const QJsonValue value = it.value();
        if (value.isNull())
            target.remove(name);
        else if (value.isObject())
            target[name] = strategicMerge(target.value(name).toObject(), value.toObject());
        else if (value.isArray() && !mergeKey(name, value.toArray()).isEmpty())
            target[name] = mergeLists(target.value(name).toArray(), value.toArray(), mergeKey(name, value.toArray()));
        else
            target[name] = value;
    }
    return target;
}

} // namespace orrery::demo
