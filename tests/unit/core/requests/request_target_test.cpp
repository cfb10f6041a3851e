// SPDX-License-Identifier: Apache-2.0
#include "core/requests/request_target.h"

#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QTest>

namespace request_target_test {

using namespace kube;
using namespace kube::test;

namespace {

QString said(const char *method, const char *path, const QString &prefix = {})
{
    const RequestTarget target = RequestTarget::of(method, QUrl(QStringLiteral("https://api.example:6443") + QLatin1String(path)), prefix);
    return QString::fromStdString(target.verb + ": " + target.toText());
}

} // namespace

class RequestTargetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { failOnWarnings(); }

    void aPathIsReadAsPeopleSayIt_data()
    {
        QTest::addColumn<QString>("read");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &read, const char *expected) { QTest::newRow(name) << read << QString::fromLatin1(expected); };
        row("list everywhere", said("GET", "/api/v1/pods?limit=500"), "list: pods");
        row("list", said("GET", "/apis/apps/v1/namespaces/web/deployments"), "list: deployments.apps in web");
        row("watch", said("GET", "/api/v1/namespaces/web/pods?watch=true&resourceVersion=7"), "watch: pods in web");
        row("get", said("GET", "/api/v1/namespaces/web/pods/api-0"), "get: pods web/api-0");
        row("node", said("GET", "/api/v1/nodes/n1"), "get: nodes n1");
        row("namespace", said("GET", "/api/v1/namespaces/web"), "get: namespaces web");
        row("scale", said("PATCH", "/apis/apps/v1/namespaces/web/deployments/api/scale"), "patch: deployments.apps web/api scale");
        row("create", said("POST", "/api/v1/namespaces/web/pods"), "create: pods in web");
        row("delete all", said("DELETE", "/api/v1/namespaces/web/pods"), "deletecollection: pods in web");
        row("no resource", said("GET", "/readyz?verbose=1"), "get: /readyz?verbose=1");
        row("discovery", said("GET", "/apis/apps/v1"), "get: /apis/apps/v1");
        row("another method", said("HEAD", "/api/v1/pods"), "head: pods");
        row("prefix", said("GET", "/k8s/clusters/c-1/api/v1/pods", QStringLiteral("/k8s/clusters/c-1")), "list: pods");
    }

    void aPathIsReadAsPeopleSayIt()
    {
        QFETCH(QString, read);
        QFETCH(QString, expected);
        QCOMPARE(read, expected);
    }
};

ORRERY_GUILESS_TEST(RequestTargetTest)
} // namespace request_target_test
#include "request_target_test.moc"
