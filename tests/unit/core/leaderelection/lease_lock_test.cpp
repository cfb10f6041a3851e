// SPDX-License-Identifier: Apache-2.0
#include "core/dynamic/dynamic_client.h"
#include "core/leaderelection/lease_lock.h"
#include "tests/support/rest_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace lease_lock_test {

using namespace kube;
using namespace std::chrono_literals;

namespace {

const QByteArray collection = "/apis/coordination.k8s.io/v1/namespaces/default/leases";
const QByteArray lease =
    R"({"apiVersion":"coordination.k8s.io/v1","kind":"Lease","metadata":{"name":"lock","namespace":"default",)"
    R"("resourceVersion":"7","labels":{"kept":"yes"}},"spec":{"holderIdentity":"a","leaseDurationSeconds":15,)"
    R"("acquireTime":"2026-01-02T15:04:05.000001Z","renewTime":"2026-01-02T15:04:09.250000Z","leaseTransitions":2,)"
    R"("strategy":"OldestEmulationVersion"}})";

struct Fixture : kube::test::RestFixture {
    DynamicClient dynamic{client, time};
    LeaseLock lock{dynamic, time, {{"default", "lock"}, {}}};

    Result<ElectionRecord> get(std::stop_token stop = {}) { return answer(lock.get(std::move(stop))); }
    void serve(const QByteArray &verb, int status, const QByteArray &body)
    {
        server->on(verb + ' ' + collection + (verb == "POST" ? "" : "/lock"), {status, body});
    }
};

ElectionRecord sample()
{
    return {"b", 15, WallTime(1'767'366'245s), WallTime(1'767'366'245s) + 1us, 3};
}

} // namespace

class LeaseLockTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aLeaseIsReadAsARecord()
    {
        Fixture f;
        f.serve("GET", 200, lease);
        const auto record = f.get();
        QVERIFY_RESULT(record);
        QCOMPARE(record->holderIdentity, std::string("a"));
        QCOMPARE(record->leaseDurationSeconds, std::int64_t(15));
        QCOMPARE(record->leaderTransitions, std::int64_t(2));
        QVERIFY(*record->renewTime - *record->acquireTime == 4'249'999us);
        QCOMPARE(f.lock.describe(), std::string("default/lock"));
    }

    void aLeaseWithoutANameOrNamespaceIsRefused()
    {
        Fixture f;
        QVERIFY_RESULT(f.lock.validate());
        for (const ObjectKey &key : {ObjectKey{"", "lock"}, ObjectKey{"default", ""}}) {
            const auto valid = LeaseLock(f.dynamic, f.time, {key, {}}).validate();
            QVERIFY(!valid && valid.error().is(ErrorKind::BadInput));
        }
    }

    void aLeaseOfNobodyYetIsAnEmptyRecord()
    {
        Fixture f;
        f.serve("GET", 200, R"({"apiVersion":"coordination.k8s.io/v1","kind":"Lease","metadata":{"name":"lock"},"spec":{}})");
        const auto record = f.get();
        QVERIFY_RESULT(record);
        QVERIFY(*record == ElectionRecord{});
    }

    void whatIsNoLeaseIsRefused()
    {
        Fixture f;
        f.serve("GET", 200, R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"lock"}})");
        QCOMPARE(f.get().error().kind, ErrorKind::BadInput);
    }

    void aMissingLeaseIsNotFound()
    {
        Fixture f;
        f.serve("GET", 404, R"({"kind":"Status","apiVersion":"v1","status":"Failure","reason":"NotFound","code":404})");
        QCOMPARE(f.get().error().kind, ErrorKind::NotFound);
    }

    void aNewLeaseHasTheRecordAndTheLabels()
    {
        Fixture f;
        LeaseLock labelled(f.dynamic, f.time, {{"default", "lock"}, {{"app", "one"}}});
        f.serve("POST", 201, lease);
        QVERIFY_RESULT(f.answer(labelled.create(sample(), {})));
        QCOMPARE(f.server->last().request.body,
                 QByteArray(R"({"apiVersion":"coordination.k8s.io/v1","kind":"Lease","metadata":{"name":"lock","namespace":"default",)"
                            R"("labels":{"app":"one"}},"spec":{"holderIdentity":"b","leaseDurationSeconds":15,)"
                            R"("acquireTime":"2026-01-02T15:04:05.000000Z","renewTime":"2026-01-02T15:04:05.000001Z","leaseTransitions":3}})"));
    }

    void anUpdateChangesTheRecordAndNothingElse()
    {
        Fixture f;
        f.serve("GET", 200, lease);
        QByteArray next = lease;
        f.serve("PUT", 200, next.replace("\"7\"", "\"8\""));
        QVERIFY_RESULT(f.get());
        QVERIFY_RESULT(f.answer(f.lock.update(sample(), {})));
        QCOMPARE(f.server->last().request.body,
                 QByteArray(R"({"apiVersion":"coordination.k8s.io/v1","kind":"Lease","metadata":{"name":"lock","namespace":"default",)"
                            R"("resourceVersion":"7","labels":{"kept":"yes"}},"spec":{"holderIdentity":"b","leaseDurationSeconds":15,)"
                            R"("acquireTime":"2026-01-02T15:04:05.000000Z","renewTime":"2026-01-02T15:04:05.000001Z","leaseTransitions":3,)"
                            R"("strategy":"OldestEmulationVersion"}})"));
        QVERIFY_RESULT(f.answer(f.lock.update(sample(), {})));
        QVERIFY(f.server->last().request.body.contains(R"("resourceVersion":"8")"));
    }

    void anUpdateAddsItsLabelsToThoseThere()
    {
        Fixture f;
        LeaseLock labelled(f.dynamic, f.time, {{"default", "lock"}, {{"app", "one"}}});
        f.serve("GET", 200, lease);
        f.serve("PUT", 200, lease);
        QVERIFY_RESULT(f.answer(labelled.get({})));
        QVERIFY_RESULT(f.answer(labelled.update(sample(), {})));
        QVERIFY(f.server->last().request.body.contains(R"("labels":{"kept":"yes","app":"one"})"));
    }

    void anUpdateOfWhatWasNeverReadIsNotSent()
    {
        Fixture f;
        QCOMPARE(f.answer(f.lock.update(sample(), {})).error().kind, ErrorKind::BadInput);
        QVERIFY(f.server->exchanges.empty());
    }

    void aConflictKeepsTheVersionThatWasRead()
    {
        Fixture f;
        f.serve("GET", 200, lease);
        f.serve("PUT", 409, R"({"kind":"Status","apiVersion":"v1","status":"Failure","reason":"Conflict","code":409})");
        QVERIFY_RESULT(f.get());
        QCOMPARE(f.answer(f.lock.update(sample(), {})).error().kind, ErrorKind::Conflict);
        QVERIFY(f.server->last().request.body.contains(R"("resourceVersion":"7")"));
    }

    void aWriteNoLongerWaitedForIsAborted()
    {
        Fixture f;
        f.serve("GET", 200, lease);
        QVERIFY_RESULT(f.get());
        std::stop_source stop;
        auto future = f.lock.update(sample(), stop.get_token());
        f.time->run();
        QCOMPARE(f.server->last().request.method, QByteArray("PUT"));
        QVERIFY(f.server->last().isOpen());
        stop.request_stop();
        QCOMPARE(f.answer(future).error().kind, ErrorKind::Canceled);
        QVERIFY(!f.server->last().isOpen());
    }
};

ORRERY_GUILESS_TEST(LeaseLockTest)
} // namespace lease_lock_test
#include "lease_lock_test.moc"
