// SPDX-License-Identifier: Apache-2.0
#include "ui/views/resources/resource_page.h"

#include "ui/base/format.h"
#include "ui/base/freshness_text.h"
#include "ui/base/icons.h"
#include "ui/base/table_roles.h"
#include "ui/base/theme.h"
#include "ui/models/tree_groups.h"
#include "ui/views/resources/scroll_anchor.h"
#include "ui/views/resources/table_state_text.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/namespace_picker.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/table_columns.h"
#include "ui/widgets/table_view.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QUrlQuery>
#include <QVBoxLayout>

namespace orrery {

namespace {

constexpr int filterWidth = 300;
constexpr auto tickInterval = std::chrono::seconds(1);

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

ResourcePage::ResourcePage(kube::ResourceInfo resource, TableSource::Environment environment, QString contextName, const State &state,
                           QWidget *parent)
    : Page(parent), m_source(nullptr), m_cluster(environment.ports.cluster), m_contextName(std::move(contextName)),
      m_title(new QLabel(this)), m_namespaces(new NamespacePicker(this)), m_filter(new FilterField(this)),
      m_count(new ElidedLabel(this)), m_badge(new Badge(this)), m_progress(new ProgressLine(this)), m_stack(new QStackedWidget(this)),
      m_table(new TableView(m_stack)), m_empty(new EmptyState(m_stack)), m_action(TableAction::None)
{
    m_source = new TableSource(std::move(resource), std::move(environment), this);
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
    const QString name = pluralTitle(resource());
    setAccessibleName(name);
    m_title->setText(name);
    m_title->setFont(titleFont(font()));
    m_namespaces->setVisible(resource().namespaced);
    m_filter->setPlaceholder(tr("Filter, such as status!=Running"));
    m_filter->setMaximumWidth(filterWidth);
    m_filter->setMinimumWidth(filterWidth / 2);
    m_filter->listenOn(this);
    m_count->setFont(captionFont(font()));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_table->setAccessibleName(name);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setModel(m_source->model());
    new ScrollAnchor(m_table, m_source->model());
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 8, 12, 0); // the edge of the cells' texts
    head->setSpacing(12);
    head->addWidget(m_title);
    head->addWidget(m_namespaces);
    head->addStretch(1);
    head->addWidget(m_filter, 1);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(8, 4, 12, 4);
    line->setSpacing(12);
    line->addWidget(m_count, 1);
    line->addWidget(m_badge);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addLayout(line);
    layout->addWidget(m_progress);
    layout->addWidget(new Hairline(Qt::Horizontal, this));
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_table);
}

void ResourcePage::connectAll()
{
    ResourceTableModel *model = m_source->model();
    connect(m_source, &TableSource::freshnessChanged, this, [this] {
        showStanding();
        Q_EMIT stateChanged(freshness());
    });
    connect(m_source, &TableSource::columnsChanged, this, &ResourcePage::applySort);
    connect(model, &ResourceTableModel::countsChanged, this, &ResourcePage::onCounts);
    connect(model, &ResourceTableModel::orderChanged, this, &ResourcePage::tryReveal);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ResourcePage::onSelection);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ResourcePage::onSelection);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (const auto key = m_source->model()->keyAt(index.row()))
            Q_EMIT activated(resource(), *key);
    });
    connect(m_table, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &at) { Q_EMIT contextMenuRequested(m_table->viewport()->mapToGlobal(at)); });
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, [this](int column, Qt::SortOrder order) {
        m_sortColumn = m_source->model()->headerData(column, Qt::Horizontal, ColumnIdRole).toString();
        m_sortOrder = order;
        Q_EMIT locationChanged();
    });
    connect(m_filter, &FilterField::filterChanged, this, [this](const QString &text) {
        m_source->model()->setFilterText(text);
        showStanding();
        Q_EMIT locationChanged();
    });
    connect(m_filter, &FilterField::left, this, &ResourcePage::focusContent);
    connect(m_namespaces, &NamespacePicker::chosenByPerson, this, [this](const QStringList &names) { setScope(toScope(names)); });
    connect(m_namespaces, &NamespacePicker::aboutToOpen, this, &ResourcePage::namespacesWanted);
    connect(m_empty, &EmptyState::actionTriggered, this, &ResourcePage::act);
    connect(&m_tick, &QTimer::timeout, this, &ResourcePage::tick);
    m_tick.start(tickInterval);
}

void ResourcePage::restore(const State &state)
{
    m_table->columns()->restore(state.columns);
    m_sortColumn = state.sortColumn;
    m_sortOrder = state.sortOrder;
    m_filter->setText(state.filter);
    m_source->model()->setFilterText(state.filter);
    m_namespaces->setChosen(toList(state.scope.names));
    m_source->open(state.scope, state.selectors);
    showNamespaceColumn();
    applySort();
    showStanding();
}

ResourcePage::State ResourcePage::state() const
{
    return {m_source->scope(), m_filter->text(), m_sortColumn, m_sortOrder, m_table->columns()->save(), m_source->selectors()};
}

