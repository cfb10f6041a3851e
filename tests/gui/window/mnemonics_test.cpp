// SPDX-License-Identifier: Apache-2.0
// A letter of the keyboard means one entry of a menu, whatever kind is looked at, in each language.
#include "tests/gui/support/demo_home.h"
#include "tests/support/test_program.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QTabBar>
#include <QTranslator>
#include <QXmlStreamReader>

namespace mnemonics_test {

using namespace orrery;
using namespace orrery::test;

namespace {

/// Reads the source of a translation, which needs no tool to be built first.
class SourceTranslator final : public QTranslator
{
public:
    explicit SourceTranslator(const char *language)
    {
        QFile file(QStringLiteral(ORRERY_SOURCE_DIR "/translations/orrery_%1.ts").arg(QLatin1String(language)));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("there is no such translation");
        QXmlStreamReader xml(&file);
        QString context, source;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == QLatin1String("name"))
                context = xml.readElementText();
            else if (xml.name() == QLatin1String("source"))
                source = xml.readElementText();
            else if (xml.name() == QLatin1String("translation"))
                m_texts.insert(context + QLatin1Char('\n') + source, xml.readElementText(QXmlStreamReader::IncludeChildElements));
        }
    }
    [[nodiscard]] QString translate(const char *context, const char *source, const char *, int) const override
    {
        return m_texts.value(QString::fromUtf8(context) + QLatin1Char('\n') + QString::fromUtf8(source));
    }
    [[nodiscard]] bool isEmpty() const override { return m_texts.isEmpty(); }

private:
    QHash<QString, QString> m_texts;
};

QChar mnemonicOf(const QString &text)
{
    for (qsizetype at = text.indexOf(QLatin1Char('&')); at >= 0 && at + 1 < text.size(); at = text.indexOf(QLatin1Char('&'), at + 2)) {
        if (text[at + 1] != QLatin1Char('&'))
            return text[at + 1].toUpper();
    }
    return {};
}

/// "Drain and Edit: D", of entries that are seen together.
QStringList clashesIn(const QList<QAction *> &entries)
{
    QHash<QChar, QString> taken;
    QStringList clashes;
    for (const QAction *action : entries) {
        const QChar letter = action->isVisible() && !action->isSeparator() ? mnemonicOf(action->text()) : QChar();
        if (!letter.isNull() && taken.contains(letter))
            clashes << QStringLiteral("%1 and %2: %3").arg(taken.value(letter), action->text(), letter);
        if (!letter.isNull())
            taken.insert(letter, action->text());
        if (action->menu())
            clashes << clashesIn(action->menu()->actions());
    }
    return clashes;
}

} // namespace

class MnemonicsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoHome> m_home;

private:
    static void languages()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << QString();
        QTest::newRow("German") << QStringLiteral("de");
    }
    /// The row's language, until it is removed; null: English.
    static std::unique_ptr<SourceTranslator> speak()
    {
        QFETCH(QString, language);
        if (language.isEmpty())
            return nullptr;
        auto translator = std::make_unique<SourceTranslator>(qPrintable(language));
        QCoreApplication::installTranslator(translator.get());
        return translator;
    }

private Q_SLOTS:
    void initTestCase() { m_home = std::make_unique<DemoHome>(); }
    void cleanupTestCase() { m_home.reset(); }

    void aLetterOfAMenuIsNoneOfAPages_data() { languages(); }
    void aLetterOfAMenuIsNoneOfAPages()
    {
        const auto translator = speak();
        Window window(m_home->line("pods"));
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive(), Patience);
        QSet<QChar> taken;
        for (const QAction *menu : window.main.findChild<QMenuBar *>()->actions())
            taken << mnemonicOf(menu->text());
        QStringList clashes;
        int letters = 0;
        for (const ActionId id : {ActionId::ShowPipeline, ActionId::ShowRequests, ActionId::ShowControllers, ActionId::ShowApiServer}) {
            window.action(id)->trigger();
            QStringList texts;
            for (const auto *button : window.main.tabs()->currentPage()->findChildren<QAbstractButton *>())
                texts << button->text();
            for (const auto *label : window.main.tabs()->currentPage()->findChildren<QLabel *>())
                texts << (label->buddy() ? label->text() : QString());
            for (const auto *bar : window.main.tabs()->currentPage()->findChildren<QTabBar *>()) {
                for (int tab = 0; tab < bar->count(); ++tab)
                    texts << bar->tabText(tab);
            }
            for (const QString &text : texts) {
                letters += mnemonicOf(text).isNull() ? 0 : 1;
                if (taken.contains(mnemonicOf(text)) && !mnemonicOf(text).isNull())
                    clashes << text;
            }
        }
        QCOMPARE(clashes.join(QLatin1Char('\n')), QString());
        QVERIFY2(letters > 12, qPrintable(QString::number(letters)));
        if (translator)
            QCoreApplication::removeTranslator(translator.get());
    }

    void aLetterMeansOneEntryOfAMenu_data() { languages(); }
    void aLetterMeansOneEntryOfAMenu()
    {
        QFETCH(QString, language);
        const auto translator = speak();
        QStringList clashes;
        int kinds = 0;
        for (const char *kind : {"nodes", "namespaces", "events", "pods", "deployments", "replicasets", "statefulsets", "daemonsets", "jobs", "cronjobs", "services", "configmaps",
                                 "secrets", "leases", "customresourcedefinitions", "foos"}) {
            Window window(m_home->line(kind));
            QTRY_VERIFY_WITH_TIMEOUT(window.isLive(), Patience);
            ++kinds;
            Q_EMIT window.page()->contextMenuRequested(window.main.mapToGlobal(QPoint(500, 300)));
            auto *context = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(context);
            const QStringList found = clashesIn(window.main.findChild<QMenuBar *>()->actions()) + clashesIn(context->actions());
            context->close();
            for (const QString &clash : found) {
                if (!clashes.contains(clash))
                    clashes << clash;
            }
            QCOMPARE(window.action(ActionId::Quit)->text() == QStringLiteral("&Quit"), language.isEmpty());
        }
        QCOMPARE(clashes.join(QLatin1Char('\n')), QString());
        QCOMPARE(kinds, 16);
        if (translator)
            QCoreApplication::removeTranslator(translator.get());
    }
};

ORRERY_TEST(MnemonicsTest)
} // namespace mnemonics_test
#include "mnemonics_test.moc"
