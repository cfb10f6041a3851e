// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kubeconfig/config.h"
#include "core/base/result.h"

#include <QProcessEnvironment>

namespace kube {

/// Which files to read. Handed in: nothing here looks at the process's own environment.
struct LoadingRules {
    QString explicitFile;       ///< --kubeconfig: this file alone, and it must exist
    QString kubeconfigVariable; ///< $KUBECONFIG: files separated by ':' (';' on Windows)
    QString home;               ///< holds .kube/config, read when the variable names nothing
    QString workingDirectory;   ///< for relative names of kubeconfig files, and only for those

    /// KUBECONFIG and HOME out of environment.
    [[nodiscard]] static LoadingRules from(const QProcessEnvironment &environment, const QString &workingDirectory,
                                           const QString &explicitFile = {});
};

/// What the files hold together.
struct LoadedConfig {
    Config config;         ///< of each name the first file's entry, whole
    QList<Error> problems; ///< everything wrong in any file, in their order; the rest is usable all the same
    QStringList files;     ///< those that were read
};

/// Reads and merges kubeconfig files. Runs nothing, and opens no file but the kubeconfigs themselves.
/// Source: client-go tools/clientcmd/loader.go.
class KubeconfigLoader
{
public:
    explicit KubeconfigLoader(LoadingRules rules) : m_rules(std::move(rules)) {} ///< reads nothing yet

    /// Absolute paths in the order of their precedence, existing or not; each once.
    [[nodiscard]] QStringList files() const;

    /// Errors: NotFound when there is no configuration at all, saying where it was looked for; the files' own when
    /// none of them could be read.
    [[nodiscard]] Result<LoadedConfig> load() const;

private:
    LoadingRules m_rules;
};

} // namespace kube
