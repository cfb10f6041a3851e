// SPDX-License-Identifier: Apache-2.0
// An editor by remote control, on a session's real thread. The server is a FakeCluster.
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/session/session_fixture.h"

namespace session_edit_port_test {

using namespace kube;
using kube::test::FakeCluster;
using kube::test::SessionFixture;

namespace {

const QByteArray path = "/api/v1/namespaces/web/configmaps/settings";
const ResourceInfo configMaps{{"", "v1", "configmaps"}, "ConfigMap", {}, {}, {}, {}, {}};
const ObjectKey key{"web", "settings"};

QByteArray configMap(const char *version, const char *colour)
{
    return QByteArray("{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"settings\",\"namespace\":\"web\",\"uid\":\"u\",\"resourceVersion\":\"")
        + version + "\"},\"data\":{\"colour\":\"" + colour + "\"}}";
}

struct Fixture : SessionFixture {
    Fixture()
    {
        server.set("GET " + path, FakeCluster::ok(configMap("7", "red")));
        server.set("PATCH " + path, FakeCluster::ok(configMap("8", "blue")));
        open();
    }
    void edit(std::optional<std::string> began = std::nullopt)
    {
        editing = ports().edit->open(configMaps, key, {}, std::move(began), owner, [this](Result<SaveStatePtr> told) {
            if (told)
                state = *told;
            else
                error = told.error();
        });
    }
    [[nodiscard]] bool isAt(SaveState::Step step) const { return state && state->step == step; }

    std::unique_ptr<Editing> editing;
    SaveStatePtr state;
    std::optional<Error> error;
};

} // namespace

class SessionEditPortTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void anEditIsReviewedAndSaved()
    {
        Fixture f;
        f.edit();
        QTRY_VERIFY(f.isAt(SaveState::Step::Editing));
        QCOMPARE(QByteArray::fromStdString(f.state->base), configMap("7", "red"));
        f.editing->edit(configMap("7", "blue").toStdString(), save_input::Onto::Base);
        f.editing->save();
        QTRY_VERIFY(f.isAt(SaveState::Step::Review));
        QCOMPARE(QByteArray::fromStdString(f.state->wouldStore), configMap("8", "blue"));
        f.editing->confirm();
        QTRY_VERIFY(f.isAt(SaveState::Step::Saved));
    }

    void aDraftGoesOnFromWhereItBegan()
    {
        Fixture f;
        f.edit(configMap("5", "green").toStdString());
        QTRY_VERIFY(f.isAt(SaveState::Step::Editing));
        QCOMPARE(QByteArray::fromStdString(f.state->base), configMap("5", "green"));
    }

    void whatCannotBeFetchedIsSaid()
    {
        Fixture f;
        f.server.set("GET " + path, FakeCluster::refusal(404, "NotFound", "configmaps \"settings\" not found"));
        f.edit();
        QTRY_VERIFY(f.error);
        QCOMPARE(f.error->kind, ErrorKind::NotFound);
        QVERIFY(!f.state);
        f.editing->save(); // of no editor
        f.editing.reset();
    }

    void nothingIsToldAfterTheEditingIsDropped()
    {
        Fixture f;
        f.edit();
        f.editing.reset();
        const auto answered = f.answer(f.ports().objects->fetch(configMaps, key)); // the session has been there since
        QVERIFY_RESULT(answered);
        QVERIFY(!f.state && !f.error);
    }

    void schemasComeByGroupVersion()
    {
        Fixture f;
        f.server.set("GET /openapi/v3?", FakeCluster::ok("{\"paths\":{\"api/v1\":{\"serverRelativeURL\":\"/openapi/v3/api/v1?hash=A\"}}}"));
        f.server.set("GET /openapi/v3/api/v1", FakeCluster::ok("{\"openapi\":\"3.0.0\",\"components\":{\"schemas\":{}}}"));
        const auto document = f.answer(f.ports().edit->schemas({"", "v1"}, EditPort::Age::Kept));
        QVERIFY_RESULT(document);
        QCOMPARE((*document)->version, OpenApiDocument::Version::Three);
        QCOMPARE(f.answer(f.ports().edit->schemas({"shop.example.com", "v1"}, EditPort::Age::Fresh)).error().kind, ErrorKind::NotFound);
    }
};

ORRERY_GUILESS_TEST(SessionEditPortTest)
} // namespace session_edit_port_test
#include "session_edit_port_test.moc"
