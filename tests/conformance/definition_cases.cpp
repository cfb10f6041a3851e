// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/cases.h"

#include <QUuid>

namespace orrery::conformance {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto mergePatch = "application/merge-patch+json";
constexpr auto tableForm = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";
const QString definitions = u"/apis/apiextensions.k8s.io/v1/customresourcedefinitions"_s;

} // namespace

class DefinitionCases : public Cases
{
    Q_OBJECT

public:
    using Cases::Cases;

private Q_SLOTS:
    void aDefinitionIsEstablished();
    void itsResourceIsDiscovered();
    void itsObjectsAreServed();
    void aVersionOutOfHistoryIsGone();
    void aStatusIsASubresourceOfItsOwn();
    void itIsScaledByItsPaths();
    void itsColumnsAreThoseOfTheDefinition();
    void aStrategicPatchIsNotForIt();
    void withTheDefinitionAllIsGone();

private:
    [[nodiscard]] QJsonObject definition() const;
    [[nodiscard]] QString widgets() const { return u"/apis/%1/v1/namespaces/%2/widgets"_s.arg(m_group, space()); }
    [[nodiscard]] QJsonObject widget(const QString &name, int size) const
    {
        return {{"apiVersion"_L1, QString(m_group + u"/v1"_s)}, {"kind"_L1, "Widget"_L1}, {"metadata"_L1, QJsonObject{{"name"_L1, name}}},
                {"spec"_L1, QJsonObject{{"size"_L1, size}, {"color"_L1, "red"_L1}}}};
    }
    /// Group discovery takes a moment to notice.
    [[nodiscard]] bool awaitGroup(bool present);

    QString m_group = u"g%1.conformance.example.com"_s.arg(QUuid::createUuid().toString(QUuid::Id128).left(8));
};

QJsonObject DefinitionCases::definition() const
{
    const QJsonObject number{{"type"_L1, "integer"_L1}};
    const QJsonObject word{{"type"_L1, "string"_L1}};
    const QJsonObject schema{{"type"_L1, "object"_L1},
                             {"properties"_L1, QJsonObject{{"spec"_L1, QJsonObject{{"type"_L1, "object"_L1}, {"properties"_L1, QJsonObject{{"size"_L1, number}, {"color"_L1, word}}}}},
                                                           {"status"_L1, QJsonObject{{"type"_L1, "object"_L1}, {"properties"_L1, QJsonObject{{"ready"_L1, number}, {"selector"_L1, word}}}}}}}};
    const QJsonArray columns{QJsonObject{{"name"_L1, "Color"_L1}, {"type"_L1, "string"_L1}, {"jsonPath"_L1, ".spec.color"_L1}},
                             QJsonObject{{"name"_L1, "Size"_L1}, {"type"_L1, "integer"_L1}, {"jsonPath"_L1, ".spec.size"_L1}, {"priority"_L1, 1}},
                             QJsonObject{{"name"_L1, "Age"_L1}, {"type"_L1, "date"_L1}, {"jsonPath"_L1, ".metadata.creationTimestamp"_L1}}};
    const QJsonObject version{{"name"_L1, "v1"_L1}, {"served"_L1, true}, {"storage"_L1, true}, {"schema"_L1, QJsonObject{{"openAPIV3Schema"_L1, schema}}},
                              {"additionalPrinterColumns"_L1, columns},
                              {"subresources"_L1, QJsonObject{{"status"_L1, QJsonObject()},
                                                              {"scale"_L1, QJsonObject{{"specReplicasPath"_L1, ".spec.size"_L1}, {"statusReplicasPath"_L1, ".status.ready"_L1},
                                                                                       {"labelSelectorPath"_L1, ".status.selector"_L1}}}}}};
    return {{"apiVersion"_L1, "apiextensions.k8s.io/v1"_L1}, {"kind"_L1, "CustomResourceDefinition"_L1},
            {"metadata"_L1, QJsonObject{{"name"_L1, QString(u"widgets."_s + m_group)}}},
            {"spec"_L1, QJsonObject{{"group"_L1, m_group}, {"scope"_L1, "Namespaced"_L1}, {"versions"_L1, QJsonArray{version}},
                                    {"names"_L1, QJsonObject{{"plural"_L1, "widgets"_L1}, {"singular"_L1, "widget"_L1}, {"kind"_L1, "Widget"_L1}, {"shortNames"_L1, QJsonArray{"wd"_L1}}}}}}};
}

