// SPDX-License-Identifier: Apache-2.0
#include "ui/views/clockwork/pipeline_page.h"

#include "ui/base/format.h"
#include "ui/base/icons.h"
#include "ui/base/theme.h"
#include "ui/views/clockwork/informer_rows.h"
#include "ui/views/clockwork/stage_panel.h"
#include "ui/views/clockwork/stage_strip.h"
#include "ui/views/clockwork/strip_scroll.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/table_columns.h"
#include "ui/widgets/table_view.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace orrery {

PipelinePage::PipelinePage(QString contextName, kube::ClockworkPort &port, kube::ProtectionPort *protection, const kube::ExecutorPtr &gui, QWidget *parent)
    : Page(parent), m_contextName(std::move(contextName)), m_port(port), m_title(new QLabel(this)), m_caption(new ElidedLabel(this)), m_legend(new QLabel(this)),
      m_clearFaults(new QPushButton(tr("C&lear faults"), this)), m_resumeAll(new QPushButton(tr("&Resume all"), this)), m_stack(new QStackedWidget(this)), m_empty(new EmptyState(this)), m_strip(new StageStrip(this)), m_informers(new ContentsModel(this)),
      m_informerTable(new TableView(this)), m_panel(new StagePanel(m_contextName, port, gui, this)), m_owner(gui)
{
    setAccessibleName(tr("Pipeline of %1").arg(m_contextName));
    m_title->setFont(titleFont(font()));
    m_title->setTextFormat(Qt::PlainText);
    m_caption->setFont(captionFont(font()));
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    m_legend->setFont(captionFont(font()));
    m_legend->setForegroundRole(QPalette::PlaceholderText);
    m_legend->setTextFormat(Qt::PlainText);
    m_resumeAll->setToolTip(tr("Nothing is held up any more, in any kind"));
    m_resumeAll->hide();
    m_clearFaults->setToolTip(tr("No fault is in force any more, in any kind"));
    m_clearFaults->hide();
    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 8, 12, 8);
    head->setSpacing(12);
    head->addStrut(m_resumeAll->sizeHint().height()); // what is below stays where it is when the button comes
    head->addWidget(m_title, 0, Qt::AlignBaseline);
    head->addWidget(m_caption, 1, Qt::AlignBaseline);
    head->addWidget(m_legend, 0, Qt::AlignBaseline);
    head->addWidget(m_clearFaults);
    head->addWidget(m_resumeAll);

    m_informers->setColumns(informerColumns());
    m_informerTable->setModel(m_informers);
    m_informerTable->setSortingEnabled(false);
    m_informerTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_informerTable->setAccessibleName(tr("Informers"));
    auto *lower = new QSplitter(Qt::Horizontal, this);
    lower->setChildrenCollapsible(false);
    lower->addWidget(m_informerTable);
    lower->addWidget(m_panel);
    lower->setStretchFactor(0, 0);
    lower->setStretchFactor(1, 1);
    lower->setSizes({440, 590});
    lower->setMinimumHeight(160);

    auto *whole = new QWidget(this);
    auto *body = new QVBoxLayout(whole);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(0);
    body->addWidget(new StripScroll(m_strip, this));
    body->addWidget(new Hairline(Qt::Horizontal, this));
    body->addWidget(lower, 1);
    m_stack->addWidget(m_empty);
    auto *scroll = new QScrollArea(this); // for windows that are lower than both
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(whole);
    whole->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    m_stack->addWidget(scroll);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(new Hairline(Qt::Horizontal, this));
    layout->addWidget(m_stack, 1);

    connect(m_strip, &StageStrip::stageChosen, m_panel, &StagePanel::setStage);
    connect(m_strip, &StageStrip::commanded, this, [this](kube::PipelineStage gate, kube::StageCommand command) {
        if (m_chosen)
            m_port.command(*m_chosen, gate, command);
    });
    connect(m_resumeAll, &QPushButton::clicked, this, &PipelinePage::resumeAll);
    connect(m_clearFaults, &QPushButton::clicked, this, &PipelinePage::clearFaults);
    connect(m_informerTable->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        const QModelIndexList rows = m_informerTable->selectionModel()->selectedRows();
        if (rows.isEmpty() || !m_snapshot)
            return;
        const QString id = m_informers->at(rows.first().row()).identity;
        for (const kube::PipelineSnapshot &one : m_snapshot->pipelines) {
            if (informerId(one.key) == id && m_chosen != one.key)
                choose(one.key);
        }
    });
    refresh();
    m_watch = port.watch(m_owner, [this](kube::ClockworkSnapshotPtr snapshot) { take(std::move(snapshot)); });
    if (protection) {
        m_protection = protection->onProtection(m_owner, [this](const kube::Protection &now) {
            m_panel->setWhyNoFaults(now.isProtected ? tr("“%1” is protected: nothing is made to fail there").arg(m_contextName) : QString());
        });
    }
}

QString PipelinePage::title() const
{
    return tr("Pipeline");
}

