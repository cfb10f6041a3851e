// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kubeconfig/process_run.h"

#include <mutex>
#include <optional>

namespace kube {

/// The PATH a person's login shell would have: a program started from the desktop lacks what profiles add to it, and
/// credential plugins live there. Asked once, when first needed. Thread: any; shared between sessions.
class LoginShell
{
public:
    /// shell: a path, as $SHELL; empty: there is none and nothing is asked.
    explicit LoginShell(QString shell, Duration timeout = std::chrono::seconds(5))
        : m_shell(std::move(shell)), m_timeout(timeout)
    {
    }

    /// What is known by now; "" when the shell could not say.
    [[nodiscard]] std::optional<QString> path() const;

    /// Runs "$SHELL -l -c …" and remembers what it says; done(path()) on this thread, never within the call.
    /// Dropping the result stops it. Thread: one with a Qt event loop, the scheduler's.
    [[nodiscard]] std::unique_ptr<kubeconfig::ProcessRun> ask(const QProcessEnvironment &environment, Scheduler &scheduler,
                                                              std::function<void(QString)> done);

    /// Both PATHs as one, each folder once. The shell's order when it knows all of own, else own first.
    [[nodiscard]] static QString mergedPath(const QString &own, const QString &shells);

private:
    const QString m_shell;
    const Duration m_timeout;
    mutable std::mutex m_mutex;
    std::optional<QString> m_path; ///< guarded by m_mutex
};

} // namespace kube
