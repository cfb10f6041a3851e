// SPDX-License-Identifier: Apache-2.0
#include "app/composition/resource_lookup.h"

#include <numeric>

namespace orrery {

namespace {

/// How many letters must be put in, left out or exchanged to make one word of the other (Levenshtein).
qsizetype distanceOf(const QString &from, const QString &to)
{
    std::vector<qsizetype> row(static_cast<std::size_t>(to.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < from.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i + 1);
        for (qsizetype j = 0; j < to.size(); ++j) {
            const auto at = static_cast<std::size_t>(j) + 1;
            const qsizetype replaced = diagonal + (from[i] == to[j] ? 0 : 1);
            diagonal = row[at];
            row[at] = std::min({replaced, diagonal + 1, row[at - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

const kube::ResourceInfo *findResource(const kube::Catalog &catalog, const QString &word)
{
    const QString lower = word.toLower();
    if (lower.isEmpty())
        return nullptr;
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

QStringList similarResources(const kube::Catalog &catalog, const QString &word)
{
    const QString name = word.toLower().section(QLatin1Char('.'), 0, 0);
    const qsizetype farthest = std::max<qsizetype>(1, name.size() / 3);
    std::vector<std::pair<qsizetype, QString>> near;
    for (const kube::ResourceInfo &info : catalog.resources) {
        const QString plural = QString::fromStdString(info.gvr.resource);
        qsizetype distance = distanceOf(name, plural);
        for (const std::string &other : {info.singular, info.kind}) {
            if (!other.empty()) // aggregated APIs leave the singular out
                distance = std::min(distance, distanceOf(name, QString::fromStdString(other).toLower()));
        }
        // A word cut short is as likely as one mistyped.
        if (name.size() > 2 && plural.startsWith(name))
            distance = std::min<qsizetype>(distance, 1);
        if (distance <= farthest)
            near.emplace_back(distance, plural);
    }
    std::sort(near.begin(), near.end());
    QStringList names;
    for (const auto &[distance, plural] : near) {
        if (!names.contains(plural) && names.size() < 3)
            names.append(plural);
    }
    return names;
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
