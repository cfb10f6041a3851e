// SPDX-License-Identifier: Apache-2.0
#include "app/composition/workspace.h"
#include "ui/base/error_text.h"
#include "ui/base/freshness_text.h"
#include "ui/models/cluster_tree_model.h"
#include "ui/models/resource_table_model.h"
#include "ui/views/clusters/cluster_tree_view.h"
#include "ui/views/resources/resource_page.h"
#include "ui/widgets/table_view.h"

namespace orrery {

namespace {

constexpr auto recountInterval = std::chrono::seconds(30);

} // namespace

void Workspace::joinCounts()
{
    m_treeModel->setCountSource([this](const QString &context, const kube::ResourceInfo &resource) {
        countResource(context, resource, countedScope(resource));
    });
    connect(&m_recount, &QTimer::timeout, this, [this] { countWhatIsSeen(Counts::NotLive); });
    m_recount.start(recountInterval);
}

void Workspace::countWhatIsSeen(Counts which)
{
    m_treeView->count(which == Counts::Lacking ? ClusterTreeModel::Recount::Unknown : ClusterTreeModel::Recount::NotLive,
                      [this](const QString &context) { return m_parts.clusters->health(context).state == kube::HealthState::Live; });
}

// Every namespace, whatever a table shows: a number that followed the tables would mean something else in each row.
kube::NamespaceScope Workspace::countedScope(const kube::ResourceInfo &resource) const
{
    if (!resource.namespaced || m_parts.line.allNamespaces || !m_parts.line.namespaceName)
        return {};
    return {{m_parts.line.namespaceName->toStdString()}};
}

CountTruth Workspace::truthOf(const kube::ResourceInfo &resource, const kube::NamespaceScope &scope) const
{
    CountTruth truth;
    truth.state = CountTruth::State::AsOf;
    truth.asOf = std::chrono::system_clock::now();
    if (resource.namespaced)
        truth.where = scope.isAll() ? tr("in all namespaces") : tr("in namespace %1").arg(QString::fromStdString(scope.names.front()));
    return truth;
}

void Workspace::countResource(const QString &context, const kube::ResourceInfo &resource, const kube::NamespaceScope &scope)
{
    const kube::ClusterPorts ports = m_parts.clusters->ports(context);
    if (!ports.cluster || !resource.can("list"))
        return;
    kube::then(ports.cluster->count(resource, scope), m_owner, [this, context, resource, scope](const kube::Result<std::int64_t> &count) {
        if (count) {
            m_treeModel->setCount(context, resource.gvr.groupResource(), *count, truthOf(resource, scope));
            return;
        }
        // Who may not look everywhere may look at home.
        if (count.error().is(kube::ErrorKind::Forbidden) && resource.namespaced && scope.isAll())
            countResource(context, resource, {{m_parts.clusters->namespaceOf(context).toStdString()}});
        else
            m_treeModel->setCountProblem(context, resource.gvr.groupResource(), describe(count.error()).headline);
    });
}

// What a table watches whole, the tree counts with it. Another table of the same kind may do so: each ends its own count alone.
void Workspace::countAlong(ResourcePage *page)
{
    const QString context = page->contextName();
    const auto isAlongNow = std::make_shared<bool>(false);
    const auto end = [this, context, isAlongNow, resource = page->resource().gvr.groupResource()] {
        if (std::exchange(*isAlongNow, false))
            m_treeModel->endLiveCount(context, resource, std::chrono::system_clock::now());
    };
    const auto count = [this, page, context, isAlongNow, end] {
        const ResourcePage::State state = page->state();
        const kube::ResourceInfo &resource = page->resource();
        const kube::NamespaceScope scope = countedScope(resource);
        const bool isSame = state.selectors == TableSource::Selectors() && (!resource.namespaced || state.scope == scope);
        const kube::FreshnessState freshness = page->freshness().state;
        // What has never been whole is no number; the server may know one.
        const bool isLost = freshness == kube::FreshnessState::Reconnecting || freshness == kube::FreshnessState::Forbidden || freshness == kube::FreshnessState::Failed;
        const bool isStale = isLost && page->freshness().asOf != kube::WallTime{};
        const bool isAlong = freshness == kube::FreshnessState::Live || freshness == kube::FreshnessState::Paused || isStale;
        if (!isSame || (!isAlong && freshness != kube::FreshnessState::AsOf)) {
            end();
            return;
        }
        CountTruth truth = truthOf(resource, scope);
        if (freshness == kube::FreshnessState::Live)
            truth.state = CountTruth::State::Live;
        else
            truth.asOf = page->freshness().asOf;
        if (freshness == kube::FreshnessState::Paused)
            truth.state = CountTruth::State::Paused;
        if (isStale) {
            const BadgeText badge = describe(page->freshness());
            truth.state = CountTruth::State::Stale;
            truth.why = QString(badge.word + QLatin1Char(' ') + badge.since).trimmed();
            truth.tone = badge.tone;
            truth.isPausedToo = page->freshness().isPausedToo;
        }
        if (isAlong)
            *isAlongNow = true;
        else
            end();
        // What is held back on its way to a table that has nothing yet is in the cache all the same.
        const bool isBehind = freshness == kube::FreshnessState::Paused && page->objects() == 0;
        m_treeModel->setCount(context, resource.gvr.groupResource(), isBehind ? static_cast<int>(page->freshness().loaded) : page->objects(), truth);
    };
    connect(page, &ResourcePage::stateChanged, this, count);
    connect(page, &ResourcePage::scopeChanged, this, count);
    connect(qobject_cast<ResourceTableModel *>(page->table()->model()), &ResourceTableModel::countsChanged, this, count);
    connect(page, &QObject::destroyed, this, end);
}

} // namespace orrery
