// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/exec_provider.h"

#include "core/base/credential_error.h"
#include "core/base/log.h"
#include "core/kubeconfig/token_providers.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

namespace kube {

namespace {

constexpr auto failureStands = std::chrono::seconds(10);

/// Values of variables whose names say that they are secret.
QStringList secretsOf(const ExecConfig &config)
{
    static const QRegularExpression secret(QStringLiteral("token|secret|passw|key|credential"), QRegularExpression::CaseInsensitiveOption);
    QStringList values;
    for (const auto &[name, value] : config.env) {
        if (value.size() >= 4 && secret.match(name).hasMatch())
            values.append(value);
    }
    return values;
}

bool same(const Credential &left, const Credential &right)
{
    return left.headers == right.headers && left.certData == right.certData;
}

} // namespace

ExecProvider::ExecProvider(Setup setup, Scheduler &scheduler) : m_setup(std::move(setup)), m_scheduler(scheduler) {}

ExecProvider::~ExecProvider() = default;

Future<Credential> ExecProvider::credential()
{
    if (m_cached && m_cached->expiration && m_scheduler.wallNow() >= *m_cached->expiration)
        m_cached.reset();
    if (m_cached)
        return Future<Credential>::ready(m_cached->credential);
    if (m_failure && m_scheduler.now() - m_failedAt < failureStands)
        return Future<Credential>::ready(fail(*m_failure));
    m_failure.reset();
    Promise<Credential> promise;
    auto future = promise.future();
    m_waiting.push_back(std::move(promise));
    if (m_waiting.size() == 1)
        begin();
    return future;
}

std::optional<Error> ExecProvider::awaited() const
{
    if (m_waiting.empty())
        return std::nullopt;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(m_scheduler.now() - m_begunAt);
    return failure(QStringLiteral("has given no answer for %1 seconds; it may be waiting for somebody to sign in, or for a network that is not there")
                       .arg(seconds.count()));
}

bool ExecProvider::rejected(const Credential &credential)
{
    // Late answers to the credential before this one must not throw away its successor.
    if (m_cached && same(m_cached->credential, credential))
        m_cached.reset();
    return true;
}

void ExecProvider::begin()
{
    m_begunAt = m_scheduler.now();
    if (!m_setup.loginShell)
        return run({});
    if (const auto known = m_setup.loginShell->path())
        return run(*known);
    m_run = m_setup.loginShell->ask(m_setup.environment, m_scheduler, [this](const QString &path) { run(path); });
}

void ExecProvider::run(const QString &shellPath)
{
    const QString path = LoginShell::mergedPath(m_setup.environment.value(QStringLiteral("PATH")), shellPath);
    const auto program = findCommand(path);
    if (!program)
        return finish(fail(program.error()));
    kubeconfig::ProcessCommand command;
    command.program = *program;
    command.args = m_setup.config.args;
    command.environment = m_setup.environment;
    command.environment.insert(QStringLiteral("PATH"), path);
    for (const auto &[name, value] : std::as_const(m_setup.config.env))
        command.environment.insert(name, value);
    command.environment.insert(QStringLiteral("KUBERNETES_EXEC_INFO"),
                               QString::fromUtf8(execInfo(m_setup.config.apiVersion, m_setup.cluster, terminal())));
    command.terminal = terminal();
    command.timeout = m_setup.timeout;
    command.outputLimit = m_setup.outputLimit;
    qCInfo(logAuth, "runs the credential plugin %ls of user \"%ls\"", qUtf16Printable(*program), qUtf16Printable(m_setup.userName));
    m_run = std::make_unique<kubeconfig::ProcessRun>(
        std::move(command), m_scheduler, [this](const kubeconfig::ProcessResult &result) { finish(judge(result)); });
}

void ExecProvider::finish(Result<Cached> result)
{
    m_run.reset();
    Result<Credential> answer = fail(Error::canceled());
    if (result) {
        m_cached = std::move(*result);
        answer = m_cached->credential;
    } else {
        m_failure = result.error();
        m_failedAt = m_scheduler.now();
        answer = fail(std::move(result.error()));
    }
    // An answer may come back for more: it must find nobody waiting.
    for (auto &promise : std::exchange(m_waiting, {}))
        promise.finish(answer);
}

Result<ExecProvider::Cached> ExecProvider::judge(const kubeconfig::ProcessResult &result) const
{
    using End = kubeconfig::ProcessResult::End;
    const QString words = tidyWords(result.err, secretsOf(m_setup.config));
    const QString said = words.isEmpty() ? QString() : QStringLiteral("; it said: ") + words;
    switch (result.end) {
    case End::Exited:
        if (result.exitCode != 0)
            return fail(failure(QStringLiteral("failed with exit code %1%2").arg(result.exitCode).arg(said)));
        break;
    case End::Crashed: return fail(failure(QStringLiteral("was killed or crashed%1").arg(said)));
    case End::FailedToStart: return fail(failure(QStringLiteral("could not be started: %1").arg(result.reason)));
    case End::TimedOut:
        return fail(failure(QStringLiteral("gave no answer in %1 seconds and was stopped%2")
                                .arg(std::chrono::duration_cast<std::chrono::seconds>(m_setup.timeout).count()).arg(said)));
    case End::TooMuchOutput:
        return fail(failure(QStringLiteral("printed more than %1 bytes and was stopped").arg(m_setup.outputLimit)));
    }
    auto parsed = parseExecCredential(result.out, m_setup.config.apiVersion);
    if (!parsed)
        return fail(failure(QStringLiteral("did not do its part: %1%2").arg(parsed.error().message, said)));
    Cached cached;
    if (!parsed->token.isEmpty())
        cached.credential = bearerCredential(parsed->token);
    cached.credential.certData = std::move(parsed->certData);
    cached.credential.keyData = std::move(parsed->keyData);
    cached.expiration = parsed->expiration;
    return cached;
}

Result<QString> ExecProvider::findCommand(const QString &path) const
{
    const QString &command = m_setup.config.command;
    const QString hint = m_setup.config.installHint.isEmpty()
        ? QString() : QStringLiteral("\n") + tidyWords(m_setup.config.installHint.toUtf8());
    if (command.contains(QLatin1Char('/'))) {
        const QFileInfo info(command);
        if (!info.exists())
            return fail(failure(QStringLiteral("does not exist; install it or mend the path%1").arg(hint)));
        if (info.isDir() || !info.isExecutable())
            return fail(failure(QStringLiteral("is not a program that may be run; check its permissions")));
        return command;
    }
    QStringList folders = path.split(QDir::listSeparator(), Qt::SkipEmptyParts);
    // A relative folder would run whatever lies where we happen to stand.
    folders.removeIf([](const QString &folder) { return !QDir::isAbsolutePath(folder); });
    const QString found = folders.isEmpty() ? QString() : QStandardPaths::findExecutable(command, folders);
    if (found.isEmpty())
        return fail(failure(QStringLiteral("was not found; install it, or write its whole path; the PATH tried was %1%2").arg(path, hint)));
    return found;
}

Terminal ExecProvider::terminal() const
{
    return m_setup.config.interactiveMode == InteractiveMode::Never ? Terminal::None : m_setup.terminal;
}

Error ExecProvider::failure(const QString &what) const
{
    return Error{ErrorKind::Unauthorized,
                 QStringLiteral("user \"%1\": the credential plugin %2 %3").arg(m_setup.userName, m_setup.config.command, what),
                 m_setup.place, {}, error_code::CredentialPlugin};
}

} // namespace kube
