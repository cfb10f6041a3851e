// SPDX-License-Identifier: Apache-2.0
#include "core/discovery/discovery_file.h"

#include "core/discovery/aggregated_discovery.h"
#include "core/object/json.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace kube {

namespace {

constexpr qint64 maxDiscoveryBytes = 64 * 1024 * 1024;

void appendMember(std::string &json, std::string_view name, std::string_view value)
{
    appendJsonString(json, name);
    json += ':';
    appendJsonString(json, value);
}

void appendStrings(std::string &json, std::string_view name, const std::vector<std::string> &values)
{
    json += ',';
    appendJsonString(json, name);
    json += ":[";
    for (const std::string &value : values) {
        if (&value != &values.front())
            json += ',';
        appendJsonString(json, value);
    }
    json += ']';
}

void appendKind(std::string &json, const GroupVersionKind &kind)
{
    if (kind.kind.empty())
        return;
    json += R"(,"responseKind":{)";
    appendMember(json, "group", kind.group);
    json += ',';
    appendMember(json, "version", kind.version);
    json += ',';
    appendMember(json, "kind", kind.kind);
    json += '}';
}

void appendResource(std::string &json, const ApiResource &resource)
{
    json += '{';
    appendMember(json, "resource", resource.name);
    json += ',';
    appendMember(json, "singularResource", resource.singular);
    json += ',';
    appendMember(json, "scope", resource.namespaced ? "Namespaced" : "Cluster");
    appendKind(json, resource.kind);
    appendStrings(json, "verbs", resource.verbs);
    appendStrings(json, "shortNames", resource.shortNames);
    appendStrings(json, "categories", resource.categories);
    json += R"(,"subresources":[)";
    for (const ApiSubresource &each : resource.subresources) {
        json += &each == &resource.subresources.front() ? "{" : ",{";
        appendMember(json, "subresource", each.name);
        appendKind(json, each.kind);
        appendStrings(json, "verbs", each.verbs);
        json += '}';
    }
    json += "]}";
}

std::string aggregatedOf(const ServerResources &resources)
{
    std::string json = R"({"kind":"APIGroupDiscoveryList","apiVersion":"apidiscovery.k8s.io/v2","items":[)";
    const char *between = "";
    for (const ApiGroup &group : resources.groups) {
        json += between;
        between = ",";
        json += R"({"metadata":{)";
        appendMember(json, "name", group.name);
        json += "},";
        appendMember(json, "preferredVersion", group.preferredVersion); // ours: servers put that version first
        json += R"(,"versions":[)";
        for (const ApiVersion &version : group.versions) {
            json += &version == &group.versions.front() ? "{" : ",{";
            appendMember(json, "version", version.version);
            json += R"(,"resources":[)";
            for (const ApiResource &resource : version.resources) {
                if (&resource != &version.resources.front())
                    json += ',';
                appendResource(json, resource);
            }
            json += "]}";
        }
        json += "]}";
    }
    return json + R"(],"failed":[)";
}

void appendFailures(std::string &json, const std::vector<DiscoveryFailure> &failures)
{
    for (const DiscoveryFailure &failure : failures) {
        if (&failure != &failures.front())
            json += ',';
        appendJsonString(json, failure.groupVersion.apiVersion());
    }
    json += "]}";
}

/// It may have come back since: whoever asks next may ask for it again.
DiscoveryFailure failedBefore(GroupVersion groupVersion)
{
    Error error = Error::transport(QStringLiteral("it could not be discovered when the others were"), QString::fromStdString(groupVersion.apiVersion()));
    return {std::move(groupVersion), std::move(error)};
}

} // namespace

DiscoveryFile::DiscoveryFile(const QString &folder, const QUrl &host, Duration timeToLive) : m_timeToLive(timeToLive)
{
    QByteArray address = host.toEncoded(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    while (address.endsWith('/'))
        address.chop(1);
    // The host is for people who look there; the hash makes it the one server's.
    const QString hash = QString::fromLatin1(QCryptographicHash::hash(address, QCryptographicHash::Sha256).toHex().left(16));
    QString name = host.host().left(100);
    std::replace_if(name.begin(), name.end(), [](QChar c) { return !c.isLetterOrNumber() && c != QLatin1Char('.') && c != QLatin1Char('-'); }, QLatin1Char('_'));
    m_path = QDir(folder).filePath(name + QLatin1Char('-') + hash + QStringLiteral(".json"));
}

std::optional<ServerResources> DiscoveryFile::read(WallTime now) const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > maxDiscoveryBytes)
        return std::nullopt;
    const WallTime written{std::chrono::milliseconds(QFileInfo(file).lastModified().toMSecsSinceEpoch())};
    if (written > now + std::chrono::minutes(1) || now - written >= m_timeToLive)
        return std::nullopt;
    const QByteArray bytes = file.readAll();
    const auto document = JsonDocument::parse({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (!document || !isAggregatedDiscovery(document->root()) || !document->root()["failed"].isArray())
        return std::nullopt;
    ServerResources resources = decodeAggregatedDiscovery(document->root());
    if (resources.groups.empty())
        return std::nullopt;
    std::size_t at = 0;
    document->root()["items"].forEachItem([&](JsonValue item) {
        ApiGroup &group = resources.groups[at++];
        if (const std::string preferred(item["preferredVersion"].string()); group.find(preferred))
            group.preferredVersion = preferred;
    });
    document->root()["failed"].forEachItem([&](JsonValue item) {
        if (auto groupVersion = GroupVersion::parse(item.string()))
            resources.failures.push_back(failedBefore(std::move(*groupVersion)));
    });
    return resources;
}

Result<void> DiscoveryFile::write(const ServerResources &resources) const
{
    const bool isEmpty = std::all_of(resources.groups.begin(), resources.groups.end(), [](const ApiGroup &group) { return group.versions.empty(); });
    if (isEmpty)
        return {};
    const QString folder = QFileInfo(m_path).path();
    if (!QDir().mkpath(folder))
        return fail(Error::badInput(QStringLiteral("the folder cannot be made"), folder));
    std::string json = aggregatedOf(resources);
    appendFailures(json, resources.failures);
    QSaveFile file(m_path);
    const auto size = static_cast<qint64>(json.size());
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(json.data(), size) != size || !file.commit())
        return fail(Error::badInput(file.errorString(), m_path));
    return {};
}

void DiscoveryFile::remove() const
{
    QFile::remove(m_path);
}

} // namespace kube
