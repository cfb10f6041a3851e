// SPDX-License-Identifier: Apache-2.0
#include "core/access/reviews.h"
#include "tests/support/fixtures.h"
#include "tests/support/rest_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace reviews_test {

using namespace kube;
using kube::test::fixture;

namespace {

struct Fixture : kube::test::RestFixture {
    Reviews reviews{client, time};

    void serve(const char *path, const char *file)
    {
        server->on(QByteArray("POST ") + path + "?timeout=30s", {201, fixture((QByteArray("kubernetes-1.36/review/") + file).constData())});
    }
};

const char accessPath[] = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
const char rulesPath[] = "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews";

ResourceAttributes may(const char *verb, const char *group, const char *resource, const char *subresource = "", const char *name = "")
{
    return {verb, group, resource, subresource, "shop", name};
}

} // namespace

class ReviewsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void whatIsAllowedSaysWhy()
    {
        Fixture f;
        f.serve(accessPath, "access-allowed.json");
        const auto decision = f.answer(f.reviews.access(may("list", "", "pods")));
        QVERIFY_RESULT(decision);
        QVERIFY(decision->allowed);
        QVERIFY(decision->reason.starts_with("RBAC: allowed by"));
        QCOMPARE(f.server->last().request.body,
                 QByteArray(R"({"apiVersion":"authorization.k8s.io/v1","kind":"SelfSubjectAccessReview","spec":{"resourceAttributes":)"
                            R"({"verb":"list","resource":"pods","namespace":"shop"}}})"));
    }

    void whatIsNotAllowedIsNotDeniedOutright()
    {
        Fixture f;
        f.serve(accessPath, "access-denied.json");
        const auto decision = f.answer(f.reviews.access(may("delete", "apps", "deployments")));
        QVERIFY_RESULT(decision);
        QVERIFY(!decision->allowed && !decision->denied);
    }

    void anAnswerThatIsNoReviewAllowsNothing()
    {
        QCOMPARE(AccessDecision::decode(R"({"kind":"SelfSubjectAccessReview","status":{}})").error().kind, ErrorKind::BadInput);
        QCOMPARE(AccessDecision::decode(R"({"status":{"allowed":true}})").error().kind, ErrorKind::BadInput);
        QCOMPARE(RulesReview::decode("{}").error().kind, ErrorKind::BadInput);
        QCOMPARE(UserInfo::decode("{}").error().kind, ErrorKind::BadInput);
    }

    void aViewersRulesAreRead()
    {
        Fixture f;
        f.serve(rulesPath, "rules-viewer.json");
        const auto rules = f.answer(f.reviews.rules("shop"));
        QVERIFY_RESULT(rules);
        QVERIFY(!rules->incomplete);
        QVERIFY(rules->allows(may("list", "", "pods")));
        QVERIFY(rules->allows(may("get", "", "pods", "log")));
        QVERIFY(rules->allows(may("watch", "apps", "deployments")));
        QVERIFY(!rules->allows(may("delete", "", "pods")));
        QVERIFY(!rules->allows(may("get", "", "secrets")));
        QVERIFY(!rules->allows(may("create", "", "pods", "exec")));
    }

    void anAdministratorMayDoEverything()
    {
        const auto rules = RulesReview::decode(fixture("kubernetes-1.36/review/rules-admin.json").toStdString());
        QVERIFY_RESULT(rules);
        QVERIFY(rules->allows(may("delete", "any.example.com", "things")));
        const auto nobody = RulesReview::decode(fixture("kubernetes-1.36/review/rules-nobody.json").toStdString());
        QVERIFY(!nobody->allows(may("get", "", "pods")));
    }

    void aRuleMayNameObjectsAndSubresources()
    {
        const ResourceRule named{{"get"}, {""}, {"secrets"}, {"one"}};
        QVERIFY(named.allows(may("get", "", "secrets", "", "one")));
        QVERIFY(!named.allows(may("get", "", "secrets", "", "two")));
        QVERIFY(!named.allows(may("get", "", "secrets")));
        const ResourceRule scales{{"*"}, {"*"}, {"*/scale"}, {}};
        QVERIFY(scales.allows(may("update", "apps", "deployments", "scale")));
        QVERIFY(!scales.allows(may("update", "apps", "deployments")));
        const ResourceRule plain{{"get"}, {""}, {"pods"}, {}};
        QVERIFY(!plain.allows(may("get", "", "pods", "log")));
    }

    void theServerSaysWhoWeAre()
    {
        Fixture f;
        f.serve("/apis/authentication.k8s.io/v1/selfsubjectreviews", "self-viewer.json");
        const auto self = f.answer(f.reviews.self());
        QVERIFY_RESULT(self);
        QCOMPARE(self->name, std::string("viewer"));
        QCOMPARE(self->groups, (std::vector<std::string>{"devcluster:viewers", "system:authenticated"}));
    }

    void olderServersAreAskedInOlderVersions()
    {
        Fixture f;
        f.server->on("POST /apis/authentication.k8s.io/v1/selfsubjectreviews?timeout=30s", {404, "404 page not found", {}});
        f.serve("/apis/authentication.k8s.io/v1beta1/selfsubjectreviews", "self-viewer.json");
        QCOMPARE(f.answer(f.reviews.self())->name, std::string("viewer"));
        QVERIFY(f.server->last().request.body.contains("authentication.k8s.io/v1beta1"));
    }

    void aServerThatCannotSayIsNotFound()
    {
        Fixture f;
        for (const char *version : {"v1", "v1beta1", "v1alpha1"})
            f.server->on(QByteArray("POST /apis/authentication.k8s.io/") + version + "/selfsubjectreviews?timeout=30s", {404, "404 page not found", {}});
        QCOMPARE(f.answer(f.reviews.self()).error().kind, ErrorKind::NotFound);
        QCOMPARE(f.server->exchanges.size(), std::size_t(3));
    }
};

ORRERY_GUILESS_TEST(ReviewsTest)
} // namespace reviews_test
#include "reviews_test.moc"