QIcon PipelinePage::icon() const
{
    return orrery::icon(IconName::Pipeline);
}

QString PipelinePage::location() const
{
    return QStringLiteral("pipeline");
}

void PipelinePage::focusContent()
{
    m_strip->column(m_strip->current())->dial()->setFocus(Qt::OtherFocusReason);
}

void PipelinePage::focusFilter()
{
    m_panel->focusSearch();
}

bool PipelinePage::closeNearest()
{
    return m_panel->closeNearest();
}

const kube::PipelineSnapshot *PipelinePage::chosen() const
{
    if (!m_snapshot || !m_chosen)
        return nullptr;
    const auto found = std::find_if(m_snapshot->pipelines.begin(), m_snapshot->pipelines.end(), [this](const kube::PipelineSnapshot &one) { return one.key == *m_chosen; });
    return found == m_snapshot->pipelines.end() ? nullptr : &*found;
}

void PipelinePage::take(kube::ClockworkSnapshotPtr snapshot)
{
    m_snapshot = std::move(snapshot);
    m_meter.add(*m_snapshot);
    if (isVisible() || !hasContent())
        refresh();
}

void PipelinePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    refresh();
}

void PipelinePage::showKind(const kube::GroupVersionResource &resource)
{
    m_wanted = resource;
    if (hasContent())
        chooseWanted();
}

void PipelinePage::chooseWanted()
{
    const auto wanted = std::exchange(m_wanted, std::nullopt);
    if (!wanted || (m_chosen && m_chosen->resource == *wanted))
        return;
    // Of several, one that feeds a table.
    const auto rank = [&](const kube::PipelineSnapshot &one) { return one.key.resource == *wanted ? one.tables.empty() ? 1 : 2 : 0; };
    const auto best = std::max_element(m_snapshot->pipelines.begin(), m_snapshot->pipelines.end(), [&](const auto &one, const auto &other) { return rank(one) < rank(other); });
    if (rank(*best) > 0)
        choose(best->key);
}

void PipelinePage::choose(const kube::InformerKey &key)
{
    m_chosen = key;
    m_strip->forgetTrends();
    refresh();
}

void PipelinePage::refresh()
{
    if (!hasContent()) {
        m_title->setText(tr("Pipeline"));
        m_caption->setText(m_contextName);
        m_empty->setText(m_snapshot ? EmptyStateText{IconName::Pipeline, tr("No informer runs"), {}, tr("Open a table: what drives it is shown here."), {}}
                                    : EmptyStateText{IconName::Pipeline, tr("Looking into the machinery"), {}, {}, {}});
        m_stack->setCurrentIndex(0);
        m_legend->clear();
        return;
    }
    if (m_wanted)
        chooseWanted();
    if (!chosen())
        m_chosen = mostTelling(*m_snapshot);
    const kube::PipelineSnapshot &now = *chosen();
    const PipelineFlow flow = m_meter.flowOf(now.key);
    m_title->setText(QString::fromStdString(now.kind));
    m_caption->setText(m_contextName + QStringLiteral(" · ") + informerCaption(now));
    m_strip->show(*m_snapshot, now, flow);
    if (m_snapshot->takenAt - m_trendAt >= std::chrono::milliseconds(900)) {
        m_trendAt = m_snapshot->takenAt;
        m_strip->addToTrends();
    }
    const qint64 worth = m_strip->beadWorth();
    m_legend->setText(worth == 1 ? tr("● one bead is one change") : tr("● one bead is %1 changes").arg(count(worth)));
    m_informers->setRows(informerRows(*m_snapshot, m_meter));
    const int row = m_informers->rowOf(informerId(now.key));
    if (row >= 0 && !m_informerTable->selectionModel()->isRowSelected(row, {}))
        m_informerTable->selectRow(row);
    m_panel->show(m_snapshot, now.key, flow);
    m_resumeAll->setVisible(m_snapshot->client.isPaused || std::any_of(m_snapshot->pipelines.begin(), m_snapshot->pipelines.end(), [](const kube::PipelineSnapshot &one) { return !one.paused.empty(); }));
    m_clearFaults->setVisible(std::any_of(m_snapshot->pipelines.begin(), m_snapshot->pipelines.end(), [](const kube::PipelineSnapshot &one) { return !one.faults.empty(); }));
    m_stack->setCurrentIndex(1);
}

void PipelinePage::clearFaults()
{
    if (!m_snapshot)
        return;
    for (const kube::PipelineSnapshot &one : m_snapshot->pipelines) {
        if (!one.faults.empty())
            m_port.clearFaults(one.key);
    }
}

void PipelinePage::resumeAll()
{
    if (!m_snapshot)
        return;
    for (const kube::PipelineSnapshot &one : m_snapshot->pipelines) {
        for (const kube::PipelineStage stage : one.paused)
            m_port.command(one.key, stage, kube::StageCommand::Resume);
    }
    if (m_snapshot->client.isPaused && m_chosen)
        m_port.command(*m_chosen, kube::PipelineStage::Connection, kube::StageCommand::Resume);
}

} // namespace orrery
