// SPDX-License-Identifier: Apache-2.0
#include "core/requests/shell_quote.h"

#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QProcess>
#include <QTest>

#include <random>

namespace shell_quote_test {

using namespace kube;
using namespace kube::test;

namespace {

std::string randomText(std::mt19937 &random, bool allBytes)
{
    static const std::string nasty = "'\"\\$`!*?[]{}()<>|&;# \t\n~%=@,-ab\x1b\r\x7f";
    std::string text;
    const std::size_t length = random() % 24;
    for (std::size_t each = 0; each < length; ++each)
        text += allBytes ? static_cast<char>(1 + random() % 255) : nasty[random() % nasty.size()];
    return text;
}

/// What a shell makes of the words.
QByteArray saidByShell(const std::vector<std::string> &words)
{
    std::string script = "export LC_ALL=C; printf '%s\\n--\\n' ";
    for (const std::string &word : words)
        script += shellQuoted(word) + ' ';
    QProcess shell;
    shell.start(QStringLiteral("/bin/sh"), {});
    if (!shell.waitForStarted())
        return "no shell";
    shell.write(QByteArray::fromStdString(script + '\n'));
    shell.closeWriteChannel();
    shell.waitForFinished(-1);
    return shell.readAllStandardOutput();
}

} // namespace

class ShellQuoteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { failOnWarnings(); }

    void plainWordsStayPlain()
    {
        QCOMPARE(shellQuoted("web-1"), std::string("web-1"));
        QCOMPARE(shellQuoted("--selector=app=web,tier=front"), std::string("--selector=app=web,tier=front"));
        QCOMPARE(shellQuoted("deployments.v1beta1.apps"), std::string("deployments.v1beta1.apps"));
    }

    void whatAShellWouldReadIsQuoted()
    {
        QCOMPARE(shellQuoted(""), std::string("''"));
        QCOMPARE(shellQuoted("a b"), std::string("'a b'"));
        QCOMPARE(shellQuoted("$(rm -rf ~)"), std::string("'$(rm -rf ~)'"));
        QCOMPARE(shellQuoted("it's"), std::string("'it'\\''s'"));
        QCOMPARE(shellQuoted("~"), std::string("'~'"));
    }

    void noKeyOfTheTerminalIsPasted()
    {
        const std::string quoted = shellQuoted("a\x1b[201~\rb\x7f");
        for (const char byte : quoted)
            QVERIFY(byte >= ' ' && byte != 0x7f);
        QCOMPARE(saidByShell({"a\x1b[201~\rb\x7f"}), QByteArray("a\x1b[201~\rb\x7f\n--\n"));
    }

    void aShellReadsAnyTextBackAsItWas()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 8; ++round) {
            std::vector<std::string> words;
            QByteArray expected;
            for (int each = 0; each < 100; ++each) {
                words.push_back(randomText(random, round % 2 == 0));
                expected += QByteArray::fromStdString(words.back()) + "\n--\n";
            }
            QCOMPARE(saidByShell(words), expected);
        }
    }
};

ORRERY_GUILESS_TEST(ShellQuoteTest)
} // namespace shell_quote_test
#include "shell_quote_test.moc"
