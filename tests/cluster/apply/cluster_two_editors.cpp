// SPDX-License-Identifier: Apache-2.0
#include "core/dynamic/dynamic_client.h"
#include "tests/cluster/apply/planned_edit.h"
#include "tests/fault/proxy/fault_proxy.h"
#include "tests/support/cluster_client.h"
#include "tests/support/test_program.h"

#include <QProcess>
#include <QTimer>

#include <map>
#include <random>
#include <set>

namespace cluster_two_editors {

using namespace kube;
using namespace kube::test;

namespace {

constexpr int editsOfEach = 200;

const QByteArray configMapYaml = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: edited}\ndata: {shared: ''}\n";
const QByteArray deploymentYaml =
    "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: edited}\n"
    "spec: {paused: true, replicas: 1, selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: [{name: c, image: i}]}}}\n";

/// An editor in a process of its own, and what it said.
struct EditorProcess {
    QProcess process;
    std::string name;
    std::vector<std::string> saved;
    std::map<std::string, std::string> kept; ///< in its buffer, with the reason
    std::set<std::string> appended;          ///< of the saved
    QStringList lost;

    EditorProcess(std::string editor, quint16 port, const QString &space, const QString &kind, const QString &method, unsigned seed)
        : name(std::move(editor))
    {
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QStringLiteral(ORRERY_BINARY_DIR "/tests/two_editors_program"),
                      {kube::test::Cluster::kubeconfig(), QString::number(port), space, kind, method, QString::fromStdString(name), QString::number(seed),
                       QString::number(editsOfEach)});
    }
    ~EditorProcess()
    {
        if (process.state() != QProcess::NotRunning) {
            process.kill();
            process.waitForFinished();
        }
    }
    void read()
    {
        while (process.canReadLine()) {
            const QList<QByteArray> words = process.readLine().trimmed().split(' ');
            const std::string id = words.value(0).toStdString();
            const QByteArray how = words.mid(2).join(' ');
            if (how.startsWith("Saved ")) {
                saved.push_back(id);
                if (words.value(1) == "append")
                    appended.insert(id);
            } else if (how.startsWith("LOST") || words.size() != 4) {
                lost.append(QString::fromUtf8(words.join(' ')));
            } else {
                kept[id] = how.toStdString();
            }
        }
    }
};

/// What one has and the other has not, or where their order parts.
QString differenceOf(const std::vector<std::string> &stored, const std::vector<std::string> &saved)
{
    QString text;
    for (const std::string &id : saved) {
        if (std::find(stored.begin(), stored.end(), id) == stored.end())
            text += QStringLiteral("lost %1 ").arg(QString::fromStdString(id));
    }
    for (std::size_t i = 0; i < stored.size(); ++i) {
        if (i >= saved.size() || stored[i] != saved[i])
            return text + QStringLiteral("stored %1 at %2").arg(QString::fromStdString(stored[i])).arg(i);
    }
    return text;
}

/// Every version of the object, by a watch that no fault touches.
struct History {
    std::vector<std::string> versions;
    std::optional<Error> error;
    ObjectWatch watch;
};

} // namespace

