// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"

#include <QObject>
#include <QProcess>
#include <QProcessEnvironment>

namespace kube::kubeconfig {

struct ProcessCommand {
    QString program; ///< a path
    QStringList args;
    QProcessEnvironment environment;
    Duration timeout = std::chrono::minutes(2);
    qsizetype outputLimit = 1024 * 1024; ///< bytes of stdout; of stderr the last 4 KiB are kept
};

struct ProcessResult {
    enum class End { Exited, Crashed, FailedToStart, TimedOut, TooMuchOutput };
    End end = End::Exited;
    int exitCode = 0;
    QByteArray out;
    QByteArray err;
    QString reason; ///< FailedToStart: the system's words
};

/// A program that runs in a session of its own, without terminal or input, and is killed with all its children when it
/// takes too long, says too much, or this object dies. Thread: one with a Qt event loop, the scheduler's.
class ProcessRun
{
public:
    /// done is called once, never within the constructor, and not after destruction; it may destroy this object.
    ProcessRun(ProcessCommand command, Scheduler &scheduler, std::function<void(ProcessResult)> done);
    ~ProcessRun();
    ProcessRun(const ProcessRun &) = delete;
    ProcessRun &operator=(const ProcessRun &) = delete;

private:
    void takeOutput();
    void end(ProcessResult::End how);
    void killAll();

    ProcessCommand m_command;
    std::function<void(ProcessResult)> m_done;
    ProcessResult m_result;
    bool m_ended = false;
    QObject m_context;
    QProcess m_process;
    Timer m_timer;
};

} // namespace kube::kubeconfig
