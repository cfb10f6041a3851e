// SPDX-License-Identifier: Apache-2.0
#include "core/schema/complete.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/schema/schemas.h"

namespace complete_test {

using namespace kube;
using namespace kube::test;

namespace {

const std::string head = "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n";
const std::string podHead = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n";

/// Of a text with "¦" where the cursor is.
Completion completed(std::string marked, const ObjectSchemaPtr &schema)
{
    const std::size_t mark = marked.find("\u00a6");
    marked.erase(mark, 2);
    return complete(YamlOutline::of(marked), TextLines(marked).place(static_cast<std::uint32_t>(mark)), *schema);
}

QString texts(const Completion &completion, std::size_t most = 6)
{
    QStringList all;
    for (const auto &candidate : completion.candidates) {
        if (all.size() < static_cast<qsizetype>(most))
            all += QString::fromStdString(candidate.text) + (candidate.isRequired ? QStringLiteral("!") : QString());
    }
    return all.join(u'|');
}

bool has(const Completion &completion, const char *text)
{
    return std::any_of(completion.candidates.begin(), completion.candidates.end(), [&](const auto &one) { return one.text == text; });
}

} // namespace

class CompleteTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::failOnWarnings(); }

    void whatIsRequiredIsOfferedFirst()
    {
        const auto spec = completed(head + "spec:\n  ¦", deploymentSchema());
        QCOMPARE(texts(spec, 4), QStringLiteral("selector:!|template:!|minReadySeconds: |paused: "));
        QCOMPARE(QString::fromStdString(spec.path.toText()), QStringLiteral("spec"));
        QCOMPARE(QString::fromStdString(spec.candidates.at(0).detail), QStringLiteral("<LabelSelector>"));
        QVERIFY(spec.replaces.isEmpty());
        QVERIFY((spec.begin == TextPlace{6, 3}));
    }

    void whatIsThereIsNotOfferedAgain()
    {
        const auto spec = completed(head + "spec:\n  selector: {}\n  ¦\n  replicas: 1\n", deploymentSchema());
        QCOMPARE(texts(spec, 2), QStringLiteral("template:!|minReadySeconds: "));
        QVERIFY(!has(spec, "replicas: ") && !has(spec, "selector:"));
    }

    void theLettersThatAreWrittenChoose()
    {
        const auto spec = completed(head + "spec:\n  selector: {}\n  rep¦\n  paused: true\n", deploymentSchema());
        QCOMPARE(texts(spec), QStringLiteral("replicas: "));
        QVERIFY((spec.begin == TextPlace{7, 3} && spec.end == TextPlace{7, 6}));
        QCOMPARE(texts(completed(head + "spec:\n  DEAD¦\n", deploymentSchema())), QStringLiteral("progressDeadlineSeconds: "));
        QCOMPARE(texts(completed(head + "sp¦\n", deploymentSchema())), QStringLiteral("spec:"));
    }

    void aKeyThatHasItsColonIsReplacedWithoutOne()
    {
        const auto spec = completed(head + "spec:\n  repl¦: 1\n", deploymentSchema());
        QCOMPARE(texts(spec), QStringLiteral("replicas"));
        QVERIFY((spec.end == TextPlace{6, 7}));
    }

    void itemsAreBegunWithADash()
    {
        const auto containers = completed(podHead + "  containers:\n  ¦\n", podSchema());
        QVERIFY(has(containers, "- name: ") && has(containers, "restartPolicy: "));
        const auto another = completed(podHead + "  containers:\n    - name: a\n    ¦\n", podSchema());
        QCOMPARE(texts(another, 2), QStringLiteral("- name: !|- args:"));
        const auto args = completed(podHead + "  containers:\n  - name: a\n    args:\n      ¦\n", podSchema());
        QCOMPARE(texts(args), QStringLiteral("- "));
        const auto first = completed(podHead + "  containers:\n  - ¦\n", podSchema());
        QCOMPARE(texts(first, 2), QStringLiteral("name: !|args:"));
        const auto within = completed(podHead + "  containers:\n  - name: a\n    image: b\n    imagePull¦\n", podSchema());
        QCOMPARE(texts(within), QStringLiteral("imagePullPolicy: "));
    }

    void valuesAreThoseOfTheSchema()
    {
        QCOMPARE(texts(completed(podHead + "  restartPolicy: ¦\n", podSchema())), QStringLiteral("Always|Never|OnFailure"));
        QCOMPARE(texts(completed(podHead + "  restartPolicy: On¦\n", podSchema())), QStringLiteral("OnFailure"));
        QCOMPARE(texts(completed(podHead + "  hostNetwork: ¦\n", podSchema())), QStringLiteral("false|true"));
        QCOMPARE(texts(completed(podHead + "  hostNetwork: t¦\n", podSchema())), QStringLiteral("true"));
        const auto mode = completed("spec:\n  mode: ¦\n", widgetSchema());
        QCOMPARE(texts(mode), QStringLiteral("Fast|Slow|\"\""));
        QCOMPARE(QString::fromStdString(mode.candidates.at(0).detail), QStringLiteral("default"));
        QCOMPARE(texts(completed("spec:\n  parts:\n  - protocol: ¦\n", widgetSchema())), QStringLiteral("TCP"));
        QCOMPARE(texts(completed("spec: {mode: ¦}\n", widgetSchema())), QStringLiteral("Fast|Slow|\"\""));
        QCOMPARE(texts(completed("apiVersion: ¦\n", deploymentSchema())), QStringLiteral("apps/v1!"));
        QCOMPARE(texts(completed("kind: D¦\n", deploymentSchema())), QStringLiteral("Deployment!"));
    }

    void namesOfLiveObjectsAreAskedOfTheCaller()
    {
        const auto claim = completed(podHead + "  volumes:\n  - name: a\n    persistentVolumeClaim:\n      claimName: da¦\n", podSchema());
        QVERIFY(claim.wanted && claim.wanted->kind == "PersistentVolumeClaim");
        QVERIFY((claim.begin == TextPlace{9, 18} && claim.end == TextPlace{9, 20}));
        const auto secret = completed(podHead + "  containers:\n  - name: a\n    envFrom:\n    - secretRef: {name: ¦}\n", podSchema());
        QVERIFY(secret.wanted && secret.wanted->kind == "Secret" && secret.wanted->nameSpace == ObjectReferenceWanted::Namespace::OfObject);
        const auto priority = completed(podHead + "  priorityClassName: ¦\n", podSchema());
        QVERIFY(priority.wanted && priority.wanted->nameSpace == ObjectReferenceWanted::Namespace::OfCluster);
        QVERIFY(!completed(podHead + "  restartPolicy: ¦\n", podSchema()).wanted);
    }

    void aTextThatCannotBeReadIsCompletedAsWell()
    {
        QVERIFY(has(completed(podHead + "  containers:\n  - name: \"a\n    ima¦\n  restartPolicy: [\n", podSchema()), "image: "));
        QVERIFY(has(completed(podHead + "  containers: [{name: a, ima¦\n", podSchema()), "image: "));
        QVERIFY(has(completed("¦", podSchema()), "apiVersion: "));
        QVERIFY(has(completed("---\n" + podHead + "---\n¦\n", podSchema()), "spec:"));
        QVERIFY(has(completed("apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  spec:\n    host¦\n", podSchema()), "hostNetwork: "));
    }

    void nothingIsOfferedWhereNothingCanStand()
    {
        for (const std::string &text : {podHead + "  # comment ¦\n", podHead + "  hostname: |\n    te¦xt\n", podHead + "  hostname:¦\n", podHead + "  zzz:\n    ¦\n", podHead + "  replicas: ¦\n"})
            QVERIFY2(completed(text, podSchema()).candidates.empty(), text.c_str());
        QVERIFY(completed(podHead + "  hostname: a\n    ¦\n", podSchema()).candidates.empty());
    }

    void everyPlaceOfATextMayBeAsked()
    {
        const std::string text = podHead + "  containers:\n  - {name: \"a\", args: [b, 'c']} # d\n  - name: |\n      e\n...\n---\n? f\n: g\n";
        const auto outline = YamlOutline::of(text);
        const TextLines lines(text);
        for (std::uint32_t i = 0; i <= text.size(); ++i) {
            const auto found = complete(outline, lines.place(i), *podSchema());
            QVERIFY(found.replaces.begin <= found.replaces.end && found.replaces.end <= text.size());
        }
    }
};

ORRERY_GUILESS_TEST(CompleteTest)
} // namespace complete_test
#include "complete_test.moc"
