// SPDX-License-Identifier: Apache-2.0
#include "core/apply/save_driver.h"
#include "tests/support/rest_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/apply/save_machine.h"

namespace object_editor_test {

using namespace kube;
using kube::test::configMap;
using kube::test::q;

namespace {

const QByteArray path = "/api/v1/namespaces/n/configmaps/c";

struct Fixture : kube::test::RestFixture {
    DynamicClient dynamic{client, time};
    ObjectEditor editor{dynamic, time, *time, [] { return 0.5; }, {{"", "v1", "configmaps"}, {"n", "c"}, {}, std::chrono::seconds(30)}};

    std::string stands() const { return std::string(saveStepName(editor.state().step)) + " " + saveReasonName(editor.state().reason); }
    QByteArray standing() const { return QByteArray::fromStdString(stands()); }
    void answer(int status, const std::string &body)
    {
        server->last().answer(status, QByteArray::fromStdString(body), {{"Content-Type", "application/json"}});
        time->run();
    }
    void begin(const std::string &text)
    {
        editor.open(configMap(1, "'a':'1'"));
        editor.edit(text);
        editor.save();
        time->run();
    }
    QByteArray line() { return server->last().line(); }
};

const std::string text = "# mine\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, namespace: 'n'}\ndata:\n  a: '2'\n";

} // namespace

class ObjectEditorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aTextIsDryRunStrictlyAndThenSaved()
    {
        Fixture f;
        std::vector<std::string> seen;
        const auto subscription = f.editor.subscribe([&](const SaveState &state) { seen.emplace_back(saveStepName(state.step)); });
        f.begin(text);
        QCOMPARE(f.line(), "PATCH " + path + "?fieldManager=orrery&fieldValidation=Strict&dryRun=All");
        QCOMPARE(f.server->last().request.body, QByteArray::fromStdString(q("{'data':{'a':'2'},'metadata':{'uid':'u','resourceVersion':'1'}}")));
        f.answer(200, configMap(1, "'a':'2'"));
        QCOMPARE(f.standing(), QByteArray("Review ReadIt"));
        f.editor.confirm();
        f.time->run();
        QCOMPARE(f.line(), "PATCH " + path + "?fieldManager=orrery&fieldValidation=Strict");
        f.answer(200, configMap(2, "'a':'2'"));
        QCOMPARE(f.standing(), QByteArray("Saved Stored"));
        QCOMPARE(f.editor.state().text, text);
        QCOMPARE(seen, (std::vector<std::string>{"Editing", "Editing", "Editing", "DryRunning", "Review", "Saving", "Saved"}));
    }

    void aStatusIsPatchedByItsSubresourceAndReadWithTheWhole()
    {
        Fixture f;
        SaveConfig ofStatus;
        ofStatus.part = EditPart::Status;
        ObjectEditor editor{f.dynamic, f.time, *f.time, [] { return 0.5; }, {{"", "v1", "configmaps"}, {"n", "c"}, ofStatus, std::chrono::seconds(30)}};
        const auto with = [](int version, const char *phase) {
            return q("{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'c','namespace':'n','uid':'u','resourceVersion':'" + std::to_string(version) + "'},'data':{'a':'1'},'status':{'phase':'" + phase + "'}}");
        };
        editor.open(with(1, "New"));
        editor.edit(with(1, "Good"));
        editor.save();
        f.time->run();
        QCOMPARE(f.line(), "PATCH " + path + "/status?fieldManager=orrery&fieldValidation=Strict&dryRun=All");
        QCOMPARE(f.server->last().request.body, QByteArray::fromStdString(q("{'status':{'phase':'Good'},'metadata':{'uid':'u','resourceVersion':'1'}}")));
        f.answer(200, with(1, "Good"));
        editor.confirm();
        f.time->run();
        QCOMPARE(f.line(), "PATCH " + path + "/status?fieldManager=orrery&fieldValidation=Strict");
        f.answer(409, q("{'kind':'Status','status':'Failure','reason':'Conflict','code':409}"));
        QCOMPARE(f.line(), "GET " + path);
    }

