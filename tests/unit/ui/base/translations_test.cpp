// SPDX-License-Identifier: Apache-2.0
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace translations_test {

class TranslationsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void placeholdersSurviveTranslation_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("de") << QStringLiteral(ORRERY_SOURCE_DIR "/translations/orrery_de.ts");
        QTest::newRow("en") << QStringLiteral(ORRERY_SOURCE_DIR "/translations/orrery_en.ts");
    }

    void placeholdersSurviveTranslation()
    {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QRegularExpression placeholder(QStringLiteral("%(?:n|[1-9])"));
        const auto used = [&](const QString &text) {
            QStringList found;
            auto all = placeholder.globalMatch(text);
            while (all.hasNext())
                found << all.next().captured();
            found.sort();
            return found;
        };
        QVERIFY(!file.readAll().contains("type=\"unfinished\""));
        QVERIFY(file.seek(0));
        QXmlStreamReader xml(&file);
        QString source;
        bool isNumerus = false; // its translation has a form for each number, whether it says the number or not
        int messages = 0;
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement())
                continue;
            if (xml.name() == QLatin1String("message")) {
                isNumerus = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
            } else if (xml.name() == QLatin1String("source")) {
                source = xml.readElementText();
                ++messages;
            } else if (xml.name() == QLatin1String("numerusform")
                       || (xml.name() == QLatin1String("translation") && !isNumerus)) {
                const QString translated = xml.readElementText();
                if (!translated.isEmpty())
                    QCOMPARE(used(translated), used(source));
            }
        }
        QVERIFY(!xml.hasError());
        QVERIFY(messages > 0);
    }
};

ORRERY_GUILESS_TEST(TranslationsTest)
} // namespace translations_test
#include "translations_test.moc"
