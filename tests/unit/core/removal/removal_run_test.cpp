// SPDX-License-Identifier: Apache-2.0
#include "core/dynamic/dynamic_client.h"
#include "core/object/json.h"
#include "core/removal/removal_run.h"
#include "tests/support/rest_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace removal_run_test {

using namespace kube;
using namespace std::chrono_literals;

const RemovalKind pods{{"", "v1", "pods"}, "Pod", true};
const char podLine[] = " /api/v1/namespaces/shop/pods/";
const char deleted[] = R"({"kind":"Status","status":"Success"})";
const char notFound[] = R"({"kind":"Status","status":"Failure","reason":"NotFound","code":404,"message":"pods \"a\" not found"})";
const char conflict[] = R"({"kind":"Status","status":"Failure","reason":"Conflict","code":409,"message":"Precondition failed: UID"})";
const char budgetSays[] = R"({"kind":"Status","status":"Failure","reason":"TooManyRequests","code":429,"message":"Cannot evict pod as it would violate the pod's disruption budget.",)"
                          R"("details":{"causes":[{"reason":"DisruptionBudget","message":"The disruption budget web-pdb needs 2 healthy pods and has 2 currently"}]}})";

QByteArray pod(const char *uid, const char *more = "")
{
    return QByteArray(R"({"kind":"Pod","metadata":{"name":"a","namespace":"shop","uid":")") + uid + '"' + more + "}}";
}
const char going[] = R"(,"deletionTimestamp":"2026-01-01T00:00:30Z","deletionGracePeriodSeconds":30,"finalizers":["a/b"])";

RemovalTarget target(const char *name)
{
    return {pods, {"shop", name}, std::string("uid-") + name};
}

struct Fixture : kube::test::RestFixture {
    DynamicClient dynamic{client, time};
    std::unique_ptr<RemovalRun> run;
    int told = 0;

    void begin(RemovalOrder order)
    {
        run = std::make_unique<RemovalRun>(dynamic, time, *time, std::move(order), [this](const RemovalProgress &) { ++told; });
        run->start();
        time->run();
    }
    void on(const char *method, const char *name, int status, const QByteArray &body) { server->on(QByteArray(method) + podLine + name, {status, body}); }
    [[nodiscard]] const RemovalItem &item(std::size_t index = 0) const { return run->progress().items[index]; }
    [[nodiscard]] std::size_t count(const QByteArray &method) const
    {
        return static_cast<std::size_t>(std::count_if(server->exchanges.begin(), server->exchanges.end(), [&](const auto &exchange) { return exchange->request.method == method; }));
    }
};

} // namespace removal_run_test

namespace removal_run_test { // anew: moc loses count of braces in raw strings

class RemovalRunTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void whatIsDeletedAtOnceIsGone()
    {
        Fixture f;
        f.on("DELETE", "a", 200, deleted);
        RemovalOrder order{{target("a")}};
        order.propagation = Propagation::Foreground;
        order.gracePeriodSeconds = 0;
        f.begin(order);
        QCOMPARE(f.item().phase, RemovalPhase::Gone);
        QVERIFY(f.run->progress().isFinished());
        QCOMPARE(f.server->last().request.body, QByteArray(R"({"apiVersion":"v1","kind":"DeleteOptions","propagationPolicy":"Foreground","gracePeriodSeconds":0,"preconditions":{"uid":"uid-a"}})"));
    }

    void whatLivesOnIsLookedAtUntilItHasGone()
    {
        Fixture f;
        f.on("DELETE", "a", 200, pod("uid-a", going));
        f.on("GET", "a", 200, pod("uid-a", going));
        f.on("GET", "a", 404, notFound);
        f.begin({{target("a")}});
        QCOMPARE(f.item().phase, RemovalPhase::Going);
        QCOMPARE(f.item().lingering.finalizers, std::vector<std::string>{"a/b"});
        const WallTime end = *f.item().lingering.deletionTimestamp;
        QVERIFY(*f.item().lingering.since() == end - 30s);
        QCOMPARE(f.item().lingering.left(end - 12s).count(), 12);
        QCOMPARE(f.item().lingering.left(end + 12s).count(), 0);
        f.time->advance(1s);
        QCOMPARE(f.item().phase, RemovalPhase::Going);
        f.time->advance(5s);
        QCOMPARE(f.item().phase, RemovalPhase::Gone);
        QVERIFY(!f.item().nameIsTaken);
    }

