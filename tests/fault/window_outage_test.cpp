// SPDX-License-Identifier: Apache-2.0
// The open window on a real API server that is killed, frozen or cut off: the badge tells the truth all the way, and the
// table is right afterwards. These cases take the time the faults take.
#include "app/composition/credentials.h"
#include "app/composition/workspace.h"
#include "core/base/mailbox.h"
#include "core/base/memory_secret_store.h"
#include "tests/fault/proxy/fault_proxy.h"
#include "tests/support/cluster.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/frame/main_window.h"
#include "ui/frame/page_tabs.h"
#include "ui/frame/session_store.h"
#include "ui/models/background.h"
#include "ui/models/resource_table_model.h"
#include "ui/views/resources/resource_page.h"
#include "ui/widgets/table_view.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace window_outage_test {

using kube::FreshnessState;
using kube::test::Cluster;
using kube::test::TestNamespace;

namespace {

/// A window on the Pods of one namespace.
class OpenWindow
{
public:
    OpenWindow(const QString &kubeconfig, const QString &space) : m_store(QString()), m_credentials(m_secrets, m_gui), m_window(m_store)
    {
        orrery::CommandLine line;
        line.kubeconfig = kubeconfig;
        line.namespaceName = space;
        m_clusters = std::make_unique<orrery::Clusters>(line, m_gui, m_credentials);
        const auto loaded = m_clusters->load();
        if (!loaded)
            qFatal("%s", qPrintable(loaded.error().toString()));
        m_workspace = std::make_unique<orrery::Workspace>(orrery::Workspace::Parts{line, &m_window, m_clusters.get(), &m_credentials, m_gui, m_background});
        m_window.show();
        m_workspace->start(QStringLiteral("pods"), {});
    }
    ~OpenWindow()
    {
        for (orrery::Page *page : m_window.tabs()->pages())
            m_window.tabs()->closePage(page);
        m_workspace.reset();
        m_clusters.reset();
        m_gui->close();
    }

    [[nodiscard]] orrery::ResourcePage *page() const { return m_workspace->currentTable(); }
    [[nodiscard]] FreshnessState state() const { return page() ? page()->freshness().state : FreshnessState::Idle; }
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        auto *model = qobject_cast<orrery::ResourceTableModel *>(page()->table()->model());
        for (int row = 0; row < model->rowCount(); ++row)
            names.append(QString::fromStdString(model->keyAt(row)->name));
        names.sort();
        return names;
    }
    void record(QList<FreshnessState> &states)
    {
        QObject::connect(page(), &orrery::ResourcePage::stateChanged, page(), [&states](const kube::Freshness &freshness) { states.append(freshness.state); });
    }

private:
    std::shared_ptr<kube::Mailbox> m_gui = kube::Mailbox::create();
    std::shared_ptr<orrery::Background> m_background = std::make_shared<orrery::Background>();
    kube::MemorySecretStore m_secrets;
    orrery::SessionStore m_store;
    orrery::Credentials m_credentials;
    orrery::MainWindow m_window;
    std::unique_ptr<orrery::Clusters> m_clusters;
    std::unique_ptr<orrery::Workspace> m_workspace;
};

QStringList podsOf(const TestNamespace &space)
{
    const QByteArray out = space.kubectl({QStringLiteral("get"), QStringLiteral("pods"), QStringLiteral("-o"), QStringLiteral("jsonpath={.items[*].metadata.name}")}).out;
    QStringList names = QString::fromUtf8(out).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    names.sort();
    return names;
}

void makePods(const TestNamespace &space, int from, int count)
{
    QByteArray yaml;
    for (int n = from; n < from + count; ++n) {
        yaml += "---\napiVersion: v1\nkind: Pod\nmetadata: {name: pod-" + QByteArray::number(n)
            + "}\nspec: {automountServiceAccountToken: false, containers: [{name: app, image: example.invalid/app:1}]}\n";
    }
    QVERIFY(space.apply(yaml));
}

/// A server that has just come back may refuse the first tries.
bool removePod(const TestNamespace &space, int n)
{
    for (int tries = 0; tries < 5; ++tries) {
        if (space.kubectl({QStringLiteral("delete"), QStringLiteral("pod"), QStringLiteral("pod-%1").arg(n), QStringLiteral("--grace-period=0"), QStringLiteral("--force"),
                           QStringLiteral("--wait=false"), QStringLiteral("--ignore-not-found"), QStringLiteral("--request-timeout=10s")}).ok())
            return true;
        QTest::qWait(500);
    }
    return false;
}

constexpr int soon = 60'000;

} // namespace

class WindowOutageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void aKilledServerIsSaidAndCaughtUpWith();
    void aFrozenServerIsSaidForAsLongAsItLasts();
    void aCutConnectionIsSaidAndNoDeletionIsMissed();
};

