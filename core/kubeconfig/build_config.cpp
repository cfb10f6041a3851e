// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/build_config.h"

#include "core/base/log.h"

#include <QDir>

#include <unistd.h>

namespace kube {

namespace {

/// Nobody else tells the notices where only this is handed on.
Result<RestConfig> restOf(Result<ContextConfig> config)
{
    if (!config)
        return fail(std::move(config.error()));
    for (const QString &notice : std::as_const(config->notices))
        qCWarning(logAuth, "%ls", qUtf16Printable(notice));
    return std::move(config->rest);
}

} // namespace

Result<ContextConfig> buildConfigFromFlags(const ConfigFlags &flags, Scheduler &scheduler)
{
    AuthParts parts;
    parts.scheduler = &scheduler;
    parts.environment = flags.environment;
    parts.terminal = flags.terminal;
    ConfigOverrides overrides;
    overrides.server = flags.masterUrl;
    if (flags.kubeconfigPath.isEmpty()) {
        if (!flags.masterUrl.isEmpty())
            return restConfigFor({}, overrides, parts);
        auto inCluster = inClusterConfig({flags.root, flags.environment, &scheduler});
        if (inCluster || !inCluster.error().is(ErrorKind::NotFound))
            return inCluster;
    }
    const auto loaded = KubeconfigLoader(LoadingRules::from(flags.environment, flags.workingDirectory, flags.kubeconfigPath)).load();
    if (!loaded)
        return fail(loaded.error());
    return restConfigFor(*loaded, overrides, parts);
}

Result<RestConfig> buildConfigFromFlags(const std::string &masterUrl, const std::string &kubeconfigPath, const EventLoop &loop)
{
    ConfigFlags flags;
    flags.masterUrl = QString::fromStdString(masterUrl);
    flags.kubeconfigPath = QString::fromStdString(kubeconfigPath);
    flags.environment = QProcessEnvironment::systemEnvironment();
    flags.workingDirectory = QDir::currentPath();
    flags.terminal = isatty(STDIN_FILENO) ? Terminal::Offered : Terminal::None;
    return restOf(buildConfigFromFlags(flags, *loop.scheduler()));
}

Result<RestConfig> inClusterConfig(const EventLoop &loop, const std::string &root)
{
    return restOf(inClusterConfig({QString::fromStdString(root), QProcessEnvironment::systemEnvironment(), loop.scheduler().get()}));
}

} // namespace kube
