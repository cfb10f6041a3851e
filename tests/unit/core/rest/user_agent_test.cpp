// SPDX-License-Identifier: Apache-2.0
#include "core/rest/user_agent.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QRegularExpression>

namespace user_agent_test {

using namespace kube;

class UserAgentTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void cleanup()
    {
        QCoreApplication::setApplicationName({});
        QCoreApplication::setApplicationVersion({});
    }

    void aProgramIsKnownByItsOwnName()
    {
        static const QRegularExpression form(QStringLiteral("^user_agent_test/[0-9.]+ \\([a-z]+/[a-z0-9_]+\\) kubernetes/unknown$"));
        QVERIFY2(form.match(QString::fromLatin1(defaultUserAgent())).hasMatch(), defaultUserAgent());
        QCoreApplication::setApplicationName(QStringLiteral("mine"));
        QCoreApplication::setApplicationVersion(QStringLiteral("2.1"));
        QVERIFY2(defaultUserAgent().startsWith("mine/2.1 ("), defaultUserAgent());
    }

    void whatNoHeaderMayHoldIsLeftOut()
    {
        QCoreApplication::setApplicationName(QStringLiteral("My tool (ü)\r\nHost: x"));
        QCoreApplication::setApplicationVersion(QStringLiteral("1 beta"));
        QVERIFY2(defaultUserAgent().startsWith("My-tool------Host--x/1-beta ("), defaultUserAgent());
    }

    void namesOfBrowsersAreNotTaken()
    {
        for (const char *name : {"curl", "Wget", "Mozilla"}) {
            QCoreApplication::setApplicationName(QString::fromLatin1(name));
            QVERIFY2(defaultUserAgent().startsWith(QByteArray("orrery-") + name + '/'), defaultUserAgent());
        }
    }
};

ORRERY_GUILESS_TEST(UserAgentTest)
} // namespace user_agent_test
#include "user_agent_test.moc"
