// SPDX-License-Identifier: Apache-2.0
#include "ui/views/controllers/controllers_page.h"

#include "ui/base/format.h"
#include "ui/base/icons.h"
#include "ui/base/theme.h"
#include "ui/views/controllers/charts_panel.h"
#include "ui/views/controllers/controllers_text.h"
#include "ui/views/controllers/notice_list.h"
#include "ui/views/controllers/program_panel.h"
#include "ui/views/controllers/queue_model.h"
#include "ui/views/controllers/suspects_panel.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/table_view.h"

#include <QHBoxLayout>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace orrery {

namespace {

constexpr int queueFilterWidth = 300;

} // namespace

ControllersPage::ControllersPage(QString contextName, QString location, const ControllersPorts &ports, QWidget *parent)
    : Page(parent), m_contextName(std::move(contextName)), m_location(std::move(location)), m_watch(new ControllersWatch(*ports.metrics, ports.gui, ports.time, this)),
      m_model(new QueueModel(this)), m_filter(new FilterField(this)), m_count(new ElidedLabel(this)), m_badge(new Badge(this)), m_progress(new ProgressLine(this)),
      m_notices(new NoticeList(this)), m_stack(new QStackedWidget(this)), m_table(new TableView(this)), m_empty(new EmptyState(this)), m_heading(new ElidedLabel(this)),
      m_caption(new ElidedLabel(this)), m_lower(new QStackedWidget(this)), m_tabs(new QTabWidget(this)), m_charts(new ChartsPanel(this)),
      m_suspects(new SuspectsPanel(ports.suspects, ports.gui, this)), m_program(new ProgramPanel(this)), m_about(new EmptyState(this))
{
    setAccessibleName(tr("Controllers of %1").arg(m_contextName));
    m_table->setAccessibleName(tr("Work queues"));
    m_table->setModel(m_model);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_stack);
    splitter->addWidget(makeLower(ports));
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({240, 340});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_progress);
    layout->addWidget(m_notices);
    layout->addWidget(new Hairline(Qt::Horizontal, this));
    layout->addWidget(splitter, 1);
    setFocusProxy(m_table);

    connect(m_watch, &ControllersWatch::changed, this, &ControllersPage::showState);
    connect(m_filter, &FilterField::filterChanged, this, [this](const QString &text) {
        m_model->setFilter(text);
        showStanding();
        showTable();
    });
    connect(m_filter, &FilterField::left, this, &ControllersPage::focusContent);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ControllersPage::showChosen);
    connect(m_notices, &NoticeList::activated, this, &ControllersPage::choose);
    connect(m_empty, &EmptyState::actionTriggered, m_watch, &ControllersWatch::lookAgain);
    connect(m_about, &EmptyState::actionTriggered, m_watch, &ControllersWatch::lookAgain);
    connect(m_suspects, &SuspectsPanel::objectActivated, this, &ControllersPage::objectActivated);
    m_filter->listenOn(this);
    showState();
}

QWidget *ControllersPage::makeHead()
{
    auto *head = new QWidget(this);
    auto *heading = new QLabel(title(), head);
    heading->setFont(titleFont(font()));
    m_filter->setPlaceholder(tr("Queue, program or state"));
    m_filter->setMaximumWidth(queueFilterWidth);
    m_count->setFont(captionFont(font()));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto *first = new QHBoxLayout;
    first->setContentsMargins(8, 8, 12, 0);
    first->setSpacing(12);
    first->addWidget(heading);
    first->addStretch(1);
    first->addWidget(m_filter, 1);
    auto *second = new QHBoxLayout;
    second->setContentsMargins(8, 4, 12, 4);
    second->setSpacing(12);
    second->addWidget(m_count, 1);
    second->addWidget(m_badge);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(first);
    layout->addLayout(second);
    return head;
}

QWidget *ControllersPage::makeLower(const ControllersPorts &ports)
{
    auto *chosenQueue = new QWidget(this);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_heading->setFont(bold);
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(8, 8, 12, 4);
    line->setSpacing(8);
    line->addWidget(m_heading);
    line->addWidget(m_caption, 1);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("The chosen queue"));
    m_tabs->addTab(m_charts, tr("Over &Time"));
    if (ports.suspects)
        m_tabs->addTab(m_suspects, tr("Who Is &Stuck"));
    else
        m_suspects->hide();
    m_tabs->addTab(m_program, tr("P&rogram"));
    auto *layout = new QVBoxLayout(chosenQueue);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(m_tabs, 1);
    m_lower->addWidget(chosenQueue);
    m_lower->addWidget(m_about);
    return m_lower;
}

QString ControllersPage::title() const
{
    return tr("Controllers");
}

QIcon ControllersPage::icon() const
{
    return orrery::icon(IconName::Controllers);
}

void ControllersPage::focusContent()
{
    if (m_stack->currentWidget() == m_empty && m_empty->button()->isVisibleTo(m_empty))
        m_empty->button()->setFocus(Qt::OtherFocusReason);
    else
        m_table->setFocus(Qt::OtherFocusReason);
}

void ControllersPage::focusFilter()
{
    m_filter->focusField();
}

bool ControllersPage::closeNearest()
{
    if (m_filter->text().isEmpty())
        return false;
    m_filter->setText({});
    return true;
}

void ControllersPage::setCatalog(const kube::CatalogPtr &catalog)
{
    m_suspects->setCatalog(catalog);
}

void ControllersPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_watch->setRunning(true);
    showState(); // what was silent has hardly been asked again
}

void ControllersPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_watch->setRunning(false);
}

QString ControllersPage::chosen() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_model->at(current.row()).id() : QString();
}

void ControllersPage::choose(const QString &rowId)
{
    if (m_model->rowOf(rowId) < 0)
        m_filter->setText({});
    const int row = m_model->rowOf(rowId);
    if (row < 0)
        return;
    m_table->setCurrentIndex(m_model->index(row, 0));
    m_table->scrollTo(m_model->index(row, 0));
}

} // namespace orrery