    void aTargetWithoutUidIsAskedForItFirst()
    {
        Fixture f;
        f.on("GET", "a", 200, pod("uid-a"));
        f.on("DELETE", "a", 200, deleted);
        f.begin({{{pods, {"shop", "a"}, {}}}});
        QCOMPARE(f.item().phase, RemovalPhase::Gone);
        QVERIFY(f.server->last().request.body.contains(R"("uid":"uid-a")"));
    }

    void whoMayNotLookDeletesByName()
    {
        Fixture f;
        f.on("GET", "a", 403, R"({"kind":"Status","status":"Failure","reason":"Forbidden","code":403})");
        f.on("DELETE", "a", 200, deleted);
        f.begin({{{pods, {"shop", "a"}, {}}}});
        QCOMPARE(f.item().phase, RemovalPhase::Gone);
        QVERIFY(!f.server->last().request.body.contains("uid"));
    }

    void whatGoesWithATargetIsLookedAtAndNotSent()
    {
        Fixture f;
        f.on("DELETE", "a", 200, deleted);
        f.on("GET", "b", 200, pod("uid-b", going));
        f.on("GET", "b", 404, notFound);
        RemovalOrder order{{target("a")}};
        order.followed = {target("b")};
        f.begin(order);
        QCOMPARE(f.item(0).phase, RemovalPhase::Gone);
        f.time->advance(1s);
        QCOMPARE(f.item(1).phase, RemovalPhase::Going);
        QCOMPARE(f.item(1).lingering.finalizers, std::vector<std::string>{"a/b"});
        QVERIFY(!f.run->progress().isFinished());
        f.time->advance(3s);
        QVERIFY(f.run->progress().isFinished());
        QCOMPARE(f.count("DELETE"), std::size_t(1));
    }

    void nothingGoesWithATargetThatIsRefused()
    {
        Fixture f;
        f.on("DELETE", "a", 403, R"({"kind":"Status","status":"Failure","reason":"Forbidden","code":403})");
        RemovalOrder order{{target("a")}};
        order.followed = {target("b")};
        f.begin(order);
        QCOMPARE(f.item(1).phase, RemovalPhase::NotSent);
        QVERIFY(f.run->progress().isFinished());
    }

    void anotherUidUnderTheNameMeansGone()
    {
        Fixture f;
        f.on("DELETE", "a", 200, pod("uid-a", going));
        f.on("GET", "a", 200, pod("new"));
        f.begin({{target("a")}});
        f.time->advance(1s);
        QCOMPARE(f.item().phase, RemovalPhase::Gone);
        QVERIFY(f.item().nameIsTaken);
    }

    void oneThatWasReplacedBeforeIsNotDeleted()
    {
        Fixture f;
        f.on("DELETE", "a", 409, conflict);
        f.on("GET", "a", 200, pod("new"));
        f.begin({{target("a")}});
        f.time->advance(1s);
        QCOMPARE(f.item().phase, RemovalPhase::Replaced);
        QCOMPARE(f.count("DELETE"), std::size_t(1));
    }

    void aConflictOfOneThatIsGoingAlreadyIsNoRefusal()
    {
        Fixture f;
        f.on("DELETE", "a", 409, conflict);
        f.on("GET", "a", 200, pod("uid-a", going));
        f.begin({{target("a")}});
        f.time->advance(1s);
        QCOMPARE(f.item().phase, RemovalPhase::Going);
    }

    void aRefusalIsKeptInTheServersWords()
    {
        Fixture f;
        f.on("DELETE", "a", 403, R"({"kind":"Status","status":"Failure","reason":"Forbidden","code":403,"message":"you may not"})");
        f.begin({{target("a")}});
        QCOMPARE(f.item().phase, RemovalPhase::Refused);
        QCOMPARE(f.item().error->message, QStringLiteral("you may not"));
    }

    void aRequestThatWasLostIsSentAgainWhenItWasNotCarriedOut()
    {
        Fixture f;
        f.on("GET", "a", 200, pod("uid-a"));
        f.begin({{target("a")}});
        for (int i = 0; i < RemovalRun::sendsWithoutAnswer; ++i) {
            f.server->last().loseConnection();
            f.time->run();
            f.time->advance(3s);
        }
        QCOMPARE(f.count("DELETE"), std::size_t(RemovalRun::sendsWithoutAnswer));
        QCOMPARE(f.item().phase, RemovalPhase::Refused);
    }

    void aRequestThatWasLostAndCarriedOutIsNotSentAgain()
    {
        Fixture f;
        f.on("GET", "a", 404, notFound);
        f.begin({{target("a")}});
        f.server->last().loseConnection();
        f.time->run();
        f.time->advance(1s);
        QCOMPARE(f.item().phase, RemovalPhase::Gone);
        QCOMPARE(f.count("DELETE"), std::size_t(1));
    }

