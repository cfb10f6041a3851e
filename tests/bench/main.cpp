// SPDX-License-Identifier: Apache-2.0
#include "app/composition/credentials.h"
#include "app/composition/workspace.h"
#include "core/base/mailbox.h"
#include "core/base/memory_secret_store.h"
#include "tests/bench/churner.h"
#include "tests/bench/run.h"
#include "ui/frame/main_window.h"
#include "ui/frame/session_store.h"
#include "ui/models/background.h"
#include "ui/widgets/apply_theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"orrery-bench"_s);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Measures the real window, offscreen, on a cluster; prints one JSON object."_s);
    parser.addHelpOption();
    const QCommandLineOption kubeconfig(u"kubeconfig"_s, u"A real cluster."_s, u"file"_s);
    const QCommandLineOption demo(u"demo"_s, u"The demo cluster, in a process of its own."_s);
    const QCommandLineOption demoPods(u"demo-pods"_s, u"Its Pods."_s, u"number"_s, u"20000"_s);
    const QCommandLineOption kind(u"kind"_s, u"The kind to open."_s, u"plural"_s, u"pods"_s);
    const QCommandLineOption churn(u"churn"_s, u"Changes a second."_s, u"rate"_s, u"0"_s);
    const QCommandLineOption seconds(u"seconds"_s, u"How long to watch after the sync."_s, u"number"_s, u"10"_s);
    const QCommandLineOption clockwork(u"clockwork"_s, u"CPU alone, in turns with the Pipeline page shown in a window of its own and without."_s);
    const QCommandLineOption cpu(u"cpu"_s, u"CPU alone: nothing else is measured, so that nothing else is paid."_s);
    QCommandLineOption churnChild(u"churn-child"_s);
    churnChild.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({kubeconfig, demo, demoPods, kind, churn, seconds, clockwork, cpu, churnChild});
    parser.process(application);

    orrery::bench::Options options;
    options.kubeconfig = parser.value(kubeconfig);
    options.demo = parser.isSet(demo);
    options.demoPods = parser.value(demoPods).toLongLong();
    options.kind = parser.value(kind);
    options.churn = parser.value(churn).toDouble();
    options.seconds = parser.value(seconds).toDouble();
    options.clockwork = parser.isSet(clockwork);
    options.cpuAlone = options.clockwork || parser.isSet(cpu);
    if (parser.isSet(churnChild))
        return orrery::bench::runChurner(options.kubeconfig, options.churn);
    if (options.demo == !options.kubeconfig.isEmpty()) {
        QTextStream(stderr) << "orrery-bench: give either --demo or --kubeconfig FILE\n";
        return 2;
    }

    const auto gui = kube::Mailbox::create();
    const auto background = std::make_shared<orrery::Background>();
    orrery::ThemeController theme(application, orrery::ThemeChoice::Light);
    kube::MemorySecretStore secrets;
    orrery::Credentials credentials(secrets, gui);
    orrery::SessionStore store{QString()};
    int code = 1;
    {
        orrery::MainWindow window(store);
        window.resize(1280, 800);
        QProcess demoProcess;
        std::unique_ptr<orrery::bench::Run> run;
        // A window that answers: shown, and its event loop has come round.
        double startMs = 0;
        window.show();
        QTimer::singleShot(0, &window, [&startMs] { startMs = orrery::bench::millisecondsSinceStart(); });
        const auto begin = [&](const QString &path) {
            run = std::make_unique<orrery::bench::Run>(options, path, gui, background, credentials, window);
            QObject::connect(run.get(), &orrery::bench::Run::finished, &application, [](const QJsonObject &figures) {
                QTextStream(stdout) << QJsonDocument(figures).toJson(QJsonDocument::Compact) << Qt::endl;
                QCoreApplication::exit(0);
            });
            QObject::connect(run.get(), &orrery::bench::Run::failed, &application, [](const QString &why) {
                QTextStream(stderr) << "orrery-bench: " << why << Qt::endl;
                QCoreApplication::exit(1);
            });
            run->start(startMs);
        };
        if (options.demo) {
            demoProcess.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            QObject::connect(&demoProcess, &QProcess::errorOccurred, &window, [&demoProcess](QProcess::ProcessError error) {
                if (error != QProcess::FailedToStart)
                    return;
                QTextStream(stderr) << "orrery-bench: " << demoProcess.program() << ": " << demoProcess.errorString() << Qt::endl;
                QCoreApplication::exit(1);
            });
            demoProcess.start(QCoreApplication::applicationDirPath() + u"/orrery-demo"_s,
                              {u"--end-with-input"_s, u"--pods"_s, QString::number(options.demoPods), u"--churn"_s, QString::number(options.churn)});
            QObject::connect(&demoProcess, &QProcess::readyReadStandardOutput, &window, [&] {
                const QString path = QString::fromLocal8Bit(demoProcess.readAllStandardOutput()).trimmed();
                // Its controllers read everything once too: they are not what is measured.
                QTimer::singleShot(4000, &window, [&begin, path] { begin(path); });
            });
            QObject::connect(&demoProcess, &QProcess::finished, &window, [] {
                QTextStream(stderr) << "orrery-bench: the demo cluster ended" << Qt::endl;
                QCoreApplication::exit(1);
            });
        } else {
            QTimer::singleShot(0, &window, [&begin, &options] { begin(QFileInfo(options.kubeconfig).absoluteFilePath()); });
        }
        code = QApplication::exec();
        run.reset();
        demoProcess.disconnect();
        demoProcess.closeWriteChannel();
        demoProcess.waitForFinished(5000);
    }
    gui->close();
    return code;
}
