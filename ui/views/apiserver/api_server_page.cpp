// SPDX-License-Identifier: Apache-2.0
#include "ui/views/apiserver/api_server_page.h"

#include "ui/base/format.h"
#include "ui/base/icons.h"
#include "ui/base/theme.h"
#include "ui/models/instrument.h"
#include "ui/views/apiserver/api_server_rows.h"
#include "ui/views/apiserver/figure_strip.h"
#include "ui/views/apiserver/reading_pane.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/tone_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QTabWidget>

namespace orrery {

namespace rows = api_server_rows;

ApiServerPage::ApiServerPage(QString contextName, kube::MetricsPort &port, kube::ExecutorPtr gui, std::shared_ptr<kube::Scheduler> scheduler, QWidget *parent)
    : Page(parent), m_contextName(std::move(contextName)), m_scheduler(std::move(scheduler)), m_follower(new ApiServerFollower(port, std::move(gui), *m_scheduler, this)),
      m_badge(new Badge(this)), m_findingsLayout(new QVBoxLayout), m_figures(new FigureStrip(this)), m_levels(new ReadingPane(tr("Priority levels"), rows::levelColumns(), 1, this)),
      m_tabs(new QTabWidget(this)), m_requests(new ReadingPane(tr("Requests"), rows::requestColumns())), m_queues(new ReadingPane(tr("Queues"), rows::queueColumns())),
      m_verbs(new ReadingPane(tr("Latency by verb"), rows::latencyColumns(rows::Asked::ApiServer), 4)),
      m_storage(new ReadingPane(tr("Latency of etcd"), rows::latencyColumns(rows::Asked::Storage), 4)), m_objects(new ReadingPane(tr("Objects and watches"), rows::objectColumns())),
      m_checks(new ReadingPane(tr("Checks"), rows::checkColumns()))
{
    setAccessibleName(tr("API server"));
    auto *heading = new QLabel(tr("API server"), this);
    heading->setFont(titleFont(font()));
    auto *top = new QHBoxLayout;
    top->addWidget(heading);
    top->addStretch(1);
    top->addWidget(m_badge);
    m_findingsLayout->setSpacing(2);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(8, 8, 12, 12);
    head->setSpacing(8);
    head->addLayout(top);
    head->addLayout(m_findingsLayout);
    head->addWidget(m_figures);

    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("What the server has to do"));
    for (ReadingPane *pane : {m_verbs, m_storage, m_requests, m_queues, m_objects, m_checks}) {
        pane->setBackgroundRole(QPalette::Base);
        pane->setAutoFillBackground(true);
        m_tabs->addTab(pane, pane->table()->accessibleName());
    }
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_levels);
    splitter->addWidget(m_tabs);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({240, 320});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(new Hairline(Qt::Horizontal, this));
    layout->addWidget(splitter, 1);
    setFocusProxy(m_levels);

    connect(m_follower, &ApiServerFollower::changed, this, &ApiServerPage::refresh);
    connect(m_levels->table()->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_isFillingLevels)
            showFlowControl();
    });
    refresh();
}

QString ApiServerPage::title() const
{
    return instrumentTitle(Instrument::ApiServer);
}

QIcon ApiServerPage::icon() const
{
    return orrery::icon(instrumentIcon(Instrument::ApiServer));
}

QString ApiServerPage::location() const
{
    return instrumentId(Instrument::ApiServer);
}

void ApiServerPage::focusContent()
{
    if (m_levels->isTable())
        m_levels->table()->setFocus(Qt::OtherFocusReason);
    else if (auto *pane = static_cast<ReadingPane *>(m_tabs->currentWidget()); pane->isTable())
        pane->table()->setFocus(Qt::OtherFocusReason);
    else
        m_tabs->setFocus(Qt::OtherFocusReason);
}

bool ApiServerPage::closeNearest()
{
    if (chosenLevel().isEmpty())
        return false;
    m_levels->table()->clearSelection();
    return true;
}

void ApiServerPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_follower->follow(true);
}

void ApiServerPage::hideEvent(QHideEvent *event)
{
    m_follower->follow(false);
    Page::hideEvent(event);
}

QString ApiServerPage::chosenLevel() const
{
    const QModelIndexList chosen = m_levels->table()->selectionModel()->selectedRows();
    return chosen.isEmpty() ? QString() : chosen.first().data(IdentityRole).toString();
}

void ApiServerPage::refresh()
{
    showHead();
    showFlowControl();
    showMetrics();
    showChecks();
}

void ApiServerPage::showHead()
{
    const QList<ServerFinding> findings = findingsOf(*m_follower);
    for (qsizetype i = 0; i < FindingsShown || i < m_findings.size(); ++i) {
        if (i >= m_findings.size()) {
            auto *label = new ToneLabel(this);
            label->setWordWrap(true);
            label->setTextFormat(Qt::PlainText);
            label->setTextInteractionFlags(Qt::TextSelectableByMouse);
            m_findingsLayout->addWidget(label);
            m_findings.append(label);
        }
        ToneLabel *label = m_findings[i];
        label->setVisible(i < findings.size());
        if (i < findings.size()) {
            label->setTone(findings[i].tone);
            label->setText(toneGlyph(findings[i].tone) + QStringLiteral(" ") + findings[i].text);
            label->setAccessibleName(findings[i].text);
        }
    }
    m_figures->setFigures(figuresOf(*m_follower));

    std::optional<kube::WallTime> asOf;
    bool isTroubled = false;
    bool isRead = false; // any of it
    for (const auto &[time, error] : {std::pair(m_follower->readiness().asOf, m_follower->readiness().error.has_value()),
                                      std::pair(m_follower->flowControl().asOf, m_follower->flowControl().error && !m_follower->flowControl().error->is(kube::ErrorKind::NotFound)),
                                      std::pair(m_follower->load().asOf, m_follower->load().error.has_value())}) {
        asOf = std::max(asOf, time); // nothing is less than any time
        isTroubled = isTroubled || error;
        isRead = isRead || (time && !error);
    }
    if (!asOf) {
        m_badge->setText(isTroubled ? BadgeText{Tone::Failing, tr("cannot be read"), {}, {}} : BadgeText{Tone::Pending, tr("reading"), {}, {}});
        return;
    }
    const Tone tone = !isRead ? Tone::Failing : isTroubled ? Tone::Pending : Tone::Ready;
    m_badge->setText({tone, !isRead ? tr("cannot be read") : isTroubled ? tr("read in part") : tr("read"), tr("as of %1").arg(clockTime(*asOf)),
                      tr("Read every %1 s while you look, the metrics every %2 s").arg(ApiServerFollower::Interval.count()).arg(ApiServerFollower::Interval.count() * ApiServerFollower::TicksPerLoad)});
}

template <typename T>
bool ApiServerPage::showPart(const ServerPart<T> &part, ServerReading reading, std::initializer_list<ReadingPane *> panes, const QString &caption)
{
    for (ReadingPane *pane : panes) {
        if (part.value && part.error)
            pane->setCaption(tr("As of %1. %2").arg(clockTime(*part.asOf), troubleText(*part.error, reading).headline), Tone::Failing);
        else
            pane->setCaption(part.value ? caption : QString());
        if (!part.value)
            pane->showState(part.error ? troubleText(*part.error, reading) : EmptyStateText{IconName::Clock, tr("Reading %1").arg(pane->table()->accessibleName()), {}, {}, {}});
    }
    return part.value.has_value();
}

