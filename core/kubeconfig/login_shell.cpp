// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/login_shell.h"

#include "core/base/log.h"

#include <QDir>

namespace kube {

namespace {

/// Profiles may print anything before and after.
const char marker[] = "_ORRERY_PATH_";

QString pathWithin(const QByteArray &output)
{
    const auto begin = output.indexOf(marker);
    const auto end = output.lastIndexOf(marker);
    if (begin < 0 || end <= begin)
        return {};
    const auto from = begin + static_cast<qsizetype>(qstrlen(marker));
    return QString::fromLocal8Bit(output.mid(from, end - from)).trimmed();
}

} // namespace

std::optional<QString> LoginShell::path() const
{
    const std::lock_guard lock(m_mutex);
    return m_shell.isEmpty() ? QString() : m_path;
}

std::unique_ptr<kubeconfig::ProcessRun> LoginShell::ask(const QProcessEnvironment &environment, Scheduler &scheduler,
                                                        std::function<void(QString)> done)
{
    kubeconfig::ProcessCommand command;
    command.program = m_shell;
    // printenv rather than $PATH: fish's is a list.
    command.args = {QStringLiteral("-l"), QStringLiteral("-c"), QStringLiteral("printf %s %1; printenv PATH; printf %s %1").replace(QStringLiteral("%1"), QLatin1String(marker))};
    command.environment = environment;
    command.timeout = m_timeout;
    return std::make_unique<kubeconfig::ProcessRun>(
        std::move(command), scheduler, [this, done = std::move(done)](const kubeconfig::ProcessResult &result) {
            QString found;
            if (result.end == kubeconfig::ProcessResult::End::Exited)
                found = pathWithin(result.out);
            if (found.isEmpty())
                qCInfo(logAuth, "the login shell did not tell its PATH; plugins are looked for on our own");
            {
                const std::lock_guard lock(m_mutex);
                m_path = found;
            }
            done(found);
        });
}

QString LoginShell::mergedPath(const QString &own, const QString &shells)
{
    const QChar separator = QDir::listSeparator();
    const QStringList ours = own.split(separator, Qt::SkipEmptyParts);
    const QStringList theirs = shells.split(separator, Qt::SkipEmptyParts);
    const bool knowsAll = std::all_of(ours.begin(), ours.end(), [&](const QString &folder) { return theirs.contains(folder); });
    QStringList merged = knowsAll ? theirs + ours : ours + theirs;
    merged.removeDuplicates();
    return merged.join(separator);
}

} // namespace kube
