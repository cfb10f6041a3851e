// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/command_line.h"
#include "core/base/executor.h"
#include "core/base/subscription.h"
#include "tests/bench/measures.h"
#include "tests/bench/recording_transport.h"

#include <QProcess>

#include <optional>

namespace orrery {
class Background;
class Clusters;
class Credentials;
class MainWindow;
class PipelinePage;
class ResourcePage;
class Workspace;
}

namespace orrery::bench {

struct Options {
    QString kubeconfig;
    bool demo = false;
    qint64 demoPods = 20'000;
    QString kind = QStringLiteral("pods");
    double churn = 0;
    double seconds = 10;
    bool clockwork = false; ///< the Pipeline page is shown in each other part of that time
    bool cpuAlone = false;  ///< what measures anything else is left out
};

/// One measurement: a window of the real program, offscreen; the kind opened, synced, then watched for a while.
/// Thread: GUI.
class Run final : public QObject
{
    Q_OBJECT
public:
    Run(Options options, QString kubeconfig, kube::ExecutorPtr gui, kube::ExecutorPtr background, Credentials &credentials, MainWindow &window);
    ~Run() override;

    /// startMs: from the process's start to a window that answers.
    void start(double startMs);

Q_SIGNALS:
    void finished(const QJsonObject &figures);
    void failed(const QString &why);

private:
    void open();
    void poll();
    void settle();
    void watch();
    void turnClockwork();
    void beginPart();
    void endPart();
    void finish();
    void onChanged(int first, int last);

    Options m_options;
    kube::ExecutorPtr m_gui;
    kube::ExecutorPtr m_background;
    MainWindow &m_window;
    std::shared_ptr<TransportRecord> m_record;
    std::unique_ptr<Clusters> m_clusters;
    std::unique_ptr<Workspace> m_workspace;
    ResourcePage *m_page = nullptr;
    std::optional<LoopWatch> m_loop;
    MemoryWatch m_memory;
    QTimer m_poll;
    QJsonObject m_figures;
    std::chrono::steady_clock::time_point m_opened;
    double m_emptyMb = 0;
    Distribution m_eventToModel;
    std::shared_ptr<class WrittenTimes> m_written;
    kube::Subscription m_tap;
    std::unique_ptr<PipelinePage> m_pipeline; ///< in the parts that are with it
    QTimer m_turn;
    int m_partsToGo = 0;
    double m_partCpu = 0;    ///< when the part began, as m_partBegan
    std::chrono::steady_clock::time_point m_partBegan;
    std::vector<double> m_closedCpu; ///< percent of a core, of each part without the page
    std::vector<double> m_openCpu;
    double m_cpuWatched = 0;
    QProcess m_churner;
    quint64 m_eventsBefore = 0;
    kube::Owner m_owner;
};

} // namespace orrery::bench
