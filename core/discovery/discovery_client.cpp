// SPDX-License-Identifier: Apache-2.0
#include "core/discovery/discovery_client.h"

#include "core/base/gather.h"
#include "core/discovery/aggregated_discovery.h"
#include "core/discovery/legacy_discovery.h"
#include "core/object/json.h"
#include "core/rest/rest_client.h"

#include <algorithm>

namespace kube {

namespace {

constexpr auto callTimeout = std::chrono::seconds(32); // client-go's

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

bool vanishedMeanwhile(const ServerResources &resources)
{
    return std::any_of(resources.failures.begin(), resources.failures.end(),
                       [](const DiscoveryFailure &failure) { return failure.error.is(ErrorKind::NotFound); });
}

void prefer(ApiGroup &group, const std::string &announced)
{
    if (group.find(announced))
        group.preferredVersion = announced;
    else if (!group.versions.empty())
        group.preferredVersion = group.versions.front().version;
}

/// What the configuration says, else client-go's.
Duration timeoutOf(const RestClient &client)
{
    return client.config().timeout > Duration::zero() ? client.config().timeout : callTimeout;
}

} // namespace

struct DiscoveryClient::Root {
    ServerResources aggregated;
    std::vector<AnnouncedGroup> announced;
};

Future<DiscoveryClient::Root> DiscoveryClient::root(const QString &path, std::stop_token stop)
{
    Request request = Request::get();
    request.absolutePath(path).accept(aggregatedDiscoveryAccept()).timeout(timeoutOf(m_client));
    return then(m_client.send(std::move(request), stop), m_owner, [path](Result<Response> answer) -> Result<Root> {
        if (!answer)
            return fail(answer.error());
        const auto document = JsonDocument::parse(view(answer->body));
        if (!document)
            return fail(Error::badInput(document.error().message, path));
        const JsonValue value = document->root();
        if (isAggregatedDiscovery(value))
            return Root{decodeAggregatedDiscovery(value), {}};
        const std::string_view kind = value["kind"].string();
        if (kind != "APIGroupList" && kind != "APIVersions")
            return fail(Error::badInput(QStringLiteral("the answer is not a list of API groups"), path));
        return Root{{}, decodeAnnouncedGroups(value)};
    });
}

Future<ServerResourcesPtr> DiscoveryClient::discover(std::stop_token stop)
{
    return attempt(2, std::move(stop));
}

Future<ServerResourcesPtr> DiscoveryClient::attempt(int attemptsLeft, std::stop_token stop)
{
    std::vector<Future<Root>> asked;
    asked.push_back(root(QStringLiteral("/api"), stop));
    asked.push_back(root(QStringLiteral("/apis"), stop));
    auto found = then(gather(std::move(asked), m_owner), m_owner,
                      [this, stop](Result<std::vector<Result<Root>>> answers) -> Future<ServerResourcesPtr> {
        if (!answers)
            return Future<ServerResourcesPtr>::ready(fail(answers.error()));
        Result<Root> &core = answers->at(0);
        Result<Root> &others = answers->at(1);
        // Aggregated API servers have no /api, and its absence must not hide the rest.
        if (!core && (core.error().is(ErrorKind::NotFound) || core.error().is(ErrorKind::Forbidden)))
            core = Root{};
        for (const Result<Root> *each : {&others, &core}) {
            if (!*each)
                return Future<ServerResourcesPtr>::ready(fail(each->error()));
        }
        ServerResources aggregated = std::move(core->aggregated);
        std::move(others->aggregated.groups.begin(), others->aggregated.groups.end(), std::back_inserter(aggregated.groups));
        std::move(others->aggregated.failures.begin(), others->aggregated.failures.end(), std::back_inserter(aggregated.failures));
        std::vector<AnnouncedGroup> announced = std::move(core->announced);
        std::move(others->announced.begin(), others->announced.end(), std::back_inserter(announced));
        return complete(std::move(aggregated), std::move(announced), stop);
    });
    return then(std::move(found), m_owner,
                [this, attemptsLeft, stop](Result<ServerResourcesPtr> result) -> Future<ServerResourcesPtr> {
        if (result && attemptsLeft > 1 && vanishedMeanwhile(**result))
            return attempt(attemptsLeft - 1, stop);
        return Future<ServerResourcesPtr>::ready(std::move(result));
    });
}

Future<ServerResourcesPtr> DiscoveryClient::complete(ServerResources aggregated, std::vector<AnnouncedGroup> announced,
                                                     std::stop_token stop)
{
    std::vector<Future<ApiVersion>> asked;
    for (const AnnouncedGroup &group : announced) {
        for (const std::string &name : group.versions)
            asked.push_back(version({group.name, name}, stop));
    }
    return then(gather(std::move(asked), m_owner), m_owner,
                [resources = std::move(aggregated), announced](Result<std::vector<Result<ApiVersion>>> answers) mutable
                -> Result<ServerResourcesPtr> {
        if (!answers)
            return fail(answers.error());
        auto next = answers->begin();
        std::vector<ApiGroup> groups;
        for (const AnnouncedGroup &one : announced) {
            ApiGroup group{one.name, {}, {}};
            for (const std::string &name : one.versions) {
                Result<ApiVersion> &answer = *next++;
                if (answer)
                    group.versions.push_back(std::move(*answer));
                else if (answer.error().is(ErrorKind::Canceled))
                    return fail(answer.error());
                else
                    resources.failures.push_back({{one.name, name}, answer.error()});
            }
            prefer(group, one.preferredVersion);
            groups.push_back(std::move(group));
        }
        // Of the two roots one may be legacy and the other not; the core group comes first whichever it is.
        const bool coreIsLegacy = !groups.empty() && groups.front().name.empty();
        auto &into = resources.groups;
        into.insert(coreIsLegacy ? into.begin() : into.end(), std::make_move_iterator(groups.begin()),
                    std::make_move_iterator(groups.end()));
        return std::make_shared<const ServerResources>(std::move(resources));
    });
}

Future<ApiVersion> DiscoveryClient::version(const GroupVersion &groupVersion, std::stop_token stop)
{
    const QString path = discoveryPath(groupVersion);
    Request request = Request::get();
    request.absolutePath(path).timeout(timeoutOf(m_client));
    return then(m_client.send(std::move(request), stop), m_owner,
                [groupVersion, path](Result<Response> answer) -> Result<ApiVersion> {
        if (!answer)
            return fail(answer.error());
        const auto document = JsonDocument::parse(view(answer->body));
        if (!document)
            return fail(Error::badInput(document.error().message, path));
        if (document->root()["kind"].string() != "APIResourceList")
            return fail(Error::badInput(QStringLiteral("the answer is not a list of resources"), path));
        return decodeResourceList(document->root(), groupVersion);
    });
}

Future<ServerVersion> DiscoveryClient::serverVersion(std::stop_token stop)
{
    Request request = Request::get();
    request.absolutePath(QStringLiteral("/version")).timeout(timeoutOf(m_client));
    return then(m_client.send(std::move(request), stop), m_owner, [](Result<Response> answer) -> Result<ServerVersion> {
        if (!answer)
            return fail(answer.error());
        return ServerVersion::parse(view(answer->body));
    });
}

} // namespace kube
