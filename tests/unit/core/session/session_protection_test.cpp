// SPDX-License-Identifier: Apache-2.0
// A session whose context is protected: none of its ports writes until its name has been typed. The server is a FakeCluster.
#include "core/manifest/manifest_reader.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/session/session_fixture.h"

namespace session_protection_test {

using namespace kube;
using kube::test::FakeCluster;
using kube::test::SessionFixture;

namespace {

// Whoever adds a port lets it write in everyPort() below, unless it writes nothing: SuspectPort, RequestLogPort and ClockworkPort, which
// refuses faults in protected contexts by itself (session_clockwork_port_test).
static_assert(sizeof(ClusterPorts) == 16 * sizeof(void *));

const QByteArray path = "/api/v1/namespaces/web/configmaps/settings";
const ResourceInfo configMaps{{"", "v1", "configmaps"}, "ConfigMap", {}, {}, {}, {}, {"scale"}};
const ObjectKey key{"web", "settings"};

QByteArray configMap(const char *version, const char *colour)
{
    return QByteArray("{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"settings\",\"namespace\":\"web\",\"uid\":\"u\",\"resourceVersion\":\"")
        + version + "\"},\"data\":{\"colour\":\"" + colour + "\"}}";
}

struct Fixture : SessionFixture {
    explicit Fixture(bool isProtected = true)
    {
        server.set("GET " + path, FakeCluster::ok(configMap("7", "red")));
        server.set("GET " + path + "/scale", FakeCluster::ok("{\"kind\":\"Scale\",\"apiVersion\":\"autoscaling/v1\",\"metadata\":{\"name\":\"settings\"}}"));
        for (const char *method : {"PATCH ", "PUT ", "POST ", "DELETE "})
            server.set(method, FakeCluster::ok(configMap("8", "blue")));
        SessionOptions options = server.options();
        options.isProtected = isProtected;
        make(std::move(options));
        ports().cluster->open();
        onProtection = ports().protection->onProtection(owner, [this](Protection told) { protection = std::move(told); });
    }

    /// Writes that a server saw, dry runs and reviews of oneself aside.
    [[nodiscard]] int written() const
    {
        return server.lists("PATCH " + path) - server.lists("PATCH " + path + "?fieldManager=orrery&fieldValidation=Strict&dryRun=All") + server.lists("PUT ") + server.lists("DELETE ")
            + server.lists("POST /api/");
    }
    void edit(Result<SaveStatePtr> &told)
    {
        editing = ports().edit->open(configMaps, key, {}, {}, owner, [&told](Result<SaveStatePtr> state) { told = std::move(state); });
        const auto is = [&told](SaveState::Step step) { return told && *told && (*told)->step == step; };
        QTRY_VERIFY(is(SaveState::Step::Editing));
        editing->edit(configMap("7", "blue").toStdString(), save_input::Onto::Base);
        editing->save();
        QTRY_VERIFY(is(SaveState::Step::Review)); // the dry run was let through
        editing->confirm();
    }
    /// One write by each way there is, and what came of it.
    std::vector<std::optional<Error>> everyPort()
    {
        std::vector<std::optional<Error>> errors;
        const auto note = [&errors](const auto &result) { errors.push_back(result ? std::nullopt : std::optional(result.error())); };
        note(answer(ports().scale->setScale(configMaps, key, 3, {})));
        ChangePort &changes = *ports().changes;
        note(answer(changes.patch(configMaps.gvr, key, PatchType::Merge, "{}", {})));
        WriteOptions apply;
        apply.fieldManager = "orrery";
        note(answer(changes.patch(configMaps.gvr, key, PatchType::Apply, configMap("", "blue"), apply)));
        note(answer(changes.create(configMaps.gvr, {"web", {}}, configMap("", "blue"), {})));
        WriteOptions eviction;
        eviction.subresource = "eviction";
        note(answer(changes.create(configMaps.gvr, key, "{}", eviction)));
        note(answer(changes.remove(configMaps.gvr, key, {})));
        RemovalProgressPtr removal;
        const auto removing = ports().removal->remove({{RemovalTarget{{configMaps.gvr, configMaps.kind, true}, key, {}}}}, owner,
                                                      [&removal](RemovalProgressPtr told) { removal = std::move(told); });
        const auto isSent = [&removal] {
            return removal && removal->items.front().phase != RemovalPhase::Waiting && removal->items.front().phase != RemovalPhase::Sent;
        };
        [&] { QTRY_VERIFY(isSent()); }();
        errors.push_back(removal ? removal->items.front().error : std::nullopt);
        ManifestStatePtr set;
        const auto applying = ports().manifests->open({}, readManifest("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, namespace: web}\n", {}), owner,
                                                      [&set](ManifestStatePtr told) { set = std::move(told); });
        applying->feed(manifest_input::Apply{});
        [&] { QTRY_VERIFY(set && set->items.front().verdict != ManifestVerdict::None && !set->isRunning()); }();
        errors.push_back(set ? set->items.front().error : std::nullopt);
        Result<SaveStatePtr> saved = fail(Error::canceled());
        edit(saved);
        [&] { QTRY_VERIFY(saved && ((*saved)->step == SaveState::Step::Saved || (*saved)->step == SaveState::Step::Refused)); }();
        errors.push_back(saved && (*saved)->step == SaveState::Step::Refused ? (*saved)->error : std::nullopt);
        return errors;
    }

