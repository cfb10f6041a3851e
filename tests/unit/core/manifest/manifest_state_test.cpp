// SPDX-License-Identifier: Apache-2.0
#include "core/apply/edit_patch.h"
#include "core/manifest/manifest_reader.h"
#include "core/manifest/manifest_state.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

namespace manifest_state_test {

using namespace kube;

namespace {

Error refusal(ErrorKind kind, const char *words)
{
    return Error{kind, QString::fromUtf8(words), {}, std::nullopt, {}};
}

Error managerConflict()
{
    Status status;
    status.code = 409;
    status.reason = QStringLiteral("Conflict");
    status.message = QStringLiteral("Apply failed with 1 conflict");
    status.causes = {{QStringLiteral("FieldManagerConflict"), QStringLiteral("conflict with \"helm\" using v1"), QStringLiteral(".data.a")}};
    return Error::fromStatus(status);
}

/// A machine and a server of a few lines: definitions become kinds after some looks, namespaces are needed.
struct Machine {
    ManifestConfig config{.looks = 5};
    ManifestState state;
    std::map<std::string, std::string> objects; ///< by "resource/namespace/name"
    std::map<std::string, Error> errors;        ///< likewise: what a Send is answered
    std::set<std::string> forbidden;            ///< "create configmaps/default/a"
    bool knowsWidgets = false;
    int looksUntilEstablished = 2;
    QStringList log; ///< what was sent
    std::vector<ManifestEffect> waiting;

    void feed(const ManifestInput &input)
    {
        auto result = step(config, std::move(state), input);
        state = std::move(result.state);
        waiting.insert(waiting.end(), result.effects.begin(), result.effects.end());
    }
    void runAll()
    {
        while (!waiting.empty())
            runOne();
    }
    void runOne()
    {
        const ManifestEffect next = waiting.front();
        waiting.erase(waiting.begin());
        std::visit([this](const auto &effect) { answer(effect); }, next);
    }
    static std::string pathOf(const GroupVersionResource &resource, const ObjectKey &key) { return resource.resource + "/" + key.toString(); }

    void answer(const manifest_effect::Resolve &resolve)
    {
        static const std::map<std::string, std::pair<const char *, bool>> kinds = {{"Namespace", {"namespaces", false}}, {"ConfigMap", {"configmaps", true}},
                                                                                   {"CustomResourceDefinition", {"customresourcedefinitions", false}}};
        const auto kind = kinds.find(resolve.kind.kind);
        if (kind != kinds.end())
            feed(manifest_input::Resolved{resolve.request, RestMapping{{resolve.kind.group, resolve.kind.version, kind->second.first}, resolve.kind, {}, kind->second.second}});
        else if (resolve.kind.kind == "Widget" && knowsWidgets)
            feed(manifest_input::Resolved{resolve.request, RestMapping{{"x.io", "v1", "widgets"}, resolve.kind, {}, true}});
        else
            feed(manifest_input::Resolved{resolve.request, fail(refusal(ErrorKind::NotFound, "no such kind"))});
    }
    void answer(const manifest_effect::Fetch &fetch)
    {
        if (fetch.resource.resource == "customresourcedefinitions" && state.phase == ManifestState::Phase::Establishing && --looksUntilEstablished <= 0) {
            knowsWidgets = true;
            feed(manifest_input::Fetched{fetch.request, std::string("{\"status\":{\"conditions\":[{\"type\":\"Established\",\"status\":\"True\"}]}}")});
            return;
        }
        const auto there = objects.find(pathOf(fetch.resource, fetch.key));
        feed(manifest_input::Fetched{fetch.request, there != objects.end() ? Result<std::string>(there->second) : fail(refusal(ErrorKind::NotFound, "not found"))});
    }
    void answer(const manifest_effect::Ask &ask)
    {
        const auto missing = std::find_if(ask.verbs.begin(), ask.verbs.end(), [&](const std::string &verb) { return forbidden.contains(verb + " " + pathOf(ask.resource, ask.key)); });
        feed(manifest_input::Allowed{ask.request, missing == ask.verbs.end() ? std::string() : *missing});
    }
    void answer(const manifest_effect::Send &send)
    {
        const std::string path = pathOf(send.resource, send.key);
        log << QStringLiteral("%1%2%3 %4").arg(send.isCreate ? QStringLiteral("create") : QStringLiteral("apply"), send.dryRun == DryRun::All ? QStringLiteral("?") : QString(),
                                              send.force ? QStringLiteral("!") : QString(), QString::fromStdString(path));
        if (const auto error = errors.find(path); error != errors.end() && !send.force) {
            feed(manifest_input::Answered{send.request, fail(error->second)});
            return;
        }
        const bool isNew = !objects.contains(path);
        if (send.isCreate && !isNew) {
            feed(manifest_input::Answered{send.request, fail(refusal(ErrorKind::AlreadyExists, "already exists"))});
            return;
        }
        if (send.dryRun == DryRun::No)
            objects[path] = send.body;
        feed(manifest_input::Answered{send.request, manifest_input::Answer{send.body, isNew, {}}});
    }
    void answer(const manifest_effect::SetTimer &) { feed(manifest_input::Timer{}); }

