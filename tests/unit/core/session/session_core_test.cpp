// SPDX-License-Identifier: Apache-2.0
#include "core/base/mailbox.h"
#include "core/session/session_core.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/session/fake_cluster.h"

namespace session_core_test {

using namespace kube;
using kube::test::FakeCluster;
using Trust = SessionCore::Trust;

class SessionCoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void whoIsToldOfTrustMayReleaseItselfAndOthersAndHoldMore()
    {
        FakeCluster server;
        const auto mailbox = Mailbox::create();
        auto core = std::make_unique<SessionCore>(server.options(), mailbox);
        core->open();
        QVERIFY(core->clients());

        QByteArray told;
        const auto say = [&told](const QByteArray &what) { return [&told, what](Trust, const std::optional<Error> &) { told += what; }; };
        auto opened = std::make_shared<int>();
        const std::weak_ptr<int> first = opened;
        core->hold(1, std::move(opened), [&](Trust, const std::optional<Error> &) {
            told += "first ";
            core->release(1);
            core->release(2);
            told += first.expired() ? "gone " : "";
        });
        core->hold(2, {}, say("second "));
        core->hold(3, {}, [&, another = say("new ")](Trust, const std::optional<Error> &) {
            told += "third ";
            core->hold(4, {}, another);
        });

        core->retryNow();
        QCOMPARE(told, QByteArray("first third "));
        QVERIFY(first.expired());
        told.clear();
        core->retryNow();
        QCOMPARE(told, QByteArray("third new "));
        core.reset();
        mailbox->close();
    }
};

ORRERY_GUILESS_TEST(SessionCoreTest)
} // namespace session_core_test
#include "session_core_test.moc"
