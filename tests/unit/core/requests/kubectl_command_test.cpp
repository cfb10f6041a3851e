// SPDX-License-Identifier: Apache-2.0
#include "core/requests/kubectl_command.h"

#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QTest>

namespace kubectl_command_test {

using namespace kube;
using namespace kube::test;

namespace {

RequestRecord asked(const char *method, const char *path, const QByteArray &body = {}, const QByteArray &contentType = {})
{
    RequestRecord record;
    record.method = method;
    record.url = QUrl(QStringLiteral("https://api.example:6443") + QLatin1String(path));
    record.body = body;
    if (!contentType.isEmpty())
        record.headers.append({"Content-Type", contentType});
    return record;
}

QString lineOf(const RequestRecord &record, const CommandTarget &target = {})
{
    return QString::fromStdString(kubectlCommand(record, target).value_or("nothing"));
}

} // namespace

class KubectlCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { failOnWarnings(); }

    void aRequestIsSaidAsKubectlSaysIt_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const RequestRecord &record, const char *expected) { QTest::newRow(name) << lineOf(record) << QString::fromLatin1(expected); };
        row("list", asked("GET", "/api/v1/namespaces/web/pods?limit=500"), "kubectl get pods -n web");
        row("list everywhere", asked("GET", "/apis/apps/v1/deployments?labelSelector=app%20in%20%28a%2Cb%29"),
            "kubectl get deployments.apps -A '--selector=app in (a,b)'");
        row("list of what has no namespace", asked("GET", "/api/v1/nodes"), "kubectl get nodes");
        row("a page of a list", asked("GET", "/api/v1/pods?limit=1&continue=abc%3D"), "kubectl get --raw '/api/v1/pods?limit=1&continue=abc%3D'");
        row("another version", asked("GET", "/apis/autoscaling/v2/namespaces/web/horizontalpodautoscalers"),
            "kubectl get horizontalpodautoscalers.v2.autoscaling -n web");
        row("watch", asked("GET", "/api/v1/namespaces/web/pods?watch=true&resourceVersion=12&fieldSelector=metadata.name%3Dweb-1"),
            "kubectl get pods -n web --field-selector=metadata.name=web-1 --watch");
        row("get", asked("GET", "/api/v1/namespaces/web/pods/web-1"), "kubectl get pods web-1 -n web -o yaml");
        row("get by a name like an option", asked("GET", "/apis/rbac.authorization.k8s.io/v1/clusterroles/-x"),
            "kubectl get clusterroles.rbac.authorization.k8s.io/-x -o yaml");
        row("subresource", asked("GET", "/apis/apps/v1/namespaces/web/deployments/api/scale"),
            "kubectl get --raw /apis/apps/v1/namespaces/web/deployments/api/scale");
        row("a path", asked("GET", "/readyz?verbose=1"), "kubectl get --raw '/readyz?verbose=1'");
        row("logs", asked("GET", "/api/v1/namespaces/web/pods/web-1/log?container=app&follow=true&tailLines=100&timestamps=true&sinceSeconds=60"),
            "kubectl logs web-1 -n web --container=app --follow --timestamps --tail=100 --since=60s");
        row("merge patch", asked("PATCH", "/api/v1/nodes/n1?fieldManager=orrery", R"({"spec":{"unschedulable":true}})", "application/merge-patch+json"),
            R"(kubectl patch nodes n1 --type=merge -p '{"spec":{"unschedulable":true}}' --field-manager=orrery)");
        row("json patch", asked("PATCH", "/api/v1/namespaces/web/pods/p?dryRun=All", "[]", "application/json-patch+json"),
            "kubectl patch pods p -n web --type=json -p '[]' --dry-run=server");
        row("strategic patch", asked("PATCH", "/apis/apps/v1/namespaces/web/deployments/api", "{}", "application/strategic-merge-patch+json"),
            "kubectl patch deployments.apps api -n web --type=strategic -p '{}'");
        row("status", asked("PATCH", "/apis/apps/v1/namespaces/web/deployments/api/status", "{}", "application/merge-patch+json"),
            "kubectl patch deployments.apps api -n web --subresource=status --type=merge -p '{}'");
        row("apply", asked("PATCH", "/api/v1/namespaces/web/configmaps/c?fieldManager=orrery&force=true", R"({"kind":"ConfigMap"})", "application/apply-patch+yaml"),
            R"(printf %s '{"kind":"ConfigMap"}' | kubectl apply --server-side -n web -f - --field-manager=orrery --force-conflicts)");
        row("scale", asked("PATCH", "/apis/apps/v1/namespaces/web/deployments/api/scale", R"({"spec":{"replicas":3}})", "application/merge-patch+json"),
            "kubectl scale deployments.apps api -n web --replicas=3");
        row("scale by replacing", asked("PUT", "/apis/apps/v1/namespaces/web/deployments/api/scale", R"({"metadata":{"resourceVersion":"7"},"spec":{"replicas":0}})"),
            "kubectl scale deployments.apps api -n web --replicas=0 --resource-version=7");
        row("create", asked("POST", "/api/v1/namespaces/web/configmaps", R"({"kind":"ConfigMap"})"), R"(printf %s '{"kind":"ConfigMap"}' | kubectl create -n web -f -)");
        row("evict", asked("POST", "/api/v1/namespaces/web/pods/p/eviction", R"({"kind":"Eviction"})"),
            R"(printf %s '{"kind":"Eviction"}' | kubectl create --raw /api/v1/namespaces/web/pods/p/eviction -f -)");
        row("review", asked("POST", "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", R"({"kind":"SelfSubjectAccessReview"})"),
            R"(printf %s '{"kind":"SelfSubjectAccessReview"}' | kubectl create -f - -o yaml)");
        row("replace", asked("PUT", "/api/v1/namespaces/web/configmaps/c", R"({"kind":"ConfigMap"})"), R"(printf %s '{"kind":"ConfigMap"}' | kubectl replace -n web -f -)");
        row("delete", asked("DELETE", "/api/v1/namespaces/web/pods/p", R"({"propagationPolicy":"Foreground","gracePeriodSeconds":0})"),
            "kubectl delete pods p -n web --cascade=foreground --grace-period=0 --force --wait=false");
        row("delete dry", asked("DELETE", "/api/v1/namespaces/web/pods/p", R"({"dryRun":["All"]})"), "kubectl delete pods p -n web --wait=false --dry-run=server");
        row("delete many", asked("DELETE", "/api/v1/namespaces/web/pods?labelSelector=app%3Dweb"), "kubectl delete pods -n web --selector=app=web --wait=false");
        row("no such verb", asked("HEAD", "/api/v1/pods"), "nothing");
        row("no such patch", asked("PATCH", "/custom/path", "{}"), "nothing");
    }

    void aRequestIsSaidAsKubectlSaysIt()
    {
        QFETCH(QString, line);
        QFETCH(QString, expected);
        QCOMPARE(line, expected);
    }

    void itAsksTheSameClusterAsTheSameUser()
    {
        RequestRecord record = asked("GET", "/k8s/clusters/c-1/api/v1/namespaces/web/pods");
        record.headers = {{"Impersonate-User", "jane"}, {"Impersonate-Group", "dev ops"}, {"Impersonate-Group", "all"}};
        QCOMPARE(lineOf(record, {"prod eu", "/home/anna/kube config", QStringLiteral("/k8s/clusters/c-1")}),
                 QStringLiteral("kubectl get pods -n web --as=jane '--as-group=dev ops' --as-group=all '--kubeconfig=/home/anna/kube config' '--context=prod eu'"));
    }

    void aBodyThatIsNotKeptIsTheReaders()
    {
        RequestRecord record = asked("PUT", "/api/v1/namespaces/web/secrets/s");
        record.isBodyKept = false;
        QCOMPARE(lineOf(record), QStringLiteral("kubectl replace -n web -f body.json"));
        record.method = "PATCH";
        QCOMPARE(lineOf(record), QStringLiteral("kubectl patch secrets s -n web --type=strategic -p \"$(cat body.json)\""));
    }
};

ORRERY_GUILESS_TEST(KubectlCommandTest)
} // namespace kubectl_command_test
#include "kubectl_command_test.moc"