    std::unique_ptr<Editing> editing;
    Subscription onProtection;
    Protection protection;
};

} // namespace

class SessionProtectionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void noPortWritesWhileItIsLocked()
    {
        Fixture f;
        for (const auto &error : f.everyPort()) {
            QVERIFY(error);
            QCOMPARE(error->kind, ErrorKind::Forbidden);
            QCOMPARE(error->code, error_code::Protected);
        }
        QCOMPARE(f.written(), 0);
        QTRY_VERIFY(f.protection.refused >= 9);
        QVERIFY(f.protection.isLocked());
        QCOMPARE(f.protection.lastRefused->code, error_code::Protected);
    }

    void everyPortWritesOnceItsNameHasBeenTyped()
    {
        Fixture f;
        const auto wrong = f.answer(f.ports().protection->unlock(QStringLiteral("faked")));
        QVERIFY(!wrong && wrong.error().is(ErrorKind::BadInput));
        const auto empty = f.answer(f.ports().protection->unlock({}));
        QVERIFY(!empty);
        const auto unlocked = f.answer(f.ports().protection->unlock(QStringLiteral("fake")));
        QVERIFY_RESULT(unlocked);
        QVERIFY(unlocked->isProtected && unlocked->unlockedUntil);
        for (const auto &error : f.everyPort())
            QVERIFY(!error || error->code != error_code::Protected);
        QVERIFY(f.written() >= 9);

        f.ports().protection->lockNow();
        const auto refused = f.answer(f.ports().changes->remove(configMaps.gvr, key, {}));
        QVERIFY(!refused && refused.error().code == error_code::Protected);
    }

    void protectionHoldsFromTheMomentItIsAskedFor()
    {
        Fixture f(false);
        QVERIFY_RESULT(f.answer(f.ports().changes->remove(configMaps.gvr, key, {})));
        f.ports().protection->protect();
        const auto refused = f.answer(f.ports().changes->remove(configMaps.gvr, key, {}));
        QVERIFY(!refused && refused.error().code == error_code::Protected);
        QVERIFY(!f.answer(f.ports().protection->unprotect(QStringLiteral("other"))));
        QVERIFY_RESULT(f.answer(f.ports().protection->unprotect(QStringLiteral("fake"))));
        QVERIFY_RESULT(f.answer(f.ports().changes->remove(configMaps.gvr, key, {})));
    }
};

ORRERY_GUILESS_TEST(SessionProtectionTest)
} // namespace session_protection_test
#include "session_protection_test.moc"
