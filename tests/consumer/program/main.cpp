// SPDX-License-Identifier: Apache-2.0
// list-pods [-kubeconfig FILE]: prints the Pods of every namespace, one NAMESPACE/NAME a line.
#include "core/base/mailbox.h"
#include "core/base/qt_scheduler.h"
#include "core/dynamic/dynamic_client.h"
#include "core/dynamic/pager.h"
#include "core/kubeconfig/context_config.h"
#include "core/rest/qt_transport.h"
#include "core/rest/rest_client.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

#include <cstdio>

namespace {

int failed(const kube::Error &error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.toString()));
    return 1;
}

void print(const kube::ListPage &pods)
{
    for (const kube::ObjectPtr &pod : pods.items)
        std::printf("%s\n", pod->key().toString().c_str());
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser arguments;
    arguments.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    arguments.addOption({QStringLiteral("kubeconfig"), QStringLiteral("The kubeconfig to use."), QStringLiteral("FILE")});
    arguments.addHelpOption();
    arguments.process(app);

    const auto environment = QProcessEnvironment::systemEnvironment();
    const auto loaded = kube::KubeconfigLoader(kube::LoadingRules::from(environment, QDir::currentPath(), arguments.value(QStringLiteral("kubeconfig")))).load();
    if (!loaded)
        return failed(loaded.error());
    const auto scheduler = std::make_shared<kube::QtScheduler>();
    const auto executor = kube::Mailbox::create();
    const auto config = kube::restConfigFor(*loaded, {}, {.scheduler = scheduler.get(), .environment = environment});
    if (!config)
        return failed(config.error());
    const auto transport = kube::QtTransport::create(config->rest, scheduler);
    if (!transport)
        return failed(transport.error());

    kube::RestClient rest(config->rest, {*transport, scheduler, executor, kube::systemRandom()});
    kube::DynamicClient client(rest, executor);
    kube::Pager pager([&client](const kube::ListQuery &query) { return client.list({"", "v1", "pods"}, "", query); }, executor);
    const kube::Owner owner(executor);
    int status = 0;
    kube::ListQuery query;
    query.limit = 500;
    kube::then(pager.list(query), owner, [&status](kube::Result<kube::ListPage> pods) {
        if (pods)
            print(*pods);
        else
            status = failed(pods.error());
        QCoreApplication::exit(status);
    });
    return QCoreApplication::exec();
}
