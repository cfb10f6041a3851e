// SPDX-License-Identifier: Apache-2.0
#include "app/command_line.h"
#include "app/composition/demo_child.h"
#include "app/composition/screenshot.h"
#include "app/composition/workspace.h"
#include "app/keychain/keychain_store.h"
#include "core/apply/draft_store.h"
#include "core/apply/write_store.h"
#include "core/base/mailbox.h"
#include "core/base/qt_scheduler.h"
#include "ui/base/icons.h"
#include "ui/frame/main_window.h"
#include "ui/frame/page_tabs.h"
#include "ui/frame/session_store.h"
#include "ui/frame/status_face.h"
#include "ui/models/background.h"
#include "ui/models/instrument.h"
#include "ui/widgets/apply_theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QStandardPaths>
#include <QTextStream>
#include <QTimer>
#include <QTranslator>

#include <future>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 demoPods = 120;

void describeProgram()
{
    QCoreApplication::setApplicationName(u"orrery"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(ORRERY_VERSION));
    QCoreApplication::setOrganizationName(u"orrery"_s);
}

QStringList argumentsOf(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

bool hasDisplay()
{
#if defined(Q_OS_LINUX)
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

/// Resident bytes of this process; 0 where that cannot be told.
qint64 residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * 4096;
}

void loadTranslations(QCoreApplication &application)
{
    const QLocale locale;
    for (const auto &[name, folder] : {std::pair(u"orrery"_s, u":/i18n"_s), std::pair(u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath))}) {
        auto *translator = new QTranslator(&application);
        // English has a file too, for its plurals; other languages fall back to it.
        if (translator->load(locale, name, u"_"_s, folder) || translator->load(QLocale(QLocale::English), name, u"_"_s, folder))
            QCoreApplication::installTranslator(translator);
    }
}

orrery::ThemeChoice themeOf(const orrery::CommandLine &line, const orrery::MainWindow &window)
{
    if (!line.theme)
        return line.screenshot ? orrery::ThemeChoice::Light : window.themeChoice();
    return *line.theme == u"dark"_s ? orrery::ThemeChoice::Dark : orrery::ThemeChoice::Light;
}

