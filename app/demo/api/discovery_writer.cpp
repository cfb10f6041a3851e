// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/discovery_writer.h"
#include "app/demo/api/text.h"

#include <QJsonArray>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonArray texts(const std::vector<std::string> &values)
{
    QJsonArray array;
    for (const std::string &value : values)
        array.append(text(value));
    return array;
}

struct Subresource {
    QString name;
    QString group;
    QString version;
    QString kind;
    QJsonArray verbs;
};

std::vector<Subresource> subresourcesOf(const ResourceType &type)
{
    std::vector<Subresource> result;
    const QJsonArray verbs{"get"_L1, "patch"_L1, "update"_L1};
    for (const std::string &other : type.otherSubresources)
        result.push_back(other == "eviction" ? Subresource{text(other), u"policy"_s, u"v1"_s, u"Eviction"_s, QJsonArray{"create"_L1}}
                                             : Subresource{text(other), text(type.group), text(type.version), text(type.kind), QJsonArray{"get"_L1}});
    if (type.scale)
        result.push_back({u"scale"_s, u"autoscaling"_s, u"v1"_s, u"Scale"_s, verbs});
    if (type.status)
        result.push_back({u"status"_s, text(type.group), text(type.version), text(type.kind), verbs});
    return result;
}

std::vector<std::string> groupNames(const ResourceTypes &types)
{
    std::vector<std::string> names;
    for (const kube::GroupVersion &gv : types.groupVersions()) {
        if (!gv.group.empty() && std::find(names.begin(), names.end(), gv.group) == names.end())
            names.push_back(gv.group);
    }
    return names;
}

QJsonObject kindOf(const QString &group, const QString &version, const QString &kind)
{
    return {{"group"_L1, group}, {"version"_L1, version}, {"kind"_L1, kind}};
}

/// Built-in kinds of the group itself are announced without group and version, as 1.36 does.
QJsonObject responseKind(const ResourceType &type, const QString &group, const QString &version, const QString &kind)
{
    const bool isOwn = group == text(type.group);
    return type.custom || !isOwn ? kindOf(group, version, kind) : kindOf({}, {}, kind);
}

} // namespace

QJsonObject legacyVersions()
{
    return {{"kind"_L1, "APIVersions"_L1}, {"versions"_L1, QJsonArray{"v1"_L1}}, {"serverAddressByClientCIDRs"_L1, QJsonArray()}};
}

QJsonObject legacyGroup(const ResourceTypes &types, const std::string &group)
{
    QJsonArray versions;
    for (const kube::GroupVersion &gv : types.groupVersions()) {
        if (gv.group == group)
            versions.append(QJsonObject{{"groupVersion"_L1, text(gv.apiVersion())}, {"version"_L1, text(gv.version)}});
    }
    if (versions.isEmpty())
        return {};
    return {{"name"_L1, text(group)}, {"versions"_L1, versions}, {"preferredVersion"_L1, versions.first()}};
}

QJsonObject legacyGroups(const ResourceTypes &types)
{
    QJsonArray groups;
    for (const std::string &name : groupNames(types))
        groups.append(legacyGroup(types, name));
    return {{"kind"_L1, "APIGroupList"_L1}, {"apiVersion"_L1, "v1"_L1}, {"groups"_L1, groups}};
}

QJsonObject legacyResources(const ResourceTypes &types, const kube::GroupVersion &groupVersion)
{
    QJsonArray resources;
    for (const ResourceTypePtr &type : types.of(groupVersion)) {
        QJsonObject entry{{"name"_L1, text(type->plural)}, {"singularName"_L1, text(type->singular)},
                          {"namespaced"_L1, type->namespaced}, {"kind"_L1, text(type->kind)}, {"verbs"_L1, texts(type->verbs())}};
        if (!type->shortNames.empty())
            entry["shortNames"_L1] = texts(type->shortNames);
        if (!type->categories.empty())
            entry["categories"_L1] = texts(type->categories);
        resources.append(entry);
        for (const Subresource &sub : subresourcesOf(*type)) {
            QJsonObject subEntry{{"name"_L1, QString(text(type->plural) + u'/' + sub.name)}, {"singularName"_L1, QString()},
                                 {"namespaced"_L1, type->namespaced}, {"kind"_L1, sub.kind}, {"verbs"_L1, sub.verbs}};
            if (sub.kind != text(type->kind)) {
                subEntry["group"_L1] = sub.group;
                subEntry["version"_L1] = sub.version;
            }
            resources.append(subEntry);
        }
    }
    if (resources.isEmpty())
        return {};
    return {{"kind"_L1, "APIResourceList"_L1}, {"apiVersion"_L1, "v1"_L1},
            {"groupVersion"_L1, text(groupVersion.apiVersion())}, {"resources"_L1, resources}};
}

QJsonObject aggregated(const ResourceTypes &types, bool core)
{
    const std::vector<std::string> groups = core ? std::vector<std::string>{""} : groupNames(types);
    QJsonArray items;
    for (const std::string &group : groups) {
        QJsonArray versions;
        for (const kube::GroupVersion &gv : types.groupVersions()) {
            if (gv.group != group)
                continue;
            QJsonArray resources;
            for (const ResourceTypePtr &type : types.of(gv)) {
                QJsonObject entry{{"resource"_L1, text(type->plural)},
                                  {"responseKind"_L1, responseKind(*type, text(type->group), text(type->version), text(type->kind))},
                                  {"scope"_L1, type->namespaced ? "Namespaced"_L1 : "Cluster"_L1},
                                  {"singularResource"_L1, text(type->singular)},
                                  {"verbs"_L1, texts(type->verbs())}};
                if (!type->shortNames.empty())
                    entry["shortNames"_L1] = texts(type->shortNames);
                if (!type->categories.empty())
                    entry["categories"_L1] = texts(type->categories);
                QJsonArray subresources;
                for (const Subresource &sub : subresourcesOf(*type)) {
                    subresources.append(QJsonObject{{"subresource"_L1, sub.name},
                                                    {"responseKind"_L1, responseKind(*type, sub.group, sub.version, sub.kind)},
                                                    {"verbs"_L1, sub.verbs}});
                }
                if (!subresources.isEmpty())
                    entry["subresources"_L1] = subresources;
                resources.append(entry);
            }
            versions.append(QJsonObject{{"version"_L1, text(gv.version)}, {"freshness"_L1, "Current"_L1}, {"resources"_L1, resources}});
        }
        QJsonObject metadata;
        if (!group.empty())
            metadata["name"_L1] = text(group);
        items.append(QJsonObject{{"metadata"_L1, metadata}, {"versions"_L1, versions}});
    }
    return {{"kind"_L1, "APIGroupDiscoveryList"_L1}, {"apiVersion"_L1, "apidiscovery.k8s.io/v2"_L1},
            {"metadata"_L1, QJsonObject()}, {"items"_L1, items}};
}

} // namespace orrery::demo
