// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/support/a11y_lint.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/base/theme.h"
#include "ui/widgets/apply_theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/code_view.h"
#include "ui/widgets/desktop_settings.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/find_bar.h"
#include "ui/widgets/key_value_list.h"
#include "ui/widgets/orrery_style.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/toast.h"

#include <QLineEdit>
#include <QPushButton>
#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStyleOption>
#include <QToolButton>

namespace widgets_test {

using namespace orrery;

namespace {

QStringList labels(const QWidget &widget)
{
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&widget) && !label->text().isEmpty())
            texts << label->text();
    }
    return texts;
}

} // namespace

class WidgetsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aSearchGoesOnFromItsMatchWhileItIsTyped()
    {
        CodeView view;
        view.setPlainText(QStringLiteral("ready: true\nreplicas: 3\navailableReplicas: 3\n"));
        FindBar bar(&view);
        bar.open();
        QTest::keyClicks(bar.findChild<QLineEdit *>(), QStringLiteral("repl"));
        QCOMPARE(view.textCursor().selectionStart(), 12);
        QCOMPARE(view.textCursor().selectedText(), QStringLiteral("repl"));
        QTest::keyClick(bar.findChild<QLineEdit *>(), Qt::Key_Return);
        QCOMPARE(view.textCursor().selectedText(), QStringLiteral("Repl"));
    }

    void aSearchThatFindsNothingMovesNothing()
    {
        CodeView view;
        view.resize(200, 100);
        view.setPlainText(QStringLiteral("one%1\n").arg(QString(200, QLatin1Char('x'))).repeated(100));
        view.show();
        FindBar bar(&view);
        bar.open();
        auto *edit = bar.findChild<QLineEdit *>();
        const auto place = [&] { return QPoint(view.horizontalScrollBar()->value(), view.verticalScrollBar()->value()); };
        QTest::keyClicks(edit, QStringLiteral("one"));
        for (const bool more : {true, false}) {
            view.verticalScrollBar()->setValue(50);
            view.horizontalScrollBar()->setValue(40);
            if (more)
                QTest::keyClicks(edit, QStringLiteral("z"));
            else
                edit->clear();
            QCOMPARE(place(), QPoint(40, 50));
            QTest::keyClick(edit, Qt::Key_Return);
            QCOMPARE(place(), QPoint(40, 50));
        }
    }

    void theMatchesAreCountedInAPauseAndNotAtEachKey()
    {
        CodeView view;
        view.setPlainText(QStringLiteral("one\none\none\n"));
        FindBar bar(&view);
        bar.open();
        auto *edit = bar.findChild<QLineEdit *>();
        QTest::keyClicks(edit, QStringLiteral("one"));
        QCOMPARE(labels(bar), QStringList(QStringLiteral("…")));
        QTRY_COMPARE(labels(bar), QStringList(QStringLiteral("1 of 3")));
        for (const char *answer : {"2 of 3", "3 of 3", "1 of 3"}) {
            QTest::keyClick(edit, Qt::Key_Return);
            QCOMPARE(labels(bar), QStringList(QLatin1String(answer)));
        }
        for (const char *answer : {"3 of 3", "2 of 3"}) {
            QTest::keyClick(edit, Qt::Key_Return, Qt::ShiftModifier);
            QCOMPARE(labels(bar), QStringList(QLatin1String(answer)));
        }
    }

    void aLongTextIsCountedInSlicesAndWhatComesIsFound()
    {
        CodeView view;
        view.setPlainText(QStringLiteral("one\n").repeated(2 * FindBar::SliceLines + 10));
        FindBar bar(&view);
        bar.open();
        auto *edit = bar.findChild<QLineEdit *>();
        QTest::keyClicks(edit, QStringLiteral("one"));
        QTest::keyClick(edit, Qt::Key_Return, Qt::ShiftModifier);
        QTRY_COMPARE(labels(bar), QStringList(QStringLiteral("10,010 of 10,010")));
        edit->setText(QStringLiteral("two"));
        QTest::keyClicks(edit, QStringLiteral("!"));
        QCOMPARE(labels(bar), QStringList(QStringLiteral("Not found")));
        bar.setVisible(false); // behind another tab
        view.appendPlainText(QStringLiteral("two!"));
        bar.setVisible(true);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(view.textCursor().selectedText(), QStringLiteral("two!"));
        QTRY_COMPARE(labels(bar), QStringList(QStringLiteral("1 of 1")));
    }

    void theThemeFollowsTheDesktopUnlessChosen()
    {
        ThemeController theme(*qApp);
        const auto wish = [&](uint scheme) {
            theme.desktop()->noteSetting(QStringLiteral("org.freedesktop.appearance"), QStringLiteral("color-scheme"), QDBusVariant(scheme));
        };
        wish(1);
        QVERIFY(isDark(QApplication::palette()));
        wish(2);
        QVERIFY(!isDark(QApplication::palette()));
        theme.setChoice(ThemeChoice::Dark);
        QVERIFY(isDark(QApplication::palette()));
        wish(2);
        QVERIFY(isDark(QApplication::palette()));
        theme.setChoice(ThemeChoice::Light);
        QVERIFY(!isDark(QApplication::palette()));
    }

    void theDesktopsWishForLessMotionIsHeard()
    {
        ThemeController theme(*qApp, ThemeChoice::Light);
        const auto duration = [] { return QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration); };
        QVERIFY(duration() > 0);
        theme.desktop()->noteSetting(QStringLiteral("org.gnome.desktop.interface"), QStringLiteral("enable-animations"),
                                     QDBusVariant(QVariant::fromValue(QDBusVariant(false))));
        QCOMPARE(duration(), 0);
    }

    void theBadgeSaysGlyphWordAndSince()
    {
        Badge badge;
        badge.setText({Tone::Pending, QStringLiteral("reconnecting"), QStringLiteral("since 15:04:05"), QStringLiteral("Connection refused")});
        QCOMPARE(labels(badge), QStringList({QStringLiteral("◐ reconnecting"), QStringLiteral("since 15:04:05")}));
        QCOMPARE(badge.accessibleName(), QStringLiteral("reconnecting since 15:04:05"));
        QCOMPARE(badge.toolTip(), QStringLiteral("Connection refused"));
        QSignalSpy clicked(&badge, &Badge::clicked);
        QTest::mouseClick(&badge, Qt::LeftButton);
        QCOMPARE(clicked.count(), 1);
    }

    void theBadgeTakesTheThemesColours()
    {
        Badge badge;
        badge.setPalette(lightPalette());
        badge.setText({Tone::Ready, QStringLiteral("live"), {}, {}});
        const QLabel *word = badge.findChildren<QLabel *>().first();
        QCOMPARE(word->palette().color(QPalette::WindowText), toneColor(Tone::Ready, lightPalette()));
        badge.setPalette(darkPalette());
        QCOMPARE(word->palette().color(QPalette::WindowText), toneColor(Tone::Ready, darkPalette()));
    }

    void theFilterSpeaksWhenTypingPauses()
    {
        FilterField filter;
        QSignalSpy changed(&filter, &FilterField::filterChanged);
        QSignalSpy left(&filter, &FilterField::left);
        auto *edit = filter.findChild<QLineEdit *>();
        QTest::keyClicks(edit, QStringLiteral("web"));
        QCOMPARE(changed.count(), 0);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.at(0).at(0).toString(), QStringLiteral("web"));
        QCOMPARE(left.count(), 1);
        QTest::keyClick(edit, Qt::Key_Escape);
        QCOMPARE(filter.text(), QString());
        QCOMPARE(changed.count(), 2);
        QTest::keyClick(edit, Qt::Key_Escape);
        QCOMPARE(left.count(), 2);
    }

    void theFilterSaysHowManyAreLeft()
    {
        FilterField filter;
        filter.setCounts(37, 100310);
        QCOMPARE(labels(filter), QStringList());
        filter.setText(QStringLiteral("web"));
        QCOMPARE(labels(filter), QStringList(QStringLiteral("37 of 100,310")));
    }

    void slashGoesToTheFilterFromItsPageAndIsTypedInsideIt()
    {
        QWidget page;
        auto *filter = new FilterField(&page);
        auto *button = new QPushButton(QStringLiteral("x"), &page);
        filter->listenOn(&page);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Slash);
        auto *edit = filter->findChild<QLineEdit *>();
        QVERIFY(edit->hasFocus());
        QTest::keyClick(edit, Qt::Key_Slash);
        QCOMPARE(filter->text(), QStringLiteral("/"));
    }

    void anEmptyStateShowsOnlyWhatIsSaid()
    {
        EmptyState state;
        state.setText({IconName::Lock, QStringLiteral("Not allowed"), QStringLiteral("anna may not list pods"), {}, {}});
        QCOMPARE(labels(state), QStringList({QStringLiteral("Not allowed"), QStringLiteral("anna may not list pods")}));
        QVERIFY(!state.button()->isVisibleTo(&state));
        state.setText({IconName::Warning, QStringLiteral("Failed"), {}, QStringLiteral("Check the network"), QStringLiteral("Retry")});
        QSignalSpy triggered(&state, &EmptyState::actionTriggered);
        QTest::mouseClick(state.button(), Qt::LeftButton);
        QCOMPARE(triggered.count(), 1);
        QCOMPARE(test::unnamedWidgets(&state), QStringList());
    }

    void aToastLeavesUnlessItTellsOfAFailure()
    {
        QWidget ground;
        ground.resize(800, 600);
        auto *toast = new Toast(&ground);
        ground.show();
        toast->say(Tone::Ready, QStringLiteral("Scaled web to 5"), QStringLiteral("Undo"));
        QCOMPARE(toast->text(), QStringLiteral("Scaled web to 5"));
        QVERIFY(ground.rect().contains(toast->geometry()));
        QSignalSpy triggered(toast, &Toast::triggered);
        QTest::mouseClick(toast->findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(triggered.count(), 1);
        QCOMPARE(toast->text(), QString());
        toast->say(Tone::Failing, QStringLiteral("web was not scaled"));
        QCOMPARE(toast->text(), QStringLiteral("web was not scaled"));
        QCOMPARE(test::unnamedWidgets(&ground), QStringList());
        QTest::mouseClick(toast->findChild<QToolButton *>(), Qt::LeftButton);
        QVERIFY(toast->isHidden());
    }

    void aListOfFactsChangesInPlace()
    {
        KeyValueList list;
        list.setRows({{QStringLiteral("Owner"), QStringLiteral("ReplicaSet web"), {}, Tone::Neutral, QStringLiteral("rs/web"), false},
                      {QStringLiteral("Ready"), QStringLiteral("False"), {}, Tone::Failing, {}, false}});
        QPointer<QLabel> first = list.findChildren<QLabel *>().at(1);
        QVERIFY(first->focusPolicy() & Qt::TabFocus);
        QVERIFY(!(list.findChildren<QLabel *>().at(3)->focusPolicy() & Qt::TabFocus)); // nothing to do there
        QSignalSpy link(&list, &KeyValueList::linkActivated);
        Q_EMIT first->linkActivated(QStringLiteral("rs/web"));
        QCOMPARE(link.count(), 1);
        list.setRows({{QStringLiteral("Owner"), QStringLiteral("<b>not html</b>"), {}, Tone::Neutral, {}, false}});
        QCOMPARE(labels(list), QStringList({QStringLiteral("Owner"), QStringLiteral("<b>not html</b>")}));
        QCOMPARE(first->textFormat(), Qt::PlainText);
        QVERIFY(!(first->focusPolicy() & Qt::TabFocus));
    }

    void linesInHalvesAreReadDownTheOneAndThenTheOther()
    {
        const auto row = [](const char *key, const QString &value) { return KeyValue{QLatin1String(key), value, {}, Tone::Neutral, {}, false, {}}; };
        const QString much = QStringLiteral("the server was not there, and then it was\nand then not again, for as long as it was asked");
        QList<KeyValue> rows{row("Trouble", much), row("Doing", QStringLiteral("lists")), row("Error", much), row("Since", QStringLiteral("3s ago")), row("Events", QStringLiteral("0"))};
        KeyValueList list;
        list.setRows(rows);
        list.setInHalves(true);
        list.resize(560, 300);
        list.show();
        const auto placeOf = [&list](const char *key) {
            for (const QLabel *label : list.findChildren<QLabel *>()) {
                if (label->text() == QLatin1String(key))
                    return label->pos();
            }
            return QPoint(-1, -1);
        };
        QTRY_VERIFY(placeOf("Doing").y() > placeOf("Trouble").y());
        QCOMPARE(placeOf("Trouble"), QPoint(0, 0));
        QCOMPARE(placeOf("Doing").x(), 0);
        QCOMPARE(placeOf("Since").x(), 0);
        QCOMPARE(placeOf("Events").y(), placeOf("Doing").y());
        QVERIFY(placeOf("Events").x() > 200);
        QVERIFY(placeOf("Error").y() > placeOf("Since").y());
        QVERIFY(!labels(list).join(QLatin1Char(' ')).contains(QLatin1Char('\n')));
        // A line keeps its place when its value becomes shorter.
        const QPoint before = placeOf("Error");
        rows[2].value = QStringLiteral("none");
        list.setRows(rows);
        QCoreApplication::processEvents();
        QCOMPARE(placeOf("Error"), before);
        list.setInHalves(false);
        QCoreApplication::processEvents();
        for (const char *key : {"Trouble", "Doing", "Error", "Since", "Events"})
            QCOMPARE(placeOf(key).x(), 0);
        QVERIFY(placeOf("Since").y() > placeOf("Error").y());
    }

    void aShortLoadShowsNoProgress()
    {
        ProgressLine line;
        line.setRunning(true);
        QVERIFY(!line.isShowing());
        line.setRunning(false);
        QVERIFY(!line.isShowing());
        QCOMPARE(line.height(), 2);
    }

    void aSparklineSaysItsFigures()
    {
        Sparkline spark;
        for (const double value : {3.0, 412.0, 7.0})
            spark.add(value);
        QCOMPARE(spark.accessibleName(), QStringLiteral("Now 7, highest 412"));
    }

    void arrowsOfAllDirectionsAreOneMark()
    {
        OrreryStyle style;
        const auto drawn = [&style](QStyle::PrimitiveElement arrow) {
            QImage image(20, 20, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QStyleOption option;
            option.rect = image.rect();
            option.palette = QGuiApplication::palette();
            option.state = QStyle::State_Enabled;
            QPainter painter(&image);
            style.drawPrimitive(arrow, &option, &painter, nullptr);
            painter.end();
            // How much ink there is: turned, a line is smoothed otherwise.
            int ink = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    ink += 255 - qGray(image.pixel(x, y));
            }
            return ink;
        };
        const int down = drawn(QStyle::PE_IndicatorArrowDown);
        QVERIFY(down > 0);
        for (const auto arrow : {QStyle::PE_IndicatorArrowUp, QStyle::PE_IndicatorArrowLeft, QStyle::PE_IndicatorArrowRight})
            QVERIFY2(qAbs(drawn(arrow) - down) < down / 4, qPrintable(QString::number(drawn(arrow))));
    }

    void anElidedLabelKeepsItsWholeTextForReaders()
    {
        ElidedLabel label;
        label.setText(QStringLiteral("a-very-long-name-of-a-pod-that-does-not-fit"));
        label.resize(60, 20);
        QVERIFY(label.minimumSizeHint().width() < label.sizeHint().width());
        QCOMPARE(QAccessible::queryAccessibleInterface(&label)->text(QAccessible::Name), label.text());
    }
};

ORRERY_TEST(WidgetsTest)
} // namespace widgets_test
#include "widgets_test.moc"
