// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/field_validation.h"
#include "core/rest/warnings.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace field_validation_test {

using namespace orrery::demo;

class FieldValidationTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void anyNameOfAFieldFitsIntoAHeader_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << QStringLiteral("spec.replicaz") << QStringLiteral("spec.replicaz");
        QTest::newRow("quotes") << QStringLiteral("spec.a\"b") << QStringLiteral("spec.a\"b");
        QTest::newRow("backslash") << QStringLiteral("spec.a\\") << QStringLiteral("spec.a\\");
        QTest::newRow("backslash and quotes") << QStringLiteral("\\\"") << QStringLiteral("\\\"");
        QTest::newRow("a header of its own") << QStringLiteral("a\r\nSet-Cookie: b") << QStringLiteral("aSet-Cookie: b");
        QTest::newRow("two in one") << QStringLiteral("a\", 299 - \"b") << QStringLiteral("a\", 299 - \"b");
        QTest::newRow("not ASCII") << QStringLiteral("größe") << QStringLiteral("größe");
    }
    void anyNameOfAFieldFitsIntoAHeader()
    {
        QFETCH(QString, field);
        QFETCH(QString, shown);
        FieldCheck check;
        check.unknown = {field};
        const auto headers = check.warnings();
        QCOMPARE(headers.size(), 1);
        for (const char byte : headers.front().second)
            QVERIFY(static_cast<unsigned char>(byte) >= 0x20 && byte != 0x7f);
        QCOMPARE(kube::warningsOf(headers), QStringList(QStringLiteral("unknown field \"%1\"").arg(shown)));
    }
};

ORRERY_GUILESS_TEST(FieldValidationTest)
} // namespace field_validation_test
#include "field_validation_test.moc"
