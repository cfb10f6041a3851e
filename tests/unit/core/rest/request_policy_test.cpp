// SPDX-License-Identifier: Apache-2.0
#include "core/rest/request_policy.h"

#include "core/rest/write_lock.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace request_policy_test {

using namespace kube;
using namespace kube::test;

class RequestPolicyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { failOnWarnings(); }

    void readOnlyLetsReadingAndReviewsThrough_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("passes");
        const struct { const char *method; const char *path; bool passes; } rows[] = {
            {"GET", "/api/v1/pods?watch=true", true},
            {"HEAD", "/api/v1/pods", true},
            {"GET", "/api/v1/namespaces/a/pods/b/log?follow=true", true},
            {"GET", "/version", true},
            {"POST", "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", true},
            {"POST", "/apis/authorization.k8s.io/v1beta1/selfsubjectrulesreviews", true},
            {"POST", "/apis/authentication.k8s.io/v1/selfsubjectreviews", true},
            {"POST", "/apis/authorization.k8s.io/v1/subjectaccessreviews", false},
            {"POST", "/apis/authentication.k8s.io/v1/tokenreviews", false},
            {"POST", "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews/x", false},
            {"POST", "/apis/authentication.k8s.io/v1/selfsubjectaccessreviews", false},
            {"PUT", "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", false},
            {"POST", "/api/v1/namespaces/a/pods", false},
            {"POST", "/api/v1/namespaces/a/pods?dryRun=All", false},
            {"PATCH", "/api/v1/namespaces/a/pods/b?dryRun=All", false},
            {"PUT", "/apis/apps/v1/namespaces/a/deployments/b/scale", false},
            {"DELETE", "/api/v1/namespaces/a/pods/b", false},
            {"OPTIONS", "/api/v1/namespaces/a/pods/b", false},
            {"get", "/api/v1/pods", false},
            {"GET", "/api/v1/namespaces/a/pods/b/exec?command=ls", false},
            {"GET", "/api/v1/namespaces/a/pods/b/attach", false},
            {"GET", "/api/v1/namespaces/a/pods/b/portforward", false},
            {"GET", "/api/v1/namespaces/a/pods/b/ex%65c", false},
            {"GET", "//api/v1//namespaces/a/pods/b/exec/", false},
            {"GET", "/api/v1/pods/b/exec", false},
            {"GET", "/api/v1/namespaces/pods/secrets/exec", true},
            {"GET", "/api/v1/namespaces/a/configmaps/exec", true},
            {"GET", "/api/v1/namespaces/a/pods/exec", true},
        };
        for (const auto &row : rows)
            QTest::addRow("%s %s", row.method, row.path) << QByteArray(row.method) << QString::fromLatin1(row.path) << row.passes;
    }
    void readOnlyLetsReadingAndReviewsThrough()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(bool, passes);
        for (const char *host : {"https://api:6443", "https://rancher/k8s/clusters/c"}) {
            RestConfig config;
            config.host = QUrl(QString::fromLatin1(host));
            config.readOnly = true;
            HttpRequest request;
            request.method = method;
            request.url = QUrl(QString::fromLatin1(host) + path);
            const auto refused = refusedByPolicy(config, request);
            QCOMPARE(!refused, passes);
            if (refused) {
                QCOMPARE(refused->kind, ErrorKind::Forbidden);
                QCOMPARE(refused->code, error_code::ReadOnly);
                QVERIFY(!refused->status);
            }
            config.readOnly = false;
            QVERIFY(!refusedByPolicy(config, request));
        }
    }

    void aLockLetsReadingAndDryRunsThrough_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("passes");
        const struct { const char *method; const char *path; bool passes; } rows[] = {
            {"GET", "/api/v1/pods?watch=true", true},
            {"POST", "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", true},
            {"POST", "/api/v1/namespaces/a/pods?dryRun=All", true},
            {"PATCH", "/api/v1/namespaces/a/pods/b?fieldManager=orrery&dryRun=All&force=true", true},
            {"DELETE", "/api/v1/namespaces/a/pods/b?dryRun=All", true},
            {"POST", "/api/v1/namespaces/a/pods", false},
            {"PUT", "/apis/apps/v1/namespaces/a/deployments/b/scale", false},
            {"DELETE", "/api/v1/namespaces/a/pods", false},
            {"PATCH", "/api/v1/namespaces/a/pods/b?dryRun=", false},
            {"PATCH", "/api/v1/namespaces/a/pods/b?dryRun=all", false},
            {"PATCH", "/api/v1/namespaces/a/pods/b?dryRun=All&dryRun=None", false},
            {"PATCH", "/api/v1/namespaces/a/pods/b?fieldManager=dryRun%3DAll", false},
            {"POST", "/api/v1/namespaces/a/pods/b/exec?dryRun=All", false},
            {"GET", "/api/v1/namespaces/a/pods/b/portforward?dryRun=All", false},
            {"POST", "/api/v1/namespaces/a/services/b/proxy/orders?dryRun=All", false},
            {"DELETE", "/api/v1/nodes/n/proxy?dryRun=All", false},
        };
        for (const auto &row : rows)
            QTest::addRow("%s %s", row.method, row.path) << QByteArray(row.method) << QString::fromLatin1(row.path) << row.passes;
    }
    void aLockLetsReadingAndDryRunsThrough()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(bool, passes);
        RestConfig config;
        config.host = QUrl(QStringLiteral("https://rancher/k8s/clusters/c"));
        config.writeLock = std::make_shared<WriteLock>();
        HttpRequest request;
        request.method = method;
        request.url = QUrl(config.host.toString() + path);
        QVERIFY(!refusedByPolicy(config, request));
        config.writeLock->setLocked(true);
        const auto refused = refusedByPolicy(config, request);
        QCOMPARE(!refused, passes);
        if (refused) {
            QCOMPARE(refused->kind, ErrorKind::Forbidden);
            QCOMPARE(refused->code, error_code::Protected);
            QVERIFY(!refused->status);
        }
        config.readOnly = true; // of both, what cannot be unlocked is named
        if (const auto both = refusedByPolicy(config, request))
            QCOMPARE(both->code, error_code::ReadOnly);
    }

    void aDeletionIsDryWhenItsOwnOptionsSaySo()
    {
        RestConfig config;
        config.host = QUrl(QStringLiteral("https://api"));
        config.writeLock = std::make_shared<WriteLock>();
        config.writeLock->setLocked(true);
        HttpRequest request;
        request.method = "DELETE";
        request.url = QUrl(QStringLiteral("https://api/api/v1/namespaces/a/pods/b"));
        request.body = R"({"kind":"DeleteOptions","apiVersion":"v1","dryRun":["All"]})";
        QVERIFY(!refusedByPolicy(config, request));
        for (const char *body : {R"({"kind":"DeleteOptions","apiVersion":"v1"})", R"({"dryRun":[]})", R"({"dryRun":["All","None"]})", R"({"dryRun":"All"})", "no JSON"}) {
            request.body = body;
            QVERIFY2(refusedByPolicy(config, request), body);
        }
        request.url.setQuery(QStringLiteral("dryRun=All")); // which the server does not read beside a body
        request.body = R"({"kind":"DeleteOptions","apiVersion":"v1"})";
        QVERIFY(refusedByPolicy(config, request));
    }

    void anUpgradeIsAWrite()
    {
        RestConfig config;
        config.host = QUrl(QStringLiteral("https://api"));
        config.readOnly = true;
        HttpRequest request;
        request.url = QUrl(QStringLiteral("https://api/apis/x/v1/things/a/console"));
        QVERIFY(!refusedByPolicy(config, request));
        request.headers = {{"upgrade", "websocket"}};
        QVERIFY(refusedByPolicy(config, request));
    }
};

ORRERY_GUILESS_TEST(RequestPolicyTest)
} // namespace request_policy_test
#include "request_policy_test.moc"
