// SPDX-License-Identifier: Apache-2.0
#include "core/base/credential_error.h"
#include "core/session/ports/connection_fault.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/base/error_text.h"
#include "ui/base/format.h"
#include "ui/base/freshness_text.h"

namespace error_text_test {

using namespace orrery;
using namespace std::chrono_literals;
using kube::Error;
using kube::ErrorKind;

namespace {

const kube::WallTime when{1767366245s};

Error errorOf(ErrorKind kind)
{
    Error error{kind, QStringLiteral("the server's words"), {}, std::nullopt};
    kube::Status status;
    status.kind = QStringLiteral("deployments");
    status.group = QStringLiteral("apps");
    status.name = QStringLiteral("web");
    status.code = 503;
    error.status = status;
    return error;
}

} // namespace

class ErrorTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void everyKindHasAHeadlineOfItsOwnAndTheServersWords()
    {
        QSet<QString> headlines;
        for (int kind = 0; kind <= static_cast<int>(ErrorKind::BadInput); ++kind) {
            const ErrorText text = describe(errorOf(static_cast<ErrorKind>(kind)));
            QVERIFY(!text.headline.isEmpty());
            QVERIFY(!headlines.contains(text.headline));
            headlines << text.headline;
            QVERIFY(text.detail.contains(QStringLiteral("the server's words")));
            for (const QString &part : {text.headline, text.mend}) {
                QVERIFY2(!part.contains(QLatin1Char('!')), qPrintable(part));
                QVERIFY2(!part.contains(QStringLiteral("%1")), qPrintable(part));
            }
        }
    }

    void whatWasInjectedIsNotTheServers()
    {
        Error error = errorOf(ErrorKind::Throttled);
        error.code = kube::error_code::Injected;
        QCOMPARE(describe(error).headline, QStringLiteral("Injected: The server has too much to do"));
    }