    void begin(const std::string &text) { feed(manifest_input::Begin{readManifest(text, {})}); }
    void dryRun()
    {
        feed(manifest_input::DryRun{});
        runAll();
    }
    void apply()
    {
        feed(manifest_input::Apply{});
        runAll();
    }
    QByteArray verdicts() const
    {
        QStringList all;
        for (const ManifestItem &item : state.items)
            all << QString::fromUtf8(manifestVerdictName(item.verdict));
        return all.join(QLatin1Char(' ')).toUtf8();
    }
};

std::string configMap(const char *name, const char *value = "1", const char *space = nullptr)
{
    return std::string("---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: ") + name + (space ? std::string(", namespace: ") + space : std::string()) + "}\ndata: {a: '" + value + "'}\n";
}
const std::string widget = "---\napiVersion: x.io/v1\nkind: Widget\nmetadata: {name: w}\n";
const std::string definition = "---\napiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: widgets.x.io}\nspec: {group: x.io, names: {kind: Widget}}\n";
const std::string space = "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: made}\n";

} // namespace

class ManifestStateTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aDryRunSaysWhatWouldBecomeOfEach()
    {
        Machine m;
        m.begin(configMap("new") + configMap("old") + configMap("same"));
        m.objects["configmaps/default/old"] = "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"old\",\"namespace\":\"default\"},\"data\":{\"a\":\"0\"}}";
        m.objects["configmaps/default/same"] = "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"same\",\"namespace\":\"default\",\"uid\":\"u\",\"resourceVersion\":\"7\"},\"data\":{\"a\":\"1\"}}";
        m.dryRun();
        QCOMPARE(m.verdicts(), QByteArray("WouldCreate WouldChange WouldStay"));
        QCOMPARE(m.log.join(QLatin1Char(',')), QStringLiteral("apply? configmaps/default/new,apply? configmaps/default/old,apply? configmaps/default/same"));
        QCOMPARE(m.objects.size(), std::size_t(2));
        QVERIFY(m.state.items[0].isDefaulted);
        m.apply();
        QCOMPARE(m.verdicts(), QByteArray("Created Configured Unchanged"));
    }

    void definitionsAndNamespacesGoFirstAndAreWaitedFor()
    {
        Machine m;
        m.begin(widget + configMap("c", "1", "made") + definition + space);
        m.dryRun();
        QCOMPARE(m.verdicts(), QByteArray("NotTried NotTried WouldCreate WouldCreate"));
        QVERIFY(m.state.items[0].notTried == ManifestNotTried::KindOfTheSet);
        QVERIFY(m.state.items[1].notTried == ManifestNotTried::NamespaceOfTheSet);
        m.log.clear();
        m.apply();
        QCOMPARE(m.verdicts(), QByteArray("Created Created Created Created"));
        QCOMPARE(m.log.join(QLatin1Char(',')),
                 QStringLiteral("apply namespaces/made,apply customresourcedefinitions/widgets.x.io,apply widgets/default/w,apply configmaps/made/c"));
    }

