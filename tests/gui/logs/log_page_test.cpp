// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/support/a11y_lint.h"
#include "tests/gui/support/fake_ports.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/views/logs/log_page.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/code_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolButton>

namespace log_page_test {

using namespace orrery;
using namespace orrery::test;
using State = kube::LogChunk::State;

class LogPageTest : public QObject
{
    Q_OBJECT

    std::shared_ptr<kube::test::ManualTime> m_time;
    std::unique_ptr<FakeLogs> m_logs;
    std::unique_ptr<LogPage> m_page;

    void open(const QStringList &containers = {QStringLiteral("app"), QStringLiteral("sidecar")}, const QString &container = QStringLiteral("app"))
    {
        m_page = std::make_unique<LogPage>(QStringLiteral("prod-eu"), *m_logs, m_time, kube::ObjectKey{"shop", "web-1"}, containers, container);
        m_page->resize(700, 400);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_time->run();
    }
    void lines(const QByteArray &text)
    {
        m_logs->lines(text);
        m_time->run();
    }
    /// Lines "line FIRST" … "line LAST".
    void count(int first, int last)
    {
        QByteArray text;
        for (int i = first; i <= last; ++i)
            text += "line " + QByteArray::number(i) + '\n';
        lines(text);
    }
    void state(State state, std::optional<kube::Error> reason = {})
    {
        m_logs->state(state, std::move(reason));
        m_time->run();
    }
    [[nodiscard]] CodeView *view() const { return m_page->findChild<CodeView *>(); }
    [[nodiscard]] QScrollBar *scroll() const { return view()->verticalScrollBar(); }
    [[nodiscard]] QComboBox *containers() const { return m_page->findChild<QComboBox *>(); }
    [[nodiscard]] QString badge() const { return m_page->findChild<Badge *>()->text().word; }
    [[nodiscard]] bool follows() const { return named<QToolButton>(QStringLiteral("Follow"))->isChecked(); }
    template <typename T>
    [[nodiscard]] T *named(const QString &name) const
    {
        for (T *one : m_page->findChildren<T *>()) {
            if (QAccessible::queryAccessibleInterface(one)->text(QAccessible::Name) == name)
                return one;
        }
        qFatal("there is no %s", qPrintable(name));
        return nullptr;
    }
    [[nodiscard]] QString words() const
    {
        QStringList texts;
        for (const QLabel *label : m_page->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts << label->text() << label->toolTip();
        }
        return texts.join(QLatin1Char('\n'));
    }
    [[nodiscard]] QString topLine() const { return view()->cursorForPosition(QPoint(2, 2)).block().text(); }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_time = std::make_shared<kube::test::ManualTime>();
        m_logs = std::make_unique<FakeLogs>();
    }
    void cleanup()
    {
        m_page.reset();
        QCOMPARE(m_logs->following, 0); // the stream ends with the page
        m_time->run();
    }

    void itFollowsTheContainerAskedFor()
    {
        open({QStringLiteral("app"), QStringLiteral("sidecar")}, QStringLiteral("sidecar"));
        QCOMPARE(m_logs->requests.size(), std::size_t(1));
        const kube::LogRequest &request = m_logs->requests[0];
        QCOMPARE(request.pod, (kube::ObjectKey{"shop", "web-1"}));
        QCOMPARE(request.container, std::string("sidecar"));
        QVERIFY(request.follow && !request.previous && !request.timestamps);
        QCOMPARE(m_page->title(), QStringLiteral("Log web-1"));
    }

    void linesArriveAsTheyAreAndTheBadgeSaysLive()
    {
        open();
        QCOMPARE(badge(), QStringLiteral("connecting")); // from the first moment
        lines("one\n\ntwo\n");
        lines("three\n");
        QCOMPARE(view()->toPlainText(), QStringLiteral("one\n\ntwo\nthree"));
        QCOMPARE(badge(), QStringLiteral("live"));
    }

    void colourCodesOfTerminalsAreLeftOut()
    {
        open();
        lines("\x1b[31mred\x1b[0m \x1b]0;title\x07plain\n");
        QCOMPARE(view()->toPlainText(), QStringLiteral("red plain"));
    }

    void theNewestLineStaysInView()
    {
        open();
        count(1, 300);
        QVERIFY(scroll()->maximum() > 0);
        QCOMPARE(scroll()->value(), scroll()->maximum());
        count(301, 400);
        QCOMPARE(scroll()->value(), scroll()->maximum());
    }

    void scrollingUpStopsFollowingAndTheEndFollowsAgain()
    {
        open();
        count(1, 300);
        scroll()->triggerAction(QAbstractSlider::SliderPageStepSub);
        QVERIFY(!follows());
        const QString top = topLine();
        count(301, 400);
        QCOMPARE(topLine(), top);
        scroll()->triggerAction(QAbstractSlider::SliderToMaximum);
        QVERIFY(follows());
        count(401, 450);
        QCOMPARE(scroll()->value(), scroll()->maximum());
    }

