// SPDX-License-Identifier: Apache-2.0
#include "core/examples/support/flags.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace flags_test {

using namespace kube;
using namespace std::chrono_literals;
using kube::examples::Flags;
using Words = std::vector<std::string>;

namespace {

struct Parsed {
    Flags flags;
    std::string kubeconfig;
    std::string master;
    bool leaderElect = false;
    Duration period{};

    Parsed()
    {
        flags.stringVar(&kubeconfig, "kubeconfig", "", "The kubeconfig file.");
        flags.stringVar(&master, "master", "https://here", "The API server.");
        flags.boolVar(&leaderElect, "leader-elect", true, "Stand for election.");
        flags.durationVar(&period, "period", "15s", "Between tries.");
    }
    QString parse(const Words &words)
    {
        const auto result = flags.parse(words);
        return result ? QStringLiteral("ok") : result.error().message;
    }
};

} // namespace

class FlagsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void whatIsNotSaidIsAsItWas()
    {
        Parsed p;
        QCOMPARE(p.parse({}), QStringLiteral("ok"));
        QCOMPARE(p.kubeconfig, std::string());
        QCOMPARE(p.master, std::string("https://here"));
        QVERIFY(p.leaderElect);
        QVERIFY(p.period == 15s);
    }

    void oneDashOrTwoWithEqualsOrASpaceAreTheSame()
    {
        for (const Words &words : {Words{"-kubeconfig", "/a=b"}, Words{"--kubeconfig", "/a=b"}, Words{"-kubeconfig=/a=b"}, Words{"--kubeconfig=/a=b"}}) {
            Parsed p;
            QCOMPARE(p.parse(words), QStringLiteral("ok"));
            QCOMPARE(p.kubeconfig, std::string("/a=b"));
        }
    }

    void theLastOfSeveralCountsAndAValueMayBeEmptyOrBeginWithADash()
    {
        Parsed p;
        QCOMPARE(p.parse({"-master=a", "-master", "-b", "-kubeconfig="}), QStringLiteral("ok"));
        QCOMPARE(p.master, std::string("-b"));
        QCOMPARE(p.kubeconfig, std::string());
    }

    void onAndOffTakeTheirValueAfterEqualsAlone()
    {
        Parsed p;
        QCOMPARE(p.parse({"-leader-elect=false"}), QStringLiteral("ok"));
        QVERIFY(!p.leaderElect);
        QCOMPARE(p.parse({"--leader-elect", "false"}), QStringLiteral("ok"));
        QVERIFY(p.leaderElect);
        QCOMPARE(p.flags.args(), (Words{"false"}));
        QCOMPARE(p.parse({"-leader-elect=perhaps"}), QStringLiteral("invalid value \"perhaps\" for flag -leader-elect: parse error"));
    }

    void durationsAreGos()
    {
        const std::pair<const char *, Duration> durations[] = {{"0", 0s}, {"1m30s", 90s}, {"500ms", 500ms}, {"1.5h", 90min}, {"2us3ns", 2003ns}};
        for (const auto &[text, duration] : durations) {
            Parsed p;
            QCOMPARE(p.parse({"-period", text}), QStringLiteral("ok"));
            QVERIFY2(p.period == duration, text);
        }
        for (const char *text : {"", "5", "s", "-5s", "5x", "1e3s", "99999999999h", "nans", "infs"}) {
            Parsed p;
            QVERIFY2(p.parse({"-period", text}).startsWith(QStringLiteral("invalid value")), text);
            QVERIFY(p.period == 15s);
        }
    }

    void flagsEndAtTheFirstOtherArgument()
    {
        Parsed p;
        QCOMPARE(p.parse({"-master", "a", "pods", "-kubeconfig", "b"}), QStringLiteral("ok"));
        QCOMPARE(p.flags.args(), (Words{"pods", "-kubeconfig", "b"}));
        QCOMPARE(p.parse({"--", "-master"}), QStringLiteral("ok"));
        QCOMPARE(p.flags.args(), (Words{"-master"}));
        QCOMPARE(p.parse({"-"}), QStringLiteral("ok"));
        QCOMPARE(p.flags.args(), (Words{"-"}));
    }

    void mistakesAreToldInGosWords()
    {
        Parsed p;
        QCOMPARE(p.parse({"-nobody"}), QStringLiteral("flag provided but not defined: -nobody"));
        QCOMPARE(p.parse({"-kubeconfig"}), QStringLiteral("flag needs an argument: -kubeconfig"));
        QCOMPARE(p.parse({"---kubeconfig"}), QStringLiteral("bad flag syntax: ---kubeconfig"));
        QCOMPARE(p.parse({"-=x"}), QStringLiteral("bad flag syntax: -=x"));
    }

    void helpIsNoMistake()
    {
        for (const char *word : {"-h", "-help", "--help"}) {
            const auto result = Parsed().flags.parse({word});
            QVERIFY(!result);
            QCOMPARE(result.error().kind, ErrorKind::NotFound);
        }
        QCOMPARE(Parsed().flags.defaults(),
                 std::string("  -kubeconfig string\n    \tThe kubeconfig file.\n"
                             "  -leader-elect\n    \tStand for election. (default true)\n"
                             "  -master string\n    \tThe API server. (default \"https://here\")\n"
                             "  -period duration\n    \tBetween tries. (default 15s)\n"));
    }
};

ORRERY_GUILESS_TEST(FlagsTest)
} // namespace flags_test
#include "flags_test.moc"