class ClusterTwoEditors : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { failOnWarnings(); }

    void noEditIsLostOrAppliedTwice_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("method");
        QTest::addColumn<unsigned>("seed");
        QTest::newRow("a ConfigMap, by patches") << QStringLiteral("configmap") << QStringLiteral("patch") << 1U;
        QTest::newRow("a Deployment, by patches") << QStringLiteral("deployment") << QStringLiteral("patch") << 2U;
        QTest::newRow("a ConfigMap, by server-side apply") << QStringLiteral("configmap") << QStringLiteral("apply") << 3U;
    }

    void noEditIsLostOrAppliedTwice()
    {
        QFETCH(QString, kind);
        QFETCH(QString, method);
        QFETCH(unsigned, seed);
        const TestNamespace space;
        QVERIFY(space.apply(kind == QLatin1String("deployment") ? deploymentYaml : configMapYaml));
        const ClusterClient direct;
        DynamicClient client(*direct.rest, direct.executor);
        const auto resource = kind == QLatin1String("deployment") ? GroupVersionResource{"apps", "v1", "deployments"} : GroupVersionResource{"", "v1", "configmaps"};
        const ObjectKey key{space.name().toStdString(), "edited"};
        const auto first = direct.answer(client.get(resource, key));
        QVERIFY_RESULT(first);
        History history;
        history.versions.push_back(first->json.toStdString());
        WatchQuery query;
        query.fieldSelector = "metadata.name=edited";
        query.resourceVersion = textAt(first->json, "metadata.resourceVersion");
        history.watch = client.watch(resource, key.namespaceName, query,
                                     {[&](WatchFrame::Type, const ObjectPtr &object) { history.versions.push_back(object->json()); },
                                      [](const std::string &) {}, [&](std::optional<Error> error) { history.error = error.value_or(Error::canceled()); }});

        FaultProxy proxy(static_cast<quint16>(direct.rest->config().host.port()));
        EditorProcess editors[] = {{"a", proxy.port(), space.name(), kind, method, 2 * seed}, {"b", proxy.port(), space.name(), kind, method, 2 * seed + 1}};
        std::mt19937 random(seed);
        QTimer cuts;
        connect(&cuts, &QTimer::timeout, this, [&] {
            proxy.reset();
            cuts.setInterval(100 + static_cast<int>(random() % 700));
        });
        cuts.start(300);
        for (EditorProcess &editor : editors) {
            QVERIFY2(QTest::qWaitFor([&] { return editor.process.state() == QProcess::NotRunning; }, 600000), "an editor does not end");
            QCOMPARE(editor.process.exitCode(), 0);
            editor.read();
        }
        cuts.stop();

        const auto last = direct.answer(client.get(resource, key));
        QVERIFY_RESULT(last);
        const std::string end = last->json.toStdString();
        const std::string version = textAt(last->json, "metadata.resourceVersion");
        // A Deployment's controller may write its status once more behind it.
        const auto isLast = [&](const std::string &object) { return textAt(QByteArray::fromStdString(object), "metadata.resourceVersion") == version; };
        QVERIFY(QTest::qWaitFor([&] { return history.error || std::any_of(history.versions.rbegin(), history.versions.rend(), isLast); }, patience));
        QVERIFY2(!history.error, "the watch has ended");

        std::map<std::string, int> appearances;
        std::set<std::string> before;
        for (const std::string &object : history.versions) {
            const EditedObject seen(object);
            const std::set<std::string> now(seen.marks.begin(), seen.marks.end());
            for (const std::string &mark : now)
                appearances[mark] += before.contains(mark) ? 0 : 1;
            before = now;
        }
        const EditedObject object(end);
        std::vector<std::string> list = object.list;
        std::map<std::string, int> reasons;
        for (EditorProcess &editor : editors) {
            QCOMPARE(editor.lost, QStringList());
            QCOMPARE(editor.saved.size() + editor.kept.size(), std::size_t(editsOfEach));
            for (const auto &[id, why] : editor.kept)
                ++reasons[why];
            std::vector<std::string> stored;
            for (const std::string &id : object.logOf(editor.name)) {
                // What is not told as saved may have been, where it says that it is not known.
                const auto in = editor.kept.find(id);
                QVERIFY2(in == editor.kept.end() || in->second == "Review OutcomeUncertain", (id + " " + (in == editor.kept.end() ? "" : in->second)).c_str());
                if (in == editor.kept.end())
                    stored.push_back(id);
            }
            QVERIFY2(stored == editor.saved, qPrintable(differenceOf(stored, editor.saved)));
            QCOMPARE(object.countOf(editor.name), static_cast<int>(object.logOf(editor.name).size()));
            for (const std::string &id : editor.saved)
                QVERIFY2(appearances[id] == 1, (id + " appeared " + std::to_string(appearances[id])).c_str());
            for (const std::string &id : editor.appended)
                QVERIFY2(std::count(list.begin(), list.end(), id) == 1, (id + " in the list " + std::to_string(std::count(list.begin(), list.end(), id))).c_str());
        }
        QVERIFY(proxy.accepted() > 4);
        qInfo("%zu versions, %zu connections", history.versions.size(), proxy.accepted());
        for (const auto &[why, count] : reasons)
            qInfo("%d kept: %s", count, why.c_str());
    }
};

ORRERY_GUILESS_TEST(ClusterTwoEditors)
} // namespace cluster_two_editors
#include "cluster_two_editors.moc"
