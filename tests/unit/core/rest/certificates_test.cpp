// SPDX-License-Identifier: Apache-2.0
#include "core/rest/certificates.h"

#include "tests/support/fixtures.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace certificates_test {

using namespace kube;
using namespace kube::test;

namespace {

QByteArray pem(const char *name)
{
    return fixture(QStringLiteral("tls-server/") + QString::fromLatin1(name));
}

} // namespace

class CertificatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { failOnWarnings(); }

    void keysAreReadInEveryForm_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("passphrase");
        QTest::addColumn<KeyProblem>("problem");
        QTest::newRow("PKCS#1") << QByteArray("client-rsa.key") << QByteArray() << KeyProblem::None;
        QTest::newRow("SEC1") << QByteArray("client-ec.key") << QByteArray() << KeyProblem::None;
        QTest::newRow("PKCS#8 RSA") << QByteArray("rsa-pkcs8.key") << QByteArray() << KeyProblem::None;
        QTest::newRow("PKCS#8 EC") << QByteArray("ec-pkcs8.key") << QByteArray() << KeyProblem::None;
        for (const char *file : {"rsa-encrypted.key", "ec-encrypted.key", "rsa-legacy-encrypted.key"}) {
            QTest::addRow("%s", file) << QByteArray(file) << QByteArray("secret") << KeyProblem::None;
            QTest::addRow("%s without", file) << QByteArray(file) << QByteArray() << KeyProblem::NeedsPassphrase;
            QTest::addRow("%s wrong", file) << QByteArray(file) << QByteArray("wrong") << KeyProblem::WrongPassphrase;
        }
        QTest::newRow("Ed25519") << QByteArray("ed25519.key") << QByteArray() << KeyProblem::Unsupported;
        QTest::newRow("certificate") << QByteArray("ca.pem") << QByteArray() << KeyProblem::Malformed;
        QTest::newRow("needless passphrase") << QByteArray("client-ec.key") << QByteArray("x") << KeyProblem::None;
    }
    void keysAreReadInEveryForm()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, passphrase);
        QFETCH(KeyProblem, problem);
        QCOMPARE(keyProblem(pem(file), passphrase), problem);
        const auto key = parsePrivateKey(pem(file), passphrase, QStringLiteral("/a.key"));
        QCOMPARE(key.has_value(), problem == KeyProblem::None);
        if (!key) {
            QCOMPARE(key.error().kind, ErrorKind::Tls);
            QCOMPARE(key.error().place, QStringLiteral("/a.key"));
        }
    }

    void keysOfEveryEdwardsCurveAreToldFromDamage_data()
    {
        QTest::addColumn<QByteArray>("derInHex");
        QTest::newRow("X25519") << QByteArray("302e020100300506032b656e04220420") + QByteArray(64, '1');
        QTest::newRow("X448") << QByteArray("3046020100300506032b656f043a0438") + QByteArray(112, '2');
        QTest::newRow("Ed25519") << QByteArray("302e020100300506032b657004220420") + QByteArray(64, '3');
        QTest::newRow("Ed448") << QByteArray("3047020100300506032b6571043b0439") + QByteArray(114, '4');
    }
    void keysOfEveryEdwardsCurveAreToldFromDamage()
    {
        QFETCH(QByteArray, derInHex);
        const QByteArray body = QByteArray::fromHex(derInHex).toBase64();
        for (const QByteArray &lineEnd : {QByteArray("\n"), QByteArray("\r\n")}) {
            const QByteArray key = "-----BEGIN PRIVATE KEY-----" + lineEnd + body + lineEnd + "-----END PRIVATE KEY-----" + lineEnd;
            QCOMPARE(keyProblem(key, {}), KeyProblem::Unsupported);
        }
    }

    void aKeyThatOnlyHoldsTheSameBytesIsNoEdwardsKey()
    {
        // The identifier's bytes deep within the secret of a key, not in its head.
        const QByteArray der = QByteArray::fromHex("302e020100300506032b650004220420") + QByteArray(10, '\1')
            + QByteArray::fromHex("06032b6570") + QByteArray(17, '\1');
        QCOMPARE(keyProblem("-----BEGIN PRIVATE KEY-----\n" + der.toBase64() + "\n-----END PRIVATE KEY-----\n", {}), KeyProblem::Malformed);
    }

    void aKeyIsFoundAmongOtherBlocks()
    {
        QVERIFY(parsePrivateKey(pem("client-rsa.pem") + "text\n" + pem("client-rsa.key"), {}).has_value());
        const QByteArray parameters = "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";
        QVERIFY(parsePrivateKey(parameters + pem("client-ec.key"), {}).has_value());
    }

    void damagedKeysAreMalformed()
    {
        const QByteArray whole = pem("client-ec.key");
        QCOMPARE(keyProblem({}, {}), KeyProblem::Malformed);
        QCOMPARE(keyProblem(whole.left(whole.size() / 2), {}), KeyProblem::Malformed);
        QCOMPARE(keyProblem("-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----", {}), KeyProblem::Malformed);
    }

    void chainsAreReadInOrder()
    {
        const auto chain = parseCertificates(pem("client-rsa.pem") + "comment\n" + pem("ca.pem"));
        QVERIFY_RESULT(chain);
        QCOMPARE(chain->size(), 2);
        QCOMPARE(chain->first().subjectInfo(QSslCertificate::CommonName), QStringList{QStringLiteral("rsa-user")});
    }

    void aDamagedCertificateIsNotSilentlyLeftOut()
    {
        QByteArray bent = pem("ca.pem");
        bent.replace(100, 20, QByteArray(20, 'A'));
        const auto chain = parseCertificates(pem("client-rsa.pem") + bent, QStringLiteral("/ca.crt"));
        QVERIFY(!chain);
        QCOMPARE(chain.error().kind, ErrorKind::Tls);
        QCOMPARE(chain.error().place, QStringLiteral("/ca.crt"));
        QVERIFY(!parseCertificates("nothing"));
        QVERIFY(!parseCertificates({}));
    }

    void theFirstToExpireCounts()
    {
        const auto chain = parseCertificates(pem("ca.pem") + pem("expired.pem"));
        QVERIFY_RESULT(chain);
        const auto expiry = earliestExpiry(*chain);
        QVERIFY(expiry.has_value());
        QCOMPARE(std::chrono::system_clock::to_time_t(*expiry), 1577836800); // 2020-01-01T00:00:00Z
        QVERIFY(!earliestExpiry({}));
    }
};

ORRERY_GUILESS_TEST(CertificatesTest)
} // namespace certificates_test
#include "certificates_test.moc"
