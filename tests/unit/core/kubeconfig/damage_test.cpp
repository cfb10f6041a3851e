// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/context_config.h"
#include "core/kubeconfig/decoder.h"
#include "core/kubeconfig/validation.h"
#include "core/kubeconfig/yaml_tree.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QDir>

namespace damage_test {

using namespace kube;

namespace {

const QString folder = QStringLiteral(ORRERY_SOURCE_DIR "/tests/fixtures/kubeconfig/bad/");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Everything that is said of a file, one error a line, each once, with the fixtures' folders left out.
QString complaintsOf(const QString &file)
{
    LoadingRules rules;
    rules.explicitFile = file;
    QStringList lines;
    const auto loaded = KubeconfigLoader(rules).load();
    if (!loaded) {
        lines = loaded.error().toString().split(QLatin1Char('\n'));
    } else {
        for (const Error &error : loaded->problems + validateConfig(loaded->config))
            lines.append(error.toString());
    }
    lines.removeDuplicates();
    QString text = lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
    text.replace(folder, QString());
    return text.replace(QStringLiteral(ORRERY_SOURCE_DIR "/tests/fixtures/"), QStringLiteral("…/"));
}

} // namespace

/// tests/fixtures/kubeconfig/bad: one kind of damage a file, and beside it what is to be said of it. With
/// ORRERY_WRITE_EXPECTED set the sentences are written down instead, to be read by a person before they are committed.
class DamageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void saysWhatIsWrongWhereAndHowToMendIt_data()
    {
        QTest::addColumn<QString>("file");
        const QStringList files = QDir(folder).entryList({QStringLiteral("*.yaml")});
        QVERIFY(files.size() >= 36);
        for (const QString &file : files)
            QTest::newRow(qPrintable(file)) << folder + file;
    }
    void saysWhatIsWrongWhereAndHowToMendIt()
    {
        QFETCH(QString, file);
        const QString said = complaintsOf(file);
        const QString expectedFile = QString(file).replace(QStringLiteral(".yaml"), QStringLiteral(".expected"));
        if (qEnvironmentVariableIsSet("ORRERY_WRITE_EXPECTED")) {
            QFile out(expectedFile);
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(said.toUtf8());
        }
        const QString expected = QString::fromUtf8(contentOf(expectedFile));
        QVERIFY2(!expected.trimmed().isEmpty(), qPrintable(QStringLiteral("nothing is expected of it; it says:\n") + said));
        QCOMPARE(said, expected);
        const QString name = QFileInfo(file).fileName();
        for (const QString &line : said.trimmed().split(QLatin1Char('\n'))) {
            QVERIFY2(QRegularExpression(QStringLiteral("^%1:[1-9][0-9]*:[1-9][0-9]*: ").arg(QRegularExpression::escape(name))).match(line).hasMatch(), qPrintable(line));
            QVERIFY2(line.contains(QLatin1Char(';')) || line.contains(QLatin1String(": remove")), qPrintable(QStringLiteral("no mend: ") + line));
        }
    }

    void neverShowsASecret_data() { saysWhatIsWrongWhereAndHowToMendIt_data(); }
    void neverShowsASecret()
    {
        QFETCH(QString, file);
        const QString said = complaintsOf(file);
        for (const char *secret : {"opensesame", "sésame", "0123456789", "LS0t", "MIIB", "secret\""})
            QVERIFY2(!said.contains(QString::fromUtf8(secret)), qPrintable(said));
    }

    void neverStartsAContextThatIsBroken_data() { saysWhatIsWrongWhereAndHowToMendIt_data(); }
    void neverStartsAContextThatIsBroken()
    {
        QFETCH(QString, file);
        LoadingRules rules;
        rules.explicitFile = file;
        const auto loaded = KubeconfigLoader(rules).load();
        if (!loaded)
            return;
        for (const ContextSummary &summary : contexts(*loaded)) {
            ConfigOverrides overrides;
            overrides.context = summary.name;
            kube::test::ManualTime time;
            AuthParts parts;
            parts.scheduler = &time;
            const auto config = restConfigFor(*loaded, overrides, parts);
            QCOMPARE(config.has_value(), !summary.error.has_value());
            if (!config && !config.error().message.startsWith(QLatin1String("there is no")))
                QCOMPARE(config.error().toString(), summary.error->toString());
        }
    }

    void survivesEveryCutOfAGoodFile()
    {
        const QByteArray whole = contentOf(QStringLiteral(ORRERY_SOURCE_DIR "/tests/fixtures/kubeconfig/good/everything.yaml"));
        QVERIFY(!whole.isEmpty());
        for (qsizetype length = 0; length < whole.size(); ++length)
            (void)decodeKubeconfig(whole.left(length), QStringLiteral("/cut"));
    }

    void survivesAnyBytes()
    {
        const QByteArray whole = contentOf(QStringLiteral(ORRERY_SOURCE_DIR "/tests/fixtures/kubeconfig/good/everything.yaml"));
        const QByteArray alphabet("\t\n\r !\"#%&'*,-.0:<>?@[\\]`{|}~a\xc3\xbc\xff");
        QRandomGenerator chance(20260101);
        for (int round = 0; round < 3000; ++round) {
            QByteArray bytes = whole;
            for (quint32 changes = chance.bounded(1u, 6u); changes > 0; --changes) {
                const auto at = static_cast<qsizetype>(chance.bounded(static_cast<quint32>(bytes.size())));
                const char byte = alphabet[chance.bounded(static_cast<quint32>(alphabet.size()))];
                switch (chance.bounded(3)) {
                case 0: bytes[at] = byte; break;
                case 1: bytes.insert(at, byte); break;
                default: bytes.remove(at, 1 + static_cast<qsizetype>(chance.bounded(40u))); break;
                }
                if (bytes.isEmpty())
                    bytes = whole;
            }
            const auto decoded = decodeKubeconfig(bytes, QStringLiteral("/damaged"));
            for (const Error &error : decoded ? decoded->problems : QList<Error>{decoded.error()}) {
                QVERIFY2(error.place.startsWith(QLatin1String("/damaged:")), qPrintable(error.toString()));
                QVERIFY2(!error.message.contains(QLatin1String("opensesame")), qPrintable(error.toString()));
            }
        }
    }

    void refusesAFileTooLargeToBeAKubeconfig()
    {
        const auto tree = kubeconfig::parseYamlTree(QByteArray(17 * 1024 * 1024, ' '), QStringLiteral("huge"));
        QVERIFY(!tree);
        QCOMPARE(tree.error().toString(), QStringLiteral("huge: the file is larger than 16 MiB: this is no kubeconfig; check the path"));
    }
};

ORRERY_GUILESS_TEST(DamageTest)
} // namespace damage_test
#include "damage_test.moc"
