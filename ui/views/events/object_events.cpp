// SPDX-License-Identifier: Apache-2.0
#include "ui/views/events/object_events.h"

#include "ui/base/error_text.h"
#include "ui/base/freshness_text.h"
#include "ui/base/table_roles.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/table_view.h"

#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace orrery {

ObjectEvents::ObjectEvents(kube::ExecutorPtr gui, kube::ExecutorPtr background, kube::ExecutorPtr delivery, QWidget *parent)
    : QWidget(parent), m_gui(std::move(gui)), m_background(std::move(background)), m_delivery(std::move(delivery)), m_rest(new QTimer(this)), m_badge(new Badge(this)),
      m_stack(new QStackedWidget(this)), m_table(new TableView(this)), m_empty(new EmptyState(this))
{
    setAccessibleName(tr("Events of this object"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 8, 12, 4);
    head->addStretch(1);
    head->addWidget(m_badge);
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);
    m_table->setAccessibleName(tr("Events of this object"));
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    setFocusProxy(m_table);
    m_rest->setSingleShot(true);
    m_rest->setInterval(rest);
    connect(m_rest, &QTimer::timeout, this, &ObjectEvents::open);
}

void ObjectEvents::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_asked)
        m_rest->start();
}

void ObjectEvents::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_rest->stop();
}

void ObjectEvents::show(const kube::ClusterPorts &ports, const kube::ResourceInfo &events, const std::string &namespaceName, const QString &uid)
{
    clear();
    m_asked = {ports, events, namespaceName, uid};
    showStanding();
    if (isVisible())
        m_rest->start();
}

void ObjectEvents::open()
{
    const auto asked = std::exchange(m_asked, std::nullopt);
    if (!asked)
        return;
    const auto &[ports, events, namespaceName, uid] = *asked;
    m_source = new TableSource(events, {ports, m_gui, m_background, m_delivery, {}}, this);
    connect(m_source, &TableSource::freshnessChanged, this, &ObjectEvents::showStanding);
    connect(m_source->model(), &ResourceTableModel::countsChanged, this, &ObjectEvents::showStanding);
    m_table->setModel(m_source->model());
    kube::NamespaceScope scope;
    if (!namespaceName.empty())
        scope.names = {namespaceName};
    const bool isNew = events.gvr.group == "events.k8s.io";
    m_source->open(scope, {{}, (isNew ? "regarding.uid=" : "involvedObject.uid=") + uid.toStdString()});
    // An age rises with time: ascending is the newest first. What the panel says already is left out.
    for (const char *id : {"namespace", "object"}) {
        if (const int column = sectionOf(QLatin1String(id)); column >= 0)
            m_table->setColumnHidden(column, true);
    }
    m_source->model()->sort(sectionOf(QLatin1String("last-seen")), Qt::AscendingOrder);
    showStanding();
}

int ObjectEvents::sectionOf(QLatin1String id) const
{
    const ResourceTableModel *model = m_source->model();
    for (int section = 0; section < model->columnCount(); ++section) {
        if (model->headerData(section, Qt::Horizontal, ColumnIdRole).toString() == id)
            return section;
    }
    return -1;
}

void ObjectEvents::clear()
{
    m_rest->stop();
    m_asked.reset();
    m_table->setModel(nullptr);
    delete std::exchange(m_source, nullptr);
}

void ObjectEvents::showStanding()
{
    const kube::Freshness freshness = m_source ? m_source->freshness() : kube::Freshness{.state = kube::FreshnessState::Connecting};
    m_badge->setText(describe(freshness));
    if (m_source && m_source->model()->objectCount() > 0) {
        m_stack->setCurrentWidget(m_table);
        return;
    }
    EmptyStateText text{IconName::Event, tr("Loading events"), {}, {}, {}};
    if (freshness.state == kube::FreshnessState::Live || freshness.state == kube::FreshnessState::AsOf) {
        text = {IconName::Event, tr("No events"), tr("Nothing has been said of this object lately: servers keep events for about an hour."), {}, {}};
    } else if (freshness.state == kube::FreshnessState::Forbidden && freshness.denied) {
        text = {IconName::Lock, describe(*freshness.denied), {}, {}, {}};
    } else if (freshness.reason) {
        const ErrorText error = describeRetried(*freshness.reason);
        text = {IconName::Offline, error.headline, error.detail, error.mend, {}};
    }
    m_empty->setText(text);
    m_stack->setCurrentWidget(m_empty);
}

} // namespace orrery
