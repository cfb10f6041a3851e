// SPDX-License-Identifier: Apache-2.0
#include "core/discovery/cached_discovery.h"

#include "core/base/gather.h"
#include "core/base/log.h"

#include <algorithm>

namespace kube {

namespace {

constexpr auto freshFor = std::chrono::seconds(10);

bool mayPass(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Transport:
    case ErrorKind::Throttled:
    case ErrorKind::Canceled:
        return true;
    case ErrorKind::Server:
        return error.status && error.status->code >= 500;
    default:
        return false;
    }
}

/// Puts what was found at last where the server would have listed it: at the end of its group.
void add(ServerResources &resources, const GroupVersion &groupVersion, ApiVersion version)
{
    auto group = std::find_if(resources.groups.begin(), resources.groups.end(),
                              [&](const ApiGroup &one) { return one.name == groupVersion.group; });
    if (group == resources.groups.end())
        group = resources.groups.insert(group, ApiGroup{groupVersion.group, {}, {}});
    group->versions.push_back(std::move(version));
    if (group->preferredVersion.empty())
        group->preferredVersion = groupVersion.version;
    std::erase_if(resources.failures,
                  [&](const DiscoveryFailure &failure) { return failure.groupVersion == groupVersion; });
}

} // namespace

bool CachedDiscovery::isFresh() const
{
    return m_cached && m_downloadedAt && m_scheduler->now() - *m_downloadedAt < freshFor;
}

void CachedDiscovery::invalidate()
{
    m_cached.reset();
    m_fileIsDue = false;
    ++m_generation;
}

Future<ServerResourcesPtr> CachedDiscovery::get()
{
    if (!m_cached && takeFromFile())
        return Future<ServerResourcesPtr>::ready(m_cached);
    const bool underWay = m_waiting.contains(m_generation);
    const auto broken = [this] {
        return std::any_of(m_cached->failures.begin(), m_cached->failures.end(),
                           [](const DiscoveryFailure &failure) { return mayPass(failure.error); });
    };
    if (!underWay && m_cached && !broken())
        return Future<ServerResourcesPtr>::ready(m_cached);
    auto answer = m_waiting[m_generation].emplace_back().future();
    if (underWay)
        return answer;
    if (m_cached)
        mend();
    else
        download();
    return answer;
}

bool CachedDiscovery::takeFromFile()
{
    if (!m_file || !std::exchange(m_fileIsDue, false))
        return false;
    auto resources = m_file->read(m_scheduler->wallNow());
    if (!resources)
        return false;
    m_cached = std::make_shared<const ServerResources>(std::move(*resources));
    m_downloadedAt.reset();
    return true;
}

void CachedDiscovery::writeFile(const ServerResources &resources) const
{
    if (!m_file)
        return;
    if (const auto written = m_file->write(resources); !written)
        qCInfo(logRest) << "discovery is not kept:" << written.error().toString();
}

void CachedDiscovery::download()
{
    then(m_client.discover(), m_owner, [this, generation = m_generation](Result<ServerResourcesPtr> result) {
        if (result && generation == m_generation) {
            m_downloadedAt = m_scheduler->now();
            writeFile(**result); // what is mended later does not make it younger
        }
        settle(generation, std::move(result));
    });
}

void CachedDiscovery::mend()
{
    std::vector<GroupVersion> asked;
    std::vector<Future<ApiVersion>> answers;
    for (const DiscoveryFailure &failure : m_cached->failures) {
        if (mayPass(failure.error)) {
            asked.push_back(failure.groupVersion);
            answers.push_back(m_client.version(failure.groupVersion));
        }
    }
    then(gather(std::move(answers), m_owner), m_owner,
         [this, asked, base = m_cached, generation = m_generation](Result<std::vector<Result<ApiVersion>>> found) {
        if (!found)
            return settle(generation, fail(found.error()));
        auto mended = std::make_shared<ServerResources>(*base);
        for (std::size_t i = 0; i < asked.size(); ++i) {
            if (found->at(i))
                add(*mended, asked[i], std::move(*found->at(i)));
        }
        settle(generation, ServerResourcesPtr(std::move(mended)));
    });
}

void CachedDiscovery::settle(int generation, Result<ServerResourcesPtr> result)
{
    if (result && generation == m_generation)
        m_cached = *result;
    auto waiting = m_waiting.extract(generation);
    for (Promise<ServerResourcesPtr> &promise : waiting.mapped())
        promise.finish(result);
}

} // namespace kube
