// SPDX-License-Identifier: Apache-2.0
#include "core/discovery/discovery_file.h"

#include "core/discovery/aggregated_discovery.h"
#include "core/object/json.h"
#include "tests/support/fixtures.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QTemporaryDir>

namespace discovery_file_test {

using namespace kube;
using namespace std::chrono_literals;

namespace {

const QUrl host(QStringLiteral("https://api.example:6443"));

ServerResources recorded()
{
    const QByteArray bytes = test::fixture("kubernetes-1.36/discovery/apis-aggregated.json");
    const auto document = JsonDocument::parse({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    return decodeAggregatedDiscovery(document->root());
}

/// Everything, so that two can be compared.
std::string told(const ServerResources &resources)
{
    std::string text;
    const auto words = [&text](const std::vector<std::string> &list) {
        for (const std::string &word : list)
            text += ' ' + word;
        text += ';';
    };
    const auto kind = [&text](const GroupVersionKind &what) { text += ' ' + what.group + '|' + what.version + '|' + what.kind; };
    for (const ApiGroup &group : resources.groups) {
        text += group.name + " prefers " + group.preferredVersion + '\n';
        for (const ApiVersion &version : group.versions) {
            for (const ApiResource &resource : version.resources) {
                text += version.version + ' ' + resource.name + ' ' + resource.singular + (resource.namespaced ? " n" : " c");
                kind(resource.kind);
                words(resource.verbs);
                words(resource.shortNames);
                words(resource.categories);
                for (const ApiSubresource &sub : resource.subresources) {
                    text += sub.name;
                    kind(sub.kind);
                    words(sub.verbs);
                }
                text += '\n';
            }
        }
    }
    return text;
}

bool overwrite(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class DiscoveryFileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::failOnWarnings(); }

    void whatWasWrittenIsReadWhole()
    {
        const QTemporaryDir folder;
        const DiscoveryFile file(folder.filePath(QStringLiteral("a/b")), host);
        ServerResources resources = recorded();
        QVERIFY(resources.groups.size() > 10);
        ApiGroup &several = *std::find_if(resources.groups.begin(), resources.groups.end(), [](const ApiGroup &group) { return group.versions.size() > 1; });
        several.preferredVersion = several.versions.back().version;
        QVERIFY_RESULT(file.write(resources));
        const auto read = file.read(std::chrono::system_clock::now());
        QVERIFY(read.has_value());
        QCOMPARE(told(*read), told(resources));
        QVERIFY(read->failures.empty());
        QCOMPARE(QFile::permissions(file.path()) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther), QFile::Permissions());
    }

    void whatFailedIsToBeAskedForAgain()
    {
        const QTemporaryDir folder;
        const DiscoveryFile file(folder.path(), host);
        ServerResources resources = recorded();
        resources.failures.push_back({{"metrics.k8s.io", "v1beta1"}, Error::badInput(QStringLiteral("no sense"))});
        QVERIFY_RESULT(file.write(resources));
        const auto read = file.read(std::chrono::system_clock::now());
        QCOMPARE(read->failures.size(), 1U);
        QCOMPARE(read->failures.front().groupVersion.apiVersion(), std::string("metrics.k8s.io/v1beta1"));
        QCOMPARE(read->failures.front().error.kind, ErrorKind::Transport);
    }

    void afterSixHoursItIsNotBelieved()
    {
        const QTemporaryDir folder;
        const DiscoveryFile file(folder.path(), host);
        QVERIFY_RESULT(file.write(recorded()));
        const WallTime now = std::chrono::system_clock::now();
        QVERIFY(file.read(now + 5h).has_value());
        QVERIFY(!file.read(now + 6h + 1min).has_value());
        QVERIFY(!file.read(now - 1h).has_value()); // the clock has been put back: nobody knows its age
    }

    void nothingIsNotKept()
    {
        const QTemporaryDir folder;
        const DiscoveryFile file(folder.path(), host);
        QVERIFY_RESULT(file.write({}));
        QVERIFY_RESULT(file.write({{ApiGroup{"apps", {}, {}}}, {}}));
        QVERIFY(!QFile::exists(file.path()));
        QVERIFY(!file.read(std::chrono::system_clock::now()).has_value());
    }

    void aDamagedFileIsAsGoodAsNone()
    {
        const QTemporaryDir folder;
        const DiscoveryFile file(folder.path(), host);
        QVERIFY_RESULT(file.write(recorded()));
        QFile whole(file.path());
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray bytes = whole.readAll();
        whole.close();
        for (const QByteArray &damaged : {QByteArray(), QByteArray("{}"), QByteArray("[]"), bytes.chopped(1), bytes.mid(1)}) {
            QVERIFY(overwrite(file.path(), damaged));
            QVERIFY(!file.read(std::chrono::system_clock::now()).has_value());
        }
        QVERIFY(overwrite(file.path(), bytes));
        QVERIFY(file.read(std::chrono::system_clock::now()).has_value());
        file.remove();
        QVERIFY(!file.read(std::chrono::system_clock::now()).has_value());
    }

    void serversNeverShareAFile()
    {
        QStringList paths;
        for (const char *url : {"https://api.example:6443", "https://api.example:6444", "http://api.example:6443", "https://api.example:6443/k8s/clusters/a",
                                "https://api.example:6443/k8s/clusters/b", "https://[::1]:6443"})
            paths.append(DiscoveryFile(QStringLiteral("/cache"), QUrl(QString::fromLatin1(url))).path());
        QCOMPARE(QSet<QString>(paths.begin(), paths.end()).size(), paths.size());
        for (const QString &path : paths)
            QCOMPARE(path.count(QLatin1Char('/')), 2);
        QCOMPARE(DiscoveryFile(QStringLiteral("/cache"), QUrl(QStringLiteral("https://jane:secret@api.example:6443/"))).path(), paths.front());
    }

    void aFolderThatCannotBeMadeIsAnError()
    {
        const QTemporaryDir folder;
        QVERIFY(overwrite(folder.filePath(QStringLiteral("file")), "x"));
        const auto written = DiscoveryFile(folder.filePath(QStringLiteral("file/below")), host).write(recorded());
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::BadInput);
    }
};

ORRERY_GUILESS_TEST(DiscoveryFileTest)
} // namespace discovery_file_test
#include "discovery_file_test.moc"
