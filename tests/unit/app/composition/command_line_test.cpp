// SPDX-License-Identifier: Apache-2.0
#include "app/command_line.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace command_line_test {

using orrery::CommandLine;
using namespace std::chrono_literals;

class CommandLineTest : public QObject
{
    Q_OBJECT

    static kube::Result<CommandLine> parse(const QString &line)
    {
        return CommandLine::parse(QStringList{QStringLiteral("orrery")} + line.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void withoutArgumentsItRunsAsTheKubeconfigSays()
    {
        const auto line = parse({});
        QVERIFY(line);
        QCOMPARE(line->action, CommandLine::Action::Run);
        QVERIFY(!line->kubeconfig && !line->context && !line->namespaceName && !line->server && !line->as && !line->screenshot && !line->theme);
        QVERIFY(!line->allNamespaces && !line->readOnly && !line->demo);
        QCOMPARE(line->kind, QString());
        QCOMPARE(line->name, QString());
    }

    void kindAndName_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("name");
        QTest::newRow("a kind") << QStringLiteral("deployments") << QStringLiteral("deployments") << QString();
        QTest::newRow("a kind and a name") << QStringLiteral("deploy web") << QStringLiteral("deploy") << QStringLiteral("web");
        QTest::newRow("with a slash") << QStringLiteral("deploy/web") << QStringLiteral("deploy") << QStringLiteral("web");
        QTest::newRow("of a group") << QStringLiteral("foos.samplecontroller.k8s.io/a.b") << QStringLiteral("foos.samplecontroller.k8s.io") << QStringLiteral("a.b");
        QTest::newRow("before options") << QStringLiteral("pods web-0 -n shop") << QStringLiteral("pods") << QStringLiteral("web-0");
        QTest::newRow("between options") << QStringLiteral("-n shop pods --read-only web-0") << QStringLiteral("pods") << QStringLiteral("web-0");
    }
    void kindAndName()
    {
        QFETCH(QString, arguments);
        const auto line = parse(arguments);
        QVERIFY2(line, line ? "" : qPrintable(line.error().toString()));
        QTEST(line->kind, "kind");
        QTEST(line->name, "name");
    }

    void kubectlsWords_data()
    {
        QTest::addColumn<QString>("arguments");
        for (const char *each : {"-n shop", "-nshop", "-n=shop", "--namespace shop", "--namespace=shop"})
            QTest::newRow(each) << QString::fromLatin1(each);
    }
    void kubectlsWords()
    {
        QFETCH(QString, arguments);
        const auto line = parse(arguments);
        QVERIFY(line);
        QCOMPARE(line->namespaceName, std::optional(QStringLiteral("shop")));
    }

    void everyOptionIsTaken()
    {
        const auto line = parse(QStringLiteral("--kubeconfig /k --context c --cluster cl --user u -A --as eve --as-group a --as-group b --request-timeout 1m30s --read-only "
                                               "--theme dark --screenshot /f.png --screenshot-view pods --screenshot-size 800x600"));
        QVERIFY2(line, line ? "" : qPrintable(line.error().toString()));
        QCOMPARE(line->kubeconfig, std::optional(QStringLiteral("/k")));
        QCOMPARE(line->context, std::optional(QStringLiteral("c")));
        QCOMPARE(line->cluster, std::optional(QStringLiteral("cl")));
        QCOMPARE(line->user, std::optional(QStringLiteral("u")));
        QVERIFY(line->allNamespaces);
        QCOMPARE(line->as, std::optional(QStringLiteral("eve")));
        QCOMPARE(line->asGroups, QStringList({QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(line->requestTimeout, std::optional<std::chrono::milliseconds>(90s));
        QVERIFY(line->readOnly);
        QCOMPARE(line->theme, std::optional(QStringLiteral("dark")));
        QCOMPARE(line->screenshot, std::optional(QStringLiteral("/f.png")));
        QCOMPARE(line->screenshotView, QStringLiteral("pods"));
        QCOMPARE(line->screenshotSize, std::optional(QSize(800, 600)));
    }

    void theServerHasThreeNames_data()
    {
        QTest::addColumn<QString>("option");
        for (const char *each : {"--server", "--master", "-s"})
            QTest::newRow(each) << QString::fromLatin1(each);
    }
    void theServerHasThreeNames()
    {
        QFETCH(QString, option);
        const auto line = parse(option + QStringLiteral(" https://10.0.0.1:6443"));
        QVERIFY(line);
        QCOMPARE(line->server, std::optional(QStringLiteral("https://10.0.0.1:6443")));
    }

    void demoTakesANumberOfPods()
    {
        const auto line = parse(QStringLiteral("--demo --demo-pods 20 pods"));
        QVERIFY(line);
        QVERIFY(line->demo);
        QCOMPARE(line->demoPods, std::optional<qint64>(20));
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *arguments, const char *named) { QTest::newRow(arguments) << QString::fromLatin1(arguments) << QString::fromLatin1(named); };
        row("--nonsense", "nonsense");
        row("--context", "context");
        row("-A -n shop", "--all-namespaces");
        row("-A pods web-0", "NAME");
        row("--as-group a", "--as");
        row("--demo --kubeconfig /k", "--demo");
        row("--demo-pods many", "many");
        row("--demo-pods -1", "-1");
        row("--theme pink", "pink");
        row("--request-timeout soon", "soon");
        row("--screenshot-view pods", "--screenshot");
        row("--screenshot f --screenshot-size big", "WIDTHxHEIGHT");
        row("pods a b", "\"b\"");
        row("pods/a b", "\"b\"");
        row("pods/", "KIND/NAME");
        row("/web", "KIND/NAME");
        row("pods/a/b", "KIND/NAME");
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(QString, arguments);
        QFETCH(QString, named);
        const auto line = parse(arguments);
        QVERIFY(!line);
        QCOMPARE(line.error().kind, kube::ErrorKind::BadInput);
        QVERIFY2(line.error().message.contains(named), qPrintable(line.error().message));
    }

    void helpNamesEveryOption()
    {
        const auto line = parse(QStringLiteral("--help"));
        QVERIFY(line);
        QCOMPARE(line->action, CommandLine::Action::ShowHelp);
        for (const char *option : {"--kubeconfig", "--context", "--cluster", "--user", "--namespace", "-A", "--as", "--as-group", "--request-timeout", "--read-only", "--master",
                                   "--server", "--demo", "--version", "--screenshot", "--screenshot-view", "--theme", "KIND", "NAME"})
            QVERIFY2(line->text.contains(QLatin1String(option)), option);
    }

    void versionIsOneLine()
    {
        const auto line = parse(QStringLiteral("--version"));
        QVERIFY(line);
        QCOMPARE(line->action, CommandLine::Action::ShowVersion);
        QVERIFY(line->text.startsWith(QLatin1String("orrery ")));
        QCOMPARE(line->text.count(QLatin1Char('\n')), 1);
    }

    void timeoutsAreReadAsKubectlDoes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("milliseconds"); // -1: refused
        QTest::newRow("0") << QStringLiteral("0") << qint64(0);
        QTest::newRow("30") << QStringLiteral("30") << qint64(30'000);
        QTest::newRow("500ms") << QStringLiteral("500ms") << qint64(500);
        QTest::newRow("1h1m1.5s") << QStringLiteral("1h1m1.5s") << qint64(3'661'500);
        for (const char *bad : {"", "-1", "s", "1d", "1 s", "1.5"})
            QTest::newRow(qPrintable(QStringLiteral("bad ") + QLatin1String(bad))) << QString::fromLatin1(bad) << qint64(-1);
    }
    void timeoutsAreReadAsKubectlDoes()
    {
        QFETCH(QString, text);
        const auto timeout = orrery::parseTimeout(text);
        QTEST(timeout ? qint64(timeout->count()) : qint64(-1), "milliseconds");
    }
};

ORRERY_GUILESS_TEST(CommandLineTest)
} // namespace command_line_test
#include "command_line_test.moc"
