// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/support/a11y_lint.h"
#include "tests/gui/support/sample_cluster.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/models/cluster_tree_model.h"
#include "ui/views/clusters/cluster_tree_view.h"
#include "ui/views/clusters/credential_dialog.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

namespace cluster_views_test {

using namespace orrery;

class ClusterViewsTest : public QObject
{
    Q_OBJECT
private:
    const QString m_prod = QStringLiteral("prod-eu");
    std::unique_ptr<ClusterTreeModel> m_model;
    std::unique_ptr<ClusterTreeView> m_view;

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_model = std::make_unique<ClusterTreeModel>();
        m_view = std::make_unique<ClusterTreeView>();
        m_view->resize(260, 600);
        m_view->setTree(m_model.get());
        m_model->setContexts(test::sampleContexts());
        m_view->show();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    }
    void cleanup()
    {
        m_view.reset();
        m_model.reset();
    }

    void theKeyboardAloneOpensAContextAndAKind()
    {
        QSignalSpy opened(m_model.get(), &ClusterTreeModel::contextOpened);
        QStringList activated;
        connect(m_model.get(), &ClusterTreeModel::resourceActivated, this, [&](const QString &context, const kube::ResourceInfo &info) {
            activated << context + QLatin1Char('/') + QString::fromStdString(info.gvr.toString());
        });
        m_view->setFocus();
        m_view->setCurrentIndex(m_model->index(0, 0));
        QCOMPARE(opened.count(), 0);
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(opened.count(), 1);
        m_model->setCatalog(m_prod, test::sampleCatalog());
        QTest::keyClick(m_view.get(), Qt::Key_Down); // Cluster
        QTest::keyClick(m_view.get(), Qt::Key_Down); // Nodes
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(activated, QStringList(QStringLiteral("prod-eu/nodes")));
    }

    void theUsualGroupsAreOpenAtFirst()
    {
        m_view->openContext(m_prod);
        m_model->setCatalog(m_prod, test::sampleCatalog());
        QVERIFY(m_view->isExpanded(m_model->resourceIndex(m_prod, {"", "pods"}).parent()));
        QVERIFY(m_view->isExpanded(m_model->resourceIndex(m_prod, {"", "nodes"}).parent()));
        QVERIFY(!m_view->isExpanded(m_model->resourceIndex(m_prod, {"", "secrets"}).parent()));
    }

    void openingAGroupAsksForItsCounts()
    {
        QStringList asked;
        m_model->setCountSource([&](const QString &, const kube::ResourceInfo &info) { asked << QString::fromStdString(info.gvr.resource); });
        m_view->openContext(m_prod);
        m_model->setCatalog(m_prod, test::sampleCatalog());
        QVERIFY(asked.contains(QStringLiteral("pods")));
        QVERIFY(!asked.contains(QStringLiteral("secrets")));
        m_view->expand(m_model->resourceIndex(m_prod, {"", "secrets"}).parent());
        QVERIFY(asked.contains(QStringLiteral("secrets")));
    }

    void whatWasExpandedComesBack()
    {
        m_view->openContext(m_prod);
        m_model->setCatalog(m_prod, test::sampleCatalog());
        m_view->collapse(m_model->resourceIndex(m_prod, {"", "nodes"}).parent());
        m_view->expand(m_model->resourceIndex(m_prod, {"", "secrets"}).parent());
        const QStringList saved = m_view->expandedGroups();
        QCOMPARE(saved, QStringList({QStringLiteral("prod-eu/config"), QStringLiteral("prod-eu/workloads")}));

        ClusterTreeModel model;
        ClusterTreeView view;
        view.setExpandedGroups(saved);
        view.setTree(&model);
        model.setContexts(test::sampleContexts());
        view.openContext(m_prod);
        model.setCatalog(m_prod, test::sampleCatalog());
        QVERIFY(view.isExpanded(model.resourceIndex(m_prod, {"", "secrets"}).parent()));
        QVERIFY(!view.isExpanded(model.resourceIndex(m_prod, {"", "nodes"}).parent()));
    }

