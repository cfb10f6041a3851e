// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/kubeconfig_file.h"
#include "core/kubeconfig/loader.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

namespace kubeconfig_file_test {

using namespace kube;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype limit = 16 * 1024 * 1024;
/// Short where nothing is to come, so that the test need not wait for it.
constexpr kubeconfig::PipePatience little{1ms, 1ms};
constexpr kubeconfig::PipePatience much{1min, 1min};

} // namespace

/// What KUBECONFIG may name besides a file: nothing of it makes the program wait for ever or end.
class KubeconfigFileTest : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;

    QString pathOf(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    QString makePipe(const char *name) const
    {
        const QString path = pathOf(name);
        if (::mkfifo(QFile::encodeName(path).constData(), 0600) != 0)
            qFatal("no pipe at %s", qPrintable(path));
        return path;
    }
    static QString saidOf(const QString &path)
    {
        LoadingRules rules;
        rules.explicitFile = path;
        const auto loaded = KubeconfigLoader(rules).load();
        return loaded ? QString() : loaded.error().toString();
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aPipeThatNobodyWritesToIsGivenUp()
    {
        const QString path = makePipe("silent");
        const auto read = kubeconfig::readKubeconfigFile(path, limit, little);
        QVERIFY(!read);
        QCOMPARE(read.error().place, path);
        QVERIFY2(read.error().message.startsWith(QStringLiteral("this is a pipe, and nothing came out of it;")), qPrintable(read.error().message));
    }

    void aWriterThatSaysNothingIsGivenUp()
    {
        int ends[2];
        QCOMPARE(::pipe(ends), 0);
        const auto read = kubeconfig::readKubeconfigFile(QStringLiteral("/dev/fd/%1").arg(ends[0]), limit, little);
        ::close(ends[0]);
        ::close(ends[1]);
        QVERIFY(!read);
        QVERIFY2(read.error().message.contains(QStringLiteral("nothing came out of it")), qPrintable(read.error().message));
    }

    void aPipeIsReadToItsEnd()
    {
        const QString path = makePipe("written");
        const QByteArray content = "clusters: [] #" + QByteArray(300'000, 'x');
        std::thread writer([&] {
            QFile file(path);
            if (file.open(QIODevice::WriteOnly)) {
                file.write(content.left(7));
                file.flush();
                file.write(content.mid(7));
            }
        });
        const auto read = kubeconfig::readKubeconfigFile(path, limit, much);
        writer.join();
        QVERIFY_RESULT(read);
        QCOMPARE(read->size(), content.size());
        QVERIFY(*read == content);
    }

    void aPipeThatIsClosedWithNothingInItIsEmpty()
    {
        int ends[2];
        QCOMPARE(::pipe(ends), 0);
        ::close(ends[1]);
        const auto read = kubeconfig::readKubeconfigFile(QStringLiteral("/dev/fd/%1").arg(ends[0]), limit, much);
        ::close(ends[0]);
        QVERIFY_RESULT(read);
        QVERIFY(read->isEmpty());
    }

    void aDeviceWithoutEndIsTooLarge()
    {
        const QString said = saidOf(QStringLiteral("/dev/zero"));
        QCOMPARE(said, QStringLiteral("/dev/zero: the file is larger than 16 MiB: this is no kubeconfig; check the path"));
    }

    void aLargeFileIsNotReadWhole()
    {
        QFile file(pathOf("large"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(50 * 1024 * 1024)); // NUL bytes, without taking room
        const auto read = kubeconfig::readKubeconfigFile(file.fileName(), limit);
        QVERIFY_RESULT(read);
        QCOMPARE(read->size(), limit + 1);
        QVERIFY(saidOf(file.fileName()).contains(QStringLiteral("larger than 16 MiB")));
    }

    void whatCannotBeOpenedSaysSo()
    {
        // The superuser may read every file, but nobody opens a socket.
        const QByteArray path = QFile::encodeName(pathOf("socket"));
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        QVERIFY(static_cast<std::size_t>(path.size()) < sizeof address.sun_path);
        std::copy(path.begin(), path.end(), address.sun_path);
        const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
        QCOMPARE(::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
        const QString said = saidOf(QFile::decodeName(path));
        ::close(socket);
        QVERIFY2(said.startsWith(pathOf("socket") + QStringLiteral(": the file cannot be read (")), qPrintable(said));
        QVERIFY2(said.endsWith(QStringLiteral("; check its owner and permissions")), qPrintable(said));
    }

    void zeroBytesArePlacedAndNotTaken()
    {
        QFile file(pathOf("zeros"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("apiVersion: v1\nkind: Con\0fig\n", 29));
        file.close();
        QVERIFY2(saidOf(file.fileName()).startsWith(file.fileName() + QStringLiteral(":2:10: ")), qPrintable(saidOf(file.fileName())));
    }

    void aLinkInACircleIsNoFile()
    {
        const QString path = pathOf("circle");
        QVERIFY(QFile::link(path, path));
        QVERIFY2(saidOf(path).contains(QStringLiteral("there is no such file")), qPrintable(saidOf(path)));
    }
};

ORRERY_GUILESS_TEST(KubeconfigFileTest)
} // namespace kubeconfig_file_test
#include "kubeconfig_file_test.moc"
