// SPDX-License-Identifier: Apache-2.0
#include "app/composition/credentials.h"
#include "core/base/memory_secret_store.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace credentials_test {

using namespace orrery;

namespace {

/// A desktop without a usable keychain.
class BrokenStore final : public kube::SecretStore
{
public:
    [[nodiscard]] kube::Future<QByteArray> read(const QString &) override { return refuse<QByteArray>(); }
    [[nodiscard]] kube::Future<bool> write(const QString &, const QByteArray &) override { return refuse<bool>(); }
    [[nodiscard]] kube::Future<bool> remove(const QString &) override { return refuse<bool>(); }

    int asked = 0;

private:
    template <typename T>
    kube::Future<T> refuse()
    {
        ++asked;
        return kube::Future<T>::ready(kube::fail(kube::Error::badInput(QStringLiteral("the keychain is locked"))));
    }
};

} // namespace

class CredentialsTest : public QObject
{
    Q_OBJECT

    std::shared_ptr<kube::test::ManualTime> m_time = std::make_shared<kube::test::ManualTime>();
    const QString m_context = QStringLiteral("prod-eu");

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void whatIsKeptIsRecalledForItsContextAlone()
    {
        kube::MemorySecretStore store;
        Credentials credentials(store, m_time);
        const auto where = kube::test::answer(*m_time, credentials.keep(m_context, Credentials::Kind::Token, "abc"));
        QVERIFY(where);
        QVERIFY2(where->contains(QStringLiteral("keychain")), qPrintable(*where));
        QVERIFY(kube::test::answer(*m_time, credentials.keep(m_context, Credentials::Kind::Passphrase, " p ")));
        const auto recalled = kube::test::answer(*m_time, credentials.recall(m_context));
        QVERIFY(recalled);
        QCOMPARE(recalled->token, QByteArray("abc"));
        QCOMPARE(recalled->passphrase, QByteArray(" p "));
        const auto other = kube::test::answer(*m_time, credentials.recall(QStringLiteral("staging")));
        QVERIFY(other);
        QVERIFY(other->token.isEmpty() && other->passphrase.isEmpty());
    }

    void nothingKeptIsNoReasonToDoubtTheKeychain()
    {
        kube::MemorySecretStore store;
        Credentials credentials(store, m_time);
        QVERIFY(kube::test::answer(*m_time, credentials.recall(m_context)));
        QVERIFY(credentials.whereKept().contains(QStringLiteral("desktop's keychain")));
    }

    void withoutAKeychainTheSentenceSaysSoAndWhy()
    {
        BrokenStore store;
        Credentials credentials(store, m_time);
        const auto recalled = kube::test::answer(*m_time, credentials.recall(m_context));
        QVERIFY(recalled); // never an error
        QCOMPARE(store.asked, 1); // one that did not answer the first question is not asked a second
        QVERIFY2(credentials.whereKept().contains(QStringLiteral("this run only")), qPrintable(credentials.whereKept()));
        QVERIFY(credentials.whereKept().contains(QStringLiteral("the keychain is locked")));
        const auto where = kube::test::answer(*m_time, credentials.keep(m_context, Credentials::Kind::Token, "abc"));
        QVERIFY(where);
        QVERIFY(where->contains(QStringLiteral("this run only")));
    }

    void theSecretIsInNoSentence()
    {
        BrokenStore store;
        Credentials credentials(store, m_time);
        const auto where = kube::test::answer(*m_time, credentials.keep(m_context, Credentials::Kind::Token, "s3cret"));
        QVERIFY(where);
        QVERIFY(!where->contains(QStringLiteral("s3cret")));
    }
};

ORRERY_GUILESS_TEST(CredentialsTest)
} // namespace credentials_test
#include "credentials_test.moc"
