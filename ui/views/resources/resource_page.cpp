// SPDX-License-Identifier: Apache-2.0
#include "ui/views/resources/resource_page.h"

#include "ui/base/icons.h"
#include "ui/models/tree_groups.h"
#include "ui/views/resources/age_clock.h"
#include "ui/views/resources/namespace_check.h"
#include "ui/views/resources/paint_watch.h"
#include "ui/views/resources/scroll_anchor.h"
#include "ui/views/resources/table_head.h"
#include "ui/views/resources/table_selection.h"
#include "ui/views/resources/table_sort.h"
#include "ui/views/resources/table_state_text.h"
#include "ui/widgets/namespace_picker.h"
#include "ui/widgets/table_columns.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/version_choice.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QUrlQuery>
#include <QVBoxLayout>

namespace orrery {

namespace {

QStringList toList(const std::vector<std::string> &names)
{
    QStringList list;
    for (const std::string &name : names)
        list << QString::fromStdString(name);
    return list;
}

kube::NamespaceScope toScope(const QStringList &names)
{
    kube::NamespaceScope scope;
    for (const QString &name : names)
        scope.names.push_back(name.toStdString());
    std::sort(scope.names.begin(), scope.names.end());
    return scope;
}

} // namespace

// The parts are made in the order the Tab key goes through them.
ResourcePage::ResourcePage(kube::ResourceInfo resource, TableSource::Environment environment, QString contextName, const State &state,
                           QWidget *parent)
    : Page(parent), m_source(new TableSource(std::move(resource), environment, this)), m_cluster(environment.ports.cluster),
      m_contextName(std::move(contextName)), m_about(state.about),
      m_head(new TableHead(ResourcePage::title(), offersWarnings() ? TableHead::Warnings::Offered : TableHead::Warnings::NotOffered, this)),
      m_stack(new QStackedWidget(this)), m_table(new TableView(m_stack)), m_selection(nullptr), m_sort(nullptr), m_empty(new EmptyState(m_stack)),
      m_namespaceCheck(new NamespaceCheck(m_cluster, environment.gui, this)),
      m_action(TableAction::None)
{
    build();
    connectAll();
    restore(state);
}

// The view lets go of the model before the model's last changes.
ResourcePage::~ResourcePage()
{
    m_source->close();
    m_table->setModel(nullptr);
}

void ResourcePage::build()
{
    const QString name = ResourcePage::title();
    setAccessibleName(name);
    m_head->namespaces()->setVisible(resource().namespaced);
    m_head->listenOn(this);
    if (resource().gvr.resource == "pods")
        m_head->setFilterExample(QStringLiteral("status!=Running"));
    m_table->setAccessibleName(name);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setModel(m_source->model());
    m_selection = new TableSelection(m_table, m_source->model());
    m_sort = new TableSort(m_table, m_source->model());
    new ScrollAnchor(m_table, m_source->model());
    new AgeClock(m_table, m_source->model());
    new PaintWatch(m_table, m_source);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_table);
}

void ResourcePage::connectAll()
{
    connect(m_source, &TableSource::freshnessChanged, this, [this] {
        showStanding();
        Q_EMIT stateChanged(freshness());
    });
    connect(m_source, &TableSource::columnsChanged, m_sort, &TableSort::apply);
    connect(m_source, &TableSource::definitionChanged, this, &ResourcePage::showVersions);
    connect(m_head->versions(), &VersionChoice::chosen, this, [this](const QString &version) {
        setVersion(version.toStdString());
        Q_EMIT versionChosen(resource());
    });
    connect(m_source->model(), &ResourceTableModel::countsChanged, this, &ResourcePage::showStanding);
    connect(m_selection, &TableSelection::changed, this, [this](const std::optional<kube::ObjectKey> &key) {
        Q_EMIT objectSelected(resource(), key);
        Q_EMIT selectionChanged();
    });
    connect(m_selection, &TableSelection::standingChanged, this, &Page::selectionChanged);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (const auto key = m_source->model()->keyAt(index.row()))
            Q_EMIT activated(resource(), *key);
    });
    connect(m_table, &QTableView::clicked, this, &ResourcePage::clicked);
    connect(m_table, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &at) { Q_EMIT contextMenuRequested(m_table->viewport()->mapToGlobal(at)); });
    connect(m_sort, &TableSort::changed, this, &Page::locationChanged);
    connect(m_head, &TableHead::filterChanged, this, [this] {
        applyFilter();
        Q_EMIT locationChanged();
    });
    connect(m_head, &TableHead::left, this, &ResourcePage::focusContent);
    connect(m_head->namespaces(), &NamespacePicker::chosenByPerson, this, [this](const QStringList &names) { setScope(toScope(names)); });
    connect(m_head->namespaces(), &NamespacePicker::aboutToOpen, this, &ResourcePage::namespacesWanted);
    connect(m_namespaceCheck, &NamespaceCheck::changed, this, &ResourcePage::showStanding);
    connect(m_empty, &EmptyState::actionTriggered, this, &ResourcePage::act);
}

