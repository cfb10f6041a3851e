// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/cases.h"

namespace orrery::conformance {

using namespace Qt::Literals::StringLiterals;

class OlderCases : public Cases
{
    Q_OBJECT

public:
    using Cases::Cases;

private Q_SLOTS:
    void aggregatedDiscoveryIsAnsweredInTheOlderForm();
    void openApiThreeIsNotFound();
    void initialEventsAreRefused();
};

void OlderCases::aggregatedDiscoveryIsAnsweredInTheOlderForm()
{
    const QByteArray accept = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json";
    const Answer core = api().get(u"/api"_s, accept);
    QCOMPARE(core.code, 200);
    QCOMPARE(textAt(core.body, u"kind"_s), u"APIVersions"_s);
    QCOMPARE(at(core.body, u"versions"_s).toArray(), QJsonArray{"v1"_L1});
    const Answer groups = api().get(u"/apis"_s, accept);
    QCOMPARE(groups.code, 200);
    QCOMPARE(groups.contentType, QByteArray("application/json"));
    QCOMPARE(textAt(groups.body, u"kind"_s), u"APIGroupList"_s);
}

void OlderCases::openApiThreeIsNotFound()
{
    QCOMPARE(api().get(u"/openapi/v3"_s).code, 404);
}

void OlderCases::initialEventsAreRefused()
{
    const Answer refused = api().get(path(u"configmaps"_s) + u"?watch=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true"_s);
    QCOMPARE(refused.code, 422);
    QCOMPARE(refused.reason(), u"Invalid"_s);
    QCOMPARE(causesOf(refused).value(0), u"resourceVersionMatch FieldValueForbidden"_s);
    QVERIFY2(refused.message().contains("resourceVersionMatch is forbidden for watch"_L1), refused.bytes.constData());
}

int runOlderCases(Server &server, const QStringList &args)
{
    OlderCases cases(server);
    return QTest::qExec(&cases, args);
}

} // namespace orrery::conformance

#include "older_cases.moc"
