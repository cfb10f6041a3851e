// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/support/a11y_lint.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/widgets/diff_pane.h"
#include "ui/widgets/diff_view.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTextLayout>
#include <QToolButton>

namespace diff_view_test {

using namespace orrery;

namespace {

/// "0\n1\n…", with some lines other.
QString numbers(int count, const QMap<int, QString> &other = {})
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += other.value(i, QStringLiteral("line %1").arg(i)) + QLatin1Char('\n');
    return text;
}

QStringList shown(const DiffPane *pane)
{
    QStringList lines;
    for (QTextBlock block = pane->document()->firstBlock(); block.isValid(); block = block.next()) {
        if (block.isVisible())
            lines << block.text();
    }
    return lines;
}

} // namespace

class DiffViewTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<DiffView> m_view;

    [[nodiscard]] DiffPane *pane(const QString &name) const
    {
        for (DiffPane *one : m_view->findChildren<DiffPane *>()) {
            if (one->accessibleName() == name)
                return one;
        }
        return nullptr;
    }
    [[nodiscard]] DiffPane *left() const { return pane(QStringLiteral("Began with")); }
    [[nodiscard]] DiffPane *right() const { return pane(QStringLiteral("To be stored")); }
    [[nodiscard]] DiffPane *unified() const { return pane(QStringLiteral("Difference")); }
    void set(const QString &before, const QString &after) { m_view->setTexts({QStringLiteral("Began with"), before}, {QStringLiteral("To be stored"), after}); }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_view = std::make_unique<DiffView>();
        m_view->resize(700, 300);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    }
    void cleanup() { m_view.reset(); }

    void bothSidesStandBesideEachOtherAndUnchangedLinesAreFolded()
    {
        set(numbers(50, {{20, QStringLiteral("old")}}), numbers(50, {{20, QStringLiteral("new")}, {21, QStringLiteral("line 21\nmore")}}));
        QCOMPARE(shown(left()), (QStringList{QStringLiteral("… 17 line(s) unchanged"), QStringLiteral("line 17"), QStringLiteral("line 18"), QStringLiteral("line 19"),
                                             QStringLiteral("old"), QStringLiteral("line 21"), QString(), QStringLiteral("line 22"), QStringLiteral("line 23"),
                                             QStringLiteral("line 24"), QStringLiteral("… 25 line(s) unchanged")}));
        QCOMPARE(shown(right())[4], QStringLiteral("new"));
        QCOMPARE(shown(right())[6], QStringLiteral("more"));
        QCOMPARE(left()->blockCount(), right()->blockCount());
        QCOMPARE(left()->rows()[22].left, 22);
        QCOMPARE(m_view->summary(), QStringLiteral("2 change(s): +2 −1"));
    }
    void gapsAreFaint()
    {
        for (int round = 0; round < 2; ++round) {
            set(numbers(50, {{20, QStringLiteral("old")}}), numbers(50, {{20, QStringLiteral("new")}}));
            QCoreApplication::processEvents();
            for (const DiffPane *one : {left(), right()}) {
                for (int row = 0; row < one->rows().size(); ++row) {
                    QTextCursor end(one->document()->findBlockByNumber(row));
                    end.movePosition(QTextCursor::EndOfBlock);
                    QCOMPARE(end.charFormat().hasProperty(QTextFormat::ForegroundBrush), one->rows()[row].kind == DiffRow::Kind::Gap);
                }
            }
        }
    }
    void gapsAreFaintInAnotherThemeToo()
    {
        set(numbers(50, {{20, QStringLiteral("old")}}), numbers(50, {{20, QStringLiteral("new")}}));
        QCoreApplication::processEvents();
        QPalette other = m_view->palette();
        other.setColor(QPalette::PlaceholderText, Qt::red);
        other.setColor(QPalette::Text, Qt::black);
        m_view->setPalette(other);
        QCoreApplication::processEvents();
        for (DiffPane *one : {left(), right()}) {
            const QImage image = one->viewport()->grab().toImage();
            int red = 0;
            for (int y = 0; y < one->fontMetrics().height(); ++y) { // the first line is a gap
                for (int x = 0; x < image.width(); ++x)
                    red += image.pixelColor(x, y).red() > 200 && image.pixelColor(x, y).green() < 100 ? 1 : 0;
            }
            QVERIFY(red > 0);
        }
    }
    void aFormThatIsShownAgainLaysOutNothing()
    {
        set(numbers(200, {{100, QStringLiteral("old")}}), numbers(200, {{100, QStringLiteral("new")}}));
        QTRY_VERIFY(left()->isFilled() && right()->isFilled());
        m_view->setForm(DiffView::Form::Unified);
        m_view->setForm(DiffView::Form::SideBySide);
        QCoreApplication::processEvents();
        struct Widths final : QObject {
            bool eventFilter(QObject *, QEvent *event) override
            {
                const auto *resized = event->type() == QEvent::Resize ? static_cast<QResizeEvent *>(event) : nullptr;
                changes += resized && resized->size().width() != resized->oldSize().width() ? 1 : 0;
                return false;
            }
            int changes = 0;
        } widths;
        for (DiffPane *one : {left(), right(), unified()})
            one->viewport()->installEventFilter(&widths);
        for (const DiffView::Form form : {DiffView::Form::Unified, DiffView::Form::SideBySide}) {
            m_view->setForm(form);
            QCoreApplication::processEvents();
        }
        QCOMPARE(widths.changes, 0);
    }
    void equalTextsSaySo()
    {
        set(numbers(5), numbers(5));
        QCOMPARE(m_view->summary(), QStringLiteral("No difference"));
        QCOMPARE(shown(right()), QStringList{QStringLiteral("… 5 line(s) unchanged")});
        set(QString(), QString());
        QCOMPARE(m_view->summary(), QStringLiteral("No difference"));
    }
    void aNewTextIsAllAdded()
    {
        set(QString(), QStringLiteral("a\nb\n"));
        QCOMPARE(m_view->summary(), QStringLiteral("1 change(s): +2 −0"));
        QCOMPARE(shown(right()), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    }
    void oneColumnHasRemovedLinesBeforeAddedOnes()
    {
        set(QStringLiteral("a\nimage: web:1\nc\n"), QStringLiteral("a\nimage: web:2\nc\n"));
        m_view->setForm(DiffView::Form::Unified);
        QVERIFY(unified()->isVisible() && !left()->isVisible());
        QCOMPARE(shown(unified()), (QStringList{QStringLiteral("a"), QStringLiteral("image: web:1"), QStringLiteral("image: web:2"), QStringLiteral("c")}));
        QCOMPARE(unified()->rows()[2].kind, DiffRow::Kind::Added);
        QCOMPARE(unified()->rows()[2].words, (QList<TextSpan>{{11, 1}}));
        QCOMPARE(unified()->rows()[3].right, 3);
    }
    void aGapOpensOnBothSidesAtReturnOrAClick()
    {
        set(numbers(60, {{30, QStringLiteral("old")}}), numbers(60, {{30, QStringLiteral("new")}}));
        QCOMPARE(shown(left()).size(), 9);
        right()->setFocus();
        right()->moveCursor(QTextCursor::Start);
        QTest::keyClick(right(), Qt::Key_Return);
        QCOMPARE(shown(right()).size(), 8 + 27);
        QCOMPARE(shown(left()), shown(right()).replaceInStrings(QStringLiteral("new"), QStringLiteral("old")));
        QVERIFY(right()->verticalScrollBar()->maximum() > 0);
        const QTextBlock gap = left()->document()->findBlockByNumber(left()->rows().size() - 27);
        QCOMPARE(left()->rows()[gap.blockNumber()].kind, DiffRow::Kind::Gap);
        left()->goToRow(gap.blockNumber());
        QTest::mouseClick(left()->viewport(), Qt::LeftButton, {}, left()->cursorRect().center() + QPoint(20, 0));
        QCOMPARE(shown(left()).size(), 60);
        QCOMPARE(shown(right()).size(), 60);
    }
    void whatASearchFindsInAGapIsShown()
    {
        set(numbers(60, {{30, QStringLiteral("old")}}), numbers(60, {{30, QStringLiteral("new")}}));
        m_view->setFocus();
        m_view->openFind();
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("line 50"));
        QCOMPARE(right()->textCursor().selectedText(), QStringLiteral("line 50"));
        QVERIFY(right()->textCursor().block().isVisible());
        QVERIFY(shown(left()).contains(QStringLiteral("line 50")));
        QVERIFY(m_view->closeNearest());
        QVERIFY(!m_view->closeNearest());
        QVERIFY(right()->hasFocus());
    }
    void f7GoesFromChangeToChange_data()
    {
        QTest::addColumn<DiffView::Form>("form");
        QTest::newRow("unified") << DiffView::Form::Unified;
        QTest::newRow("side by side") << DiffView::Form::SideBySide;
    }
    void f7GoesFromChangeToChange()
    {
        QFETCH(DiffView::Form, form);
        set(numbers(90, {{10, QStringLiteral("old")}, {80, QStringLiteral("old")}}), numbers(90, {{10, QStringLiteral("new")}, {50, QStringLiteral("line 50\nmore")}, {80, QStringLiteral("new")}}));
        m_view->setForm(form);
        m_view->setFocus();
        auto *pane = qobject_cast<DiffPane *>(QApplication::focusWidget());
        QVERIFY(pane);
        QStringList seen;
        for (int i = 0; i < 4; ++i) {
            QTest::keyClick(pane, Qt::Key_F7);
            seen << pane->textCursor().block().text();
        }
        const QString first = form == DiffView::Form::Unified ? QStringLiteral("old") : QStringLiteral("new");
        QCOMPARE(seen, (QStringList{first, QStringLiteral("more"), first, first}));
        QTest::keyClick(pane, Qt::Key_F7, Qt::ShiftModifier);
        QTest::keyClick(pane, Qt::Key_F7, Qt::ShiftModifier);
        QCOMPARE(pane->textCursor().block().text(), QStringLiteral("more"));
        QCOMPARE(pane->accessibleDescription(), QStringLiteral("Added"));
    }
    void theSidesScrollTogetherToTheirEnd()
    {
        const QString wide(400, QLatin1Char('x'));
        QMap<int, QString> all;
        for (int i = 0; i < 100; ++i)
            all[i] = QStringLiteral("other %1").arg(i);
        set(numbers(100), numbers(100, all) + wide);
        QCoreApplication::processEvents();
        left()->verticalScrollBar()->setValue(left()->verticalScrollBar()->maximum());
        QCOMPARE(left()->verticalScrollBar()->value(), left()->verticalScrollBar()->maximum());
        QCOMPARE(right()->verticalScrollBar()->value(), right()->verticalScrollBar()->maximum());
        QCOMPARE(right()->verticalScrollBar()->maximum(), left()->verticalScrollBar()->maximum());
    }
    void manyLinesAreFilledInOverSomeTurns()
    {
        set(numbers(20000, {{10, QStringLiteral("old")}}), numbers(20000, {{10, QStringLiteral("new")}, {19000, QStringLiteral("late")}}));
        for (const DiffPane *one : {left(), right()}) {
            QVERIFY(!one->isFilled());
            QVERIFY(one->blockCount() <= DiffPane::RowsATurn);
        }
        QCOMPARE(shown(right())[4], QStringLiteral("new"));
        QCOMPARE(right()->textCursor().position(), 0);
        QVERIFY(!right()->textCursor().hasSelection());
        QTRY_VERIFY(left()->isFilled() && right()->isFilled());
        QCOMPARE(right()->blockCount(), right()->rows().size());
        QCOMPARE(right()->document()->lastBlock().text(), right()->rows().last().text);
        QCOMPARE(shown(right()).size(), 3 + 2 * 7); // three gaps, and what stands about two changes
        QCOMPARE(right()->verticalScrollBar()->maximum(), left()->verticalScrollBar()->maximum());
    }
    void whatIsNotFilledInYetCanBeGoneTo()
    {
        set(numbers(20000, {{19000, QStringLiteral("old")}}), numbers(20000, {{19000, QStringLiteral("new")}}));
        QVERIFY(!right()->isFilled());
        m_view->goToNextChange();
        QCOMPARE(right()->textCursor().block().text(), QStringLiteral("new"));
        QVERIFY(right()->textCursor().block().isVisible());
        right()->openGap(0);
        QVERIFY(shown(left()).contains(QStringLiteral("line 18000")));
        set(numbers(3), numbers(3));
        QTRY_COMPARE(right()->blockCount(), right()->rows().size());
    }
    void onlyTheLinesThemselvesAreCopied()
    {
        set(numbers(30, {{15, QStringLiteral("old")}}), numbers(30, {{15, QStringLiteral("new\nmore")}}));
        left()->selectAll();
        left()->copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), numbers(30, {{15, QStringLiteral("old")}}).trimmed());
    }
    void itIsReadWithoutColoursAndByScreenReaders()
    {
        set(QStringLiteral("a\n"), QStringLiteral("b\nc\n"));
        QStringList said;
        for (const QLabel *label : m_view->findChildren<QLabel *>()) {
            said << label->text();
            if (label->text().startsWith(QLatin1Char('1')))
                QCOMPARE(label->accessibleName(), QStringLiteral("1 change(s): 2 line(s) added, 1 line(s) removed"));
        }
        QVERIFY(said.contains(QStringLiteral("− Began with")));
        QVERIFY(said.contains(QStringLiteral("+ To be stored")));
        QCOMPARE(orrery::test::unnamedWidgets(m_view.get()), QStringList());
        const QImage before = m_view->grab().toImage();
        set(QStringLiteral("b\n"), QStringLiteral("b\n"));
        QVERIFY(m_view->grab().toImage() != before);
    }
};

ORRERY_TEST(DiffViewTest)
} // namespace diff_view_test
#include "diff_view_test.moc"
