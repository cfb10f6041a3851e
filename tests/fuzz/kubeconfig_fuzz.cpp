// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/context_config.h"
#include "core/kubeconfig/decoder.h"
#include "core/kubeconfig/validation.h"
#include "tests/fuzz/fuzz.h"

#include <QSet>

namespace {

/// Validation opens the files that a config names; here it may name any.
void dropFiles(kube::Config &config)
{
    for (auto &cluster : config.clusters)
        cluster.certificateAuthority.clear();
    for (auto &user : config.users) {
        user.clientCertificate.clear();
        user.clientKey.clear();
        user.tokenFile.clear();
    }
}

void checkSaid(const kube::Error &error)
{
    kube::test::mustHold(!error.message.isEmpty(), "a problem has words");
    kube::test::mustHold(error.place.startsWith(QLatin1String("/config")), "and a place");
}

template <typename Entries>
void checkNames(const Entries &entries)
{
    QSet<QString> names;
    for (const auto &entry : entries) {
        kube::test::mustHold(!entry.name.isEmpty(), "an entry has a name");
        kube::test::mustHold(!names.contains(entry.name), "of its own");
        names.insert(entry.name);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace kube;
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    auto decoded = decodeKubeconfig(bytes, QStringLiteral("/config"));
    if (!decoded) {
        checkSaid(decoded.error());
        return 0;
    }
    for (const Error &problem : decoded->problems)
        checkSaid(problem);
    checkNames(decoded->config.clusters);
    checkNames(decoded->config.users);
    checkNames(decoded->config.contexts);
    dropFiles(decoded->config);
    for (const Error &problem : validateConfig(decoded->config))
        checkSaid(problem);
    LoadedConfig loaded{decoded->config, decoded->problems, {QStringLiteral("/config")}};
    const auto summaries = contexts(loaded);
    test::mustHold(summaries.size() == decoded->config.contexts.size(), "a broken context does not hide the others");
    for (const ContextSummary &summary : summaries) {
        ConfigOverrides overrides;
        overrides.context = summary.name;
        test::mustHold(applyOverrides(loaded.config, overrides).has_value() || summary.error, "what cannot be chosen says so");
    }
    return 0;
}
