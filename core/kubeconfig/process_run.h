// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"
#include "core/kubeconfig/config.h"

#include <QObject>
#include <QProcess>
#include <QProcessEnvironment>

namespace kube::kubeconfig {

/// What to run, and how much it may say and how long.
struct ProcessCommand {
    QString program; ///< a path
    QStringList args;
    QProcessEnvironment environment;
    Duration timeout = std::chrono::minutes(2);
    Terminal terminal = Terminal::None; ///< Offered: it has our stdin and stderr, and is killed without its children
    qsizetype outputLimit = 1024 * 1024; ///< bytes of stdout; of stderr the last 4 KiB are kept, from a whole word on
};

/// How a program ended, and what it said.
struct ProcessResult {
    /// Who or what ended it.
    enum class End { Exited, Crashed, FailedToStart, TimedOut, TooMuchOutput };
    End end = End::Exited;
    int exitCode = 0;
    QByteArray out;
    QByteArray err;
    QString reason; ///< FailedToStart: the system's words
};

/// A program that runs in a session of its own, without terminal or input unless it is offered ours, and is killed with
/// all its children when it takes too long, says too much, or this object dies. Thread: one with a Qt event loop, the scheduler's.
class ProcessRun
{
public:
    /// done is called once, never within the constructor, and not after destruction; it may destroy this object.
    ProcessRun(ProcessCommand command, Scheduler &scheduler, std::function<void(ProcessResult)> done);
    ~ProcessRun();
    ProcessRun(const ProcessRun &) = delete;
    ProcessRun &operator=(const ProcessRun &) = delete;

private:
    bool takeOutput(); ///< false: it ended, and this object may be gone
    void end(ProcessResult::End how);
    void deliver();
    void killAll();

    ProcessCommand m_command;
    Scheduler &m_scheduler;
    std::function<void(ProcessResult)> m_done;
    ProcessResult m_result;
    bool m_starting = true;
    bool m_ended = false;
    bool m_isCalledByProcess = false;
    QProcess *m_process; ///< ours; deleted later when it is at work further up the stack
    QObject m_context;
    Timer m_timer;
};

} // namespace kube::kubeconfig
