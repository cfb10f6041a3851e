// SPDX-License-Identifier: Apache-2.0
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/base/theme.h"
#include "ui/base/tone.h"

#include <QFontMetricsF>

namespace theme_test {

using namespace orrery;

namespace {

// WCAG 2.1, relative luminance and contrast ratio.
double luminance(const QColor &color)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double high = std::max(luminance(a), luminance(b));
    const double low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

} // namespace

class ThemeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void everyToneCanBeReadOnEveryGround_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void everyToneCanBeReadOnEveryGround()
    {
        QFETCH(bool, dark);
        const QPalette palette = dark ? darkPalette() : lightPalette();
        QCOMPARE(isDark(palette), dark);
        for (int tone = 0; tone <= static_cast<int>(Tone::Informative); ++tone) {
            const QColor ink = toneColor(static_cast<Tone>(tone), palette);
            for (const auto role : {QPalette::Base, QPalette::AlternateBase, QPalette::Window, QPalette::Highlight}) {
                const double ratio = contrast(ink, palette.color(role));
                QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("tone %1 on role %2: %3").arg(tone).arg(role).arg(ratio)));
            }
        }
    }

    void wordsCanBeReadOnTheirGround_data() { everyToneCanBeReadOnEveryGround_data(); }

    void wordsCanBeReadOnTheirGround()
    {
        QFETCH(bool, dark);
        const QPalette p = dark ? darkPalette() : lightPalette();
        const std::pair<QPalette::ColorRole, QPalette::ColorRole> pairs[] = {
            {QPalette::Text, QPalette::Base},           {QPalette::WindowText, QPalette::Window},
            {QPalette::ButtonText, QPalette::Button},   {QPalette::HighlightedText, QPalette::Highlight},
            {QPalette::PlaceholderText, QPalette::Base}, {QPalette::PlaceholderText, QPalette::Window},
            {QPalette::ToolTipText, QPalette::ToolTipBase}, {QPalette::Link, QPalette::Base}};
        for (const auto &[ink, ground] : pairs) {
            const double ratio = contrast(p.color(ink), p.color(ground));
            QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("%1 on %2: %3").arg(ink).arg(ground).arg(ratio)));
        }
        QVERIFY(contrast(accentColor(p), p.color(QPalette::Base)) >= 4.5);
        QVERIFY(contrast(accentColor(p), p.color(QPalette::Window)) >= 4.5);
    }

    void everyToneButNeutralHasItsOwnGlyph()
    {
        QVERIFY(toneGlyph(Tone::Neutral).isNull());
        QSet<QChar> glyphs;
        for (int tone = 1; tone <= static_cast<int>(Tone::Informative); ++tone)
            glyphs << toneGlyph(static_cast<Tone>(tone));
        QCOMPARE(glyphs.size(), 6);
        QVERIFY(!glyphs.contains(QChar()));
    }

    void tabularFiguresAreOfOneWidth()
    {
        const QFontMetricsF metrics(tabularFont(QFont()));
        for (const QChar figure : QStringLiteral("123456789"))
            QCOMPARE(metrics.horizontalAdvance(figure), metrics.horizontalAdvance(QLatin1Char('0')));
    }

    void titlesAreLargerAndCaptionsSmaller()
    {
        QFont base;
        base.setPointSizeF(10);
        QCOMPARE(titleFont(base).pointSizeF(), 12.5);
        QCOMPARE(captionFont(base).pointSizeF(), 9.2);
    }
};

ORRERY_TEST(ThemeTest)
} // namespace theme_test
#include "theme_test.moc"
