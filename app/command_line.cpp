// SPDX-License-Identifier: Apache-2.0
#include "app/command_line.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

namespace orrery {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

struct Options {
    QCommandLineOption kubeconfig{QStringLiteral("kubeconfig"), Text::tr("Path to the kubeconfig file to use."), QStringLiteral("file")};
    QCommandLineOption context{QStringLiteral("context"), Text::tr("The kubeconfig context to open."), QStringLiteral("name")};
    QCommandLineOption cluster{QStringLiteral("cluster"), Text::tr("The kubeconfig cluster to use."), QStringLiteral("name")};
    QCommandLineOption user{QStringLiteral("user"), Text::tr("The kubeconfig user to use."), QStringLiteral("name")};
    QCommandLineOption server{{QStringLiteral("s"), QStringLiteral("server"), QStringLiteral("master")},
                              Text::tr("Address of the API server; overrides the kubeconfig's."), QStringLiteral("url")};
    QCommandLineOption namespaceName{{QStringLiteral("n"), QStringLiteral("namespace")}, Text::tr("Namespace to look at."), QStringLiteral("name")};
    QCommandLineOption all{{QStringLiteral("A"), QStringLiteral("all-namespaces")}, Text::tr("Look at all namespaces.")};
    QCommandLineOption as{QStringLiteral("as"), Text::tr("User to impersonate."), QStringLiteral("name")};
    QCommandLineOption asGroup{QStringLiteral("as-group"), Text::tr("Group to impersonate; may be repeated."), QStringLiteral("name")};
    QCommandLineOption timeout{QStringLiteral("request-timeout"), Text::tr("How long one request may take, such as 30s or 1m; 0 is no limit."), QStringLiteral("duration")};
    QCommandLineOption readOnly{QStringLiteral("read-only"), Text::tr("Send nothing that changes the cluster.")};
    QCommandLineOption demo{QStringLiteral("demo"), Text::tr("Open the demo cluster, which ends with the window.")};
    QCommandLineOption demoPods{QStringLiteral("demo-pods"), Text::tr("Pods of the demo cluster."), QStringLiteral("number")};
    QCommandLineOption theme{QStringLiteral("theme"), Text::tr("light or dark; otherwise the desktop's."), QStringLiteral("theme")};
    QCommandLineOption screenshot{QStringLiteral("screenshot"), Text::tr("Write a picture of the window once it is live or has failed, print one line of JSON, and end; needs no display."), QStringLiteral("file")};
    QCommandLineOption screenshotView{QStringLiteral("screenshot-view"), Text::tr("The kind to show in the picture, or an instrument: pipeline, requests, controllers, apiserver, leases."), QStringLiteral("kind")};
    QCommandLineOption screenshotSize{QStringLiteral("screenshot-size"), Text::tr("Size of the picture, such as 1280x800."), QStringLiteral("size")};
    QCommandLineOption help{{QStringLiteral("h"), QStringLiteral("help")}, Text::tr("Show this help.")};
    QCommandLineOption version{QStringLiteral("version"), Text::tr("Show the version.")};
};

kube::Unexpected bad(const QString &message)
{
    return kube::fail(kube::Error::badInput(message, QCoreApplication::translate("CommandLine", "command line")));
}

std::optional<QString> valueOf(const QCommandLineParser &parser, const QCommandLineOption &option)
{
    return parser.isSet(option) ? std::optional(parser.value(option)) : std::nullopt;
}

} // namespace

kube::Result<std::chrono::milliseconds> parseTimeout(const QString &text)
{
    static const QRegularExpression whole(QStringLiteral("^(\\d+|(?:\\d+(?:\\.\\d+)?(?:ms|s|m|h))+)$"));
    static const QRegularExpression part(QStringLiteral("(\\d+(?:\\.\\d+)?)(ms|s|m|h)"));
    if (!whole.match(text).hasMatch()) {
        return bad(Text::tr("--request-timeout takes a whole number of seconds or a duration such as 30s, 1m30s or 500ms, not \"%1\"")
                       .arg(text));
    }
    bool isNumber = false;
    const qint64 seconds = text.toLongLong(&isNumber);
    if (isNumber)
        return std::chrono::seconds(seconds);
    double total = 0;
    for (auto parts = part.globalMatch(text); parts.hasNext();) {
        const auto match = parts.next();
        const QString unit = match.captured(2);
        const double factor = unit == QLatin1String("ms") ? 1 : unit == QLatin1String("s") ? 1000 : unit == QLatin1String("m") ? 60'000 : 3'600'000;
        total += match.captured(1).toDouble() * factor;
    }
    return std::chrono::milliseconds(static_cast<qint64>(total));
}

