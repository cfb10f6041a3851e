// SPDX-License-Identifier: Apache-2.0
// What the server itself refuses (401, 403): it is asked again in 30 to 60 s, at once when the user asks or the
// credentials have changed, and what has been granted is shown within 60 s.
// The library's waits run in QuickTime, fifteen times as fast as the wall's; the server and the session's cases do not.
#include "core/kubeconfig/token_providers.h"
#include "core/kubeconfig/overrides.h"
#include "tests/fault/proxy/watched.h"
#include "tests/support/test_program.h"
#include "tests/unit/core/session/session_fixture.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>

namespace refusals_cluster_test {

using namespace kube;
using namespace kube::test;
using namespace std::chrono_literals;

namespace {

constexpr auto soonest = 30s;
constexpr auto latest = 60s;
constexpr auto requests = 20s; ///< for a list and the opening of its watch, which have the wall's time: giveTheServerTime()

const GroupVersionResource roles{"rbac.authorization.k8s.io", "v1", "roles"};
const GroupVersionResource roleBindings{"rbac.authorization.k8s.io", "v1", "rolebindings"};
const QString nobody = QStringLiteral("nobody");
const QStringList everything{QStringLiteral("list"), QStringLiteral("watch")};

/// The API server's authorizer hears of a change of roles a moment after it is made. Turns no event loop.
bool awaitWhether(const QByteArray &yesOrNo, const Watched &w, const QString &user, const QStringList &verbs)
{
    const auto isSo = [&](const QString &verb) {
        return w.space.kubectl({QStringLiteral("auth"), QStringLiteral("can-i"), verb, QStringLiteral("configmaps"), QStringLiteral("--as"), user}).out.trimmed() == yesOrNo;
    };
    const QDeadlineTimer end(patience);
    while (!std::all_of(verbs.begin(), verbs.end(), isSo)) {
        if (end.hasExpired())
            return false;
        QThread::msleep(20);
    }
    return true;
}

/// Lets that user do that with ConfigMaps, from the moment on at which it returns; what was let before is not any more.
bool grant(Watched &w, const QStringList &verbs, const QString &user)
{
    const QByteArray role = "{'apiVersion':'rbac.authorization.k8s.io/v1','kind':'Role','metadata':{'name':'reader'},'rules':[{'apiGroups':[''],'resources':['configmaps'],'verbs':['"
        + verbs.join(QStringLiteral("','")).toUtf8() + "']}]}";
    const QByteArray binding = "{'apiVersion':'rbac.authorization.k8s.io/v1','kind':'RoleBinding','metadata':{'name':'reader'},'subjects':[{'kind':'User','name':'" + user.toUtf8()
        + "','apiGroup':'rbac.authorization.k8s.io'}],'roleRef':{'apiGroup':'rbac.authorization.k8s.io','kind':'Role','name':'reader'}}";
    return w.put(roles, "reader", json(role)) && w.put(roleBindings, "reader", json(binding)) && awaitWhether("yes", w, user, verbs);
}

bool revoke(Watched &w, const QString &user)
{
    return w.remove(roleBindings, "reader") && awaitWhether("no", w, user, everything);
}

/// How long after its last failure the informer asks again.
std::chrono::seconds waitOf(const ReflectorStatus &status)
{
    return std::chrono::round<std::chrono::seconds>(*status.nextTry - status.since);
}

/// A session of pods-only, whose token is another than it should be, with a table of the Pods it may see. In the wall's time.
struct Session {
    ConfigOverrides overrides;
    QString tokenFile;    ///< holds the token, when there is one
    QByteArray token;     ///< the right one
    SessionFixture f;
    OpenTable pods;
    LoadedConfig loaded;