void WindowOutageTest::aKilledServerIsSaidAndCaughtUpWith()
{
    const TestNamespace space(QStringLiteral("outage"));
    makePods(space, 0, 12);
    OpenWindow window(Cluster::kubeconfig(), space.name());
    QTRY_COMPARE_WITH_TIMEOUT(window.state(), FreshnessState::Live, soon);
    QTRY_COMPARE_WITH_TIMEOUT(window.names().size(), 12, soon);
    QList<FreshnessState> states;
    window.record(states);
    QVERIFY(Cluster::script({QStringLiteral("bounce"), QStringLiteral("4")}).ok());
    QVERIFY(removePod(space, 3));
    makePods(space, 12, 2);
    QTRY_VERIFY_WITH_TIMEOUT(states.contains(FreshnessState::Reconnecting), soon);
    QTRY_COMPARE_WITH_TIMEOUT(window.state(), FreshnessState::Live, 2 * soon);
    const QStringList expected = podsOf(space);
    QCOMPARE(expected.size(), 13);
    QTRY_COMPARE_WITH_TIMEOUT(window.names(), expected, soon);
}

void WindowOutageTest::aFrozenServerIsSaidForAsLongAsItLasts()
{
    const TestNamespace space(QStringLiteral("frozen"));
    makePods(space, 0, 5);
    OpenWindow window(Cluster::kubeconfig(), space.name());
    QTRY_COMPARE_WITH_TIMEOUT(window.state(), FreshnessState::Live, soon);
    QTRY_COMPARE_WITH_TIMEOUT(window.names().size(), 5, soon);
    const auto thaw = qScopeGuard([] { (void)Cluster::script({QStringLiteral("thaw")}); });
    QVERIFY(Cluster::script({QStringLiteral("freeze")}).ok());
    QElapsedTimer frozen;
    frozen.start();
    QTRY_COMPARE_WITH_TIMEOUT(window.state(), FreshnessState::Reconnecting, soon);
    QVERIFY(window.page()->freshness().asOf != kube::WallTime{});
    QList<FreshnessState> states;
    window.record(states);
    while (frozen.elapsed() < 180'000)
        QTest::qWait(500);
    QVERIFY2(!states.contains(FreshnessState::Live), "the badge said live while the server was frozen");
    QCOMPARE(window.names().size(), 5); // what was known stays in sight
    QVERIFY(Cluster::script({QStringLiteral("thaw")}).ok());
    QVERIFY(removePod(space, 2));
    QTRY_COMPARE_WITH_TIMEOUT(window.state(), FreshnessState::Live, 2 * soon);
    const QStringList expected = podsOf(space);
    QCOMPARE(expected.size(), 4);
    QTRY_COMPARE_WITH_TIMEOUT(window.names(), expected, soon);
}

void WindowOutageTest::aCutConnectionIsSaidAndNoDeletionIsMissed()
{
    const TestNamespace space(QStringLiteral("cut"));
    makePods(space, 0, 6);
    QFile original(Cluster::kubeconfig());
    QVERIFY(original.open(QIODevice::ReadOnly));
    QString text = QString::fromUtf8(original.readAll());
    const auto server = QRegularExpression(QStringLiteral("https://127\\.0\\.0\\.1:(\\d+)")).match(text);
    QVERIFY(server.hasMatch());
    kube::test::FaultProxy gate(server.captured(1).toUShort());
    text.replace(server.captured(0), QStringLiteral("https://127.0.0.1:%1").arg(gate.port()));
    QTemporaryDir folder;
    QFile mine(folder.filePath(QStringLiteral("kubeconfig")));
    QVERIFY(mine.open(QIODevice::WriteOnly));
    mine.write(text.toUtf8());
    mine.close();

    OpenWindow window(mine.fileName(), space.name());
    QTRY_COMPARE_WITH_TIMEOUT(window.state(), FreshnessState::Live, soon);
    QTRY_COMPARE_WITH_TIMEOUT(window.names().size(), 6, soon);
    gate.shut();
    QTRY_COMPARE_WITH_TIMEOUT(window.state(), FreshnessState::Reconnecting, soon);
    QVERIFY(removePod(space, 1));
    QVERIFY(removePod(space, 4));
    gate.open();
    QTRY_COMPARE_WITH_TIMEOUT(window.state(), FreshnessState::Live, 2 * soon);
    const QStringList expected = podsOf(space);
    QCOMPARE(expected.size(), 4);
    QTRY_COMPARE_WITH_TIMEOUT(window.names(), expected, soon);
}

ORRERY_TEST(WindowOutageTest)
} // namespace window_outage_test
#include "window_outage_test.moc"