    void aNamespaceThatIsThereAlreadyKeepsNothingFromBeingTried()
    {
        Machine m;
        m.begin(space + configMap("c", "1", "made"));
        m.objects["namespaces/made"] = "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"made\"}}";
        m.dryRun();
        QCOMPARE(m.verdicts(), QByteArray("WouldStay WouldCreate"));
    }

    void aKindThatNeverComesIsSaid()
    {
        Machine m;
        m.looksUntilEstablished = 1000;
        m.begin(definition + widget);
        m.apply();
        QCOMPARE(m.verdicts(), QByteArray("Failed Failed"));
        QVERIFY(m.state.items[0].error->message.contains(QStringLiteral("not served")));
    }

    void whatIsRefusedHoldsUpNoneAndIsTriedAgainAlone()
    {
        Machine m;
        m.begin(configMap("a") + configMap("b") + configMap("c"));
        m.errors.emplace("configmaps/default/b", refusal(ErrorKind::Invalid, "no"));
        m.apply();
        QCOMPARE(m.verdicts(), QByteArray("Created Failed Created"));
        QCOMPARE(m.state.items[1].error->message, QStringLiteral("no"));
        m.errors.clear();
        m.log.clear();
        m.feed(manifest_input::RetryRefused{});
        m.runAll();
        QCOMPARE(m.verdicts(), QByteArray("Created Created Created"));
        QCOMPARE(m.log.join(QLatin1Char(',')), QStringLiteral("apply configmaps/default/b"));
    }

    void fieldsOfOthersAreTakenForThatDocumentAlone()
    {
        Machine m;
        m.begin(configMap("a") + configMap("b"));
        m.errors.emplace("configmaps/default/a", managerConflict());
        m.dryRun();
        QCOMPARE(m.verdicts(), QByteArray("Conflict WouldCreate"));
        QCOMPARE(m.state.items[0].owners.front().manager, std::string("helm"));
        m.log.clear();
        m.feed(manifest_input::Force{1}); // no conflict
        m.feed(manifest_input::Force{0});
        m.runAll();
        QCOMPARE(m.verdicts(), QByteArray("WouldCreate WouldCreate"));
        m.apply();
        QCOMPARE(m.verdicts(), QByteArray("Created Created"));
        QCOMPARE(m.log.join(QLatin1Char(',')), QStringLiteral("apply?! configmaps/default/a,apply! configmaps/default/a,apply configmaps/default/b"));
    }

    void aStopLeavesTheRestToBeAppliedLater()
    {
        Machine m;
        m.begin(configMap("a") + configMap("b") + configMap("c"));
        m.feed(manifest_input::Apply{});
        m.runOne(); // resolved
        m.feed(manifest_input::Stop{});
        m.runAll();
        QCOMPARE(m.verdicts(), QByteArray("Created None None"));
        QVERIFY(m.state.wasStopped);
        QVERIFY(!m.state.isRunning());
        m.log.clear();
        m.apply();
        QCOMPARE(m.verdicts(), QByteArray("Created Created Created"));
        QCOMPARE(m.log.size(), 2);
    }

    void aStopEndsAWait()
    {
        Machine m;
        m.looksUntilEstablished = 1000;
        m.begin(definition + widget);
        m.feed(manifest_input::Apply{});
        while (m.state.phase != ManifestState::Phase::Establishing)
            m.runOne();
        m.feed(manifest_input::Stop{});
        QVERIFY(!m.state.isRunning());
        QCOMPARE(m.verdicts(), QByteArray("Created None"));
        m.runAll(); // what was still to come is passed over
        QCOMPARE(m.verdicts(), QByteArray("Created None"));
    }

    void creationLeavesWhatIsThere()
    {
        Machine m;
        m.config.method = ManifestConfig::Method::Create;
        m.objects["configmaps/default/a"] = "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"a\",\"namespace\":\"default\"}}";
        m.begin(configMap("a") + configMap("b"));
        m.apply();
        QCOMPARE(m.verdicts(), QByteArray("Exists Created"));
        QCOMPARE(m.log.front(), QStringLiteral("create configmaps/default/a"));
    }

