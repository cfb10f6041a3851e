// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QSize>
#include <QStringList>

#include <chrono>
#include <optional>

namespace orrery {

/// What was asked for on the command line, in kubectl's words.
struct CommandLine {
    enum class Action { Run, ShowHelp, ShowVersion };
    Action action = Action::Run;
    QString text; ///< to print for ShowHelp and ShowVersion

    std::optional<QString> kubeconfig;
    std::optional<QString> context;
    std::optional<QString> cluster;
    std::optional<QString> user;
    std::optional<QString> server;
    std::optional<QString> namespaceName;
    bool allNamespaces = false;
    std::optional<QString> as;
    QStringList asGroups;
    std::optional<std::chrono::milliseconds> requestTimeout;
    bool readOnly = false;

    bool demo = false;
    std::optional<qint64> demoPods;

    QString kind; ///< positional: "deployments", "deploy", "foos.samplecontroller.k8s.io"
    QString name;

    std::optional<QString> theme; ///< light or dark
    std::optional<QString> screenshot;
    QString screenshotView;
    std::optional<QSize> screenshotSize;

    /// Errors: BadInput naming the option and what it takes.
    [[nodiscard]] static kube::Result<CommandLine> parse(const QStringList &arguments);
};

/// kubectl's --request-timeout: "0", "30" (seconds), "1m30s", "500ms". Errors: BadInput.
[[nodiscard]] kube::Result<std::chrono::milliseconds> parseTimeout(const QString &text);

} // namespace orrery