QString ResourcePage::title() const
{
    return pluralTitle(resource());
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
    if (!m_filter->text().isEmpty())
        query.addQueryItem(QStringLiteral("filter"), QString::fromLatin1(QUrl::toPercentEncoding(m_filter->text())));
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
    m_filter->focusField();
}

bool ResourcePage::closeNearest()
{
    if (m_filter->text().isEmpty())
        return false;
    setFilter({});
    return true;
}

void ResourcePage::setFilter(const QString &text)
{
    m_filter->setText(text);
    m_source->model()->setFilterText(text);
    showStanding();
}

void ResourcePage::setNamespaces(const QStringList &names, const QString &note)
{
    m_namespaces->setNames(names);
    m_namespaces->setNote(note);
}

void ResourcePage::setDensity(Density density)
{
    m_table->setDensity(density);
}

void ResourcePage::setScope(const kube::NamespaceScope &scope)
{
    m_namespaces->setChosen(toList(scope.names));
    if (scope == m_source->scope())
        return;
    m_source->open(scope, m_source->selectors());
    showNamespaceColumn();
    applySort();
    showStanding();
    Q_EMIT scopeChanged(scope);
    Q_EMIT locationChanged();
}

void ResourcePage::showNamespaceColumn()
{
    if (resource().namespaced)
        m_table->setColumnHidden(0, m_source->scope().names.size() == 1);
}

void ResourcePage::applySort()
{
    const int column = m_source->model()->columnSet()->indexOf(m_sortColumn);
    const QString wanted = m_sortColumn;
    const Qt::SortOrder order = m_sortOrder;
    m_table->sortByColumn(column, order);
    m_sortColumn = wanted; // the indicator may have said otherwise on the way
    m_sortOrder = order;
}

qint64 ResourcePage::rows() const
{
    return m_source->model()->rowCount();
}

qint64 ResourcePage::objects() const
{
    return m_source->model()->objectCount();
}

std::optional<kube::ObjectKey> ResourcePage::selectedObject() const
{
    return m_source->model()->keyAt(m_table->currentIndex().row());
}

std::vector<kube::ObjectKey> ResourcePage::selectedObjects() const
{
    std::vector<kube::ObjectKey> keys;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows()) {
        if (const auto key = m_source->model()->keyAt(index.row()))
            keys.push_back(*key);
    }
    return keys;
}

void ResourcePage::onSelection()
{
    const auto selected = selectedObject();
    if (selected == m_selected)
        return;
    m_selected = selected;
    Q_EMIT objectSelected(resource(), selected);
    Q_EMIT selectionChanged();
}

void ResourcePage::onCounts()
{
    onSelection(); // the current row may have gone with its object
    tryReveal();
    showStanding();
}

void ResourcePage::reveal(const kube::ObjectKey &key)
{
    m_wanted = key;
    tryReveal();
}

void ResourcePage::tryReveal()
{
    if (!m_wanted)
        return;
    const int row = m_source->model()->rowOf(*m_wanted);
    if (row < 0)
        return;
    m_wanted.reset();
    const int column = m_table->horizontalHeader()->logicalIndexAt(0);
    const QModelIndex index = m_source->model()->index(row, std::max(column, 0));
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index, QAbstractItemView::PositionAtCenter);
}

void ResourcePage::tick()
{
    m_source->model()->refreshTimedFilter();
    if (!isVisible() || m_stack->currentWidget() != m_table)
        return;
    const auto &columns = m_source->model()->columnSet()->columns;
    QWidget *viewport = m_table->viewport();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const int column = static_cast<int>(i);
        if (columns[i].isTimed() && !m_table->isColumnHidden(column))
            viewport->update(m_table->columnViewportPosition(column), 0, m_table->columnWidth(column), viewport->height());
    }
}

void ResourcePage::showStanding()
{
    const TableStanding standing{resource(),  m_source->scope(), freshness(), rows(), objects(), !m_source->model()->filterText().isEmpty(),
                                 m_source->selectors() != TableSource::Selectors()};
    m_count->setText(countText(standing));
    m_badge->setText(orrery::describe(freshness()));
    using FreshState = kube::FreshnessState;
    m_progress->setRunning(freshness().state == FreshState::Connecting || freshness().state == FreshState::Loading);
    const auto state = describe(standing);
    m_action = state ? state->action : TableAction::None;
    if (state)
        m_empty->setText(state->text);
    QWidget *shown = state ? static_cast<QWidget *>(m_empty) : m_table;
    if (m_stack->currentWidget() != shown) {
        const bool hadFocus = m_stack->isAncestorOf(focusWidget()) && focusWidget()->hasFocus();
        m_stack->setCurrentWidget(shown);
        if (hadFocus)
            focusContent();
    }
}

void ResourcePage::act()
{
    switch (m_action) {
    case TableAction::ClearFilter:
        setFilter({});
        break;
    case TableAction::AllNamespaces:
        setScope({});
        break;
    case TableAction::Retry:
        Q_EMIT retryRequested();
        m_cluster->retryNow();
        break;
    case TableAction::None:
        break;
    }
}

} // namespace orrery
