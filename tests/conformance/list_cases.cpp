// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/cases.h"

namespace orrery::conformance {

using namespace Qt::Literals::StringLiterals;

class ListCases : public Cases
{
    Q_OBJECT

public:
    using Cases::Cases;

private Q_SLOTS:
    void aListHasAVersionAndItsItemsInOrder();
    void labelSelectorsChoose_data();
    void labelSelectorsChoose();
    void fieldSelectorsChoose();
    void aSelectorThatCannotBeReadIsABadRequest();
    void pagesFollowOneAnother();
    void aSelectedPageDoesNotSayHowManyRemain();
    void aPageIsOfTheVersionOfTheFirst();
    void aTokenThatWasNeverGivenIsABadRequest();
    void aListOfAnExactVersionIsAsItWas();
    void aVersionThatIsNotYetThereTimesOut();

private:
    void fill();
    QString collection() const { return path(u"configmaps"_s); }
    bool m_filled = false;
};

void ListCases::fill()
{
    if (std::exchange(m_filled, true))
        return;
    for (int i = 0; i < 5; ++i) {
        QJsonObject labels{{"set"_L1, "list"_L1}, {"n"_L1, QString::number(i)}};
        if (i % 2 == 0)
            labels["even"_L1] = "yes"_L1;
        QCOMPARE(api().post(collection(), configMap(u"item-%1"_s.arg(i), {}, labels)).code, 201);
    }
}

void ListCases::aListHasAVersionAndItsItemsInOrder()
{
    fill();
    const Answer list = api().get(collection() + u"?labelSelector=set"_s);
    QCOMPARE(list.code, 200);
    QCOMPARE(textAt(list.body, u"kind"_s), u"ConfigMapList"_s);
    QCOMPARE(textAt(list.body, u"apiVersion"_s), u"v1"_s);
    QVERIFY(textAt(list.body, u"metadata.resourceVersion"_s).toULongLong() > 0);
    QCOMPARE(namesOf(list.body), (QStringList{u"item-0"_s, u"item-1"_s, u"item-2"_s, u"item-3"_s, u"item-4"_s}));
    QVERIFY(at(list.body, u"metadata.continue"_s).isUndefined());
    // Items of a list of a built-in kind do not say their kind.
    QVERIFY(at(list.body, u"items.0.kind"_s).isUndefined());
    QVERIFY(at(list.body, u"items.0.apiVersion"_s).isUndefined());
}

void ListCases::labelSelectorsChoose_data()
{
    QTest::addColumn<QString>("selector");
    QTest::addColumn<QString>("numbers");
    QTest::newRow("equal") << u"n=1"_s << u"1"_s;
    QTest::newRow("double equal") << u"n==1"_s << u"1"_s;
    QTest::newRow("not equal") << u"set,n!=1"_s << u"0234"_s;
    QTest::newRow("in") << u"n in (1, 3)"_s << u"13"_s;
    QTest::newRow("not in") << u"set=list,n notin (1,3)"_s << u"024"_s;
    QTest::newRow("exists") << u"even"_s << u"024"_s;
    QTest::newRow("exists not") << u"set,!even"_s << u"13"_s;
}

void ListCases::labelSelectorsChoose()
{
    fill();
    QFETCH(QString, selector);
    QFETCH(QString, numbers);
    const Answer list = api().get(collection() + u"?labelSelector="_s + QString::fromLatin1(QUrl::toPercentEncoding(selector)));
    QString got;
    for (const QString &name : namesOf(list.body))
        got += name.back();
    QCOMPARE(got, numbers);
}

void ListCases::fieldSelectorsChoose()
{
    fill();
    QCOMPARE(namesOf(api().get(collection() + u"?fieldSelector=metadata.name%3Ditem-2"_s).body), QStringList{u"item-2"_s});
    QCOMPARE(namesOf(api().get(collection() + u"?labelSelector=set&fieldSelector=metadata.name!%3Ditem-2"_s).body).size(), 4);
    QCOMPARE(namesOf(api().get(u"/api/v1/configmaps?labelSelector=set&fieldSelector=metadata.namespace%3D"_s + space()).body).size(), 5);
}

void ListCases::aSelectorThatCannotBeReadIsABadRequest()
{
    for (const QString &query : {u"labelSelector=a%3D%3D%3D"_s, u"fieldSelector=spec.nothing%3D1"_s, u"fieldSelector=nonsense"_s}) {
        const Answer refused = api().get(collection() + u'?' + query);
        QVERIFY2(refused.code == 400, refused.bytes.constData());
        QCOMPARE(refused.reason(), u"BadRequest"_s);
    }
}

void ListCases::pagesFollowOneAnother()
{
    fill();
    // A namespace of its own: others put things (kube-root-ca.crt) beside ours whenever they like.
    QStringList names;
    QString token;
    QString version;
    int pages = 0;
    do {
        const Answer page = api().get(u"/api/v1/namespaces?limit=1"_s + (token.isEmpty() ? QString() : u"&continue="_s + token));
        QCOMPARE(page.code, 200);
        QCOMPARE(namesOf(page.body).size(), 1);
        names += namesOf(page.body);
        if (pages++ == 0)
            version = textAt(page.body, u"metadata.resourceVersion"_s);
        QCOMPARE(textAt(page.body, u"metadata.resourceVersion"_s), version);
        token = textAt(page.body, u"metadata.continue"_s);
        if (!token.isEmpty())
            QVERIFY(at(page.body, u"metadata.remainingItemCount"_s).toInt() > 0);
        else
            QVERIFY(at(page.body, u"metadata.remainingItemCount"_s).isUndefined());
    } while (!token.isEmpty());
    QVERIFY(pages > 2);
    QStringList sorted = names;
    sorted.sort();
    QCOMPARE(names, sorted);
    QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), names.size());
}