    void aFewAreSentAtATimeAndStopKeepsTheRest()
    {
        Fixture f;
        RemovalOrder order{{target("a"), target("b"), target("c")}};
        order.parallel = 2;
        f.begin(order);
        QCOMPARE(f.count("DELETE"), std::size_t(2));
        f.run->stop();
        f.server->exchanges[0]->answer(200, deleted, {{"Content-Type", "application/json"}});
        f.server->exchanges[1]->answer(200, deleted, {{"Content-Type", "application/json"}});
        f.time->run();
        QCOMPARE(f.count("DELETE"), std::size_t(2));
        QCOMPARE(f.item(1).phase, RemovalPhase::Gone);
        QCOMPARE(f.item(2).phase, RemovalPhase::NotSent);
        QVERIFY(f.run->progress().isFinished() && f.run->progress().isStopped);
    }

    void anEvictionThatABudgetRefusesIsTriedAgain()
    {
        Fixture f;
        f.server->on("POST /api/v1/namespaces/shop/pods/a/eviction", {429, budgetSays});
        f.server->on("POST /api/v1/namespaces/shop/pods/a/eviction", {201, deleted});
        f.on("GET", "a", 404, notFound);
        RemovalOrder order{{target("a")}};
        order.means = RemovalMeans::Evict;
        order.eviction = {"policy", "v1beta1"};
        f.begin(order);
        QCOMPARE(f.item().phase, RemovalPhase::Blocked);
        QCOMPARE(f.item().budget, std::string("web-pdb"));
        QVERIFY(f.item().nextTry.has_value());
        QVERIFY(f.server->last().request.body.startsWith(R"({"apiVersion":"policy/v1beta1","kind":"Eviction","metadata":{"name":"a","namespace":"shop"},"deleteOptions":)"));
        f.time->advance(4s);
        QCOMPARE(f.count("POST"), std::size_t(1));
        f.time->advance(2s);
        QCOMPARE(f.item().phase, RemovalPhase::Gone);
    }

    void outOfTimeNothingIsSentAnyMore()
    {
        Fixture f;
        f.server->on("POST /api/v1/namespaces/shop/pods/a/eviction", {429, budgetSays});
        RemovalOrder order{{target("a")}};
        order.means = RemovalMeans::Evict;
        order.timeout = 12s;
        f.begin(order);
        f.time->advance(60s);
        QVERIFY(f.run->progress().isTimedOut && f.run->progress().isFinished());
        QCOMPARE(f.item().phase, RemovalPhase::NotSent);
        QCOMPARE(f.count("POST"), std::size_t(3));
    }

    void whoMayNotLookIsToldSo()
    {
        Fixture f;
        f.on("DELETE", "a", 200, pod("uid-a", going));
        f.on("GET", "a", 403, R"({"kind":"Status","status":"Failure","reason":"Forbidden","code":403})");
        f.begin({{target("a")}});
        f.time->advance(1s);
        QCOMPARE(f.item().phase, RemovalPhase::Unseen);
    }

    void aNamespaceTellsWhatHoldsIt()
    {
        const auto document = JsonDocument::parse(R"({"kind":"Namespace","metadata":{"name":"n","deletionTimestamp":"2026-01-01T00:00:00Z"},"spec":{"finalizers":["kubernetes"]},)"
            R"("status":{"conditions":[{"type":"NamespaceFinalizersRemaining","status":"True","message":"Some content has finalizers"},{"type":"X","status":"False","message":"fine"}]}})");
        QVERIFY_RESULT(document);
        const Lingering lingering = Lingering::of(document->root());
        QCOMPARE(lingering.finalizers, std::vector<std::string>{"kubernetes"});
        QCOMPARE(lingering.conditions, std::vector<std::string>{"Some content has finalizers"});
    }

    void changesAreToldNowAndThen()
    {
        Fixture f;
        std::vector<RemovalTarget> targets;
        for (int i = 0; i < 50; ++i) {
            const QByteArray name = "p" + QByteArray::number(i);
            f.on("DELETE", name.constData(), 200, deleted);
            targets.push_back(target(name.constData()));
        }
        f.begin({targets});
        f.time->advance(50ms);
        QVERIFY(f.run->progress().isFinished());
        QVERIFY2(f.told <= 3, qPrintable(QString::number(f.told)));
    }
};

ORRERY_GUILESS_TEST(RemovalRunTest)
} // namespace removal_run_test
#include "removal_run_test.moc"