bool DefinitionCases::awaitGroup(bool present)
{
    return QTest::qWaitFor([&] {
        bool found = false;
        for (const QJsonValue &group : api().get(u"/apis"_s).body.value("groups"_L1).toArray())
            found |= textAt(group, u"name"_s) == m_group;
        const bool served = api().get(u"/apis/"_s + m_group + u"/v1"_s).code == 200;
        return found == present && served == present;
    }, 60'000);
}

void DefinitionCases::aDefinitionIsEstablished()
{
    const Answer made = api().post(definitions, definition());
    QCOMPARE(made.code, 201);
    const QString name = u"widgets."_s + m_group;
    const QJsonObject established = await(api(), definitions, name, [](const QJsonObject &object) {
        for (const QJsonValue &condition : at(object, u"status.conditions"_s).toArray()) {
            if (textAt(condition, u"type"_s) == "Established"_L1)
                return textAt(condition, u"status"_s) == "True"_L1;
        }
        return false;
    });
    QVERIFY(!established.isEmpty());
    QCOMPARE(textAt(established, u"status.acceptedNames.plural"_s), u"widgets"_s);
    QCOMPARE(textAt(established, u"status.acceptedNames.listKind"_s), u"WidgetList"_s);
    QCOMPARE(textAt(established, u"status.storedVersions.0"_s), u"v1"_s);
}

void DefinitionCases::itsResourceIsDiscovered()
{
    QVERIFY(awaitGroup(true));
    const QJsonArray resources = api().get(u"/apis/"_s + m_group + u"/v1"_s).body.value("resources"_L1).toArray();
    QStringList names;
    for (const QJsonValue &resource : resources)
        names.append(textAt(resource, u"name"_s));
    names.sort();
    QCOMPARE(names, (QStringList{u"widgets"_s, u"widgets/scale"_s, u"widgets/status"_s}));
    const QJsonValue first = resources.at(0);
    QCOMPARE(textAt(first, u"kind"_s), u"Widget"_s);
    QCOMPARE(textAt(first, u"singularName"_s), u"widget"_s);
    QCOMPARE(at(first, u"namespaced"_s), QJsonValue(true));
    QCOMPARE(at(first, u"shortNames"_s).toArray(), QJsonArray{"wd"_L1});
    QStringList verbs = at(first, u"verbs"_s).toVariant().toStringList();
    verbs.sort();
    QCOMPARE(verbs.join(u' '), u"create delete deletecollection get list patch update watch"_s);
}

void DefinitionCases::itsObjectsAreServed()
{
    QTRY_COMPARE_WITH_TIMEOUT(api().get(widgets()).code, 200, 60'000);
    const Answer made = api().post(widgets(), widget(u"a"_s, 1));
    QCOMPARE(made.code, 201);
    QCOMPARE(at(made.body, u"metadata.generation"_s).toInt(), 1);
    const Answer list = api().get(widgets());
    QCOMPARE(textAt(list.body, u"kind"_s), u"WidgetList"_s);
    QCOMPARE(textAt(list.body, u"apiVersion"_s), QString(m_group + u"/v1"_s));
    QCOMPARE(namesOf(list.body), QStringList{u"a"_s});
    // Unlike items of built-in kinds, those of custom resources say what they are.
    QCOMPARE(textAt(list.body, u"items.0.kind"_s), u"Widget"_s);
    Watch watch(api(), widgets() + u"?watch=true&resourceVersion="_s + textAt(list.body, u"metadata.resourceVersion"_s));
    QCOMPARE(api().patch(widgets() + u"/a"_s, mergePatch, R"({"spec":{"color":"blue"}})").code, 200);
    QVERIFY(watch.waitForEvents(1));
    QCOMPARE(watch.told(), QStringList{u"MODIFIED a"_s});
}

void DefinitionCases::aVersionOutOfHistoryIsGone()
{
    Watch watch(api(), widgets() + u"?watch=true&resourceVersion=1"_s);
    QVERIFY(watch.waitForEnd());
    QCOMPARE(watch.events().size(), 1);
    const QJsonObject event = watch.events().constFirst();
    QCOMPARE(textAt(event, u"type"_s), u"ERROR"_s);
    QCOMPARE(textAt(event, u"object.kind"_s), u"Status"_s);
    QCOMPARE(at(event, u"object.code"_s).toInt(), 410);
    QCOMPARE(textAt(event, u"object.reason"_s), u"Expired"_s);
    QCOMPARE(textAt(event, u"object.status"_s), u"Failure"_s);
    QVERIFY2(textAt(event, u"object.message"_s).startsWith("too old resource version: 1 ("_L1), qPrintable(textAt(event, u"object.message"_s)));
}

void DefinitionCases::aStatusIsASubresourceOfItsOwn()
{
    QCOMPARE(api().post(widgets(), widget(u"s"_s, 1)).code, 201);
    const Answer object = api().patch(widgets() + u"/s"_s, mergePatch, R"({"status":{"ready":5}})");
    QCOMPARE(object.code, 200);
    QVERIFY(at(object.body, u"status"_s).isUndefined());
    QCOMPARE(at(object.body, u"metadata.generation"_s).toInt(), 1);
    const Answer status = api().patch(widgets() + u"/s/status"_s, mergePatch, R"({"spec":{"color":"green"},"status":{"ready":5,"selector":"app=s"}})");
    QCOMPARE(status.code, 200);
    QCOMPARE(at(status.body, u"status.ready"_s).toInt(), 5);
    QCOMPARE(textAt(status.body, u"spec.color"_s), u"red"_s);
    QCOMPARE(at(status.body, u"metadata.generation"_s).toInt(), 1);
    QCOMPARE(at(api().patch(widgets() + u"/s"_s, mergePatch, R"({"spec":{"color":"green"}})").body, u"metadata.generation"_s).toInt(), 2);
}

void DefinitionCases::itIsScaledByItsPaths()
{
    const Answer scale = api().get(widgets() + u"/s/scale"_s);
    QCOMPARE(scale.code, 200);
    QCOMPARE(textAt(scale.body, u"kind"_s), u"Scale"_s);
    QCOMPARE(at(scale.body, u"spec.replicas"_s).toInt(), 1);
    QCOMPARE(at(scale.body, u"status.replicas"_s).toInt(), 5);
    QCOMPARE(textAt(scale.body, u"status.selector"_s), u"app=s"_s);
    QCOMPARE(at(api().patch(widgets() + u"/s/scale"_s, mergePatch, R"({"spec":{"replicas":3}})").body, u"spec.replicas"_s).toInt(), 3);
    QCOMPARE(at(api().get(widgets() + u"/s"_s).body, u"spec.size"_s).toInt(), 3);
}

void DefinitionCases::itsColumnsAreThoseOfTheDefinition()
{
    const Answer table = api().get(widgets() + u"?fieldSelector=metadata.name%3Da"_s, tableForm);
    QCOMPARE(textAt(table.body, u"kind"_s), u"Table"_s);
    QStringList columns;
    for (const QJsonValue &column : at(table.body, u"columnDefinitions"_s).toArray())
        columns.append(textAt(column, u"name"_s) + u' ' + textAt(column, u"type"_s) + u' ' + QString::number(at(column, u"priority"_s).toInt()));
    QCOMPARE(columns, (QStringList{u"Name string 0"_s, u"Color string 0"_s, u"Size integer 1"_s, u"Age date 0"_s}));
    const QJsonArray cells = at(table.body, u"rows.0.cells"_s).toArray();
    QCOMPARE(cells.size(), 4);
    QCOMPARE(cells.at(0).toString(), u"a"_s);
    QCOMPARE(cells.at(1).toString(), u"blue"_s);
    QCOMPARE(cells.at(2).toInt(), 1);
}

void DefinitionCases::aStrategicPatchIsNotForIt()
{
    const Answer refused = api().patch(widgets() + u"/a"_s, "application/strategic-merge-patch+json", R"({"spec":{"color":"x"}})");
    QCOMPARE(refused.code, 415);
    QCOMPARE(refused.reason(), u"UnsupportedMediaType"_s);
    QCOMPARE(api().patch(widgets() + u"/a?fieldManager=me"_s, "application/apply-patch+yaml",
                         "apiVersion: " + m_group.toLatin1() + "/v1\nkind: Widget\nmetadata: {name: a}\nspec: {size: 8}\n").code, 409);
}

void DefinitionCases::withTheDefinitionAllIsGone()
{
    Watch watch(api(), widgets() + u"?watch=true&resourceVersion="_s + textAt(api().get(widgets()).body, u"metadata.resourceVersion"_s));
    QCOMPARE(api().remove(definitions + u"/widgets."_s + m_group).code, 200);
    QVERIFY(awaitEnd(api(), definitions, u"widgets."_s + m_group));
    QVERIFY(awaitGroup(false));
    QTRY_COMPARE_WITH_TIMEOUT(api().get(widgets()).code, 404, 60'000);
    QVERIFY(watch.waitForEnd());
    QVERIFY2(watch.told().contains(u"DELETED a"_s), qPrintable(watch.told().join(u'|')));

    // The same again has none of the old objects.
    QCOMPARE(api().post(definitions, definition()).code, 201);
    QVERIFY(awaitGroup(true));
    QTRY_COMPARE_WITH_TIMEOUT(api().get(widgets()).code, 200, 60'000);
    QVERIFY(namesOf(api().get(widgets()).body).isEmpty());
    QCOMPARE(api().remove(definitions + u"/widgets."_s + m_group).code, 200);
}

int runDefinitionCases(Server &server, const QStringList &args)
{
    DefinitionCases cases(server);
    return QTest::qExec(&cases, args);
}

} // namespace orrery::conformance

#include "definition_cases.moc"
