// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/process_run.h"

#include <algorithm>

#ifdef Q_OS_UNIX
#include <csignal>
#include <unistd.h>
#endif

namespace kube::kubeconfig {

namespace {

constexpr qsizetype keptOfStderr = 4096;

/// The end of what was said, from a whole word on: a secret that has lost its beginning is not known as one.
QByteArray endOf(const QByteArray &said)
{
    const QByteArray end = said.right(keptOfStderr);
    if (end.size() == said.size())
        return said;
    const auto space = std::find_if(end.begin(), end.end(), [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; });
    return end.mid(std::distance(end.begin(), space) + 1);
}

} // namespace

ProcessRun::ProcessRun(ProcessCommand command, Scheduler &scheduler, std::function<void(ProcessResult)> done)
    : m_command(std::move(command)), m_scheduler(scheduler), m_done(std::move(done)), m_process(new QProcess)
{
    m_process->setProcessEnvironment(m_command.environment);
    if (m_command.terminal == Terminal::Offered) {
        // Only who stays in our group may read from the terminal.
        m_process->setInputChannelMode(QProcess::ForwardedInputChannel);
        m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    } else {
        m_process->setStandardInputFile(QProcess::nullDevice());
#ifdef Q_OS_UNIX
        // No terminal to prompt on, and one group to kill.
        m_process->setChildProcessModifier([] { ::setsid(); });
#endif
    }
    QObject::connect(m_process, &QProcess::readyReadStandardOutput, &m_context, [this] { takeOutput(); });
    QObject::connect(m_process, &QProcess::readyReadStandardError, &m_context, [this] { takeOutput(); });
    QObject::connect(m_process, &QProcess::finished, &m_context, [this](int code, QProcess::ExitStatus status) {
        if (!takeOutput())
            return;
        m_result.exitCode = code;
        end(status == QProcess::NormalExit ? ProcessResult::End::Exited : ProcessResult::End::Crashed);
    });
    QObject::connect(m_process, &QProcess::errorOccurred, &m_context, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            m_result.reason = m_process->errorString();
            end(ProcessResult::End::FailedToStart);
        }
    });
    m_timer = scheduler.after(m_command.timeout, [this] {
        killAll();
        end(ProcessResult::End::TimedOut);
    });
    m_process->start(m_command.program, m_command.args);
    m_starting = false;
}

ProcessRun::~ProcessRun()
{
    killAll();
    m_process->disconnect(&m_context);
    if (m_isCalledByProcess)
        m_process->deleteLater();
    else
        delete m_process;
}

bool ProcessRun::takeOutput()
{
    if (m_ended)
        return false;
    m_result.out += m_process->readAllStandardOutput();
    m_result.err += m_process->readAllStandardError();
    m_result.err = m_result.err.right(2 * keptOfStderr);
    if (m_result.out.size() <= m_command.outputLimit)
        return true;
    killAll();
    end(ProcessResult::End::TooMuchOutput);
    return false;
}

void ProcessRun::end(ProcessResult::End how)
{
    if (m_ended)
        return;
    m_ended = true;
    m_result.end = how;
    m_isCalledByProcess = how != ProcessResult::End::TimedOut;
    m_timer.reset();
    if (!m_starting)
        return deliver();
    // Whoever makes this object does not hold it yet.
    m_timer = m_scheduler.after(Duration::zero(), [this] {
        m_isCalledByProcess = false;
        deliver();
    });
}

void ProcessRun::deliver()
{
    m_result.err = endOf(m_result.err);
    const auto done = std::move(m_done);
    done(std::move(m_result)); // may destroy this object
}

void ProcessRun::killAll()
{
    if (m_process->state() == QProcess::NotRunning)
        return;
    m_process->blockSignals(true);
#ifdef Q_OS_UNIX
    if (m_process->processId() > 0 && m_command.terminal == Terminal::None)
        ::kill(static_cast<pid_t>(-m_process->processId()), SIGKILL);
#endif
    m_process->kill();
    m_process->waitForFinished(2000);
}

} // namespace kube::kubeconfig
