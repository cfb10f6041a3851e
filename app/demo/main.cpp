// SPDX-License-Identifier: Apache-2.0
#include "app/demo/demo_cluster.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTextStream>

#ifdef Q_OS_UNIX
#include <csignal>
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace {

#ifdef Q_OS_UNIX
int signalPipe[2];

void onSignal(int)
{
    const char byte = 0;
    [[maybe_unused]] const auto written = ::write(signalPipe[1], &byte, 1);
}
#endif

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"orrery-demo"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(ORRERY_VERSION));
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("orrery-demo", "A Kubernetes cluster in memory, on loopback only: prints the path of its kubeconfig."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption pods(u"pods"_s, QCoreApplication::translate("orrery-demo", "Pods to begin with."), u"number"_s, u"120"_s);
    const QCommandLineOption churn(u"churn"_s, QCoreApplication::translate("orrery-demo", "Pods changed each second."), u"rate"_s, u"0"_s);
    const QCommandLineOption churnSeconds(u"churn-seconds"_s, QCoreApplication::translate("orrery-demo", "Change Pods only for so long; 0: always."), u"seconds"_s, u"0"_s);
    const QCommandLineOption seed(u"seed"_s, QCoreApplication::translate("orrery-demo", "The same seed gives the same cluster."), u"number"_s, u"1"_s);
    const QCommandLineOption port(u"port"_s, QCoreApplication::translate("orrery-demo", "Port to listen on; 0: any free one."), u"number"_s, u"0"_s);
    const QCommandLineOption kubeconfig(u"write-kubeconfig"_s, QCoreApplication::translate("orrery-demo", "Where to write the kubeconfig; by default a private temporary file."), u"file"_s);
    const QCommandLineOption newApi(u"new-api"_s, QCoreApplication::translate("orrery-demo", "Speak as Kubernetes 1.36 does (the default)."));
    const QCommandLineOption oldApi(u"old-api"_s, QCoreApplication::translate("orrery-demo", "Speak as Kubernetes 1.20 did: no aggregated discovery, OpenAPI v3 or WatchList."));
    const QCommandLineOption withParent(u"end-with-input"_s, QCoreApplication::translate("orrery-demo", "End when standard input is closed."));
    parser.addOptions({pods, churn, churnSeconds, seed, port, kubeconfig, newApi, oldApi, withParent});
    parser.process(application);

    QTextStream err(stderr);
    const auto number = [&](const QCommandLineOption &option) -> double {
        bool ok = false;
        const double value = parser.value(option).toDouble(&ok);
        if (!ok || value < 0) {
            err << QCoreApplication::translate("orrery-demo", "--%1 takes a number, not \"%2\"").arg(option.names().constFirst(), parser.value(option)) << '\n';
            err.flush();
            ::exit(2);
        }
        return value;
    };
    orrery::demo::DemoCluster::Options options;
    options.pods = static_cast<std::size_t>(number(pods));
    options.churn = number(churn);
    options.churnSeconds = number(churnSeconds);
    options.seed = static_cast<std::uint64_t>(number(seed));
    options.port = static_cast<quint16>(number(port));
    options.newApi = !parser.isSet(oldApi);
    options.kubeconfig = parser.value(kubeconfig);

    orrery::demo::DemoCluster cluster;
    const auto started = cluster.start(options);
    if (!started) {
        err << "orrery-demo: " << started.error().toString() << '\n';
        return 1;
    }
    QTextStream(stdout) << *started << Qt::endl;

#ifdef Q_OS_UNIX
    if (::pipe(signalPipe) == 0) {
        auto *notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, &application);
        QObject::connect(notifier, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
        std::signal(SIGTERM, onSignal);
        std::signal(SIGINT, onSignal);
    }
    if (parser.isSet(withParent)) {
        auto *input = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, &application);
        QObject::connect(input, &QSocketNotifier::activated, &application, [input] {
            char buffer[256];
            if (::read(STDIN_FILENO, buffer, sizeof buffer) <= 0) {
                input->setEnabled(false);
                QCoreApplication::quit();
            }
        });
    }
#endif
    return QCoreApplication::exec();
}