    void open()
    {
        LoadingRules rules;
        rules.explicitFile = kube::test::Cluster::kubeconfig();
        loaded = *KubeconfigLoader(rules).load();
        ConfigOverrides right;
        overrides.context = right.context = QStringLiteral("pods-only");
        token = applyOverrides(loaded.config, right)->user.token;
        SessionOptions options;
        options.config = [this](const ConfigParts &parts) -> Result<RestConfig> {
            AuthParts auth;
            auth.scheduler = parts.scheduler.get();
            auto config = restConfigFor(loaded, overrides, auth);
            if (!config)
                return fail(config.error());
            if (!tokenFile.isEmpty())
                config->rest.auth = std::make_shared<TokenFileProvider>(tokenFile, QByteArray(), *parts.scheduler);
            return config->rest;
        };
        f.make(std::move(options));
        f.open();
        pods.open(*f.ports().feed, f.owner);
    }
    ~Session() { pods.close(); }
    [[nodiscard]] bool write(const QByteArray &text) const
    {
        QFile file(tokenFile);
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    }
    [[nodiscard]] bool isRefused() const
    {
        return pods.freshness.state == FreshnessState::Failed && pods.freshness.nextTry && pods.freshness.reason
            && pods.freshness.reason->is(ErrorKind::Unauthorized);
    }
};

} // namespace

class RefusalsClusterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { failOnWarnings(); }

    void whoIsForbiddenIsAskedForAgainInTimeAndShownOnceItIsGranted()
    {
        Watched w(QStringLiteral("nobody"));
        w.giveTheServerTime();
        QVERIFY(w.put("one"));
        w.informer->run();
        QTRY_COMPARE_WITH_TIMEOUT(w.informer->status().phase, ReflectorPhase::Forbidden, patience);
        const ReflectorStatus refused = w.informer->status();
        QVERIFY(refused.lastError->is(ErrorKind::Forbidden));
        QVERIFY2(waitOf(refused) >= soonest && waitOf(refused) <= latest, qPrintable(QString::number(waitOf(refused).count())));
        QVERIFY(grant(w, everything, nobody));
        const SteadyTime granted = w.time->now();
        QTRY_VERIFY_WITH_TIMEOUT(w.agrees(), patience);
        QVERIFY2(w.since(granted) <= latest + requests, qPrintable(QString::number(w.since(granted).count())));
        QVERIFY(w.informer->status().failures <= refused.failures + 1); // asked once more, or once before the grant as well
    }

    void whatIsRevokedIsSaidOnceAWatchEndsAndShownAgainOnceItIsGranted()
    {
        Watched w(QStringLiteral("nobody"));
        w.giveTheServerTime();
        QVERIFY(w.put("one"));
        QVERIFY(grant(w, everything, nobody));
        w.informer->run();
        QTRY_VERIFY_WITH_TIMEOUT(w.agrees(), patience);
        QVERIFY(revoke(w, nobody));
        w.pass(3s); // a watch that ends at once has failed, and leads to a list
        w.proxy.reset(); // the server asks what one may when a watch begins
        QTRY_COMPARE_WITH_TIMEOUT(w.informer->status().phase, ReflectorPhase::Forbidden, patience);
        const ReflectorStatus refused = w.informer->status();
        QCOMPARE(refused.failedStep, ReflectorStatus::Step::Watch);
        QVERIFY2(waitOf(refused) >= soonest && waitOf(refused) <= latest, qPrintable(QString::number(waitOf(refused).count())));
        QVERIFY(refused.asOf);
        QVERIFY(w.remove("one"));
        QVERIFY(w.put("two"));
        QVERIFY(grant(w, everything, nobody));
        const SteadyTime granted = w.time->now();
        QTRY_VERIFY_WITH_TIMEOUT(w.agrees(), patience);
        QVERIFY2(w.since(granted) <= latest + requests, qPrintable(QString::number(w.since(granted).count())));
        QVERIFY2(w.log.legal(), w.log.text().c_str());
    }