int run(int argc, char *argv[], orrery::CommandLine line)
{
    QApplication application(argc, argv);
    describeProgram();
    QGuiApplication::setDesktopFileName(u"io.github.orrery.Orrery"_s);
    loadTranslations(application);
    orrery::ThemeController theme(application);
    QGuiApplication::setWindowIcon(orrery::applicationIcon());

    const auto gui = kube::Mailbox::create();
    const auto background = std::make_shared<orrery::Background>();
    kube::QtScheduler scheduler;
    orrery::KeychainStore keychain({}, scheduler);
    orrery::Credentials credentials(keychain, gui);
    // A picture is of the cluster, not of what somebody did last time.
    orrery::SessionStore store(line.screenshot ? QString() : QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/window.ini"_s);
    // Whoever takes a picture edits nothing.
    const auto drafts = line.screenshot ? nullptr
                                        : std::make_shared<kube::DraftStore>(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/drafts"_s);
    // The demo's cluster ends with the program.
    const auto writes = line.screenshot || line.demo ? nullptr
                                                     : std::make_shared<kube::WriteStore>(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/writes"_s);
    int exitCode = 0;
    {
        orrery::MainWindow window(store);
        theme.setChoice(themeOf(line, window));
        QObject::connect(&window, &orrery::MainWindow::themeChosen, &theme, &orrery::ThemeController::setChoice);

        orrery::DemoChild demo;
        std::unique_ptr<orrery::Clusters> clusters;
        std::unique_ptr<orrery::Workspace> workspace;
        std::unique_ptr<orrery::Screenshot> screenshot;
        // An instrument is opened over the table that drives it.
        const bool isOfInstrument = orrery::Screenshot::instrumentIn(line.screenshotView).has_value();
        const QString kind = line.screenshotView.isEmpty() || isOfInstrument ? line.kind : line.screenshotView;
        const auto begin = [&] {
            clusters = std::make_unique<orrery::Clusters>(line, gui, credentials);
            clusters->setAuditLog(std::make_shared<kube::AuditLog>(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/audit.jsonl"_s));
            QObject::connect(clusters.get(), &orrery::Clusters::auditFailed, clusters.get(),
                             [](const kube::Error &error) { QTextStream(stderr) << "orrery: audit log: " << error.toString() << Qt::endl; });
            const auto loaded = clusters->load();
            // Why there is nothing to take a picture of is said when it is given up, once.
            const auto inTheWay = line.screenshot && loaded ? clusters->initialProblem() : std::nullopt;
            const QString saidLater = inTheWay ? inTheWay->toString() : QString();
            for (const kube::Error &problem : clusters->problems()) {
                if (!saidLater.contains(problem.toString()))
                    QTextStream(stderr) << "orrery: " << problem.toString() << Qt::endl;
            }
            workspace = std::make_unique<orrery::Workspace>(orrery::Workspace::Parts{line, &window, clusters.get(), &credentials, gui, background, drafts, writes});
            if (line.screenshot) {
                screenshot = std::make_unique<orrery::Screenshot>(*workspace, window, *line.screenshot, isOfInstrument ? line.screenshotView : kind);
                QObject::connect(screenshot.get(), &orrery::Screenshot::finished, &application, &QCoreApplication::exit);
                QObject::connect(workspace.get(), &orrery::Workspace::cannotStart, screenshot.get(), &orrery::Screenshot::giveUp);
            }
            if (loaded)
                workspace->start(kind, line.name);
            else
                workspace->fail(loaded.error());
        };
        QTimer memory;
        memory.callOnTimeout(&window, [&window] { window.status()->setMemory(residentBytes()); });
        memory.start(2000);
        window.status()->setMemory(residentBytes());

        if (line.screenshotSize)
            window.resize(*line.screenshotSize);
        else if (line.screenshot)
            window.resize(1280, 800);
        const bool fits = window.fits();
        window.show();
        if (!fits && !line.screenshot)
            window.setWindowState(window.windowState() | Qt::WindowMaximized);
        if (line.demo) {
            QObject::connect(&demo, &orrery::DemoChild::ready, &window, [&](const QString &kubeconfig) {
                line.kubeconfig = kubeconfig;
                begin();
            });
            QObject::connect(&demo, &orrery::DemoChild::failed, &window, [](const QString &why) {
                QTextStream(stderr) << "orrery: " << QCoreApplication::translate("orrery", "the demo cluster did not start: %1").arg(why) << Qt::endl;
                QCoreApplication::exit(1);
            });
            demo.start(line.demoPods.value_or(demoPods));
        } else {
            begin();
        }
        exitCode = QApplication::exec();
        screenshot.reset();
        // Pages use the ports of sessions: they go first.
        for (orrery::Page *page : window.tabs()->pages())
            window.tabs()->closePage(page);
        workspace.reset();
        clusters.reset();
    }
    // What was typed and written last is on disk before the program ends: the thread drops what it has not begun.
    std::promise<void> kept;
    background->post([&kept] { kept.set_value(); });
    kept.get_future().wait();
    store.flush();
    gui->close();
    return exitCode;
}

/// Reads the arguments and says on the terminal what there is to say of them, in the person's language. Help, version
/// and errors need no display, and no QApplication works without one.
kube::Result<orrery::CommandLine> parseCommandLine(int argc, char *argv[])
{
    const QStringList arguments = argumentsOf(argc, argv);
    int count = 1;
    QCoreApplication early(count, argv);
    describeProgram();
    loadTranslations(early);
    auto line = orrery::CommandLine::parse(arguments);
    if (!line) {
        QTextStream(stderr) << "orrery: " << line.error().message << '\n' << QCoreApplication::translate("orrery", "See orrery --help.") << Qt::endl;
    } else if (line->action != orrery::CommandLine::Action::Run) {
        QTextStream(stdout) << line->text;
    } else if (!hasDisplay() && !line->screenshot) {
        QTextStream(stderr) << "orrery: "
                            << QCoreApplication::translate("orrery", "there is no display (DISPLAY and WAYLAND_DISPLAY are not set); --screenshot FILE works without one")
                            << Qt::endl;
    }
    return line;
}

} // namespace

int main(int argc, char *argv[])
{
    auto line = parseCommandLine(argc, argv);
    if (!line)
        return 2;
    if (line->action != orrery::CommandLine::Action::Run)
        return 0;
    if (!hasDisplay()) {
        if (!line->screenshot)
            return 1;
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    if (line->screenshot && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    return run(argc, argv, std::move(*line));
}
