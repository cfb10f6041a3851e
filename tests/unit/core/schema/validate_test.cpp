// SPDX-License-Identifier: Apache-2.0
#include "core/schema/validate.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/schema/bad_yaml.h"
#include "tests/unit/core/schema/schemas.h"

namespace validate_test {

using namespace kube;
using namespace kube::test;

namespace {

ObjectSchemaPtr schemaOf(char letter)
{
    switch (letter) {
    case 'd': return deploymentSchema();
    case 'p': return podSchema();
    case 'c': return configMapSchema();
    case 'f': return fooSchema();
    default: return widgetSchema();
    }
}

QString shown(const std::vector<Problem> &problems)
{
    QString all;
    for (const Problem &problem : problems)
        all += QStringLiteral("%1:%2+%3 [%4] %5 -> %6\n")
                   .arg(QString::number(problem.line), QString::number(problem.column), QString::number(problem.length), QString::fromStdString(problem.path), problem.message,
                        problem.mend);
    return all;
}

/// Deprecated fields are in the texts for what else is wrong.
std::vector<Problem> found(const std::string &text, const ObjectSchemaPtr &schema)
{
    return validate(YamlOutline::of(text), {schema});
}

std::vector<BadYaml> all()
{
    std::vector<BadYaml> cases = badSyntax();
    for (const auto &more : {badFields(), badValues()})
        cases.insert(cases.end(), more.begin(), more.end());
    return cases;
}

const char good[] = "# a comment\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  creationTimestamp: null\n  labels: &labels\n    app: web\n    \"on\": \"yes\"\n"
                    "spec:\n  replicas: 3\n  selector:\n    matchLabels: *labels\n  template:\n    metadata:\n      labels:\n        <<: *labels\n    spec:\n"
                    "      containers:\n      - name: web\n        image: nginx:1.25\n        args: [\"-v\", '2']\n        command:\n        - sh\n        - -c\n        - |\n"
                    "          a: b\n          \tc\n        resources:\n          limits: {cpu: 500m, memory: 1Gi, ephemeral-storage: 1e9}\n        ports:\n"
                    "        - containerPort: 80\n        - {containerPort: 80, protocol: UDP}\n        livenessProbe:\n          httpGet:\n            port: http\n"
                    "        volumeMounts:\n        - {name: data, mountPath: /data}\n      volumes:\n      - name: data\n        emptyDir: {}\nstatus: {}\n";

} // namespace

class ValidateTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::failOnWarnings(); }

    void badYamlOfAHundredKinds_data()
    {
        QTest::addColumn<int>("index");
        const auto cases = all();
        for (std::size_t i = 0; i < cases.size(); ++i)
            QTest::addRow("%s (%c)", cases[i].name, cases[i].schema) << static_cast<int>(i);
    }
    void badYamlOfAHundredKinds()
    {
        QFETCH(int, index);
        BadYaml bad = all()[static_cast<std::size_t>(index)];
        const std::size_t mark = bad.text.find("\u00a6");
        QVERIFY(mark != std::string::npos);
        bad.text.erase(mark, 2);
        const TextPlace place = TextLines(bad.text).place(static_cast<std::uint32_t>(mark));
        auto problems = found(bad.text, schemaOf(bad.schema));
        if (bad.schema == 'w' && std::string_view(bad.message) != "deprecated") // its class is
            std::erase_if(problems, [](const Problem &problem) { return problem.severity == Problem::Severity::Warning; });
        QVERIFY2(problems.size() == 1, qPrintable(shown(problems)));
        const Problem &problem = problems.front();
        QVERIFY2(problem.line == place.line && problem.column == place.column, qPrintable(QStringLiteral("wanted at %1:%2\n").arg(place.line).arg(place.column) + shown(problems)));
        QVERIFY2(problem.message.contains(QString::fromUtf8(bad.message)), qPrintable(shown(problems)));
        QVERIFY2(problem.mend.contains(QString::fromUtf8(bad.mend)), qPrintable(shown(problems)));
        QVERIFY2(*bad.message && *bad.mend, qPrintable(shown(problems)));
    }

    void thereAreAHundredKindsAndMore() { QVERIFY(all().size() >= 100); }

    void whatIsRightIsNotComplainedOf()
    {
        const auto problems = found(good, deploymentSchema());
        QVERIFY2(problems.empty(), qPrintable(shown(problems)));
        for (const char *text : {"", "# nothing\n", "---\n---\n"})
            QVERIFY2(found(text, deploymentSchema()).empty(), text);
    }

    void aMendThatIsWrittenMends()
    {
        int mended = 0;
        for (BadYaml bad : all()) {
            bad.text.erase(bad.text.find("\u00a6"), 2);
            const auto problems = found(bad.text, schemaOf(bad.schema));
            for (const Problem &problem : problems) {
                if (!problem.replacement)
                    continue;
                std::string text = bad.text;
                text.replace(problem.range.begin, problem.range.end - problem.range.begin, *problem.replacement);
                const auto left = found(text, schemaOf(bad.schema));
                const bool isThere = std::any_of(left.begin(), left.end(), [&](const Problem &other) { return other.message == problem.message; });
                QVERIFY2(!isThere, qPrintable(QString::fromUtf8(bad.name) + u'\n' + shown(left)));
                ++mended;
            }
        }
        QVERIFY(mended > 40);
    }

    void eachDocumentIsCheckedByTheSchemaOfItsKind()
    {
        const std::string text = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndatta: {}\n---\napiVersion: v1\nkind: List\nitems:\n"
                                 "- apiVersion: v1\n  kind: Pod\n  metadata: {name: b}\n  spec: {containers: [{nam: a}]}\n---\nkind: [\n";
        const auto problems = validate(YamlOutline::of(text), {configMapSchema(), podSchema()});
        QCOMPARE(problems.size(), 4U);
        QCOMPARE(problems[0].line, 4);
        QCOMPARE(QString::fromStdString(problems[1].path), QStringLiteral("items[0].spec.containers[0]"));
        QCOMPARE(QString::fromStdString(problems[2].path), QStringLiteral("items[0].spec.containers[0].nam"));
        QCOMPARE(problems[3].line, 14);
    }

    void aPatternWithoutEndIsGivenUp()
    {
        const std::string text = "apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: w}\nspec:\n  class: a\n  parts: [{name: x}]\n  slow: " + std::string(5000, 'a') + "b\n";
        const auto problems = found(text, widgetSchema());
        QVERIFY(problems.size() <= 2);
    }

    void columnsAreThoseOfAnEditor()
    {
        const auto problems = found("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {\U0001F680: x, \u00e9: 5}\n", configMapSchema());
        QCOMPARE(problems.size(), 1U);
        QCOMPARE(problems[0].column, 18);
        QCOMPARE(problems[0].length, 1);
    }

    void aStopRequestEndsIt()
    {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(validate(YamlOutline::of(good), {deploymentSchema()}, stop.get_token()).empty());
    }

    void noMoreProblemsThanHelp()
    {
        std::string text = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n";
        for (int i = 0; i < 3000; ++i)
            text += "  k" + std::to_string(i) + ": 1\n";
        QCOMPARE(found(text, configMapSchema()).size(), 500U);
    }
};

ORRERY_GUILESS_TEST(ValidateTest)
} // namespace validate_test
#include "validate_test.moc"