    void whoMayListAndNotWatchIsShownWithinAMinuteOfTheGrantToo()
    {
        Watched w(QStringLiteral("nobody"));
        w.giveTheServerTime();
        QVERIFY(w.put("one"));
        QVERIFY(grant(w, {QStringLiteral("list")}, nobody));
        w.informer->run();
        QTRY_VERIFY_WITH_TIMEOUT(w.informer->hasSynced() && w.informer->status().nextTry, patience);
        const ReflectorStatus refused = w.informer->status();
        QCOMPARE(refused.failedStep, ReflectorStatus::Step::Watch);
        QVERIFY2(waitOf(refused) >= soonest && waitOf(refused) <= latest, qPrintable(QString::number(waitOf(refused).count())));
        QVERIFY(grant(w, everything, nobody));
        const SteadyTime granted = w.time->now();
        QTRY_VERIFY_WITH_TIMEOUT(w.agrees(), patience);
        QVERIFY2(w.since(granted) <= latest + requests, qPrintable(QString::number(w.since(granted).count())));
    }

    void theUserIsHeardAtOnce()
    {
        Watched w(QStringLiteral("nobody"));
        w.giveTheServerTime();
        QVERIFY(w.put("one"));
        w.informer->run();
        QTRY_COMPARE_WITH_TIMEOUT(w.informer->status().phase, ReflectorPhase::Forbidden, patience);
        QVERIFY(grant(w, everything, nobody));
        const std::uint64_t lists = w.informer->status().lists;
        w.informer->retryNow();
        QCOMPARE(w.informer->status().lists, lists + 1);
        QTRY_VERIFY_WITH_TIMEOUT(w.agrees(), patience);
        QCOMPARE(w.informer->status().lists, lists + 1);
    }

