// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/run.h"

#include "app/composition/resource_lookup.h"
#include "app/composition/workspace.h"
#include "core/rest/qt_transport.h"
#include "tests/bench/written_times.h"
#include "ui/frame/main_window.h"
#include "ui/frame/page_tabs.h"
#include "ui/models/resource_table_model.h"
#include "ui/views/clockwork/pipeline_page.h"
#include "ui/views/resources/resource_page.h"
#include "ui/widgets/table_view.h"

#include <QCoreApplication>

#include <cmath>

namespace orrery::bench {

namespace {

double since(std::chrono::steady_clock::time_point from, std::chrono::steady_clock::time_point to = std::chrono::steady_clock::now())
{
    return std::round(std::chrono::duration<double, std::milli>(to - from).count() * 10.0) / 10.0;
}

qint64 nowMicros()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

constexpr int settleMilliseconds = 3000;
constexpr std::chrono::milliseconds partLasts{5000}; ///< short, so that what else the machine does falls on both
constexpr std::chrono::milliseconds partSettles{1000}; ///< of it; a page that has just been made is not what is measured

double hundredths(double value)
{
    return std::round(value * 100.0) / 100.0;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

} // namespace

Run::Run(Options options, QString kubeconfig, kube::ExecutorPtr gui, kube::ExecutorPtr background, Credentials &credentials, MainWindow &window)
    : m_options(std::move(options)), m_gui(gui), m_background(std::move(background)), m_window(window),
      m_record(std::make_shared<TransportRecord>(u'/' + m_options.kind)), m_written(std::make_shared<WrittenTimes>()), m_owner(gui)
{
    CommandLine line;
    line.kubeconfig = std::move(kubeconfig);
    line.allNamespaces = true;
    m_clusters = std::make_unique<Clusters>(line, gui, credentials);
    m_clusters->setTransport([record = m_record](const kube::RestConfig &config, std::shared_ptr<kube::Scheduler> scheduler) -> kube::Result<std::shared_ptr<kube::Transport>> {
        auto inner = kube::QtTransport::create(config, std::move(scheduler));
        if (!inner)
            return kube::fail(inner.error());
        return std::make_shared<RecordingTransport>(*inner, record);
    });
    if (!m_options.cpuAlone)
        m_loop.emplace();
    m_workspace = std::make_unique<Workspace>(Workspace::Parts{line, &window, m_clusters.get(), &credentials, m_gui, m_background});
}

Run::~Run()
{
    m_tap.reset();
    m_pipeline.reset();
    if (m_churner.state() != QProcess::NotRunning) {
        m_churner.closeWriteChannel();
        m_churner.waitForFinished(10'000);
    }
    for (Page *page : m_window.tabs()->pages())
        m_window.tabs()->closePage(page);
}

void Run::start(double startMs)
{
    const auto loaded = m_clusters->load();
    if (!loaded) {
        Q_EMIT failed(loaded.error().toString());
        return;
    }
    m_figures[QStringLiteral("start_ms")] = std::round(startMs * 10.0) / 10.0;
    // The window without a table: connected, its tree filled. What a table costs is measured against it.
    connect(m_clusters.get(), &Clusters::catalogChanged, this, [this] { QTimer::singleShot(1000, this, &Run::open); });
    connect(m_clusters.get(), &Clusters::healthChanged, this, [this](const QString &, const kube::Health &health) {
        if (health.state == kube::HealthState::Failed || health.state == kube::HealthState::Forbidden)
            Q_EMIT failed(health.reason ? health.reason->toString() : QStringLiteral("the cluster cannot be reached"));
    });
    m_clusters->open(m_clusters->initialContext());
}

void Run::open()
{
    if (m_page)
        return;
    const kube::CatalogPtr catalog = m_clusters->catalog(m_clusters->initialContext());
    const kube::ResourceInfo *resource = findResource(*catalog, m_options.kind);
    if (!resource) {
        Q_EMIT failed(QStringLiteral("the server has no resource ") + m_options.kind);
        return;
    }
    m_emptyMb = MemoryWatch::residentMb();
    if (m_loop)
        m_loop->clear();
    m_opened = std::chrono::steady_clock::now();
    m_page = m_workspace->openTable(m_clusters->initialContext(), *resource, {});
    connect(&m_poll, &QTimer::timeout, this, &Run::poll);
    if (!m_options.cpuAlone)
        connect(m_page->table()->model(), &QAbstractItemModel::dataChanged, this,
                [this](const QModelIndex &topLeft, const QModelIndex &bottomRight) { onChanged(topLeft.row(), bottomRight.row()); });
    m_poll.start(1);
}

void Run::poll()
{
    const auto sent = m_record->listSent();
    if (!sent)
        return;
    const QString firstRow = QStringLiteral("first_row_ms");
    if (!m_figures.contains(firstRow) && m_page->rows() > 0) {
        m_figures[firstRow] = since(*sent);
        if (const auto first = m_record->firstByte())
            m_figures[QStringLiteral("first_byte_ms")] = since(*sent, *first);
    }
    if (m_page->freshness().state == kube::FreshnessState::Forbidden || m_page->freshness().state == kube::FreshnessState::Failed) {
        Q_EMIT failed(m_page->freshness().reason ? m_page->freshness().reason->toString() : QStringLiteral("the list failed"));
        return;
    }
    if (m_page->freshness().state != kube::FreshnessState::Live || !m_page->isSettled())
        return;
    m_poll.stop();
    m_figures[QStringLiteral("synced_ms")] = since(*sent);
    m_figures[QStringLiteral("objects")] = m_page->objects();
    m_figures[QStringLiteral("bytes_received_synced")] = static_cast<qint64>(m_record->bytes());
    m_figures[QStringLiteral("cpu_seconds_synced")] = hundredths(cpuSeconds());
    QTimer::singleShot(settleMilliseconds, this, &Run::settle);
}

void Run::settle()
{
    const double settled = MemoryWatch::residentMb();
    const double objects = static_cast<double>(m_page->objects());
    m_figures[QStringLiteral("rss_empty_mb")] = std::round(m_emptyMb * 10.0) / 10.0;
    m_figures[QStringLiteral("rss_settled_mb")] = std::round(settled * 10.0) / 10.0;
    m_figures[QStringLiteral("rss_bytes_per_object")] = objects > 0 ? std::round((settled - m_emptyMb) * 1024.0 * 1024.0 / objects) : 0;
    watch();
}

void Run::watch()
{
    m_memory.clear();
    m_eventsBefore = m_clusters->health(m_clusters->initialContext()).events;
    m_cpuWatched = cpuSeconds();
    kube::FeedRequest request;
    request.resource = m_page->resource();
    if (!m_options.cpuAlone)
        m_tap = m_clusters->ports(m_clusters->initialContext())
                    .feed->open(request, [written = m_written](kube::FeedSource &source) { return std::make_unique<WrittenTap>(source, written); }, m_owner,
                                [](const kube::Freshness &) {});
    if (!m_options.demo && m_options.churn > 0) {
        m_churner.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_churner.start(QCoreApplication::applicationFilePath(),
                        {QStringLiteral("--churn-child"), QStringLiteral("--kubeconfig"), m_options.kubeconfig, QStringLiteral("--churn"), QString::number(m_options.churn)});
    }
    if (m_options.clockwork) {
        beginPart();
        connect(&m_turn, &QTimer::timeout, this, &Run::turnClockwork);
        m_partsToGo = std::max(2, static_cast<int>(m_options.seconds * 1000 / partLasts.count()) / 2 * 2);
        m_turn.start(partLasts);
        return;
    }
    QTimer::singleShot(std::chrono::milliseconds(static_cast<qint64>(m_options.seconds * 1000)), this, &Run::finish);
}

void Run::turnClockwork()
{
    endPart();
    if (--m_partsToGo == 0) {
        m_turn.stop();
        m_pipeline.reset();
        m_figures[QStringLiteral("clockwork_cpu_percent")] = QJsonObject{{QStringLiteral("closed"), hundredths(median(m_closedCpu))}, {QStringLiteral("open"), hundredths(median(m_openCpu))}};
        finish();
        return;
    }
    if (m_pipeline) {
        m_pipeline.reset();
    } else {
        const QString context = m_clusters->initialContext();
        const kube::ClusterPorts ports = m_clusters->ports(context);
        m_pipeline = std::make_unique<PipelinePage>(context, *ports.clockwork, ports.protection, m_gui);
        m_pipeline->resize(m_page->size());
        m_pipeline->show();
    }
    QTimer::singleShot(partSettles, this, &Run::beginPart);
}

void Run::beginPart()
{
    m_partBegan = std::chrono::steady_clock::now();
    m_partCpu = cpuSeconds();
}

void Run::endPart()
{
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_partBegan).count();
    (m_pipeline ? m_openCpu : m_closedCpu).push_back((cpuSeconds() - m_partCpu) / seconds * 100.0);
}

void Run::onChanged(int first, int last)
{
    auto *model = qobject_cast<ResourceTableModel *>(m_page->table()->model());
    if (!model || last - first > 200)
        return;
    for (int row = first; row <= last; ++row) {
        const auto key = model->keyAt(row);
        const auto written = key ? m_written->take(*key) : std::nullopt;
        if (written)
            m_eventToModel.add(static_cast<double>(nowMicros() - *written) / 1000.0);
    }
}

void Run::finish()
{
    m_figures[QStringLiteral("bytes_received")] = static_cast<qint64>(m_record->bytes());
    m_figures[QStringLiteral("events_seen")] = static_cast<qint64>(m_clusters->health(m_clusters->initialContext()).events - m_eventsBefore);
    m_figures[QStringLiteral("rss_peak_mb")] = std::round(MemoryWatch::peakMb() * 10.0) / 10.0;
    m_figures[QStringLiteral("rss_slope_mb_per_min")] = m_memory.slope();
    m_figures[QStringLiteral("cpu_seconds")] = hundredths(cpuSeconds());
    m_figures[QStringLiteral("cpu_seconds_watched")] = std::round((cpuSeconds() - m_cpuWatched) * 1000.0) / 1000.0;
    if (m_loop) {
        m_figures[QStringLiteral("gui_stall_ms")] = m_loop->stalls().toJson({50, 99, 99.9}, true);
        m_figures[QStringLiteral("gui_busy_ms")] = m_loop->turns().toJson({50, 99, 99.9}, true);
        m_figures[QStringLiteral("event_to_model_ms")] = m_eventToModel.toJson({50, 99}, false);
        m_figures[QStringLiteral("events_timed")] = static_cast<qint64>(m_eventToModel.size());
    }
    Q_EMIT finished(m_figures);
}

} // namespace orrery::bench
