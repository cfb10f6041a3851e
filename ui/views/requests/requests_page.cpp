// SPDX-License-Identifier: Apache-2.0
#include "ui/views/requests/requests_page.h"

#include "core/requests/curl_command.h"
#include "core/requests/request_summary.h"
#include "ui/base/format.h"
#include "ui/base/icons.h"
#include "ui/base/theme.h"
#include "ui/views/requests/request_details.h"
#include "ui/views/requests/request_log_model.h"
#include "ui/views/requests/request_order.h"
#include "ui/views/requests/request_strip.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/table_view.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QToolButton>

namespace orrery {

namespace {
constexpr auto namesInterval = std::chrono::minutes(1);
constexpr int widestFilter = 300;
} // namespace

RequestsPage::RequestsPage(Parts parts, QWidget *parent)
    : Page(parent), m_parts(std::move(parts)), m_model(new RequestLogModel(m_parts.target.prefix, m_parts.now, this)), m_order(new RequestOrder(m_model, this)), m_strip(new RequestStrip(this)),
      m_pause(new QToolButton(this)), m_filter(new FilterField(this)), m_count(new ElidedLabel(this)), m_table(new TableView(this)), m_details(new RequestDetails(this)),
      m_owner(m_parts.gui)
{
    setAccessibleName(tr("Requests of %1").arg(m_parts.contextName));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildHead(layout);
    layout->addWidget(new Hairline(Qt::Horizontal, this));
    layout->addWidget(m_strip);
    layout->addWidget(new Hairline(Qt::Horizontal, this));
    buildTable();
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(m_details);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({420, 240});
    layout->addWidget(splitter, 1);
    connect(m_details, &RequestDetails::copyKubectlRequested, this, &RequestsPage::copyKubectl);
    connect(m_details, &RequestDetails::copyCurlRequested, this, &RequestsPage::copyCurl);
    m_log = m_parts.port->onRequests(m_owner, [this](kube::RequestLogBatch batch) { take(std::move(batch)); });
    connect(&m_clock, &QTimer::timeout, this, &RequestsPage::tick);
    m_clock.start(std::chrono::seconds(1));
    showCounts();
}

RequestsPage::~RequestsPage() = default;

void RequestsPage::buildHead(QVBoxLayout *layout)
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 8, 12, 8);
    head->setSpacing(12);
    auto *titleLabel = new QLabel(title(), this);
    titleLabel->setFont(titleFont(font()));
    m_count->setFont(captionFont(font()));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_pause->setText(tr("Pause"));
    m_pause->setIcon(orrery::icon(IconName::Clock));
    m_pause->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_pause->setCheckable(true);
    m_pause->setAutoRaise(true);
    m_pause->setFocusPolicy(Qt::TabFocus);
    m_pause->setToolTip(tr("Let the table stand; what comes meanwhile is shown when it goes on"));
    m_pause->setAccessibleName(m_pause->text());
    m_filter->setMaximumWidth(widestFilter);
    m_filter->setPlaceholder(tr("Filter, such as %1").arg(QStringLiteral("status>=400")));
    m_filter->setHelp(tr("pods\tany cell contains it\n!watch\tno cell contains it\n\"two words\"\tkept together\nverb:list\tthat column contains it\n"
                         "verb=list\tthat column is it\nverb!=list\tthat column is not it\nstatus>=400\tmore, less; also > and <=\nduration>100\tlonger than 100 ms; also 2s, and received>100kB\n"
                         "Several, with spaces between, must all match. A column is named by its title or the beginning of it."));
    m_filter->listenOn(this);
    head->addWidget(titleLabel);
    head->addWidget(m_count, 1);
    head->addWidget(m_pause);
    head->addWidget(m_filter, 1);
    layout->addLayout(head);
    connect(m_pause, &QToolButton::toggled, this, &RequestsPage::setPaused);
    connect(m_filter, &FilterField::left, this, &RequestsPage::focusContent);
    connect(m_filter, &FilterField::filterChanged, this, [this](const QString &text) {
        m_order->setFilter(text);
        m_filter->setProblem(m_order->problem());
        showCounts();
    });
}

void RequestsPage::buildTable()
{
    m_table->setAccessibleName(tr("Requests"));
    m_table->setModel(m_order);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->sortByColumn(RequestLogModel::Time, Qt::DescendingOrder);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &RequestsPage::showMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RequestsPage::showSelected);
    connect(m_order, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
        const int row = m_table->currentIndex().row();
        if (row >= first.row() && row <= last.row())
            showSelected();
    });
}

