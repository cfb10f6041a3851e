// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/cases.h"

namespace orrery::conformance {

using namespace Qt::Literals::StringLiterals;

class RightsCases : public Cases
{
    Q_OBJECT

public:
    using Cases::Cases;

private Q_SLOTS:
    void anUnknownTokenIsUnauthorized();
    void whoMayNothingIsForbidden();
    void anObjectIsForbiddenByName();
    void whoMayReadMayNotWrite();
    void discoveryIsForEverybody();
    void aReviewTellsWhatOneMay();
    void theRulesOfANamespaceAreTold();
};

void RightsCases::anUnknownTokenIsUnauthorized()
{
    const Answer refused = api().get(u"/api/v1/namespaces"_s, "application/json", Api::User::Unknown);
    QCOMPARE(refused.code, 401);
    QCOMPARE(refused.body, (QJsonObject{{"kind"_L1, "Status"_L1}, {"apiVersion"_L1, "v1"_L1}, {"metadata"_L1, QJsonObject()}, {"status"_L1, "Failure"_L1},
                                        {"message"_L1, "Unauthorized"_L1}, {"reason"_L1, "Unauthorized"_L1}, {"code"_L1, 401}}));
    QCOMPARE(api().get(u"/version"_s, "application/json", Api::User::Unknown).code, 401);
}

void RightsCases::whoMayNothingIsForbidden()
{
    const Answer refused = api().get(path(u"pods"_s), "application/json", Api::User::Nobody);
    QCOMPARE(refused.code, 403);
    QCOMPARE(refused.reason(), u"Forbidden"_s);
    QCOMPARE(refused.message(), u"pods is forbidden: User \"nobody\" cannot list resource \"pods\" in API group \"\" in the namespace \"%1\""_s.arg(space()));
    QCOMPARE(refused.body.value("details"_L1).toObject(), (QJsonObject{{"kind"_L1, "pods"_L1}}));
    const Answer grouped = api().get(path(u"apps/v1/deployments"_s), "application/json", Api::User::Nobody);
    QCOMPARE(grouped.message(), u"deployments.apps is forbidden: User \"nobody\" cannot list resource \"deployments\" in API group \"apps\" in the namespace \"%1\""_s.arg(space()));
    QCOMPARE(grouped.body.value("details"_L1).toObject(), (QJsonObject{{"group"_L1, "apps"_L1}, {"kind"_L1, "deployments"_L1}}));
}

void RightsCases::anObjectIsForbiddenByName()
{
    const Answer node = api().get(u"/api/v1/nodes/node-0"_s, "application/json", Api::User::Nobody);
    QCOMPARE(node.message(), u"nodes \"node-0\" is forbidden: User \"nobody\" cannot get resource \"nodes\" in API group \"\" at the cluster scope"_s);
    QCOMPARE(node.body.value("details"_L1).toObject(), (QJsonObject{{"name"_L1, "node-0"_L1}, {"kind"_L1, "nodes"_L1}}));
    const Answer scale = api().get(path(u"apps/v1/deployments"_s, u"web/scale"_s), "application/json", Api::User::Nobody);
    QCOMPARE(scale.message(), u"deployments.apps \"web\" is forbidden: User \"nobody\" cannot get resource \"deployments/scale\" in API group \"apps\" in the namespace \"%1\""_s.arg(space()));
    const Answer ns = api().get(u"/api/v1/namespaces/"_s + space(), "application/json", Api::User::Nobody);
    QCOMPARE(ns.message(), u"namespaces \"%1\" is forbidden: User \"nobody\" cannot get resource \"namespaces\" in API group \"\" in the namespace \"%1\""_s.arg(space()));
}

void RightsCases::whoMayReadMayNotWrite()
{
    QCOMPARE(api().get(path(u"configmaps"_s), "application/json", Api::User::Viewer).code, 200);
    QCOMPARE(api().get(path(u"secrets"_s), "application/json", Api::User::Viewer).code, 403);
    const Answer refused = api().post(path(u"configmaps"_s), configMap(u"mine"_s), Api::User::Viewer);
    QCOMPARE(refused.code, 403);
    QCOMPARE(refused.message(), u"configmaps is forbidden: User \"viewer\" cannot create resource \"configmaps\" in API group \"\" in the namespace \"%1\""_s.arg(space()));
}

void RightsCases::discoveryIsForEverybody()
{
    for (const QString &where : {u"/api"_s, u"/apis"_s, u"/api/v1"_s, u"/apis/apps/v1"_s, u"/version"_s})
        QCOMPARE(api().get(where, "application/json", Api::User::Nobody).code, 200);
}

void RightsCases::aReviewTellsWhatOneMay()
{
    const auto may = [this](const QString &verb, const QString &resource, Api::User user) {
        const QJsonObject attributes{{"namespace"_L1, space()}, {"verb"_L1, verb}, {"resource"_L1, resource}};
        const QJsonObject review{{"kind"_L1, "SelfSubjectAccessReview"_L1}, {"apiVersion"_L1, "authorization.k8s.io/v1"_L1},
                                 {"spec"_L1, QJsonObject{{"resourceAttributes"_L1, attributes}}}};
        const Answer answer = api().post(u"/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"_s, review, user);
        if (answer.code != 201 || at(answer.body, u"spec.resourceAttributes"_s).toObject() != attributes || textAt(answer.body, u"kind"_s) != "SelfSubjectAccessReview"_L1)
            qWarning("review: %d %s", answer.code, answer.bytes.constData());
        return at(answer.body, u"status.allowed"_s);
    };
    QCOMPARE(may(u"delete"_s, u"pods"_s, Api::User::Admin), QJsonValue(true));
    QCOMPARE(may(u"list"_s, u"pods"_s, Api::User::Viewer), QJsonValue(true));
    QCOMPARE(may(u"delete"_s, u"pods"_s, Api::User::Viewer), QJsonValue(false));
    QCOMPARE(may(u"list"_s, u"secrets"_s, Api::User::Viewer), QJsonValue(false));
    QCOMPARE(may(u"list"_s, u"pods"_s, Api::User::Nobody), QJsonValue(false));
}

void RightsCases::theRulesOfANamespaceAreTold()
{
    const QJsonObject review{{"kind"_L1, "SelfSubjectRulesReview"_L1}, {"apiVersion"_L1, "authorization.k8s.io/v1"_L1}, {"spec"_L1, QJsonObject{{"namespace"_L1, space()}}}};
    const Answer answer = api().post(u"/apis/authorization.k8s.io/v1/selfsubjectrulesreviews"_s, review, Api::User::Admin);
    QCOMPARE(answer.code, 201);
    QCOMPARE(at(answer.body, u"status.incomplete"_s), QJsonValue(false));
    bool everything = false;
    for (const QJsonValue &rule : at(answer.body, u"status.resourceRules"_s).toArray())
        everything |= at(rule, u"verbs"_s).toArray().contains("*"_L1) && at(rule, u"apiGroups"_s).toArray().contains("*"_L1) && at(rule, u"resources"_s).toArray().contains("*"_L1);
    QVERIFY(everything);
    QVERIFY(!at(answer.body, u"status.nonResourceRules"_s).toArray().isEmpty());
}

int runRightsCases(Server &server, const QStringList &args)
{
    RightsCases cases(server);
    return QTest::qExec(&cases, args);
}

} // namespace orrery::conformance

#include "rights_cases.moc"
