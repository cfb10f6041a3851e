// SPDX-License-Identifier: Apache-2.0
#include "app/composition/resource_lookup.h"

namespace orrery {

const kube::ResourceInfo *findResource(const kube::Catalog &catalog, const QString &word)
{
    const QString lower = word.toLower();
    const auto byName = [&](const QString &name, const QString &group) -> const kube::ResourceInfo * {
        const auto is = [&](const std::string &text) { return QString::fromStdString(text).toLower() == name; };
        const kube::ResourceInfo *byShortName = nullptr;
        const kube::ResourceInfo *byKind = nullptr;
        for (const kube::ResourceInfo &info : catalog.resources) {
            if (!group.isNull() && QString::fromStdString(info.gvr.group) != group)
                continue;
            if (is(info.gvr.resource) || is(info.singular))
                return &info;
            if (!byShortName && std::any_of(info.shortNames.begin(), info.shortNames.end(), is))
                byShortName = &info;
            if (!byKind && is(info.kind))
                byKind = &info;
        }
        return byShortName ? byShortName : byKind;
    };
    if (const auto *found = byName(lower, QString()))
        return found;
    const qsizetype dot = lower.indexOf(QLatin1Char('.'));
    return dot < 0 ? nullptr : byName(lower.left(dot), lower.mid(dot + 1));
}

const kube::ResourceInfo *findKind(const kube::Catalog &catalog, const QString &apiVersion, const QString &kind)
{
    const auto gv = kube::GroupVersion::parse(apiVersion.toStdString());
    if (!gv)
        return nullptr;
    for (const kube::ResourceInfo &info : catalog.resources) {
        if (info.gvr.group == gv->group && QString::fromStdString(info.kind) == kind)
            return &info;
    }
    return nullptr;
}

} // namespace orrery