    void anObjectToCreateIsNamedByItsText()
    {
        Fixture f;
        ObjectEditor editor(f.dynamic, f.time, *f.time, [] { return 0.5; }, {{"", "v1", "configmaps"}, {"n", {}}, {}, std::chrono::seconds(30)});
        editor.open({});
        editor.edit("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: fresh, namespace: other}\n");
        editor.save();
        f.time->run();
        QCOMPARE(f.line(), QByteArray("POST /api/v1/namespaces/other/configmaps?fieldManager=orrery&fieldValidation=Strict&dryRun=All"));
        f.answer(409, q("{'kind':'Status','code':409,'reason':'AlreadyExists','message':'it exists'}"));
        QCOMPARE(f.line(), QByteArray("GET /api/v1/namespaces/other/configmaps/fresh"));
    }

    void aTextThatIsNoYamlIsRefusedWithItsPlace()
    {
        Fixture f;
        f.begin("a: [1,\nb");
        QCOMPARE(f.standing(), QByteArray("Refused BadText"));
        QVERIFY(f.editor.state().error->place.startsWith(QStringLiteral("line 2")));
        QCOMPARE(f.server->exchanges.size(), std::size_t(0));
        f.begin("just words");
        QCOMPARE(f.standing(), QByteArray("Refused BadText"));
    }

    void anAnswerThatNeverComesIsLookedUp()
    {
        Fixture f;
        f.begin(text);
        f.answer(200, configMap(1, "'a':'2'"));
        f.editor.confirm();
        f.time->run();
        f.time->advance(std::chrono::seconds(30));
        QCOMPARE(f.standing(), QByteArray("UnknownOutcome Unreachable"));
        f.time->advance(std::chrono::seconds(1));
        QCOMPARE(f.line(), "GET " + path);
        f.answer(200, configMap(5, "'a':'2','b':'x'"));
        QCOMPARE(f.line(), QByteArray("GET /api/v1/namespaces/n/configmaps?watch=true&fieldSelector=metadata.name%3Dc&resourceVersion=1&timeoutSeconds=10"));
        f.server->last().head(200, {{"Content-Type", "application/json"}});
        f.server->last().data(QByteArray::fromStdString(q("{'type':'MODIFIED','object':") + configMap(2, "'a':'2'") + "}\n"));
        f.time->run();
        QCOMPARE(f.standing(), QByteArray("Saved StoredAlready"));
        QVERIFY(!f.server->last().isOpen());
        QCOMPARE(f.time->timers(), std::size_t(0));
    }

    void aHistoryThatIsNotToldEndsInTime()
    {
        Fixture f;
        f.begin(text);
        f.answer(200, configMap(1, "'a':'2'"));
        f.editor.confirm();
        f.time->run();
        f.server->last().loseConnection();
        f.time->run();
        f.time->advance(std::chrono::seconds(1));
        f.answer(200, configMap(5, "'a':'2','b':'x'"));
        for (int i = 0; i < 8; ++i)
            f.time->advance(std::chrono::seconds(31));
        QCOMPARE(f.standing(), QByteArray("Saved StoredAlready"));
    }

    void whoIsToldMayDecideAtOnce()
    {
        Fixture f;
        const auto subscription = f.editor.subscribe([&](const SaveState &state) {
            if (state.step == SaveState::Step::Review)
                f.editor.confirm();
        });
        f.begin(text);
        f.answer(200, configMap(1, "'a':'2'"));
        QCOMPARE(f.standing(), QByteArray("Saving None"));
    }

    void aNewObjectIsCreated()
    {
        Fixture f;
        f.editor.open({});
        f.editor.edit(text);
        f.editor.save();
        f.time->run();
        QCOMPARE(f.line(), QByteArray("POST /api/v1/namespaces/n/configmaps?fieldManager=orrery&fieldValidation=Strict&dryRun=All"));
    }

    void anEditorMayGoAtAnyMoment()
    {
        RestClient *client = nullptr;
        Fixture f;
        client = &f.client;
        DynamicClient dynamic(*client, f.time);
        auto editor = std::make_unique<ObjectEditor>(dynamic, f.time, *f.time, [] { return 0.5; },
                                                     ObjectEditor::Config{{"", "v1", "configmaps"}, {"n", "c"}, {}});
        editor->open(configMap(1, "'a':'1'"));
        editor->edit(text);
        editor->save();
        f.time->run();
        editor.reset();
        f.answer(200, configMap(1, "'a':'2'"));
        QCOMPARE(f.time->timers(), std::size_t(0));
    }
};

ORRERY_GUILESS_TEST(ObjectEditorTest)
} // namespace object_editor_test
#include "object_editor_test.moc"