void ApiServerPage::showFlowControl()
{
    const auto &part = m_follower->flowControl();
    // Why there is nothing needs less room than what there could be.
    m_levels->setMaximumHeight(part.value || !part.error ? QWIDGETSIZE_MAX : WithoutLevels);
    if (!showPart(part, ServerReading::FlowControl, {m_levels, m_requests, m_queues}, {})) {
        setTab(m_requests, tr("Requests"), 0);
        setTab(m_queues, tr("Queues"), 0);
        return;
    }
    const kube::ApiServerLoad *load = m_follower->load().value ? &*m_follower->load().value : nullptr;
    const kube::ApiServerLoad *meanwhile = load && !m_follower->isSinceBegin() ? &m_follower->meanwhile() : nullptr;
    {
        const QScopedValueRollback filling(m_isFillingLevels, true);
        m_levels->showRows(rows::levels(*part.value, load, meanwhile));
    }
    const QString level = chosenLevel();
    const QList<ReadingRow> requests = rows::requests(*part.value, level, m_follower->now());
    const QList<ReadingRow> queues = rows::queues(*part.value, level);
    const QString of = level.isEmpty() ? QString() : tr("Of %1 alone; Escape shows all").arg(level);
    for (ReadingPane *pane : {m_requests, m_queues}) {
        if (!part.error)
            pane->setCaption(of);
    }
    if (requests.isEmpty())
        m_requests->showState({IconName::Check, tr("No request waits"), level.isEmpty() ? QString() : tr("of %1").arg(level), {}, {}});
    else
        m_requests->showRows(requests);
    const auto all = std::count_if(part.value->queues.begin(), part.value->queues.end(),
                                   [&level](const kube::FairQueue &queue) { return level.isEmpty() || queue.level == level.toStdString(); });
    if (queues.isEmpty())
        m_queues->showState({IconName::Check, tr("No queue is in use"), tr("%n queue(s) stand ready", nullptr, static_cast<int>(all)), {}, {}});
    else
        m_queues->showRows(queues);
    setTab(m_requests, tr("Requests"), requests.size());
    setTab(m_queues, tr("Queues"), queues.size());
}

void ApiServerPage::showMetrics()
{
    const auto &part = m_follower->load();
    if (!showPart(part, ServerReading::Metrics, {m_verbs, m_storage, m_objects}, countedText(*m_follower)))
        return;
    const auto counted = m_follower->counted();
    const rows::Counted over{counted ? std::optional(counted->count()) : std::nullopt, m_follower->isSinceBegin()};
    const kube::ApiServerLoad &meanwhile = m_follower->meanwhile();
    const auto show = [this](ReadingPane *pane, const QList<ReadingRow> &shown) {
        if (shown.isEmpty())
            pane->showState({IconName::Info, tr("This server does not tell it"), tr("Its /metrics have no such figures."), {}, {}});
        else
            pane->showRows(shown);
    };
    show(m_verbs, rows::latencies(meanwhile.verbs, rows::Asked::ApiServer, over));
    show(m_storage, rows::latencies(meanwhile.storage, rows::Asked::Storage, over));
    if (!part.error)
        m_objects->setCaption({});
    show(m_objects, rows::objects(*part.value));
}

void ApiServerPage::showChecks()
{
    const auto &part = m_follower->readiness();
    const bool isCut = part.value && part.value->isCut;
    if (!showPart(part, ServerReading::Readiness, {m_checks}, isCut ? tr("Only the beginning of the list is known") : QString()))
        return;
    if (part.value->checks.empty()) {
        m_checks->showState({part.value->isReady ? IconName::Check : IconName::Warning, part.value->isReady ? tr("Ready") : tr("Not ready"), tr("The server lists no checks."), {}, {}});
        return;
    }
    m_checks->showRows(rows::checks(*part.value));
}

void ApiServerPage::setTab(ReadingPane *pane, const QString &title, qsizetype count)
{
    m_tabs->setTabText(m_tabs->indexOf(pane), count > 0 ? QStringLiteral("%1 · %2").arg(title, orrery::count(count)) : title);
}

} // namespace orrery
