// SPDX-License-Identifier: Apache-2.0
#include "core/object/gvk.h"
#include "core/object/object_key.h"
#include "core/object/resource_version.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace identity_test {

using namespace kube;

class IdentityTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::failOnWarnings(); }
    void anApiVersionIsGroupAndVersion();
    void aMalformedApiVersionIsRefused_data();
    void aMalformedApiVersionIsRefused();
    void aResourceIsNamedAsKubectlPrintsIt();
    void aKeyIsReadAsItIsPrinted();
    void aKeyWithTwoSlashesIsRefused();
    void keysOfEqualTextInOtherPlacesDiffer();
    void resourceVersionsCompareByLengthThenDigits_data();
    void resourceVersionsCompareByLengthThenDigits();
    void malformedResourceVersionsDoNotCompare();
};

void IdentityTest::anApiVersionIsGroupAndVersion()
{
    const auto core = GroupVersion::parse("v1");
    QVERIFY_RESULT(core);
    QCOMPARE(*core, (GroupVersion{"", "v1"}));
    QCOMPARE(core->apiVersion(), std::string("v1"));
    const auto apps = GroupVersion::parse("apps/v1");
    QVERIFY_RESULT(apps);
    QCOMPARE(*apps, (GroupVersion{"apps", "v1"}));
    QCOMPARE(apps->apiVersion(), std::string("apps/v1"));
}

void IdentityTest::aMalformedApiVersionIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", "/", "apps/", "a/b/c", "//"})
        QTest::newRow(text) << QByteArray(text);
}

void IdentityTest::aMalformedApiVersionIsRefused()
{
    QFETCH(QByteArray, text);
    const auto parsed = GroupVersion::parse(text.toStdString());
    QVERIFY(!parsed);
    QVERIFY(parsed.error().is(ErrorKind::BadInput));
}

void IdentityTest::aResourceIsNamedAsKubectlPrintsIt()
{
    QCOMPARE((GroupVersionResource{"", "v1", "pods"}.toString()), std::string("pods"));
    QCOMPARE((GroupVersionResource{"apps", "v1", "deployments"}.toString()), std::string("deployments.apps"));
}

void IdentityTest::aKeyIsReadAsItIsPrinted()
{
    for (const ObjectKey &key : {ObjectKey{"default", "web"}, ObjectKey{"", "node-1"}, ObjectKey{}}) {
        const auto read = ObjectKey::parse(key.toString());
        QVERIFY_RESULT(read);
        QCOMPARE(*read, key);
    }
}

void IdentityTest::aKeyWithTwoSlashesIsRefused()
{
    const auto read = ObjectKey::parse("a/b/c");
    QVERIFY(!read);
    QVERIFY(read.error().is(ErrorKind::BadInput));
    QVERIFY(read.error().message.contains(QStringLiteral("a/b/c")));
}

void IdentityTest::keysOfEqualTextInOtherPlacesDiffer()
{
    const ObjectKey one{"a", "b"};
    const ObjectKey other{"b", "a"};
    QVERIFY(one != other);
    QVERIFY(std::hash<ObjectKey>{}(one) != std::hash<ObjectKey>{}(other));
    QVERIFY(one < other);
}

void IdentityTest::resourceVersionsCompareByLengthThenDigits_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<int>("order");
    QTest::newRow("equal") << QByteArray("123") << QByteArray("123") << 0;
    QTest::newRow("longer is greater") << QByteArray("99") << QByteArray("100") << -1;
    QTest::newRow("digits") << QByteArray("201") << QByteArray("199") << 1;
    QTest::newRow("beyond 64 bits") << QByteArray("99999999999999999999999999998")
                                    << QByteArray("99999999999999999999999999999") << -1;
}

void IdentityTest::resourceVersionsCompareByLengthThenDigits()
{
    QFETCH(QByteArray, left);
    QFETCH(QByteArray, right);
    QFETCH(int, order);
    const auto compared = compareResourceVersions(left.toStdString(), right.toStdString());
    QVERIFY(compared.has_value());
    QCOMPARE(*compared < 0 ? -1 : *compared > 0 ? 1 : 0, order);
}

void IdentityTest::malformedResourceVersionsDoNotCompare()
{
    for (const char *bad : {"", "0", "01", "-1", "1a", " 1", "1.0"}) {
        QVERIFY2(!compareResourceVersions(bad, "1"), bad);
        QVERIFY2(!compareResourceVersions("1", bad), bad);
        QVERIFY2(!compareResourceVersions(bad, bad), bad);
    }
}

ORRERY_GUILESS_TEST(IdentityTest)
} // namespace identity_test
#include "identity_test.moc"