    void anObjectThatTheServerRepeatsDoesNotHideWhatIsWrong()
    {
        Error error = errorOf(ErrorKind::Invalid);
        error.message = QStringLiteral("patch: Invalid value: \"") + QString(200'000, QLatin1Char('v')) + QStringLiteral("\": json: cannot unmarshal number into data");
        const QString detail = describe(error).detail;
        QVERIFY2(detail.size() < 600, qPrintable(QString::number(detail.size())));
        QVERIFY(detail.startsWith(QStringLiteral("patch: Invalid value")));
        QVERIFY(detail.contains(QStringLiteral("cannot unmarshal number into data")));
        for (int i = 0; i < 100; ++i)
            error.status->causes.push_back({{}, QStringLiteral("cause %1").arg(i), QStringLiteral("spec")});
        QVERIFY(describe(error).detail.count(QLatin1Char('\n')) < 20);
    }

    void whatIsWrongWithAnAppliedObjectIsNotTriedAgain()
    {
        Error error = errorOf(ErrorKind::Server);
        error.message = QStringLiteral("failed to create typed patch object: .spec.replicas: expected numeric (int or float), got string");
        QCOMPARE(describe(error).mend, describe(errorOf(ErrorKind::Invalid)).mend);
    }

    void aServerThatWasNotAskedIsNotBlamed()
    {
        for (const QLatin1StringView code : {kube::error_code::CredentialPlugin, kube::error_code::PassphraseRequired, kube::error_code::PassphraseWrong}) {
            const ErrorText text = describe(Error{ErrorKind::Unauthorized, QStringLiteral("login-tool was not found"), {}, {}, code});
            QVERIFY2(!text.headline.contains(QStringLiteral("server")), qPrintable(text.headline));
            QVERIFY(text.detail.contains(QStringLiteral("login-tool was not found")));
            QVERIFY(!text.mend.isEmpty());
        }
    }

    void theObjectIsNamedAsTheServerNamesIt()
    {
        QCOMPARE(describe(errorOf(ErrorKind::NotFound)).headline, QStringLiteral("There is no deployments.apps “web”"));
        QCOMPARE(describe(errorOf(ErrorKind::Conflict)).headline, QStringLiteral("deployments.apps “web” has changed meanwhile"));
        QCOMPARE(describe(Error{ErrorKind::Conflict, {}, {}, {}}).headline, QStringLiteral("The object has changed meanwhile"));
    }

    void causesAreToldUnlessTheMessageSaysThem()
    {
        Error error = errorOf(ErrorKind::Invalid);
        error.status->causes = {{QStringLiteral("FieldValueInvalid"), QStringLiteral("must be positive"), QStringLiteral("spec.replicas")},
                                {QStringLiteral("FieldValueInvalid"), QStringLiteral("server's words"), QStringLiteral("spec.paused")}};
        QCOMPARE(describe(error).detail, QStringLiteral("the server's words\nspec.replicas: must be positive"));
    }

    void aBusyServersWishIsPassedOn()
    {
        Error error = errorOf(ErrorKind::Throttled);
        QVERIFY(describe(error).mend.contains(QStringLiteral("moment")));
        error.status->retryAfter = 7s;
        QVERIFY(describe(error).mend.contains(QStringLiteral("7 second")));
    }

    void readOnlyIsOrrerysOwnRefusal()
    {
        const ErrorText text = describe(Error{ErrorKind::Forbidden, QStringLiteral("PUT was not sent"), {}, {}, kube::error_code::ReadOnly});
        QCOMPARE(text.headline, QStringLiteral("Orrery is read-only"));
        QCOMPARE(text.detail, QStringLiteral("PUT was not sent"));
        QVERIFY(text.mend.contains(QStringLiteral("--read-only")));
    }

    void badInputSaysWhere()
    {
        const ErrorText text = describe(Error::badInput(QStringLiteral("line 3: not a map"), QStringLiteral("/home/a/.kube/config")));
        QCOMPARE(text.headline, QStringLiteral("/home/a/.kube/config could not be read"));
        QCOMPARE(text.detail, QStringLiteral("line 3: not a map"));
    }

    void aMissingRightNamesWhoVerbResourceAndWhere()
    {
        QCOMPARE(describe(kube::DeniedRight{"anna", "list", "pods", "web"}), QStringLiteral("anna may not list pods in namespace web"));
        QCOMPARE(describe(kube::DeniedRight{"anna", "list", "nodes", ""}), QStringLiteral("anna may not list nodes in the whole cluster"));
        QCOMPARE(describe(kube::DeniedRight{"", "watch", "pods", "web"}), QStringLiteral("You may not watch pods in namespace web"));
    }

    void aNameWithAPercentSignStaysAsItIs()
    {
        QCOMPARE(describe(kube::DeniedRight{"100%2", "list", "pods", "web"}), QStringLiteral("100%2 may not list pods in namespace web"));
    }

    void everyFreshnessHasAToneAndAWord()
    {
        for (int state = 0; state <= static_cast<int>(kube::FreshnessState::AsOf); ++state) {
            kube::Freshness freshness;
            freshness.state = static_cast<kube::FreshnessState>(state);
            freshness.asOf = when;
            const BadgeText badge = describe(freshness);
            QVERIFY(badge.tone != Tone::Neutral);
            QVERIFY(!badge.word.isEmpty());
        }
    }

    void whatIsHeldBackSaysAsOfWhenItIs()
    {
        kube::Freshness freshness;
        freshness.state = kube::FreshnessState::Paused;
        freshness.asOf = when;
        const BadgeText badge = describe(freshness);
        QCOMPARE(badge.word, QStringLiteral("paused"));
        QCOMPARE(badge.since, QStringLiteral("as of %1").arg(clockTime(when)));
        QCOMPARE(badge.tone, Tone::Pending);
        QVERIFY(!badge.toolTip.isEmpty());
        freshness.asOf = {};
        QVERIFY(describe(freshness).since.isEmpty());
    }

    void whatIsHeldUpIsNotConnecting()
    {
        kube::Freshness freshness;
        freshness.state = kube::FreshnessState::Connecting;
        freshness.isHeld = true;
        freshness.since = when;
        QCOMPARE(describe(freshness).word, QStringLiteral("paused"));
        QCOMPARE(describe(freshness).tone, Tone::Pending);
        QCOMPARE(describe(freshness).since, QStringLiteral("since %1").arg(clockTime(when)));
        freshness.faults = {{kube::ConnectionFault::Kind::Freeze, 1, {}}};
        QCOMPARE(describe(freshness).word, QStringLiteral("frozen"));
    }

    void whatReconnectsWhileItIsPausedSaysBoth()
    {
        kube::Freshness freshness;
        freshness.state = kube::FreshnessState::Reconnecting;
        freshness.since = when;
        freshness.isPausedToo = true;
        const BadgeText badge = describe(freshness);
        QCOMPARE(badge.word, QStringLiteral("reconnecting"));
        QCOMPARE(badge.since, QStringLiteral("since %1, paused").arg(clockTime(when)));
        QVERIFY(badge.toolTip.contains(QStringLiteral("paused besides")));
    }

    void whatWasAskedForIsCalm()
    {
        kube::Freshness freshness;
        freshness.state = kube::FreshnessState::Reconnecting;
        freshness.asOf = when;
        for (const kube::Anew anew : {kube::Anew::List, kube::Anew::Watch}) {
            freshness.anew = anew;
            const BadgeText badge = describe(freshness);
            QCOMPARE(badge.tone, Tone::Informative);
            QVERIFY(badge.word != QStringLiteral("reconnecting"));
            QCOMPARE(badge.since, QStringLiteral("as of %1").arg(clockTime(when)));
        }
    }

    void whatIsMadeToGoWrongIsSaidOnTheTable()
    {
        using Kind = kube::ConnectionFault::Kind;
        kube::Freshness freshness;
        freshness.state = kube::FreshnessState::Live;
        freshness.faults = {{Kind::Delay, 1, std::chrono::seconds(5)}};
        QCOMPARE(describe(freshness).word, QStringLiteral("5s late"));
        QCOMPARE(describe(freshness).since, QStringLiteral("injected"));
        QCOMPARE(describe(freshness).tone, Tone::Pending);
        freshness.faults = {{Kind::ServerError, 2, {}}}; // still to come
        QCOMPARE(describe(freshness).word, QStringLiteral("live"));
        QCOMPARE(describe(freshness).since, QStringLiteral("injected"));
        QVERIFY2(describe(freshness).toolTip.contains(QStringLiteral("500 Internal Server Error, 2 time")), qPrintable(describe(freshness).toolTip));
        freshness.state = kube::FreshnessState::Paused;
        freshness.asOf = when;
        freshness.faults = {{Kind::Freeze, 1, {}}};
        QCOMPARE(describe(freshness).word, QStringLiteral("frozen"));
        QCOMPARE(describe(freshness).since, QStringLiteral("as of %1, injected").arg(clockTime(when)));
        freshness.state = kube::FreshnessState::Reconnecting; // and none is left
        freshness.faults.clear();
        freshness.reason = kube::Error{kube::ErrorKind::Gone, QStringLiteral("too old"), {}, {}, kube::error_code::Injected};
        QCOMPARE(describe(freshness).since, QStringLiteral("as of %1").arg(clockTime(when)));
        QVERIFY(describe(freshness).toolTip.startsWith(QStringLiteral("It was made to fail"))); // why it waits
    }

    void whatTriesAgainByItselfSaysWhenAndGivesNoAdvice()
    {
        kube::Freshness freshness;
        freshness.state = kube::FreshnessState::Failed;
        freshness.nextTry = when + 9s;
        kube::Status status;
        status.code = 429;
        status.retryAfter = std::chrono::seconds(1);
        freshness.reason = Error::fromStatus(status);
        QVERIFY(describe(*freshness.reason).mend.contains(QStringLiteral("Try again in 1 second")));
        const QString tip = describe(freshness).toolTip;
        QVERIFY2(!tip.contains(QStringLiteral("Try again")), qPrintable(tip));
        QVERIFY(tip.contains(clockTime(when + 9s)));
        kube::Health health;
        health.state = kube::HealthState::Live;
        health.reason = freshness.reason;
        QVERIFY(!describe(health).toolTip.contains(QStringLiteral("Try again")));
    }

    void reconnectingSaysAsOfWhenWhyAndWhenNext()
    {
        kube::Freshness freshness;
        freshness.state = kube::FreshnessState::Reconnecting;
        freshness.since = when;
        freshness.asOf = when - 5s;
        freshness.nextTry = when + 9s;
        freshness.reason = Error::transport(QStringLiteral("Connection refused"));
        const BadgeText badge = describe(freshness);
        QCOMPARE(badge.word, QStringLiteral("reconnecting"));
        QCOMPARE(badge.since, QStringLiteral("as of %1").arg(clockTime(when - 5s))); // not when that was noticed
        QVERIFY(badge.toolTip.contains(QStringLiteral("Connection refused")));
        QVERIFY(badge.toolTip.contains(clockTime(when + 9s)));
        QVERIFY(badge.toolTip.contains(absoluteTime(when - 5s)));
    }

    void partsThatAreForbiddenMakeALiveTableLiveInPart()
    {
        kube::Freshness freshness;
        freshness.state = kube::FreshnessState::Live;
        freshness.missingNamespaces = {"kube-system", "web"};
        const BadgeText badge = describe(freshness);
        QCOMPARE(badge.word, QStringLiteral("live in part"));
        QCOMPARE(badge.tone, Tone::Pending);
        QVERIFY(badge.toolTip.contains(QStringLiteral("kube-system, web")));
    }

    void healthSaysThatALiveServerAsksForPatience()
    {
        kube::Health health;
        health.state = kube::HealthState::Live;
        health.since = kube::WallTime{} + std::chrono::hours(1);
        QCOMPARE(describe(health).tone, Tone::Ready);
        health.reason = Error{ErrorKind::Throttled, QStringLiteral("too many requests"), {}, {}};
        const BadgeText badge = describe(health);
        QCOMPARE(badge.tone, Tone::Pending);
        QCOMPARE(badge.word, QStringLiteral("busy: 429 Too Many Requests"));
        QVERIFY(badge.since.isEmpty()); // the time is that of being live
        QVERIFY(badge.toolTip.contains(QStringLiteral("The server has too much to do")));
    }

    void healthSaysWhyItIsNotLive()
    {
        kube::Health health;
        health.state = kube::HealthState::Failed;
        health.reason = Error{ErrorKind::Tls, QStringLiteral("self signed certificate"), {}, {}};
        health.credentialNote = "kept for this run only: no keychain";
        const BadgeText badge = describe(health);
        QCOMPARE(badge.tone, Tone::Failing);
        QVERIFY(badge.toolTip.contains(QStringLiteral("self signed certificate")));
        QVERIFY(badge.toolTip.contains(QStringLiteral("this run only")));
    }
};

ORRERY_GUILESS_TEST(ErrorTextTest)
} // namespace error_text_test
#include "error_text_test.moc"
