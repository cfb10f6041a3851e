// SPDX-License-Identifier: Apache-2.0
#include "ui/models/table_source.h"

#include "core/base/mailbox.h"
#include "ui/models/background.h"
#include "ui/models/columns/columns.h"
#include "ui/models/columns/crd_columns.h"
#include "ui/models/row_feed.h"

#include <algorithm>

namespace orrery {

namespace {

constexpr auto deliveryInterval = std::chrono::milliseconds(50);

} // namespace

TableSource::TableSource(kube::ResourceInfo resource, Environment environment, QObject *parent)
    : QObject(parent), m_resource(std::move(resource)), m_environment(std::move(environment)), m_owner(m_environment.gui)
{
    if (!m_environment.background) {
        m_ownedBackground = std::make_shared<Background>();
        m_environment.background = m_ownedBackground;
    }
    if (!m_environment.delivery) {
        m_ownedDelivery = kube::Mailbox::create({deliveryInterval, std::chrono::milliseconds(2)});
        m_environment.delivery = m_ownedDelivery;
    }
    const auto columns = columnsFor(m_resource);
    m_hasColumns = columns->known;
    ResourceTableModel::Environment modelEnvironment;
    modelEnvironment.gui = m_environment.gui;
    modelEnvironment.background = m_environment.background;
    modelEnvironment.now = m_environment.now;
    m_model = new ResourceTableModel(columns, std::move(modelEnvironment), this);
    connect(m_model, &ResourceTableModel::countsChanged, this, &TableSource::noteCount);
}

TableSource::~TableSource()
{
    close();
    if (m_ownedDelivery)
        m_ownedDelivery->close();
}

void TableSource::close()
{
    m_isOpen = false;
    m_feed.reset();
    m_feedOwner.reset();
}

void TableSource::open(kube::NamespaceScope scope, Selectors selectors)
{
    close();
    m_isOpen = true;
    m_hasCaughtUp = false;
    m_scope = std::move(scope);
    m_selectors = std::move(selectors);
    m_model->setShowsNamespace(m_scope.names.size() != 1);
    if (m_model->objectCount() > 0)
        m_model->clear();
    setFreshness({.state = kube::FreshnessState::Connecting});
    if (m_hasColumns)
        openFeed();
    else
        findColumns();
}

void TableSource::findColumns()
{
    if (m_definitions)
        return;
    m_definitions = m_environment.ports.definitions->observe(m_resource.gvr.groupResource(), m_owner,
                                                             [this](const kube::Result<kube::DefinitionPtr> &definition) { take(definition); });
}

void TableSource::take(const kube::Result<kube::DefinitionPtr> &definition)
{
    if (definition) {
        m_definition = *definition;
        m_isUndefined = false;
        showDefined();
    } else if (!m_hasColumns) {
        // Not allowed to read the definition, or there is none (an aggregated API): the server prints.
        m_hasColumns = true;
        m_form = kube::FeedRequest::Form::Table;
        if (m_isOpen)
            openFeed();
    } else if (m_definition && definition.error().is(kube::ErrorKind::NotFound)) {
        m_isUndefined = true;
    }
    Q_EMIT definitionChanged();
}

void TableSource::showDefined()
{
    const kube::DefinedVersion *version = m_definition->version(m_resource.gvr.version);
    if (!version || !version->isServed) {
        const auto served = std::find_if(m_definition->versions.begin(), m_definition->versions.end(), [](const auto &one) { return one.isServed; });
        if (served == m_definition->versions.end())
            return;
        version = &*served;
        m_resource = m_resource.in(version->name);
    }
    m_hasColumns = true;
    m_form = kube::FeedRequest::Form::Objects;
    m_hasCaughtUp = false; // what the session has is made into rows again
    m_model->setColumns(crdColumns(version->columns, m_resource.namespaced, version->hasConditions ? ConditionColumn::Shown : ConditionColumn::Absent));
    Q_EMIT columnsChanged();
    if (m_isOpen)
        openFeed();
}

void TableSource::setVersion(const std::string &version)
{
    if (version == m_resource.gvr.version)
        return;
    m_resource = m_resource.in(version);
    if (m_definition && !m_isUndefined)
        showDefined();
    else if (m_isOpen && m_hasColumns)
        open(m_scope, m_selectors);
    Q_EMIT definitionChanged();
}

void TableSource::openFeed()
{
    kube::FeedRequest request;
    request.resource = m_resource;
    request.scope = m_scope;
    request.labelSelector = m_selectors.labels;
    request.fieldSelector = m_selectors.fields;
    request.form = m_form;
    // The feed before it goes after this one has begun: what both look at stays in the cache.
    const kube::Subscription before = std::move(m_feed);
    m_feedOwner = std::make_unique<kube::Owner>(m_environment.gui);
    RowFeed::Sink sink{m_environment.delivery, m_feedOwner->guard(), [this](RowDelivery delivery) { deliver(std::move(delivery)); },
                       m_environment.background};
    auto maker = RowFeed::maker(request, m_model->columnSet(), std::move(sink));
    m_feed = m_environment.ports.feed->open(std::move(request), std::move(maker), *m_feedOwner,
                                            [this](kube::Freshness freshness) { setFreshness(std::move(freshness)); });
}

void TableSource::deliver(RowDelivery delivery)
{
    if (delivery.columns) {
        m_model->setColumns(delivery.columns);
        Q_EMIT columnsChanged();
    }
    m_model->apply(std::move(delivery.batch));
    if (!delivery.stamps.empty())
        Q_EMIT rowsStamped(delivery.stamps);
}

void TableSource::setFreshness(kube::Freshness freshness)
{
    m_freshness = std::move(freshness);
    m_hasCaughtUp = m_hasCaughtUp || hasAll();
    Q_EMIT freshnessChanged();
}

// Freshness is told when it changes, not with every object: once all of them are here, the model knows how many there are.
void TableSource::noteCount()
{
    m_hasCaughtUp = m_hasCaughtUp || hasAll();
    if (m_hasCaughtUp)
        m_freshness.loaded = static_cast<std::size_t>(m_model->objectCount());
}

bool TableSource::hasAll() const
{
    const bool isTrue = m_freshness.state == kube::FreshnessState::Live || m_freshness.state == kube::FreshnessState::AsOf;
    return isTrue && static_cast<std::size_t>(m_model->objectCount()) >= m_freshness.loaded;
}

bool TableSource::isSettled() const
{
    return hasAll() && !m_model->isOrdering();
}

} // namespace orrery
