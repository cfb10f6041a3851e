// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kubeconfig/exec_credential.h"
#include "core/kubeconfig/login_shell.h"
#include "core/rest/auth_provider.h"

namespace kube {

/// Credentials from a plugin. It runs when a credential is first asked for, once however many ask meanwhile; what it
/// gave serves until its expirationTimestamp or a 401. A failure stands for ten seconds, so that many failing requests
/// do not open as many browser windows. Nothing it prints is logged or shown but its stderr, tidied.
/// Thread: the scheduler's, with a Qt event loop. Destroying it kills a running plugin; who waits gets Canceled.
/// Source: KEP-541; client-go plugin/pkg/client/auth/exec.
class ExecProvider final : public AuthProvider
{
public:
    /// What to run, for whom, and within which limits.
    struct Setup {
        ExecConfig config;
        std::optional<ExecCluster> cluster; ///< with provideClusterInfo
        QString userName;                   ///< the kubeconfig's entry, for messages
        QString place;
        QProcessEnvironment environment;
        Terminal terminal = Terminal::None; ///< Offered: a plugin whose interactiveMode lets it has our input and stderr
        std::shared_ptr<LoginShell> loginShell; ///< may be null
        Duration timeout = std::chrono::minutes(2);
        qsizetype outputLimit = 1024 * 1024;
    };
    ExecProvider(Setup setup, Scheduler &scheduler); ///< runs nothing yet. scheduler outlives this
    ~ExecProvider() override;

    [[nodiscard]] Future<Credential> credential() override;
    [[nodiscard]] std::optional<Error> awaited() const override;
    bool rejected(const Credential &credential) override;

private:
    struct Cached {
        Credential credential;
        std::optional<WallTime> expiration;
    };

    void begin();
    void run(const QString &shellPath);
    void finish(Result<Cached> result);
    [[nodiscard]] Result<Cached> judge(const kubeconfig::ProcessResult &result) const;
    [[nodiscard]] Result<QString> findCommand(const QString &path) const;
    [[nodiscard]] Terminal terminal() const;
    [[nodiscard]] Error failure(const QString &what) const;

    Setup m_setup;
    Scheduler &m_scheduler;
    std::optional<Cached> m_cached;
    std::optional<Error> m_failure;
    SteadyTime m_failedAt{};
    SteadyTime m_begunAt{}; ///< of what m_waiting waits for
    std::vector<Promise<Credential>> m_waiting;
    std::unique_ptr<kubeconfig::ProcessRun> m_run;
};

} // namespace kube
