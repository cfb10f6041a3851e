// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/loader.h"

#include "core/kubeconfig/decoder.h"
#include "core/kubeconfig/kubeconfig_file.h"
#include "core/kubeconfig/merge.h"
#include "core/kubeconfig/yaml_tree.h"

#include <QDir>
#include <QFileInfo>

namespace kube {

namespace {

Result<QByteArray> readKubeconfig(const QString &path)
{
    return kubeconfig::readKubeconfigFile(path, kubeconfig::YamlTreeLimits{}.bytes);
}

} // namespace

LoadingRules LoadingRules::from(const QProcessEnvironment &environment, const QString &workingDirectory,
                                const QString &explicitFile)
{
    LoadingRules rules;
    rules.explicitFile = explicitFile;
    rules.kubeconfigVariable = environment.value(QStringLiteral("KUBECONFIG"));
    rules.home = environment.value(QStringLiteral("HOME"));
    rules.workingDirectory = workingDirectory;
    return rules;
}

QStringList KubeconfigLoader::files() const
{
    const auto absolute = [this](const QString &file) {
        return QDir::cleanPath(QDir(m_rules.workingDirectory).absoluteFilePath(file));
    };
    if (!m_rules.explicitFile.isEmpty())
        return {absolute(m_rules.explicitFile)};
    QStringList files;
    for (const QString &part : m_rules.kubeconfigVariable.split(QDir::listSeparator(), Qt::SkipEmptyParts)) {
        const QString file = absolute(part);
        if (!files.contains(file))
            files.append(file);
    }
    if (files.isEmpty() && !m_rules.home.isEmpty())
        files.append(QDir::cleanPath(m_rules.home + QStringLiteral("/.kube/config")));
    return files;
}

Result<LoadedConfig> KubeconfigLoader::load() const
{
    LoadedConfig loaded;
    const QStringList candidates = files();
    for (const QString &path : candidates) {
        if (!QFileInfo::exists(path)) {
            if (!m_rules.explicitFile.isEmpty())
                return fail(Error{ErrorKind::NotFound, QStringLiteral("there is no such file; check the path given with --kubeconfig"), path, {}});
            continue;
        }
        const auto decoded = readKubeconfig(path).and_then(
            [&](const QByteArray &bytes) { return decodeKubeconfig(bytes, path); });
        if (!decoded) {
            loaded.problems.append(decoded.error());
            continue;
        }
        loaded.files.append(path);
        loaded.problems.append(decoded->problems);
        mergeInto(loaded.config, decoded->config);
    }
    if (!loaded.config.isEmpty())
        return loaded;
    if (!loaded.problems.isEmpty())
        return fail(joined(loaded.problems));
    const QString where = candidates.isEmpty() ? QStringLiteral("neither KUBECONFIG nor HOME is set")
                                               : QStringLiteral("looked at %1").arg(candidates.join(QStringLiteral(", ")));
    return fail(Error{ErrorKind::NotFound,
                      QStringLiteral("there is no cluster configuration (%1); put a kubeconfig at ~/.kube/config, name one in "
                                     "KUBECONFIG or give one with --kubeconfig")
                          .arg(where),
                      {}, {}});
}

} // namespace kube
