// SPDX-License-Identifier: Apache-2.0
#include "core/schema/form_rows.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/schema/schemas.h"

namespace form_rows_test {

using namespace kube;

namespace {

const char deployment[] = "apiVersion: apps/v1\n"
                          "kind: Deployment\n"
                          "metadata:\n"
                          "  name: web\n"
                          "  uid: 1-2\n"
                          "  labels:\n"
                          "    app: web\n"
                          "spec:\n"
                          "  replicas: 3 # three\n"
                          "  selector:\n"
                          "    matchLabels: {app: web}\n"
                          "  template:\n"
                          "    spec:\n"
                          "      containers:\n"
                          "      - name: web\n"
                          "        image: nginx\n"
                          "        args: [-v]\n"
                          "        ports:\n"
                          "        - containerPort: 80\n"
                          "status:\n"
                          "  replicas: 3\n";

const char *kindName(FormRow::Kind kind)
{
    static constexpr const char *names[]{"Object", "List", "Map", "Text", "Lines", "Integer", "Number", "Boolean", "Choice", "Plain", "Alias", "+field", "+item", "+entry", "More"};
    return names[static_cast<int>(kind)];
}

/// A line each: "  replicas Integer 3", with "*" required, "!" read-only, "-" not set.
QString textOf(const std::vector<FormRow> &rows)
{
    QStringList lines;
    for (const FormRow &row : rows) {
        QString line = QString(2 * row.depth, QLatin1Char(' ')) + QString::fromStdString(row.kind >= FormRow::Kind::AddField ? std::string() : row.name + ' ')
            + QLatin1String(kindName(row.kind));
        if (row.kind == FormRow::Kind::More || row.kind <= FormRow::Kind::Map)
            line += QStringLiteral(" %1").arg(row.count);
        else if (!row.text.empty())
            line += QLatin1Char(' ') + QString::fromStdString(row.text);
        line += QLatin1String(row.isSet ? "" : row.kind >= FormRow::Kind::AddField ? "" : " -");
        line += QLatin1String(row.isRequired && row.kind < FormRow::Kind::AddField ? " *" : "");
        line += QLatin1String(row.isReadOnly ? " !" : "");
        lines << line;
    }
    return lines.join(QLatin1Char('\n'));
}

QString rowsOf(const std::string &text, const ObjectSchemaPtr &schema, const FormShown &shown)
{
    return textOf(formRows(YamlOutline::of(text), *schema, shown));
}

FormRow rowAt(const std::string &text, const ObjectSchemaPtr &schema, const FormShown &shown, const std::string &pointer)
{
    for (const FormRow &row : formRows(YamlOutline::of(text), *schema, shown)) {
        if (row.pointer == pointer)
            return row;
    }
    return {};
}

std::string written(const std::optional<JsonNode> &value)
{
    std::string out;
    if (value)
        value->write(out);
    return out;
}

} // namespace

class FormRowsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::failOnWarnings(); }

    void aDeploymentOpensAtItsFirstContainer()
    {
        const FormShown shown = FormShown::of(YamlOutline::of(deployment));
        QCOMPARE(rowsOf(deployment, test::deploymentSchema(), shown), QStringLiteral(R"(apiVersion Text apps/v1
kind Text Deployment !
metadata Object 3
spec Object 3
  replicas Integer 3
  selector Object 1 * !
  template Object 1 *
    spec Object 1
      containers List 1 *
        web Object 4
          name Text web *
          image Text nginx
          args List 1
          ports List 1
          +field
        +item
      +field
    +field
  +field
status Object 1 !
+field)").remove(QStringLiteral("\n+field")));
    }
    void whatTheServerKeepsAndWhatIsFixedCannotBeWritten()
    {
        FormShown shown;
        shown.open = {"/metadata", "/spec", "/spec/selector", "/spec/selector/matchLabels"};
        const auto schema = test::deploymentSchema();
        QVERIFY(rowAt(deployment, schema, shown, "/metadata/uid").isReadOnly);
        QVERIFY(!rowAt(deployment, schema, shown, "/metadata/uid").isFixed);
        QVERIFY(rowAt(deployment, schema, shown, "/metadata/name").isFixed);
        const FormRow app = rowAt(deployment, schema, shown, "/spec/selector/matchLabels/app");
        QVERIFY(app.isReadOnly && app.isFixed);
        QVERIFY(app.because.starts_with("it decides which Pods"));
        QVERIFY(!rowAt(deployment, schema, shown, "/metadata/labels").isReadOnly);
        shown.isOfStatus = true;
        shown.open.insert("/status");
        QVERIFY(!rowAt(deployment, schema, shown, "/status/replicas").isReadOnly);
        QVERIFY(rowAt(deployment, schema, shown, "/metadata/labels").isReadOnly);
        shown.isOfStatus = false;
        QVERIFY(rowAt(deployment, schema, shown, "/status/replicas").isReadOnly);
        shown.isStatusPlain = true;
        QVERIFY(!rowAt(deployment, schema, shown, "/status/replicas").isReadOnly);
        QVERIFY(!rowAt(deployment, schema, shown, "/metadata/labels").isReadOnly);
        shown.isNew = true;
        QVERIFY(!rowAt(deployment, schema, shown, "/spec/selector/matchLabels/app").isReadOnly);
    }
    void everyTypeHasItsRow()
    {
        const std::string text = "apiVersion: example.com/v1\nkind: Widget\nspec:\n  class: a\n  max: 5\n  ratio: 1.5\n  mode: Fast\n  level: 2\n  enabled: true\n"
                                 "  note: |\n    one\n    two\n  port: 80\n  tags: [a, b]\n  limits: {cpu: 1}\n  unknown: {x: 1}\n  any: [1]\n  code: 5\n  min: [1]\n";
        FormShown shown;
        shown.open = {"/spec", "/spec/tags", "/spec/limits", "/spec/any"};
        shown.wanted = {"/spec/when"};
        QCOMPARE(rowsOf(text, test::widgetSchema(), shown), QStringLiteral(R"(apiVersion Text example.com/v1
kind Text Widget !
spec Object 14 *
  class Text a * !
  max Integer 5
  ratio Number 1.5
  mode Choice Fast
  level Choice 2
  enabled Boolean true
  note Lines one
two

  port Plain 80
  tags List 2
    [0] Text a
    [1] Text b
    +item
  limits Map 1
    cpu Integer 1
    +entry
  unknown Map 1
  any List 1
    [0] Plain 1
    +item
  code Text 5
  min List 1
  parts List 0 - *
  when Text -
  +field
+field)"));
    }
    void whatIsWrittenIsOfTheFieldsType()
    {
        const std::string text = "spec:\n  class: a\n  max: 5\n  level: 2\n  port: '80'\n  size: 80\n  mode: Fast\n  code: x\n  enabled: true\n";
        FormShown shown;
        shown.open = {"/spec"};
        const auto schema = test::widgetSchema();
        const auto value = [&](const char *field, const char *typed) { return written(formValue(rowAt(text, schema, shown, std::string("/spec/") + field), *schema, typed)); };
        QCOMPARE(value("max", "7"), "7");
        QCOMPARE(value("max", "many"), "\"many\"");
        QCOMPARE(value("max", ""), "");
        QCOMPARE(value("level", "3"), "3");
        QCOMPARE(value("mode", "Slow"), "\"Slow\"");
        QCOMPARE(value("port", "81"), "\"81\"");
        QCOMPARE(value("size", "81"), "81");
        QCOMPARE(value("size", "http"), "\"http\"");
        QCOMPARE(value("code", "true"), "\"true\"");
        QCOMPARE(value("code", ""), "\"\"");
        QCOMPARE(value("enabled", "false"), "false");
    }
    void longListsShowTheirFirstItems()
    {
        std::string text = "spec:\n  tags:\n";
        for (int i = 0; i < 120; ++i)
            text += "  - t" + std::to_string(i) + "\n";
        FormShown shown;
        shown.open = {"/spec", "/spec/tags"};
        QCOMPARE(rowAt(text, test::widgetSchema(), shown, "/spec/tags/49").name, "[49]");
        QVERIFY(rowsOf(text, test::widgetSchema(), shown).contains(QStringLiteral("[49] Text t49\n    More 70")));
        shown.most["/spec/tags"] = 150;
        QVERIFY(rowsOf(text, test::widgetSchema(), shown).contains(QStringLiteral("[119] Text t119\n    +item")));
    }
    void whatIsOpenStaysSoWhenItemsMove()
    {
        FormShown shown;
        shown.open = {"/l", "/l/0", "/l/1/a", "/l/10", "/lx/2"};
        shown.itemsSwapped("/l", 0);
        QCOMPARE(shown.open, (std::set<std::string>{"/l", "/l/1", "/l/0/a", "/l/10", "/lx/2"}));
        shown.itemRemoved("/l", 0);
        QCOMPARE(shown.open, (std::set<std::string>{"/l", "/l/0", "/l/9", "/lx/2"}));
        shown.forget("/l");
        QCOMPARE(shown.open, std::set<std::string>{"/lx/2"});
    }
    void fieldsThatAreNotThereMayBeAdded()
    {
        const auto outline = YamlOutline::of("spec:\n  class: a\n");
        const auto names = addableFields(outline, *test::widgetSchema(), {}, SchemaPath::parse("spec"));
        QVERIFY(std::find(names.begin(), names.end(), "mode") != names.end());
        QVERIFY(std::find(names.begin(), names.end(), "class") == names.end());
        const auto root = addableFields(outline, *test::widgetSchema(), {}, {});
        QVERIFY(std::find(root.begin(), root.end(), "status") == root.end());
    }
};

ORRERY_GUILESS_TEST(FormRowsTest)
} // namespace form_rows_test
#include "form_rows_test.moc"