    void whatOneMayNotWriteIsNotSentAndSaysWhichRightIsMissing()
    {
        Machine m;
        m.objects["configmaps/default/old"] = "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"old\",\"namespace\":\"default\"}}";
        m.forbidden = {"create configmaps/default/new", "create configmaps/default/old", "patch configmaps/default/other", "patch configmaps/made/c"};
        m.begin(configMap("new") + configMap("old") + configMap("other") + configMap("c", "1", "made") + space);
        m.dryRun();
        QCOMPARE(m.verdicts(), QByteArray("NotAllowed WouldChange NotAllowed NotAllowed WouldCreate"));
        QCOMPARE(m.state.items[0].missingVerb, std::string("create"));
        QCOMPARE(m.state.items[2].missingVerb, std::string("patch"));
        QVERIFY(m.state.items[0].isRefused());
        m.log.clear();
        m.apply();
        QCOMPARE(m.verdicts(), QByteArray("NotAllowed Configured NotAllowed NotAllowed Created"));
        QCOMPARE(m.log.join(QLatin1Char(',')), QStringLiteral("apply namespaces/made,apply configmaps/default/old"));
        m.forbidden.clear();
        m.feed(manifest_input::RetryRefused{});
        m.runAll();
        QCOMPARE(m.verdicts(), QByteArray("Created Configured Created Created Created"));
    }

    void creatingNeedsNoRightToChange()
    {
        Machine m;
        m.config.method = ManifestConfig::Method::Create;
        m.forbidden = {"patch configmaps/default/a", "create configmaps/default/b"};
        m.begin(configMap("a") + configMap("b"));
        m.apply();
        QCOMPARE(m.verdicts(), QByteArray("Created NotAllowed"));
    }

    void whatCannotBeMeantIsNotSent()
    {
        Machine m;
        m.begin("apiVersion: v1\nkind: Namespace\nmetadata: {name: s, namespace: other}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {generateName: c-}\n---\nkind: Pod\n"
                "---\napiVersion: y.io/v1\nkind: Gadget\nmetadata: {name: g}\n");
        m.apply();
        QCOMPARE(m.verdicts(), QByteArray("Failed Failed None Failed"));
        QVERIFY(m.state.items[0].error->message.contains(QStringLiteral("is in no namespace")));
        QVERIFY(m.state.items[1].error->message.contains(QStringLiteral("generateName")));
        QCOMPARE(m.state.items[3].error->message, QStringLiteral("no such kind"));
        QVERIFY(m.log.isEmpty());
    }

    void portsSayTheirProtocolSinceOldServersAskForIt()
    {
        Machine m;
        m.begin("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\nspec: {ports: [{port: 80}, {port: 53, protocol: UDP}]}\n");
        m.state.items[0].document.json = "{\"apiVersion\":\"v1\",\"kind\":\"Service\",\"metadata\":{\"name\":\"c\"},\"spec\":{\"ports\":[{\"port\":80},{\"port\":53,\"protocol\":\"UDP\"}]}}";
        m.apply();
        QVERIFY2(m.objects["configmaps/default/c"].find("{\"port\":80,\"protocol\":\"TCP\"},{\"port\":53,\"protocol\":\"UDP\"}") != std::string::npos,
                 m.objects["configmaps/default/c"].c_str());
    }

    void fieldsThatTheServerDropsAreNamed()
    {
        Machine m;
        m.begin("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {a: '1'}\nspce: {b: 1}\n");
        m.feed(manifest_input::DryRun{});
        while (m.state.phase != ManifestState::Phase::Sending)
            m.runOne();
        m.feed(manifest_input::Answered{m.state.request, manifest_input::Answer{"{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"c\"},\"data\":{\"a\":\"1\"}}", true, {}}});
        QCOMPARE(m.state.items[0].dropped.size(), std::size_t(1));
        QCOMPARE(fieldPathText(m.state.items[0].dropped.front()), std::string("spce.b"));
    }
};

ORRERY_GUILESS_TEST(ManifestStateTest)
} // namespace manifest_state_test
#include "manifest_state_test.moc"
