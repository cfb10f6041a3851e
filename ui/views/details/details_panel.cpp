// SPDX-License-Identifier: Apache-2.0
#include "ui/views/details/details_panel.h"

#include "ui/base/error_text.h"
#include "ui/base/freshness_text.h"
#include "ui/base/icons.h"
#include "ui/base/theme.h"
#include "ui/views/details/overview_view.h"
#include "ui/views/details/yaml_page.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icon_label.h"

#include <QGridLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace orrery {

DetailsPanel::DetailsPanel(kube::ExecutorPtr gui, kube::ExecutorPtr background, QWidget *parent)
    : QWidget(parent), m_rest(new QTimer(this)), m_kindIcon(new IconLabel(20, this)), m_title(new ElidedLabel(this)), m_caption(new ElidedLabel(this)), m_close(new QToolButton(this)),
      m_stack(new QStackedWidget(this)), m_tabs(new QTabWidget(this)), m_empty(new EmptyState(this)), m_overview(new OverviewView(this)),
      m_yaml(new YamlPage(gui, std::move(background), this)), m_owner(gui)
{
    setAccessibleName(tr("Details"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new QGridLayout;
    head->setContentsMargins(12, 8, 8, 8);
    head->setHorizontalSpacing(8);
    head->setVerticalSpacing(0);
    m_title->setFont(titleFont(font()));
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_caption->setFont(captionFont(font()));
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    m_close->setIcon(icon(IconName::Close));
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Close details"));
    m_close->setToolTip(tr("Close details (Esc)"));
    head->addWidget(m_kindIcon, 0, 0);
    head->addWidget(m_title, 0, 1);
    head->addWidget(m_close, 0, 2, Qt::AlignTop);
    head->addWidget(m_caption, 1, 1);
    head->setColumnStretch(1, 1);
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);
    m_tabs->setDocumentMode(true);
    // One ground from the chosen tab down, as with the pages.
    for (QWidget *ground : {static_cast<QWidget *>(m_overview), static_cast<QWidget *>(m_yaml)}) {
        ground->setBackgroundRole(QPalette::Base);
        ground->setAutoFillBackground(true);
    }
    m_tabs->addTab(m_overview, tr("Overview"));
    m_tabs->addTab(m_yaml, tr("YAML"));
    m_stack->addWidget(m_tabs);
    m_stack->addWidget(m_empty);
    connect(m_close, &QToolButton::clicked, this, &DetailsPanel::closeRequested);
    connect(m_overview, &OverviewView::ownerActivated, this, [this](const QString &apiVersion, const QString &kind, const QString &name) {
        Q_EMIT ownerActivated(apiVersion, kind, QString::fromStdString(m_key.namespaceName), name);
    });
    connect(m_overview, &OverviewView::logsActivated, this, [this](const QString &container) { Q_EMIT logsRequested(m_key, container); });
    connect(m_yaml, &YamlPage::managedFieldsRequested, this, &DetailsPanel::fetchManagedFields);
    m_rest->setSingleShot(true);
    m_rest->setInterval(rest);
    connect(m_rest, &QTimer::timeout, this, &DetailsPanel::observe);
    clear();
}

void DetailsPanel::addTab(QWidget *page, const QString &title)
{
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    m_tabs->addTab(page, title);
}

void DetailsPanel::show(const kube::ClusterPorts &ports, const kube::ResourceInfo &resource, const kube::ObjectKey &key, Asking asking)
{
    if ((m_observation || m_rest->isActive()) && m_ports.objects == ports.objects && m_resource.gvr == resource.gvr && m_key == key)
        return;
    m_observation.reset();
    m_rest->stop();
    m_ports = ports;
    m_resource = resource;
    m_key = key;
    m_object = nullptr;
    m_shownUid.clear();
    m_holderPods.clear();
    m_holderPod.clear();
    m_whyGone.clear();
    const QString kind = QString::fromStdString(resource.kind);
    m_title->show();
    m_kindIcon->setIcon(kindIcon(QString::fromStdString(resource.gvr.group), kind));
    m_title->setText(QString::fromStdString(key.name));
    m_note.clear();
    sayCaption();
    m_empty->setText({IconName::Clock, tr("Loading %1").arg(QString::fromStdString(key.name)), {}, {}, {}});
    m_stack->setCurrentWidget(m_empty);
    if (asking == Asking::AfterRest)
        m_rest->start();
    else
        observe();
}

void DetailsPanel::observe()
{
    m_observation = m_ports.objects->observe(m_resource, m_key, m_owner, [this](const kube::ObjectPtr &object, const kube::Freshness &freshness) { take(object, freshness); });
}

void DetailsPanel::clear()
{
    m_observation.reset();
    m_rest->stop();
    m_ports = {};
    m_object = nullptr;
    m_yaml->setObject(nullptr);
    m_shownUid.clear();
    m_whyGone.clear();
    m_note.clear();
    m_key = {};
    m_kindIcon->setIcon(std::nullopt);
    m_title->setText(QString());
    m_title->hide(); // nothing to read or select
    sayCaption();
    m_empty->setText({IconName::Info, tr("Nothing selected"), tr("Choose a row to see its details."), {}, {}});
    m_stack->setCurrentWidget(m_empty);
    Q_EMIT cleared();
}

void DetailsPanel::setWhereabouts(const QString &cluster, const QString &note)
{
    m_cluster = cluster;
    m_note = note;
    sayCaption();
}

void DetailsPanel::sayCaption()
{
    QStringList parts;
    if (!m_key.name.empty()) {
        const QString kind = QString::fromStdString(m_resource.kind);
        parts << (m_key.namespaceName.empty() ? kind : tr("%1 in %2").arg(kind, QString::fromStdString(m_key.namespaceName)));
        for (const QString &part : {m_cluster, m_note}) {
            if (!part.isEmpty())
                parts << part;
        }
    }
    m_caption->setText(parts.join(QStringLiteral(" · ")));
}

void DetailsPanel::describeAbsence(const kube::Freshness &freshness)
{
    const QString name = QString::fromStdString(m_key.name);
    switch (freshness.state) {
    case kube::FreshnessState::Live:
    case kube::FreshnessState::AsOf:
        m_whyGone = m_shownUid.empty() ? tr("%1 does not exist").arg(name) : tr("%1 has been deleted").arg(name);
        m_empty->setText({IconName::Info, m_whyGone, {}, {}, {}});
        break;
    case kube::FreshnessState::Forbidden:
        m_empty->setText({IconName::Lock, tr("Not allowed"), freshness.denied ? describe(*freshness.denied) : QString(), {}, {}});
        break;
    case kube::FreshnessState::Failed:
    case kube::FreshnessState::Reconnecting: {
        const ErrorText text = freshness.reason ? describeRetried(*freshness.reason) : ErrorText{tr("Not connected"), {}, {}};
        m_empty->setText({IconName::Offline, text.headline, text.detail, text.mend, {}});
        break;
    }
    default: m_empty->setText({IconName::Clock, tr("Loading %1").arg(name), {}, {}, {}}); break;
    }
    m_stack->setCurrentWidget(m_empty);
}

void DetailsPanel::take(const kube::ObjectPtr &object, const kube::Freshness &freshness)
{
    if (!object) {
        m_object = nullptr;
        if (!m_whyGone.isEmpty())
            return; // whatever the server says after that (it may not even have the kind any more)
        describeAbsence(freshness);
        if (!m_whyGone.isEmpty())
            Q_EMIT gone();
        return;
    }
    const bool isBack = !std::exchange(m_whyGone, {}).isEmpty();
    m_object = object;
    showOverview();
    m_yaml->setObject(object);
    m_stack->setCurrentWidget(m_tabs);
    if (m_shownUid != object->uid() || isBack) {
        m_shownUid = std::string(object->uid());
        Q_EMIT objectShown(m_resource, m_key, QString::fromStdString(m_shownUid));
    } else {
        Q_EMIT objectChanged();
    }
}

void DetailsPanel::showOverview()
{
    ObjectOverview overview = ObjectOverview::of(*m_object);
    if (m_holderPods != overview.holderPods) {
        m_holderPods = overview.holderPods;
        m_holderPod.clear();
        findHolder(m_holderPods);
    }
    if (!m_holderPod.isEmpty())
        overview.facts.append({tr("Holder's Pod"), m_holderPod, {}, OwnerView{QStringLiteral("v1"), QStringLiteral("Pod"), m_holderPod}});
    m_overview->setOverview(overview);
}

void DetailsPanel::findHolder(const QStringList &pods)
{
    if (pods.isEmpty() || !m_ports.objects)
        return;
    kube::ResourceInfo resource;
    resource.gvr = {"", "v1", "pods"};
    resource.kind = "Pod";
    resource.namespaced = true;
    kube::then(m_ports.objects->fetch(resource, {m_key.namespaceName, pods.first().toStdString()}), m_owner,
               [this, pods, uid = std::string(m_object->uid()), asked = m_holderPods](const kube::Result<QByteArray> &json) {
                   if (!m_object || m_object->uid() != uid || m_holderPods != asked)
                       return;
                   if (!json)
                       return findHolder(pods.mid(1));
                   m_holderPod = pods.first();
                   showOverview();
               });
}

void DetailsPanel::fetchManagedFields()
{
    if (!m_ports.objects)
        return;
    kube::then(m_ports.objects->fetch(m_resource, m_key), m_owner, [this, objects = m_ports.objects, gvr = m_resource.gvr, key = m_key](const kube::Result<QByteArray> &json) {
        if (objects != m_ports.objects || key != m_key || gvr != m_resource.gvr)
            return;
        if (json)
            m_yaml->setDocument(*json);
        else
            m_yaml->setDocumentProblem(json.error());
    });
}

void DetailsPanel::focusFilter()
{
    if (m_tabs->currentWidget() == m_yaml)
        m_yaml->openFind();
}

void DetailsPanel::copyYaml()
{
    m_yaml->copyAll();
}

bool DetailsPanel::closeNearest()
{
    return m_tabs->currentWidget() == m_yaml && m_yaml->closeNearest();
}

} // namespace orrery