    void noContextIsTouchedBeforeAPersonOpensIt()
    {
        QSignalSpy opened(m_model.get(), &ClusterTreeModel::contextOpened);
        QStringList asked;
        m_model->setCountSource([&](const QString &context, const kube::ResourceInfo &) { asked << context; });
        m_view->setExpandedGroups({QStringLiteral("prod-eu/config"), QStringLiteral("staging/workloads")});
        m_view->setFocus();
        m_view->setCurrentIndex(m_model->index(0, 0));
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(m_view.get(), Qt::Key_Down);
        QTest::keyClicks(m_view.get(), QStringLiteral("st"));
        m_view->selectAll();
        m_model->setContexts(test::sampleContexts()); // the kubeconfig is read again
        QCOMPARE(opened.count(), 0);
        QCOMPARE(asked, QStringList());
        m_view->openContext(m_prod);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened[0][0].toString(), m_prod); // and staging still is not
    }

    void whatCanBeSeenIsCountedAgain()
    {
        QStringList asked;
        m_model->setCountSource([&](const QString &, const kube::ResourceInfo &info) {
            asked << QString::fromStdString(info.gvr.resource);
            m_model->setCount(m_prod, info.gvr.groupResource(), 1, {CountTruth::State::AsOf, {}, {}});
        });
        m_view->openContext(m_prod);
        m_model->setCatalog(m_prod, test::sampleCatalog());
        m_model->setCount(m_prod, {"", "pods"}, 3012); // by a table
        asked.clear();
        m_view->count(ClusterTreeModel::Recount::NotLive, [](const QString &) { return false; });
        QVERIFY(asked.isEmpty());
        m_view->count(ClusterTreeModel::Recount::NotLive, [this](const QString &context) { return context == m_prod; });
        QVERIFY2(asked.contains(QStringLiteral("deployments")), qPrintable(asked.join(QLatin1Char(' '))));
        QVERIFY(!asked.contains(QStringLiteral("pods")));
        QVERIFY(!asked.contains(QStringLiteral("configmaps"))); // its group is closed
        asked.clear();
        m_view->count(ClusterTreeModel::Recount::Unknown, [](const QString &) { return true; });
        QVERIFY(asked.isEmpty()); // all are known
        m_view->collapse(m_model->contextIndex(m_prod));
        m_view->count(ClusterTreeModel::Recount::NotLive, [](const QString &) { return true; });
        QVERIFY(asked.isEmpty());
    }

    void countsAreShownAndSaidAsTheyCome()
    {
        m_view->openContext(m_prod);
        m_model->setCatalog(m_prod, test::sampleCatalog());
        const QModelIndex pods = m_model->resourceIndex(m_prod, {"", "pods"});
        QCOMPARE(pods.data(Qt::AccessibleTextRole).toString(), QStringLiteral("Pods"));
        m_model->setCount(m_prod, {"", "pods"}, 100'310);
        QCOMPARE(pods.data(ClusterTreeModel::CountTextRole).toString(), QStringLiteral("100,310"));
        QCOMPARE(pods.data(Qt::AccessibleTextRole).toString(), QStringLiteral("Pods, 100,310"));
        m_model->setCountProblem(m_prod, {"apps", "deployments"}, QStringLiteral("The server does not allow this"));
        const QModelIndex deployments = m_model->resourceIndex(m_prod, {"apps", "deployments"});
        QVERIFY(deployments.data(Qt::ToolTipRole).toString().contains(QStringLiteral("The server does not allow this")));
    }

    void aBrokenContextCanBeReachedButNotOpened()
    {
        QSignalSpy opened(m_model.get(), &ClusterTreeModel::contextOpened);
        m_view->setCurrentIndex(m_model->index(2, 0));
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(m_view->currentIndex().row(), 2);
        QCOMPARE(opened.count(), 0);
    }

    void theTreeHasAName()
    {
        QCOMPARE(test::unnamedWidgets(m_view.get()), QStringList());
    }

    void aTokenIsMaskedHandedOverOnceAndWiped()
    {
        CredentialDialog dialog(CredentialDialog::Secret::Token, m_prod, QStringLiteral("It will be kept in the desktop's keychain."));
        QByteArray got;
        connect(&dialog, &CredentialDialog::supplied, this, [&](const QByteArray &secret) { got = secret; });
        dialog.open();
        auto *field = dialog.findChild<QLineEdit *>();
        QCOMPARE(field->echoMode(), QLineEdit::Password);
        QTest::keyClicks(field, QStringLiteral(" abc.def "));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(got, QByteArray("abc.def"));
        QCOMPARE(field->text(), QString());
        QVERIFY(!dialog.isVisible());
    }

    void aPassphraseKeepsItsSpaces()
    {
        CredentialDialog dialog(CredentialDialog::Secret::Passphrase, m_prod, QStringLiteral("kept for this run only"));
        QByteArray got;
        connect(&dialog, &CredentialDialog::supplied, this, [&](const QByteArray &secret) { got = secret; });
        dialog.open();
        QTest::keyClicks(dialog.findChild<QLineEdit *>(), QStringLiteral(" a b "));
        QTest::keyClick(&dialog, Qt::Key_Return);
        QCOMPARE(got, QByteArray(" a b "));
    }

    void cancellingHandsNothingOver()
    {
        CredentialDialog dialog(CredentialDialog::Secret::Token, m_prod, QString());
        QSignalSpy supplied(&dialog, &CredentialDialog::supplied);
        dialog.open();
        QTest::keyClicks(dialog.findChild<QLineEdit *>(), QStringLiteral("abc"));
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QCOMPARE(supplied.count(), 0);
        QCOMPARE(test::unnamedWidgets(&dialog), QStringList());
    }
};

ORRERY_TEST(ClusterViewsTest)
} // namespace cluster_views_test
#include "cluster_views_test.moc"
