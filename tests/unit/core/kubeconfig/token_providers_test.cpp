// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/token_providers.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace token_providers_test {

using namespace kube;
using namespace std::chrono_literals;

class TokenProvidersTest : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    kube::test::ManualTime m_time;

    QString path() const { return m_folder->filePath(QStringLiteral("token")); }
    void write(const QByteArray &token)
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(token);
    }
    Result<Credential> ask(AuthProvider &provider) { return kube::test::answer(m_time, provider.credential()); }
    QByteArray header(AuthProvider &provider)
    {
        const auto credential = ask(provider);
        return credential ? credential->headers.value(0).second : "error: " + credential.error().toString().toUtf8();
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aStaticTokenCannotBeRenewed()
    {
        StaticTokenProvider provider("t");
        QCOMPARE(header(provider), QByteArray("Bearer t"));
        QVERIFY(!provider.rejected(*ask(provider)));
    }

    void aUserAndPasswordAreBasic()
    {
        BasicAuthProvider provider(QStringLiteral("Aladdin"), QStringLiteral("open sesame"));
        QCOMPARE(header(provider), QByteArray("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="));
        QVERIFY(!provider.rejected(*ask(provider)));
    }

    void aTokenFileIsTrimmedAndReadAgainAfterFiftySeconds()
    {
        write(" one\n");
        TokenFileProvider provider(path(), {}, m_time);
        QCOMPARE(header(provider), QByteArray("Bearer one"));
        write("two\n");
        m_time.advance(49s);
        QCOMPARE(header(provider), QByteArray("Bearer one"));
        m_time.advance(1s);
        QCOMPARE(header(provider), QByteArray("Bearer two"));
    }

    void aRejectedTokenIsReadAgainAtOnce()
    {
        write("one");
        TokenFileProvider provider(path(), {}, m_time);
        const auto first = ask(provider);
        QVERIFY(!provider.rejected(*first)); // the file still holds it
        write("two");
        QVERIFY(provider.rejected(*first));
        QCOMPARE(header(provider), QByteArray("Bearer two"));
        QVERIFY(provider.rejected(*first)); // a late 401 to the old one
    }

    void aFileThatGetsAnotherTokenAfterARefusalSaysSo()
    {
        write("one");
        TokenFileProvider provider(path(), {}, m_time);
        int changes = 0;
        provider.setOnChanged([&changes] { ++changes; });
        const auto first = ask(provider);
        write("two"); // nobody has refused the first
        m_time.advance(10s);
        write("one");
        QVERIFY(!provider.rejected(*first));
        QVERIFY(!provider.rejected(*first));
        m_time.advance(10s);
        QCOMPARE(changes, 0);
        QVERIFY(QFile::remove(path()));
        m_time.advance(10s);
        QCOMPARE(changes, 0);
        write("two");
        m_time.advance(2s);
        QCOMPARE(changes, 1);
        QCOMPARE(header(provider), QByteArray("Bearer two"));
        QCOMPARE(m_time.timers(), std::size_t(0));
    }

    void theLastTokenServesWhileTheFileCannotBeRead()
    {
        write("one");
        TokenFileProvider provider(path(), {}, m_time);
        QCOMPARE(header(provider), QByteArray("Bearer one"));
        QVERIFY(QFile::remove(path()));
        m_time.advance(1min);
        QCOMPARE(header(provider), QByteArray("Bearer one"));
    }

    void theFileWinsOverTheFallback()
    {
        TokenFileProvider provider(path(), "fallback", m_time);
        QCOMPARE(header(provider), QByteArray("Bearer fallback"));
        write("one");
        m_time.advance(50s);
        QCOMPARE(header(provider), QByteArray("Bearer one"));
    }

    void aFileWithoutATokenIsAnErrorThatNamesIt_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("missing") << QByteArray();
        QTest::newRow("blank") << QByteArray(" \n");
        QTest::newRow("two lines") << QByteArray("first\nsecond\n");
    }
    void aFileWithoutATokenIsAnErrorThatNamesIt()
    {
        QFETCH(QByteArray, content);
        if (!content.isEmpty())
            write(content);
        TokenFileProvider provider(path(), {}, m_time);
        const auto credential = ask(provider);
        QVERIFY(!credential);
        QCOMPARE(credential.error().kind, ErrorKind::Unauthorized);
        QVERIFY(credential.error().message.contains(path()));
        QVERIFY(!credential.error().message.contains(QStringLiteral("first")));
    }
};

ORRERY_GUILESS_TEST(TokenProvidersTest)
} // namespace token_providers_test
#include "token_providers_test.moc"
