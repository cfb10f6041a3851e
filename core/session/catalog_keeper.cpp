// SPDX-License-Identifier: Apache-2.0
#include "core/session/catalog_keeper.h"

#include "core/base/log.h"
#include "core/session/catalog_builder.h"

namespace kube {

namespace {

constexpr auto flock = std::chrono::seconds(1);
constexpr auto believedGone = std::chrono::minutes(1);
constexpr auto believedServed = std::chrono::minutes(1);
constexpr Backoff::Config doubts{std::chrono::seconds(2), std::chrono::minutes(1), 2.0, 0.2, std::chrono::minutes(3)};
constexpr char notNamed[] = "the server does not name it at the moment; its kinds are shown as they were last known";

GroupResource definedBy(std::string_view name)
{
    const std::size_t dot = name.find('.');
    if (dot == std::string_view::npos)
        return {{}, std::string(name)};
    return {std::string(name.substr(dot + 1)), std::string(name.substr(0, dot))};
}

bool mayPass(const DiscoveryFailure &failure)
{
    return failure.error.is(ErrorKind::Transport) || failure.error.is(ErrorKind::Throttled) || failure.error.is(ErrorKind::Server);
}

/// Told by the list of groups itself, which then has to be asked for again.
bool isStale(const DiscoveryFailure &failure)
{
    return failure.error.is(ErrorKind::Server) && !failure.error.status;
}

} // namespace

CatalogKeeper::CatalogKeeper(CachedDiscovery &discovery, ExecutorPtr executor, Scheduler &scheduler, Random random, QString name,
                             std::function<void(CatalogPtr)> found)
    : m_discovery(discovery), m_scheduler(scheduler), m_name(std::move(name)), m_found(std::move(found)), m_afterErrors({}, random),
      m_inDoubt(doubts, random), m_owner(std::move(executor))
{
}

void CatalogKeeper::renew()
{
    m_paused = false;
    m_absentSince.clear();
    m_answered.clear();
    refresh();
}

void CatalogKeeper::refresh()
{
    m_afterErrors.reset();
    m_inDoubt.reset();
    m_anew = true;
    ask();
}

void CatalogKeeper::pause()
{
    m_paused = true;
    m_again.reset();
}

void CatalogKeeper::definitionChanged(std::string_view name)
{
    m_deleted.erase(definedBy(name));
    askSoon();
}

void CatalogKeeper::definitionDeleted(std::string_view name)
{
    m_deleted.insert_or_assign(definedBy(name), m_scheduler.now());
    askSoon();
}

void CatalogKeeper::askSoon()
{
    m_anew = true;
    m_inDoubt.reset();
    m_again = m_scheduler.after(flock, [this] { ask(); });
}

void CatalogKeeper::ask()
{
    m_again.reset();
    if (std::exchange(m_anew, false))
        m_discovery.invalidate();
    then(m_discovery.get(), m_owner, [this, number = ++m_asked](const Result<ServerResourcesPtr> &resources) {
        if (number == m_asked) // else a later question stands
            take(resources);
    });
}

void CatalogKeeper::take(const Result<ServerResourcesPtr> &resources)
{
    Duration wait{};
    if (!resources && m_paused) {
        m_anew = true; // an outage is known: renew() asks again
        return;
    }
    if (!resources) {
        // A lost connection is the health's to tell, where there is something to show meanwhile.
        if (m_last && resources.error().is(ErrorKind::Transport))
            qCDebug(logSession, "%s: discovery: %s", qPrintable(m_name), qPrintable(resources.error().toString()));
        else
            qCWarning(logSession, "%s: discovery: %s", qPrintable(m_name), qPrintable(resources.error().toString()));
        // The server answers its probe, so nothing else would ask again.
        wait = m_afterErrors.next(m_scheduler.now());
        m_anew = true;
        if (!m_last && m_refused)
            m_refused(resources.error());
    } else {
        m_afterErrors.reset();
        const bool doubtful = remember(**resources);
        m_found(m_last);
        if (!doubtful)
            return m_inDoubt.reset();
        wait = m_inDoubt.next(m_scheduler.now());
    }
    // Somebody may have asked for it sooner.
    if (!m_again)
        m_again = m_scheduler.after(wait, [this] { ask(); });
}

bool CatalogKeeper::isDeleted(const GroupResource &named)
{
    const auto found = m_deleted.find(named);
    if (found == m_deleted.end())
        return false;
    if (m_scheduler.now() - found->second < believedServed)
        return true;
    m_deleted.erase(found);
    return false;
}

/// Of kinds that have gone, once no answer from before their end can come.
void CatalogKeeper::forgetDeletions()
{
    std::set<GroupResource> known;
    for (const ResourceInfo &resource : m_last->resources)
        known.insert(resource.gvr.groupResource());
    std::erase_if(m_deleted, [&](const auto &one) {
        return !known.count(one.first) && m_scheduler.now() - one.second >= believedServed;
    });
}

bool CatalogKeeper::remember(const ServerResources &resources)
{
    auto catalog = std::make_shared<Catalog>(*buildCatalog(resources));
    std::set<GroupResource> named;
    std::vector<GroupVersionResource> answered;
    bool doubtful = false;
    for (const ResourceInfo &resource : catalog->resources) {
        answered.push_back(resource.gvr);
        named.insert(resource.gvr.groupResource());
        m_absentSince.erase(resource.gvr.groupResource());
        doubtful = isDeleted(resource.gvr.groupResource()) || doubtful;
    }
    doubtful = doubtful || answered != m_answered;
    m_answered = std::move(answered);

    std::set<std::string> failed;
    for (const auto &[groupVersion, why] : catalog->failures)
        failed.insert(groupVersion);
    std::set<std::string> lacking;
    for (const ResourceInfo &known : m_last ? m_last->resources : std::vector<ResourceInfo>()) {
        const GroupResource resource = known.gvr.groupResource();
        const std::string groupVersion = known.gvr.groupVersion().apiVersion();
        if (named.count(resource))
            continue;
        if (!failed.count(groupVersion)) {
            const SteadyTime since = m_absentSince.try_emplace(resource, m_scheduler.now()).first->second;
            if (m_deleted.count(resource) || m_scheduler.now() - since >= believedGone) {
                m_absentSince.erase(resource);
                continue;
            }
            lacking.insert(groupVersion);
        }
        catalog->resources.push_back(known);
        catalog->resources.back().unconfirmed = true;
    }
    for (const std::string &groupVersion : lacking)
        catalog->failures.emplace_back(groupVersion, notNamed);
    m_last = std::move(catalog);
    forgetDeletions();

    const auto &failures = resources.failures;
    m_anew = m_anew || doubtful || !lacking.empty() || std::any_of(failures.begin(), failures.end(), isStale);
    return m_anew || std::any_of(failures.begin(), failures.end(), mayPass);
}

} // namespace kube
