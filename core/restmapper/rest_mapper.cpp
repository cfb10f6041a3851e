// SPDX-License-Identifier: Apache-2.0
#include "core/restmapper/rest_mapper.h"

#include "core/restmapper/resource_argument.h"
#include "core/restmapper/shortcut.h"

#include <algorithm>

namespace kube {

namespace {

/// fn(group, version, resource) for each that is served, in the order that decides between several.
template <typename Fn>
void forEachByPriority(const ServerResources &resources, Fn fn)
{
    const auto visit = [&](const ApiGroup &group, const ApiVersion &version) {
        for (const ApiResource &resource : version.resources) {
            if (resource.isServed())
                fn(group, version, resource);
        }
    };
    for (const ApiGroup &group : resources.groups) {
        const ApiVersion *preferred = group.preferred();
        if (preferred)
            visit(group, *preferred);
        for (const ApiVersion &version : group.versions) {
            if (&version != preferred)
                visit(group, version);
        }
    }
}

RestMapping mappingOf(const ApiGroup &group, const ApiVersion &version, const ApiResource &resource)
{
    return {{group.name, version.version, resource.name},
            resource.kind,
            resource.singular.empty() ? guessSingular(resource.kind.kind) : resource.singular,
            resource.namespaced};
}

bool isKnown(const std::vector<RestMapping> &found, const RestMapping &mapping)
{
    return std::any_of(found.begin(), found.end(), [&](const RestMapping &one) {
        return one.resource.groupResource() == mapping.resource.groupResource();
    });
}

/// The first is the answer unless another resource of its very group version claims the name as well.
Result<RestMapping> decide(const std::vector<RestMapping> &found, const QString &asked)
{
    if (found.empty()) {
        return fail({ErrorKind::NotFound, QStringLiteral("the server has no resource type \"%1\"").arg(asked), {}, std::nullopt});
    }
    QStringList alike;
    for (const RestMapping &one : found) {
        if (one.resource.groupVersion() == found.front().resource.groupVersion())
            alike.append(QString::fromStdString(one.resource.toString()));
    }
    if (alike.size() > 1) {
        return fail(Error::badInput(QStringLiteral("\"%1\" is ambiguous: %2").arg(asked, alike.join(QStringLiteral(", ")))));
    }
    return found.front();
}

} // namespace

std::string guessSingular(std::string_view kind)
{
    return toLower(kind);
}

std::vector<RestMapping> RestMapper::matches(const ResourceArgument &argument) const
{
    using Claims = bool (*)(const ApiResource &, const std::string &);
    static constexpr Claims byName = [](const ApiResource &resource, const std::string &name) {
        return resource.name == name
            || (resource.singular.empty() ? guessSingular(resource.kind.kind) : resource.singular) == name;
    };
    static constexpr Claims byShortName = [](const ApiResource &resource, const std::string &name) {
        return std::any_of(resource.shortNames.begin(), resource.shortNames.end(),
                           [&](const std::string &one) { return toLower(one) == name; });
    };
    static constexpr Claims byKind = [](const ApiResource &resource, const std::string &name) {
        return toLower(resource.kind.kind) == name;
    };

    std::vector<RestMapping> found;
    for (const GroupMatch match : {GroupMatch::Exact, GroupMatch::Prefix}) {
        for (const Claims claims : {byName, byShortName, byKind}) {
            forEachByPriority(*m_resources, [&](const ApiGroup &group, const ApiVersion &version, const ApiResource &resource) {
                if (!matchesGroup(group.name, argument.group, match) || (argument.version && version.version != *argument.version))
                    return;
                if (claims(resource, argument.name)) {
                    const RestMapping mapping = mappingOf(group, version, resource);
                    if (!isKnown(found, mapping))
                        found.push_back(mapping);
                }
            });
            if (!found.empty())
                return found;
        }
        if (!argument.group)
            break;
    }
    return found;
}

std::vector<RestMapping> RestMapper::findAll(std::string_view argument) const
{
    const auto readings = ResourceArgument::parse(argument);
    if (!readings)
        return {};
    for (const ResourceArgument &reading : *readings) {
        auto found = matches(reading);
        if (!found.empty())
            return found;
    }
    return {};
}

Result<RestMapping> RestMapper::find(std::string_view argument) const
{
    if (const auto readings = ResourceArgument::parse(argument); !readings)
        return fail(readings.error());
    return decide(findAll(argument), QString::fromUtf8(argument.data(), static_cast<qsizetype>(argument.size())));
}

Result<RestMapping> RestMapper::mappingFor(const GroupVersionKind &kind) const
{
    std::vector<RestMapping> found;
    forEachByPriority(*m_resources, [&](const ApiGroup &group, const ApiVersion &version, const ApiResource &resource) {
        if (group.name != kind.group || (!kind.version.empty() && version.version != kind.version) || resource.kind.kind != kind.kind)
            return;
        const RestMapping mapping = mappingOf(group, version, resource);
        if (!isKnown(found, mapping))
            found.push_back(mapping);
    });
    return decide(found, QString::fromStdString(kind.kind + " (" + kind.groupVersion().apiVersion() + ")"));
}

Result<RestMapping> RestMapper::mappingFor(const GroupVersionResource &resource) const
{
    std::vector<RestMapping> found;
    forEachByPriority(*m_resources, [&](const ApiGroup &group, const ApiVersion &version, const ApiResource &each) {
        if (group.name == resource.group && (resource.version.empty() || version.version == resource.version)
            && each.name == resource.resource && found.empty())
            found.push_back(mappingOf(group, version, each));
    });
    return decide(found, QString::fromStdString(resource.toString()));
}

} // namespace kube