    void theFollowButtonGoesToTheEnd()
    {
        open();
        count(1, 300);
        scroll()->triggerAction(QAbstractSlider::SliderToMinimum);
        QVERIFY(!follows());
        named<QToolButton>(QStringLiteral("Follow"))->click();
        QCOMPARE(scroll()->value(), scroll()->maximum());
    }

    void whatTheSearchFoundStaysInViewWhileLinesArrive()
    {
        open();
        count(1, 300);
        QTest::keyClick(view(), Qt::Key_F, Qt::ControlModifier);
        auto *field = named<QLineEdit>(QStringLiteral("Search text"));
        QVERIFY(field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("line 120"));
        QCOMPARE(view()->textCursor().selectedText(), QStringLiteral("line 120"));
        const QString top = topLine();
        count(301, 600);
        QCOMPARE(topLine(), top);
        QCOMPARE(view()->textCursor().selectedText(), QStringLiteral("line 120"));
        QVERIFY(!follows());
    }

    void searchGoesOnWithReturnAndSaysWhenThereIsNothing()
    {
        open();
        lines("a one\nb one\nc\n");
        m_page->focusFilter();
        auto *field = named<QLineEdit>(QStringLiteral("Search text"));
        QTest::keyClicks(field, QStringLiteral("one"));
        const int first = view()->textCursor().blockNumber();
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(view()->textCursor().blockNumber() != first);
        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(view()->textCursor().blockNumber(), first);
        QTest::keyClicks(field, QStringLiteral("zzz"));
        QVERIFY(words().contains(QStringLiteral("Not found")));
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!field->isVisible());
        QVERIFY(!m_page->closeNearest());
    }

    void searchBeginsAtWhatIsInViewAndStaysAtItsMatchWhileItIsTyped()
    {
        open();
        QByteArray text;
        for (int i = 0; i < 400; ++i)
            text += (i % 7 == 0 ? "WARN line " : "INFO line ") + QByteArray::number(i) + '\n';
        lines(text);
        scroll()->setValue(100);
        m_page->focusFilter();
        auto *field = named<QLineEdit>(QStringLiteral("Search text"));
        for (const char letter : {'W', 'A', 'R', 'N'}) {
            QTest::keyClick(field, letter);
            QCOMPARE(view()->textCursor().block().text(), QStringLiteral("WARN line 105"));
        }
        QTRY_VERIFY2(words().contains(QStringLiteral("16 of 58")), qPrintable(words()));
        QTest::keyClick(field, Qt::Key_Backspace);
        QCOMPARE(view()->textCursor().block().text(), QStringLiteral("WARN line 105"));
    }

    void theNextAndPreviousMatchAreOneKeyOrButtonAway()
    {
        open();
        lines("a one\nb one\nc one\n");
        m_page->focusFilter();
        QVERIFY(!named<QToolButton>(QStringLiteral("Next match"))->isEnabled());
        QTest::keyClicks(named<QLineEdit>(QStringLiteral("Search text")), QStringLiteral("one"));
        QTRY_VERIFY2(words().contains(QStringLiteral("1 of 3")), qPrintable(words()));
        named<QToolButton>(QStringLiteral("Next match"))->click();
        QVERIFY2(words().contains(QStringLiteral("2 of 3")), qPrintable(words()));
        QTest::keyClick(view(), Qt::Key_F3);
        QVERIFY2(words().contains(QStringLiteral("3 of 3")), qPrintable(words()));
        QTest::keyClick(view(), Qt::Key_F3, Qt::ShiftModifier);
        named<QToolButton>(QStringLiteral("Previous match"))->click();
        QVERIFY2(words().contains(QStringLiteral("1 of 3")), qPrintable(words()));
        lines("d one\n");
        QTRY_VERIFY2(words().contains(QStringLiteral("1 of 4")), qPrintable(words()));
    }

    void everyMatchInViewIsMarkedAndTheCurrentOneMore()
    {
        open();
        lines("one\ntwo\none\n");
        const auto ground = [&](int line) {
            const QTextBlock block = view()->document()->findBlockByNumber(line);
            const QRect at = view()->cursorRect(QTextCursor(block));
            return view()->viewport()->grab().toImage().pixelColor(at.left() + 2, at.bottom() - 1);
        };
        const QColor plain = ground(1);
        m_page->focusFilter();
        QTest::keyClicks(named<QLineEdit>(QStringLiteral("Search text")), QStringLiteral("one"));
        QVERIFY(ground(2) != plain);
        QVERIFY(ground(0) != plain && ground(0) != ground(2));
        QCOMPARE(ground(1), plain);
        QVERIFY(m_page->closeNearest());
        QCOMPARE(ground(2), plain);
    }

    void inANarrowWindowNothingOfTheHeadIsCut()
    {
        open();
        for (const int width : {700, 400, 230, 700}) {
            m_page->resize(width, 300);
            QCoreApplication::processEvents();
            for (const QString &name : {QStringLiteral("Previous"), QStringLiteral("Timestamps")}) {
                QWidget *box = named<QCheckBox>(name);
                QVERIFY2(box->width() >= box->sizeHint().width(), qPrintable(name));
                QVERIFY2(m_page->rect().contains(QRect(box->mapTo(m_page.get(), QPoint()), box->size())), qPrintable(name));
            }
            QVERIFY(containers()->width() >= containers()->sizeHint().width());
            QWidget *search = named<QToolButton>(QStringLiteral("Search log"));
            QVERIFY(m_page->rect().contains(QRect(search->mapTo(m_page.get(), QPoint()), search->size())));
        }
    }

    void anotherContainerBeginsAnew()
    {
        open();
        lines("of app\n");
        containers()->setCurrentText(QStringLiteral("sidecar"));
        m_time->run();
        QCOMPARE(m_logs->requests.back().container, std::string("sidecar"));
        QCOMPARE(m_logs->following, 1);
        QCOMPARE(view()->toPlainText(), QString());
        lines("of sidecar\n");
        QCOMPARE(view()->toPlainText(), QStringLiteral("of sidecar"));
    }

    void thePreviousRunIsReadOnceAndEnds()
    {
        open();
        lines("now\n");
        named<QCheckBox>(QStringLiteral("Previous"))->click();
        m_time->run();
        QVERIFY(m_logs->requests.back().previous);
        QVERIFY(!m_logs->requests.back().follow);
        lines("before\n");
        state(State::Ended);
        QCOMPARE(view()->toPlainText(), QStringLiteral("before"));
        QCOMPARE(badge(), QStringLiteral("ended"));
    }

    void timestampsAreAskedOfTheServer()
    {
        open();
        named<QCheckBox>(QStringLiteral("Timestamps"))->click();
        QVERIFY(m_logs->requests.back().timestamps);
    }

    void aLogThatEndsKeepsItsLines()
    {
        open();
        lines("last words\n");
        state(State::Ended);
        QCOMPARE(badge(), QStringLiteral("ended"));
        QCOMPARE(view()->toPlainText(), QStringLiteral("last words"));
    }

    void aCutSaysSoAndKeepsWhatIsThere()
    {
        open();
        lines("one\n");
        state(State::Reconnecting, kube::Error::transport(QStringLiteral("connection reset by peer")));
        QCOMPARE(badge(), QStringLiteral("reconnecting"));
        QVERIFY(m_page->findChild<Badge *>()->toolTip().contains(QStringLiteral("connection reset by peer")));
        lines("two\n");
        QCOMPARE(badge(), QStringLiteral("live"));
        QCOMPARE(view()->toPlainText(), QStringLiteral("one\ntwo"));
    }

    void whyThereAreNoLinesYetIsSaid()
    {
        open();
        const QString server = QStringLiteral("container \"app\" in pod \"web-1\" is waiting to start: ContainerCreating");
        state(State::Reconnecting, serverError(400, "BadRequest", server));
        QVERIFY2(words().contains(server), qPrintable(words()));
        lines("started\n");
        QVERIFY2(!words().contains(server), qPrintable(words()));
    }

    void anErrorStandsInTheServersWords()
    {
        open();
        const QString server = QStringLiteral("container \"app\" in pod \"web-1\" is waiting to start: trying and failing to pull image");
        state(State::Failed, serverError(400, "BadRequest", server));
        QCOMPARE(badge(), QStringLiteral("failed"));
        QVERIFY2(words().contains(server), qPrintable(words()));
    }

    void aLongErrorDoesNotWidenTheWindow()
    {
        open();
        const int before = m_page->minimumSizeHint().width();
        state(State::Failed, serverError(403, "Forbidden", QStringLiteral("pods \"web-1\" is forbidden: ").repeated(20)));
        QVERIFY(m_page->minimumSizeHint().width() <= std::max(before, 640));
        QVERIFY(words().contains(QStringLiteral("is forbidden: pods")));
    }

    void theOldestLinesLeaveAndItSaysSo()
    {
        open();
        count(1, LogPage::LinesKept + 500);
        QCOMPARE(view()->blockCount(), LogPage::LinesKept);
        QVERIFY2(words().contains(QStringLiteral("50,000")), qPrintable(words()));
        QVERIFY(view()->toPlainText().endsWith(QStringLiteral("line %1").arg(LogPage::LinesKept + 500)));
    }

    void whatIsReadStaysInViewWhileTheOldestLeave()
    {
        open();
        count(1, LogPage::LinesKept);
        scroll()->setValue(scroll()->maximum() / 2);
        scroll()->triggerAction(QAbstractSlider::SliderSingleStepSub);
        QVERIFY(!follows());
        const QString top = topLine();
        count(LogPage::LinesKept + 1, LogPage::LinesKept + 700);
        QCOMPARE(topLine(), top);
    }

    void linesWrapOnRequest()
    {
        open();
        QCOMPARE(view()->lineWrapMode(), QPlainTextEdit::NoWrap);
        named<QToolButton>(QStringLiteral("Wrap lines"))->click();
        QCOMPARE(view()->lineWrapMode(), QPlainTextEdit::WidgetWidth);
    }

    void everythingHasAName()
    {
        open();
        m_page->focusFilter();
        QCOMPARE(unnamedWidgets(m_page.get()).join(QLatin1Char('\n')), QString());
    }
};

ORRERY_TEST(LogPageTest)
} // namespace log_page_test
#include "log_page_test.moc"