void ListCases::aSelectedPageDoesNotSayHowManyRemain()
{
    fill();
    const Answer page = api().get(collection() + u"?limit=2&labelSelector=set"_s);
    QCOMPARE(namesOf(page.body).size(), 2);
    QVERIFY(!textAt(page.body, u"metadata.continue"_s).isEmpty());
    QVERIFY(at(page.body, u"metadata.remainingItemCount"_s).isUndefined());
}

void ListCases::aPageIsOfTheVersionOfTheFirst()
{
    fill();
    const Answer first = api().get(collection() + u"?limit=2&labelSelector=set"_s);
    QCOMPARE(api().post(collection(), configMap(u"item-9"_s, {}, {{"set"_L1, "list"_L1}})).code, 201);
    const Answer rest = api().get(collection() + u"?limit=10&labelSelector=set&continue="_s + textAt(first.body, u"metadata.continue"_s));
    QCOMPARE(namesOf(rest.body), (QStringList{u"item-2"_s, u"item-3"_s, u"item-4"_s}));
    QCOMPARE(textAt(rest.body, u"metadata.resourceVersion"_s), textAt(first.body, u"metadata.resourceVersion"_s));
    QCOMPARE(api().remove(path(u"configmaps"_s, u"item-9"_s)).code, 200);
}

void ListCases::aTokenThatWasNeverGivenIsABadRequest()
{
    const Answer refused = api().get(collection() + u"?limit=2&continue=nonsense"_s);
    QCOMPARE(refused.code, 400);
    QCOMPARE(refused.reason(), u"BadRequest"_s);
    QVERIFY2(refused.message().contains("continue key is not valid: "_L1), refused.bytes.constData());
}

void ListCases::aListOfAnExactVersionIsAsItWas()
{
    const QString chosen = u"?labelSelector=in%3Dexact"_s;
    for (const QString &name : {u"stays"_s, u"goes"_s, u"changes"_s})
        QCOMPARE(api().post(collection(), configMap(name, {{"n"_L1, "1"_L1}}, {{"in"_L1, "exact"_L1}})).code, 201);
    const QString version = textAt(api().get(collection() + chosen).body, u"metadata.resourceVersion"_s);
    QCOMPARE(api().remove(path(u"configmaps"_s, u"goes"_s)).code, 200);
    QCOMPARE(api().patch(path(u"configmaps"_s, u"changes"_s), "application/merge-patch+json", R"({"data":{"n":"2"}})").code, 200);
    const QJsonObject comes = api().post(collection(), configMap(u"comes"_s, {}, {{"in"_L1, "exact"_L1}})).body;
    const Answer then = api().get(collection() + chosen + u"&resourceVersionMatch=Exact&resourceVersion="_s + version);
    QCOMPARE(then.code, 200);
    QCOMPARE(namesOf(then.body), (QStringList{u"changes"_s, u"goes"_s, u"stays"_s}));
    QCOMPARE(textAt(then.body, u"items.0.data.n"_s), u"1"_s);
    QCOMPARE(textAt(then.body, u"metadata.resourceVersion"_s), version);
    QStringList now = namesOf(api().get(collection() + chosen + u"&resourceVersionMatch=NotOlderThan&resourceVersion="_s + textAt(comes, u"metadata.resourceVersion"_s)).body);
    now.sort(); // an older server's watch cache has no order
    QCOMPARE(now, (QStringList{u"changes"_s, u"comes"_s, u"stays"_s}));
    const Answer refused = api().get(collection() + u"?resourceVersionMatch=Exact"_s);
    QCOMPARE(refused.code, 422);
    QCOMPARE(causesOf(refused), QStringList{u"resourceVersionMatch FieldValueForbidden"_s});
}

void ListCases::aVersionThatIsNotYetThereTimesOut()
{
    const Answer late = api().get(collection() + u"?resourceVersion=999999999999"_s);
    QCOMPARE(late.code, 504);
    QCOMPARE(late.reason(), u"Timeout"_s);
    QVERIFY2(late.message().contains("Too large resource version: 999999999999, current: "_L1), late.bytes.constData());
    QCOMPARE(at(late.body, u"details.retryAfterSeconds"_s).toInt(), 1);
    QCOMPARE(textAt(late.body, u"details.causes.0.reason"_s), u"ResourceVersionTooLarge"_s);
}

int runListCases(Server &server, const QStringList &args)
{
    ListCases cases(server);
    return QTest::qExec(&cases, args);
}

} // namespace orrery::conformance

#include "list_cases.moc"