    void anExpiredTokenIsReplacedByTheNextOneOfItsFile()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("token"));
        const auto write = [&file](const QByteArray &token) {
            QFile out(file);
            return out.open(QIODevice::WriteOnly) && out.write(token) == token.size();
        };
        Watched w(QStringLiteral("nobody"), [&file](RestConfig &config, QuickTime &time) {
            config.auth = std::make_shared<TokenFileProvider>(file, QByteArray(), time);
        });
        w.giveTheServerTime();
        const QString account = QStringLiteral("system:serviceaccount:%1:reader").arg(w.space.name());
        QVERIFY(w.put({"", "v1", "serviceaccounts"}, "reader", json("{'apiVersion':'v1','kind':'ServiceAccount','metadata':{'name':'reader'}}")));
        QVERIFY(grant(w, everything, account));
        QVERIFY(w.put("one"));
        const auto secrets = [&w] {
            const auto read = w.space.kubectl({QStringLiteral("get"), QStringLiteral("serviceaccount"), QStringLiteral("reader"), QStringLiteral("-o"), QStringLiteral("jsonpath={.secrets[0].name}")});
            return read.out.toStdString();
        };
        const auto token = [&w](const std::string &secret) {
            const auto read = w.space.kubectl({QStringLiteral("get"), QStringLiteral("secret"), QString::fromStdString(secret), QStringLiteral("-o"), QStringLiteral("jsonpath={.data.token}")});
            return QByteArray::fromBase64(read.out);
        };
        QTRY_VERIFY_WITH_TIMEOUT(!secrets().empty(), patience);
        const std::string first = secrets();
        QVERIFY(write(token(first)));
        w.informer->run();
        QTRY_VERIFY_WITH_TIMEOUT(w.agrees(), patience);

        QVERIFY(w.remove({"", "v1", "secrets"}, first)); // with it goes the token, once the server has forgotten that it was good
        QTRY_VERIFY_WITH_TIMEOUT((w.proxy.reset(), w.pass(10s), w.informer->status().phase == ReflectorPhase::Forbidden), patience);
        const ReflectorStatus refused = w.informer->status();
        QVERIFY(refused.lastError->is(ErrorKind::Unauthorized));
        QVERIFY2(waitOf(refused) >= soonest && waitOf(refused) <= latest, qPrintable(QString::number(waitOf(refused).count())));

        QTRY_VERIFY_WITH_TIMEOUT(!secrets().empty() && secrets() != first, patience);
        QVERIFY(write(token(secrets())));
        const SteadyTime renewed = w.time->now();
        QTRY_VERIFY_WITH_TIMEOUT(w.agrees(), patience);
        QVERIFY2(w.since(renewed) <= latest + requests, qPrintable(QString::number(w.since(renewed).count())));
        QVERIFY2(w.log.legal(), w.log.text().c_str());
    }

    void aRefusedCertificateIsReplacedByTheNextOneOfItsFile()
    {
        QTemporaryDir folder;
        const QString issued = QFileInfo(kube::test::Cluster::kubeconfig()).path() + QStringLiteral("/pki/");
        const auto put = [&](const QString &name) {
            bool done = true;
            for (const auto &end : {QStringLiteral(".crt"), QStringLiteral(".key")}) {
                const QString file = folder.filePath(QStringLiteral("client")) + end;
                done = (!QFile::exists(file) || QFile::remove(file)) && QFile::copy(issued + name + end, file) && done;
            }
            return done;
        };
        const auto read = [&folder](const QString &name) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QVERIFY(put(QStringLiteral("front-proxy-client"))); // of an authority that is not asked who users are
        Watched w(QStringLiteral("cluster-admin"), [&](RestConfig &config, QuickTime &) {
            config.tls.certFile = folder.filePath(QStringLiteral("client.crt"));
            config.tls.keyFile = folder.filePath(QStringLiteral("client.key"));
            config.tls.certData = read(QStringLiteral("client.crt"));
            config.tls.keyData = read(QStringLiteral("client.key"));
        });
        w.giveTheServerTime();
        QVERIFY(w.put("one"));
        w.informer->run();
        QTRY_COMPARE_WITH_TIMEOUT(w.informer->status().phase, ReflectorPhase::Forbidden, patience);
        const ReflectorStatus refused = w.informer->status();
        QVERIFY(refused.lastError->is(ErrorKind::Unauthorized));
        QVERIFY(put(QStringLiteral("admin")));
        const SteadyTime renewed = w.time->now();
        QTRY_VERIFY_WITH_TIMEOUT(w.agrees(), patience);
        QVERIFY2(w.since(renewed) <= latest + requests, qPrintable(QString::number(w.since(renewed).count())));
        QCOMPARE(w.informer->status().failures, refused.failures);
    }

    void aTokenThatIsTypedIsTriedAtOnce()
    {
        Session s;
        s.overrides.token = "expired";
        s.open();
        QTRY_VERIFY_WITH_TIMEOUT(s.isRefused(), patience);
        const WallTime nextTry = *s.pods.freshness.nextTry;
        QVERIFY(nextTry - s.pods.freshness.since >= soonest - 1s && nextTry - s.pods.freshness.since <= latest + 1s);
        s.f.ports().cluster->supplyToken(s.token);
        QTRY_COMPARE_WITH_TIMEOUT(s.pods.freshness.state, FreshnessState::Live, patience);
        QVERIFY(std::chrono::system_clock::now() < nextTry);
    }

    void aTokenThatItsFileGetsIsTriedAtOnce()
    {
        QTemporaryDir folder;
        Session s;
        s.tokenFile = folder.filePath(QStringLiteral("token"));
        QVERIFY(s.write("expired"));
        s.open();
        QTRY_VERIFY_WITH_TIMEOUT(s.isRefused(), patience);
        const WallTime nextTry = *s.pods.freshness.nextTry;
        QVERIFY(s.write(s.token));
        QTRY_COMPARE_WITH_TIMEOUT(s.pods.freshness.state, FreshnessState::Live, patience);
        QVERIFY(std::chrono::system_clock::now() < nextTry);
    }
};

ORRERY_GUILESS_TEST(RefusalsClusterTest)
} // namespace refusals_cluster_test
#include "refusals_cluster_test.moc"
