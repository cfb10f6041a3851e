// SPDX-License-Identifier: Apache-2.0
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/views/details/overview_view.h"

#include <QLabel>

namespace overview_view_test {

using namespace orrery;

class OverviewViewTest : public QObject
{
    Q_OBJECT

    static QStringList words(const OverviewView &view)
    {
        QStringList texts;
        for (const QLabel *label : view.findChildren<QLabel *>())
            texts << label->text();
        return texts;
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aNodesTaintsStandOneALineWithTheirAges()
    {
        ObjectOverview node;
        node.name = QStringLiteral("node-01");
        node.taints = {{QStringLiteral("dedicated=gpu:NoSchedule"), {}},
                       {QStringLiteral("node.kubernetes.io/unreachable:NoExecute"), std::chrono::system_clock::now() - std::chrono::hours(30)}};
        OverviewView view;
        view.setOverview(node);
        const QStringList texts = words(view);
        QCOMPARE(texts.count(QStringLiteral("Taints")), 1);
        QVERIFY(texts.contains(QStringLiteral("dedicated=gpu:NoSchedule")));
        QVERIFY(texts.contains(QStringLiteral("node.kubernetes.io/unreachable:NoExecute · 30h")));
        node.taints.clear();
        view.setOverview(node);
        QVERIFY(!words(view).contains(QStringLiteral("dedicated=gpu:NoSchedule")));
    }
};

ORRERY_TEST(OverviewViewTest)
} // namespace overview_view_test
#include "overview_view_test.moc"
