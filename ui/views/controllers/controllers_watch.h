// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/base/scheduler.h"
#include "core/session/ports/metrics_port.h"
#include "ui/views/controllers/controller_program.h"

#include <QObject>

namespace orrery {

/// Finds the programs that tell metrics and asks them again and again while it runs: those that tell queues every five
/// seconds, others seldom, a few at a time. Thread: GUI.
class ControllersWatch final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds Interval{5};
    static constexpr std::chrono::seconds FirstInterval{2};   ///< until the second reading, so that there are rates
    static constexpr std::chrono::seconds FailedInterval{30}; ///< before one that failed is asked again
    static constexpr std::chrono::seconds SilentInterval{60}; ///< likewise one that tells no queue
    static constexpr std::chrono::seconds TargetsInterval{60};
    static constexpr std::chrono::seconds Window{60}; ///< over which rates in the table and quantiles are taken
    static constexpr std::chrono::seconds Recent{20}; ///< the end of it
    static constexpr std::chrono::seconds ChartStep{1}; ///< two readings nearer to each other say nothing of a rate
    static constexpr std::chrono::seconds Patience{3 * Interval}; ///< without an answer, beyond which what is known is old
    static constexpr int AtOnce = 4;
    static constexpr qsizetype Samples = 180; ///< of each queue: 15 minutes

    enum class Stage { NotYet, Looking, Found, Failed };

    /// port outlives it.
    ControllersWatch(kube::MetricsPort &port, const kube::ExecutorPtr &gui, std::shared_ptr<kube::Scheduler> time, QObject *parent = nullptr);

    void setRunning(bool running); ///< begins at once; what has been asked is still taken in when it stops
    void lookAgain(); ///< for programs, and at all of them, at once

    [[nodiscard]] Stage stage() const { return m_stage; } ///< of the looking for programs
    [[nodiscard]] const std::optional<kube::Error> &error() const { return m_error; } ///< why that has failed
    [[nodiscard]] const std::vector<kube::Error> &gaps() const { return m_gaps; }
    [[nodiscard]] std::size_t podsLooked() const { return m_podsLooked; } ///< of more Pods than are looked through; 0: all were
    [[nodiscard]] const std::vector<ControllerProgram> &programs() const { return m_programs; }
    [[nodiscard]] const ControllerProgram *program(const QString &id) const; ///< null: it has gone
    [[nodiscard]] bool isAsking() const { return m_stage == Stage::Looking || m_active > 0; }
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] kube::WallTime lastAnswer() const { return m_lastAnswer; } ///< of a program; 0: none yet
    [[nodiscard]] bool isSilent() const; ///< it runs, some program has answered once, and now none does for too long

Q_SIGNALS:
    void changed();

private:
    void begin();
    void look();
    void takeTargets(const kube::MetricsTargets &found);
    void askDue();
    void askMore();
    void ask(const QString &id);
    void take(const QString &id, kube::Result<kube::ControllerMetrics> answer);
    void record(ControllerProgram &program);
    void rest();
    void awaitSilence();
    [[nodiscard]] kube::SteadyTime silentFrom() const; ///< unless one answers before
    [[nodiscard]] ControllerProgram *mutableProgram(const QString &id);

    kube::MetricsPort &m_port;
    std::shared_ptr<kube::Scheduler> m_time;
    Stage m_stage = Stage::NotYet;
    std::optional<kube::Error> m_error;
    std::vector<kube::Error> m_gaps;
    std::size_t m_podsLooked = 0;
    std::vector<ControllerProgram> m_programs;
    QList<QString> m_toAsk;
    int m_active = 0;
    bool m_isRunning = false;
    bool m_isInRound = false;
    kube::SteadyTime m_roundBegan{};
    std::optional<kube::SteadyTime> m_looked;
    kube::WallTime m_lastAnswer{};
    kube::SteadyTime m_waitsSince{}; ///< the last answer, or when it began to run
    kube::Timer m_timer;
    kube::Timer m_silence; ///< nobody else tells that nothing comes
    kube::Owner m_owner;
};

} // namespace orrery
