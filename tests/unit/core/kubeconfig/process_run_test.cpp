// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/process_run.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <array>

#include <unistd.h>

namespace process_run_test {

using namespace kube;
using kubeconfig::ProcessResult;

namespace {

ProcessResult resultOf(const char *script)
{
    kube::test::ManualTime time;
    kubeconfig::ProcessCommand command;
    command.program = QStringLiteral("/bin/sh");
    command.args = QStringList{QStringLiteral("-c"), QString::fromLatin1(script)};
    command.environment.insert(QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin"));
    std::optional<ProcessResult> result;
    const kubeconfig::ProcessRun run(command, time, [&](ProcessResult end) { result = std::move(end); });
    if (!QTest::qWaitFor([&] { return result.has_value(); }, 60000))
        qFatal("the program does not end");
    return *result;
}

} // namespace

class ProcessRunTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void ofALongComplaintTheEndIsKept()
    {
        const ProcessResult result = resultOf("i=0; while [ $i -lt 3000 ]; do echo \"line $i\" >&2; i=$((i+1)); done; exit 3");
        QCOMPARE(result.end, ProcessResult::End::Exited);
        QCOMPARE(result.exitCode, 3);
        QVERIFY(result.err.size() <= 4096);
        QVERIFY(result.err.size() > 4000);
        QVERIFY(result.err.endsWith("line 2999\n"));
    }

    /// A secret is known by how it begins: half of one would be shown.
    void aWordThatWasCutIsNotKept()
    {
        const ProcessResult result = resultOf("printf 'token: eyJhbGciOi' >&2; i=0; while [ $i -lt 500 ]; do printf 'opensesame' >&2; i=$((i+1)); done; echo ' refused' >&2");
        QCOMPARE(result.err, QByteArray("refused\n"));
    }

    void aComplaintThatFitsIsKeptWhole()
    {
        QCOMPARE(resultOf("echo 'not cut' >&2").err, QByteArray("not cut\n"));
    }

    void whoeverIsOfferedOurTerminalCanAskThere()
    {
        std::array<int, 2> pipe{};
        QCOMPARE(::pipe(pipe.data()), 0);
        const int ours = ::dup(STDIN_FILENO);
        QCOMPARE(::write(pipe[1], "jane\n", 5), ssize_t(5));
        ::close(pipe[1]);
        ::dup2(pipe[0], STDIN_FILENO);
        ::close(pipe[0]);
        kubeconfig::ProcessCommand command;
        command.program = QStringLiteral("/bin/sh");
        command.args = {QStringLiteral("-c"), QStringLiteral("read name; echo hello $name")};
        command.terminal = Terminal::Offered;
        kube::test::ManualTime time;
        std::optional<kubeconfig::ProcessResult> result;
        const kubeconfig::ProcessRun run(std::move(command), time, [&result](const kubeconfig::ProcessResult &ended) { result = ended; });
        QTRY_VERIFY(result.has_value());
        ::dup2(ours, STDIN_FILENO);
        ::close(ours);
        QCOMPARE(result->out, QByteArray("hello jane\n"));
    }

    void nothingCanBeAskedOfAPerson()
    {
        const ProcessResult result = resultOf("read -r answer; echo \"<$answer>\"; (echo x > /dev/tty) 2>/dev/null || echo no terminal");
        QCOMPARE(result.out, QByteArray("<>\nno terminal\n"));
    }
};

ORRERY_GUILESS_TEST(ProcessRunTest)
} // namespace process_run_test
#include "process_run_test.moc"
