// SPDX-License-Identifier: Apache-2.0
#include "tests/support/warnings.h"
#include "ui/views/controllers/controllers_text.h"

#include <QtTest>

using namespace orrery;

class ControllersTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void twoDurationsOfACellAreInOneUnit()
    {
        QCOMPARE(spreadText(0.00025, 0.0099), QStringLiteral("0.3 · 9.9 ms"));
        QCOMPARE(spreadText(0.00006, 0.09), QStringLiteral("0.06 · 90 ms"));
        QCOMPARE(spreadText(0.5, 9), QStringLiteral("0.5 · 9 s"));
        QCOMPARE(spreadText(0.000006, 0.09), QStringLiteral("6 µs · 90 ms"));
        QCOMPARE(spreadText(0.000055, 0.000099), QStringLiteral("55 · 99 µs"));
        QCOMPARE(spreadText(0.5, 200), QStringLiteral("500 ms · 3m20s"));
    }
};

QTEST_GUILESS_MAIN(ControllersTextTest)
#include "controllers_text_test.moc"
