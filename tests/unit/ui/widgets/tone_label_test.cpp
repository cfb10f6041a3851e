// SPDX-License-Identifier: Apache-2.0
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/base/theme.h"
#include "ui/widgets/apply_theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/key_value_list.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/tone_label.h"

#include <QVBoxLayout>

namespace tone_label_test {

using namespace orrery;

namespace {

/// How many pixels of a widget's picture have this colour: text has its ink's full colour in the strokes' middle.
int painted(QWidget *widget, const QColor &ink)
{
    QCoreApplication::processEvents(); // a theme arrives at widgets by an event
    const QImage image = widget->window()->grab().toImage();
    const QRect area(widget->mapTo(widget->window(), QPoint()), widget->size());
    int found = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            if (image.valid(x, y) && image.pixelColor(x, y) == ink)
                ++found;
        }
    }
    return found;
}

} // namespace

class ToneLabelTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<ThemeController> m_theme;
    std::unique_ptr<QWidget> m_window;

private Q_SLOTS:
    void initTestCase()
    {
        kube::test::failOnWarnings();
        m_theme = std::make_unique<ThemeController>(*qApp, ThemeChoice::Light);
    }
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(400, 200);
        new QVBoxLayout(m_window.get());
    }
    void cleanup() { m_window.reset(); }

    void aTonesColourIsPaintedOnEveryGroundAndInEveryTheme_data()
    {
        QTest::addColumn<int>("ground");
        QTest::addColumn<ThemeChoice>("theme");
        for (const auto &[name, ground] : {std::pair("window", QPalette::Window), std::pair("page", QPalette::Base), std::pair("tip", QPalette::ToolTipBase),
                                           std::pair("button", QPalette::Button)}) {
            QTest::addRow("%s, light", name) << static_cast<int>(ground) << ThemeChoice::Light;
            QTest::addRow("%s, dark", name) << static_cast<int>(ground) << ThemeChoice::Dark;
        }
    }
    void aTonesColourIsPaintedOnEveryGroundAndInEveryTheme()
    {
        QFETCH(int, ground);
        QFETCH(ThemeChoice, theme);
        m_theme->setChoice(theme);
        m_window->setBackgroundRole(static_cast<QPalette::ColorRole>(ground));
        m_window->setAutoFillBackground(true);
        auto *label = new ToneLabel(m_window.get(), Tone::Ready);
        label->setText(QStringLiteral("● live"));
        m_window->layout()->addWidget(label);
        m_window->show();
        QVERIFY(painted(label, toneColor(Tone::Ready, QApplication::palette())) > 8);
        label->setTone(Tone::Failing);
        QVERIFY(painted(label, toneColor(Tone::Failing, QApplication::palette())) > 8);
    }

    void theBadgeOnAPageKeepsItsColourWhenTheThemeChanges()
    {
        m_window->setBackgroundRole(QPalette::Base);
        m_window->setAutoFillBackground(true);
        auto *badge = new Badge(m_window.get());
        badge->setText({Tone::Ready, QStringLiteral("live"), {}, {}});
        m_window->layout()->addWidget(badge);
        m_window->show();
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::Light}) {
            m_theme->setChoice(theme);
            QVERIFY(painted(badge, toneColor(Tone::Ready, QApplication::palette())) > 8);
        }
    }

    void aLinkHasTheThemesColourWhenTheThemeChanges()
    {
        m_window->setBackgroundRole(QPalette::Base);
        auto *list = new KeyValueList(m_window.get());
        list->setRows({{QStringLiteral("Owner"), QStringLiteral("web"), {}, Tone::Neutral, QStringLiteral("there"), false}});
        m_window->layout()->addWidget(list);
        m_window->show();
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::Light}) {
            m_theme->setChoice(theme);
            QVERIFY(painted(list, QApplication::palette().color(QPalette::Link)) > 8);
        }
    }

    void aDrawingHasTheThemesInkWhenTheThemeChanges()
    {
        auto *drawing = new IconLabel(32, m_window.get());
        drawing->setIcon(IconName::Pod);
        m_window->layout()->addWidget(drawing);
        m_window->show();
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::Light}) {
            m_theme->setChoice(theme);
            QCoreApplication::processEvents();
            QCOMPARE(drawing->pixmap().toImage(), icon(IconName::Pod).pixmap(QSize(32, 32), drawing->devicePixelRatioF()).toImage());
        }
    }

    void theToastsGlyphHasItsTonesColour()
    {
        m_theme->setChoice(ThemeChoice::Light);
        auto *toast = new Toast(m_window.get());
        m_window->show();
        toast->say(Tone::Failing, QStringLiteral("Not scaled"));
        QVERIFY(painted(toast, toneColor(Tone::Failing, QApplication::palette())) > 4);
    }

    void aValueThatCanBeSelectedHasItsTonesColourToo()
    {
        m_theme->setChoice(ThemeChoice::Dark);
        m_window->setBackgroundRole(QPalette::Base);
        auto *list = new KeyValueList(m_window.get());
        list->setRows({{QStringLiteral("Ready"), QStringLiteral("False"), {}, Tone::Pending, {}, false}});
        m_window->layout()->addWidget(list);
        m_window->show();
        QVERIFY(painted(list, toneColor(Tone::Pending, QApplication::palette())) > 8);
    }

    void itsHeightFollowsItsTextAndItsFont()
    {
        ToneLabel label;
        label.setWordWrap(true);
        label.setText(QStringLiteral("one"));
        const int small = label.heightForWidth(60);
        QCOMPARE(label.heightForWidth(60), small); // asked again
        label.setText(QStringLiteral("one and two and three and four"));
        const int longer = label.heightForWidth(60);
        QVERIFY(longer > small);
        QVERIFY(label.heightForWidth(600) < longer);
        QCOMPARE(label.heightForWidth(60), longer);
        QFont large = label.font();
        large.setPointSizeF(large.pointSizeF() * 2);
        label.setFont(large);
        QVERIFY(label.heightForWidth(60) > longer);
        label.setText(QStringLiteral("one"));
        QVERIFY(label.heightForWidth(60) > small);
    }
};

ORRERY_TEST(ToneLabelTest)
} // namespace tone_label_test
#include "tone_label_test.moc"