void RequestsPage::take(kube::RequestLogBatch batch)
{
    if (m_isPaused) {
        hold(std::move(batch));
        return;
    }
    m_model->add(std::move(batch));
    askForNames();
    tick();
}

void RequestsPage::hold(kube::RequestLogBatch batch)
{
    m_heldBack.running = std::move(batch.running);
    auto &ended = m_heldBack.ended;
    ended.insert(ended.end(), std::make_move_iterator(batch.ended.begin()), std::make_move_iterator(batch.ended.end()));
    if (ended.size() > RequestLogModel::MostEnded)
        ended.erase(ended.begin(), ended.end() - static_cast<std::ptrdiff_t>(RequestLogModel::MostEnded));
    showCounts();
}

void RequestsPage::setPaused(bool isPaused)
{
    if (m_isPaused == isPaused)
        return;
    m_isPaused = isPaused;
    m_pause->setChecked(isPaused);
    const bool hasWaiting = !m_heldBack.running.empty() || !m_heldBack.ended.empty();
    if (!isPaused && hasWaiting)
        take(std::exchange(m_heldBack, {}));
    showCounts();
}

void RequestsPage::askForNames()
{
    const kube::WallTime now = m_parts.now();
    if (m_hasNoNames || !m_model->lacksNames() || (m_askedNames && now - *m_askedNames < namesInterval))
        return;
    m_askedNames = now;
    kube::then(m_parts.port->priorityNames(), m_owner, [this](const kube::Result<kube::PriorityNames> &names) {
        if (names)
            m_model->setNames(*names);
        else
            m_hasNoNames = names.error().is(kube::ErrorKind::Forbidden) || names.error().is(kube::ErrorKind::NotFound);
        showSelected();
    });
}

void RequestsPage::tick()
{
    if (m_isPaused || !isVisible())
        return;
    m_strip->setSummary(kube::RequestSummary::of(m_model->records(), m_parts.now()));
    m_model->tick();
    showCounts();
}

void RequestsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    tick();
}

void RequestsPage::showCounts()
{
    m_filter->setCounts(m_order->rowCount(), m_model->rowCount());
    if (!m_order->problem().isEmpty())
        m_count->setText(m_order->problem());
    else if (m_isPaused)
        m_count->setText(tr("Paused: %n more ended since", nullptr, static_cast<int>(m_heldBack.ended.size())));
    else
        m_count->setText(m_model->rowCount() == 0 ? tr("None yet") : tr("The last %1").arg(count(m_model->rowCount())));
}

int RequestsPage::currentRow() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_order->mapToSource(current).row() : -1;
}

QString RequestsPage::kubectlOf(int row) const
{
    const auto command = kube::kubectlCommand(m_model->record(row), m_parts.target);
    return QString::fromStdString(command.value_or(std::string()));
}

void RequestsPage::showSelected()
{
    if (const int row = currentRow(); row >= 0)
        m_details->show(*m_model, row, kubectlOf(row));
    else
        m_details->clear();
}

void RequestsPage::copy(const QString &text)
{
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void RequestsPage::copyKubectl()
{
    if (const int row = currentRow(); row >= 0)
        copy(kubectlOf(row));
}

void RequestsPage::copyCurl()
{
    if (const int row = currentRow(); row >= 0) {
        const kube::RequestRecord &record = m_model->record(row);
        copy(QString::fromStdString(kube::curlScript(record, m_parts.target)));
    }
}

void RequestsPage::showMenu(const QPoint &at)
{
    const int row = currentRow();
    if (row < 0)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy as &kubectl"), this, &RequestsPage::copyKubectl)->setEnabled(!kubectlOf(row).isEmpty());
    menu->addAction(tr("Copy as c&url"), this, &RequestsPage::copyCurl);
    menu->addAction(tr("Copy &Row"), m_table, &TableView::copySelection);
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

QIcon RequestsPage::icon() const
{
    return orrery::icon(IconName::Requests);
}

void RequestsPage::focusContent()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

void RequestsPage::focusFilter()
{
    m_filter->focusField();
}

bool RequestsPage::closeNearest()
{
    if (m_filter->text().isEmpty())
        return false;
    m_filter->setText({});
    focusContent();
    return true;
}

} // namespace orrery
