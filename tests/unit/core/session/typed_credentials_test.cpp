// SPDX-License-Identifier: Apache-2.0
#include "core/session/typed_credentials.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace typed_credentials_test {

using namespace kube;

namespace {

/// What a kubeconfig may have: a plugin that can be asked for a fresh token.
struct Plugin final : AuthProvider {
    int generation = 1;
    int rejections = 0;
    Future<Credential> credential() override
    {
        return Future<Credential>::ready(Credential{{{"Authorization", "Bearer plugin" + QByteArray::number(generation)}}, {}, {}});
    }
    bool rejected(const Credential &) override
    {
        ++rejections;
        ++generation;
        return true;
    }
};

Credential now(AuthProvider &provider)
{
    return *provider.credential().take();
}

QByteArray headerOf(AuthProvider &provider)
{
    const Credential credential = now(provider);
    return credential.headers.isEmpty() ? QByteArray() : credential.headers.first().second;
}

} // namespace

class TypedCredentialsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void whatAPersonTypedComesFirst()
    {
        const auto plugin = std::make_shared<Plugin>();
        TypedCredentials credentials(plugin, {});
        QCOMPARE(headerOf(credentials), QByteArray("Bearer plugin1"));
        credentials.setToken("typed");
        QCOMPARE(headerOf(credentials), QByteArray("Bearer typed"));
    }

    void aRefusedTokenGivesWayToTheKubeconfig()
    {
        const auto plugin = std::make_shared<Plugin>();
        TypedCredentials credentials(plugin, "typed");
        QVERIFY(credentials.rejected(now(credentials))); // worth another try
        QCOMPARE(headerOf(credentials), QByteArray("Bearer plugin1"));
        QCOMPARE(plugin->rejections, 0);
        QVERIFY(credentials.rejected(now(credentials)));
        QCOMPARE(headerOf(credentials), QByteArray("Bearer plugin2"));
    }

    void aRefusalOfAnOlderCredentialLeavesTheNewTokenAlone()
    {
        const auto plugin = std::make_shared<Plugin>();
        TypedCredentials credentials(plugin, "old");
        const Credential asked = now(credentials);
        credentials.setToken("new"); // typed while the request was under way
        (void)credentials.rejected(asked);
        QCOMPARE(headerOf(credentials), QByteArray("Bearer new"));
    }

    void aTokenOutlivesReconnecting()
    {
        const auto plugin = std::make_shared<Plugin>();
        TypedCredentials credentials(plugin, "typed");
        credentials.renew(now(credentials));
        QCOMPARE(headerOf(credentials), QByteArray("Bearer typed"));
        QCOMPARE(plugin->generation, 1);
        credentials.setToken({});
        credentials.renew(now(credentials));
        QCOMPARE(headerOf(credentials), QByteArray("Bearer plugin2"));
    }

    void withNothingElseARefusalIsTheEnd()
    {
        TypedCredentials credentials(nullptr, "typed");
        QVERIFY(!credentials.rejected(now(credentials)));
        QCOMPARE(headerOf(credentials), QByteArray());
        QVERIFY(!credentials.rejected(now(credentials)));
    }
};

ORRERY_GUILESS_TEST(TypedCredentialsTest)
} // namespace typed_credentials_test
#include "typed_credentials_test.moc"