void ResourcePage::restore(const State &state)
{
    m_table->columns()->restore(state.columns);
    m_sort->set(state.sortColumn, state.sortOrder);
    m_head->setTyped(state.filter);
    m_head->setWarningsOnly(state.warningsOnly && offersWarnings());
    m_source->model()->setFilterText(m_head->filterText());
    m_head->namespaces()->setChosen(toList(state.scope.names));
    m_source->open(state.scope, state.selectors);
    showNamespaceColumn();
    m_sort->apply();
    showStanding();
}

ResourcePage::State ResourcePage::state() const
{
    return {m_source->scope(), m_head->typed(), m_sort->column(), m_sort->order(), m_table->columns()->save(), m_source->selectors(), m_about, warningsOnly()};
}

QString ResourcePage::title() const
{
    const QString all = pluralTitle(resource());
    return m_about.isEmpty() ? all : tr("%1 of %2").arg(all, m_about);
}

QIcon ResourcePage::icon() const
{
    return orrery::icon(kindIcon(QString::fromStdString(resource().gvr.group), QString::fromStdString(resource().kind)));
}

QString ResourcePage::location() const
{
    QUrlQuery query;
    if (resource().namespaced && !m_source->scope().isAll())
        query.addQueryItem(QStringLiteral("namespace"), toList(m_source->scope().names).join(u','));
    if (!m_head->typed().isEmpty())
        query.addQueryItem(QStringLiteral("filter"), QString::fromLatin1(QUrl::toPercentEncoding(m_head->typed())));
    if (warningsOnly())
        query.addQueryItem(QStringLiteral("warnings"), QStringLiteral("only"));
    const QString name = QString::fromStdString(resource().gvr.toString());
    return query.isEmpty() ? name : name + QLatin1Char('?') + query.toString(QUrl::FullyEncoded);
}

void ResourcePage::focusContent()
{
    if (m_stack->currentWidget() == m_empty && m_empty->button()->isVisibleTo(m_empty))
        m_empty->button()->setFocus(Qt::OtherFocusReason);
    else
        m_table->setFocus(Qt::OtherFocusReason);
}

void ResourcePage::focusFilter()
{
    m_head->focusFilter();
}

bool ResourcePage::closeNearest()
{
    if (m_head->typed().isEmpty())
        return false;
    setFilter({});
    return true;
}

void ResourcePage::setFilter(const QString &text)
{
    m_head->setTyped(text);
    applyFilter();
}

bool ResourcePage::offersWarnings() const
{
    return resource().gvr.resource == "events" && (resource().gvr.group.empty() || resource().gvr.group == "events.k8s.io");
}

bool ResourcePage::warningsOnly() const
{
    return m_head->warningsOnly();
}

void ResourcePage::setWarningsOnly(bool only)
{
    m_head->setWarningsOnly(only && offersWarnings());
}

void ResourcePage::applyFilter()
{
    m_source->model()->setFilterText(m_head->filterText());
    showStanding();
}

void ResourcePage::setVersion(const std::string &version)
{
    m_source->setVersion(version);
    Q_EMIT objectSelected(resource(), selectedObject()); // what is selected is shown in that version too
}

void ResourcePage::setNamespaces(const QStringList &names, const QString &note)
{
    m_head->namespaces()->setNames(names);
    m_head->namespaces()->setNote(note);
}

void ResourcePage::chooseNamespaces()
{
    if (resource().namespaced)
        m_head->namespaces()->openPanel();
}

void ResourcePage::setDensity(Density density)
{
    m_table->setDensity(density);
}

void ResourcePage::setScope(const kube::NamespaceScope &scope)
{
    m_head->namespaces()->setChosen(toList(scope.names));
    if (scope == m_source->scope())
        return;
    m_source->open(scope, m_source->selectors());
    showNamespaceColumn();
    m_sort->apply();
    showStanding();
    Q_EMIT scopeChanged(scope);
    Q_EMIT locationChanged();
}

void ResourcePage::showNamespaceColumn()
{
    if (resource().namespaced)
        m_table->setColumnHidden(0, m_source->scope().names.size() == 1);
}

std::optional<kube::ObjectKey> ResourcePage::selectedObject() const
{
    return m_selection->current();
}

std::vector<kube::ObjectKey> ResourcePage::selectedObjects() const
{
    return m_selection->all();
}

int ResourcePage::selectedRows() const
{
    return m_selection->count();
}

QString ResourcePage::whyHidden() const
{
    if (!m_selection->isHidden())
        return {};
    return m_source->model()->filterText().isEmpty() ? tr("not in this table") : tr("hidden by the filter");
}

void ResourcePage::reveal(const kube::ObjectKey &key)
{
    m_selection->reveal(key);
}

} // namespace orrery