kube::Result<CommandLine> CommandLine::parse(const QStringList &arguments)
{
    const Options options;
    QCommandLineParser parser;
    parser.setApplicationDescription(Text::tr("A desktop explorer for Kubernetes clusters."));
    for (const auto *option : {&options.kubeconfig, &options.context, &options.cluster, &options.user, &options.server,
                               &options.namespaceName, &options.all, &options.as, &options.asGroup, &options.timeout,
                               &options.readOnly, &options.demo, &options.demoPods, &options.theme, &options.screenshot,
                               &options.screenshotView, &options.screenshotSize, &options.help, &options.version})
        parser.addOption(*option);
    parser.addPositionalArgument(QStringLiteral("KIND"), Text::tr("A kind to open: pods, deploy, foos.samplecontroller.k8s.io …"), QStringLiteral("[KIND]"));
    parser.addPositionalArgument(QStringLiteral("NAME"), Text::tr("An object of that kind to select; KIND/NAME does too."), QStringLiteral("[NAME]"));

    CommandLine line;
    if (!parser.parse(arguments))
        return bad(parser.errorText());
    if (parser.isSet(options.help)) {
        line.action = Action::ShowHelp;
        line.text = parser.helpText();
        return line;
    }
    if (parser.isSet(options.version)) {
        line.action = Action::ShowVersion;
        line.text = QStringLiteral("orrery ") + QCoreApplication::applicationVersion() + QLatin1Char('\n');
        return line;
    }

    line.kubeconfig = valueOf(parser, options.kubeconfig);
    line.context = valueOf(parser, options.context);
    line.cluster = valueOf(parser, options.cluster);
    line.user = valueOf(parser, options.user);
    line.server = valueOf(parser, options.server);
    line.namespaceName = valueOf(parser, options.namespaceName);
    line.allNamespaces = parser.isSet(options.all);
    line.as = valueOf(parser, options.as);
    line.asGroups = parser.values(options.asGroup);
    line.readOnly = parser.isSet(options.readOnly);
    line.demo = parser.isSet(options.demo);
    line.theme = valueOf(parser, options.theme);
    line.screenshot = valueOf(parser, options.screenshot);
    line.screenshotView = parser.value(options.screenshotView);

    if (line.allNamespaces && line.namespaceName)
        return bad(Text::tr("-A/--all-namespaces and -n/--namespace exclude each other"));
    if (!line.asGroups.isEmpty() && !line.as)
        return bad(Text::tr("--as-group needs --as"));
    if (line.demo && line.kubeconfig)
        return bad(Text::tr("--demo and --kubeconfig exclude each other"));
    if (line.theme && *line.theme != QLatin1String("light") && *line.theme != QLatin1String("dark"))
        return bad(Text::tr("--theme takes light or dark, not \"%1\"").arg(*line.theme));
    if (parser.isSet(options.screenshotView) && !line.screenshot)
        return bad(Text::tr("--screenshot-view needs --screenshot FILE"));
    if (parser.isSet(options.timeout)) {
        const auto timeout = parseTimeout(parser.value(options.timeout));
        if (!timeout)
            return kube::fail(timeout.error());
        line.requestTimeout = *timeout;
    }
    if (parser.isSet(options.demoPods)) {
        bool isNumber = false;
        const qint64 pods = parser.value(options.demoPods).toLongLong(&isNumber);
        if (!isNumber || pods < 0)
            return bad(Text::tr("--demo-pods takes a number, not \"%1\"").arg(parser.value(options.demoPods)));
        line.demoPods = pods;
    }
    if (parser.isSet(options.screenshotSize)) {
        static const QRegularExpression size(QStringLiteral("^(\\d{2,5})x(\\d{2,5})$"));
        const auto match = size.match(parser.value(options.screenshotSize));
        if (!match.hasMatch())
            return bad(Text::tr("--screenshot-size takes WIDTHxHEIGHT, not \"%1\"").arg(parser.value(options.screenshotSize)));
        line.screenshotSize = QSize(match.captured(1).toInt(), match.captured(2).toInt());
    }

    QStringList positional = parser.positionalArguments();
    // kubectl's other form: deployment/web.
    if (const QStringList parts = positional.value(0).split(QLatin1Char('/')); parts.size() > 1) {
        if (parts.size() > 2 || parts.contains(QString()))
            return bad(Text::tr("\"%1\" is neither KIND nor KIND/NAME").arg(positional.at(0)));
        positional = parts + positional.mid(1);
    }
    if (positional.size() > 2)
        return bad(Text::tr("unexpected argument \"%1\": give at most a kind and a name").arg(positional.at(2)));
    line.kind = positional.value(0);
    line.name = positional.value(1);
    if (line.allNamespaces && !line.name.isEmpty())
        return bad(Text::tr("-A/--all-namespaces and NAME exclude each other: a name means one object of one namespace"));
    return line;
}

} // namespace orrery
