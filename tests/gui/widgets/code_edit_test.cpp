// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/support/a11y_lint.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/yaml_highlighter.h"

#include <QLineEdit>
#include <QMimeData>
#include <QScrollBar>
#include <QShortcut>
#include <QToolTip>
#include <QVBoxLayout>

namespace code_edit_test {

using namespace orrery;

namespace {

/// The place of the bar in a text, which is taken out.
QString withoutBar(QString text, qsizetype &at)
{
    at = text.indexOf(QLatin1Char('|'));
    return text.remove(at, 1);
}

class Pasted : public CodeEdit
{
public:
    using CodeEdit::insertFromMimeData;
};

} // namespace

class CodeEditTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<QWidget> m_window;
    CodeEdit *m_edit = nullptr;
    QLineEdit *m_next = nullptr;

    /// The cursor where the bar is.
    void write(const QString &text)
    {
        qsizetype at = 0;
        m_edit->setPlainText(withoutBar(text, at));
        QTextCursor cursor(m_edit->document());
        cursor.setPosition(static_cast<int>(at));
        m_edit->setTextCursor(cursor);
    }
    [[nodiscard]] QString text() const { return m_edit->toPlainText(); }
    [[nodiscard]] QString textWithBar() const { return text().insert(m_edit->textCursor().position(), QLatin1Char('|')); }
    void select(int from, int to) const
    {
        QTextCursor cursor(m_edit->document());
        cursor.setPosition(from);
        cursor.setPosition(to, QTextCursor::KeepAnchor);
        m_edit->setTextCursor(cursor);
    }
    [[nodiscard]] int line() const { return m_edit->textCursor().blockNumber() + 1; }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(500, 300);
        auto *layout = new QVBoxLayout(m_window.get());
        m_edit = new CodeEdit(m_window.get());
        m_edit->setAccessibleName(QStringLiteral("YAML"));
        m_next = new QLineEdit(m_window.get());
        m_next->setAccessibleName(QStringLiteral("Next"));
        layout->addWidget(m_edit);
        layout->addWidget(m_next);
        new YamlHighlighter(m_edit->document());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_edit->setFocus();
    }
    void cleanup() { m_window.reset(); }

    void returnIndentsAsTheLineBeforeAsksFor_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("a value") << "spec:\n  replicas: 3|" << "spec:\n  replicas: 3\n  |";
        QTest::newRow("a key") << "  template:|" << "  template:\n    |";
        QTest::newRow("a key with a comment") << "spec: # all of it|" << "spec: # all of it\n  |";
        QTest::newRow("a comment that ends in a colon") << "  # note:|" << "  # note:\n  |";
        QTest::newRow("an entry of keys") << "  - name: web|" << "  - name: web\n    |";
        QTest::newRow("an entry that opens") << "- env:|" << "- env:\n    |";
        QTest::newRow("an entry of words") << "  - --verbose|" << "  - --verbose\n  |";
        QTest::newRow("a place in the net") << "  - http://web:80/|" << "  - http://web:80/\n  |";
        QTest::newRow("the middle of a line") << "  a: b|  c" << "  a: b\n  |c";
        QTest::newRow("a line's beginning") << "|  a: b" << "\n|  a: b";
        QTest::newRow("the spaces of a line") << "a:\n  |  b: c" << "a:\n\n  |  b: c";
    }
    void returnIndentsAsTheLineBeforeAsksFor()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        write(before);
        QTest::keyClick(m_edit, Qt::Key_Return);
        QCOMPARE(textWithBar(), after);
        m_edit->undo();
        qsizetype at = 0;
        QCOMPARE(text(), withoutBar(before, at));
    }
    void returnOpensABlockOfTextAndKeepsItsIndentation()
    {
        m_edit->setPlainText(QStringLiteral("run: |"));
        m_edit->moveCursor(QTextCursor::End);
        for (const char *line : {"", "if: then:", "done"}) {
            QTest::keyClicks(m_edit, QString::fromLatin1(line));
            QTest::keyClick(m_edit, Qt::Key_Return);
        }
        QCOMPARE(text(), QStringLiteral("run: |\n  if: then:\n  done\n  "));
    }

    void tabAndBacktabMoveByALevel()
    {
        write(QStringLiteral("a:\n|b: c"));
        QTest::keyClick(m_edit, Qt::Key_Tab);
        QCOMPARE(textWithBar(), QStringLiteral("a:\n  |b: c"));
        QTest::keyClick(m_edit, Qt::Key_Tab, Qt::ShiftModifier);
        QCOMPARE(textWithBar(), QStringLiteral("a:\n|b: c"));
        QTest::keyClick(m_edit, Qt::Key_Tab, Qt::ShiftModifier);
        QCOMPARE(text(), QStringLiteral("a:\nb: c"));
    }
    void tabMovesAllLinesOfASelectionAndTheyStaySelected()
    {
        m_edit->setPlainText(QStringLiteral("a: 1\n\n  b: 2\nc: 3"));
        select(1, 12);
        QTest::keyClick(m_edit, Qt::Key_Tab);
        QCOMPARE(text(), QStringLiteral("  a: 1\n\n    b: 2\nc: 3"));
        QVERIFY(m_edit->textCursor().hasSelection());
        QTest::keyClick(m_edit, Qt::Key_Tab, Qt::ShiftModifier);
        QTest::keyClick(m_edit, Qt::Key_Tab, Qt::ShiftModifier);
        QCOMPARE(text(), QStringLiteral("a: 1\n\nb: 2\nc: 3"));
        m_edit->undo();
        m_edit->undo();
        m_edit->undo();
        QCOMPARE(text(), QStringLiteral("a: 1\n\n  b: 2\nc: 3"));
    }
    void afterControlMTabLeavesTheField()
    {
        write(QStringLiteral("a|"));
        QSignalSpy told(m_edit, &CodeEdit::tabKeyChanged);
        QTest::keyClick(m_edit, Qt::Key_M, Qt::ControlModifier);
        QCOMPARE(told.count(), 1);
        QTest::keyClick(m_edit, Qt::Key_Tab);
        QVERIFY(m_next->hasFocus());
        QTest::keyClick(m_next, Qt::Key_Tab, Qt::ShiftModifier);
        QVERIFY(m_edit->hasFocus());
        QCOMPARE(text(), QStringLiteral("a"));
        QTest::keyClick(m_edit, Qt::Key_M, Qt::ControlModifier);
        QTest::keyClick(m_edit, Qt::Key_Tab);
        QCOMPARE(text(), QStringLiteral("a "));
    }

    void controlSlashCommentsTheLinesAndTakesCommentsAway()
    {
        m_edit->setPlainText(QStringLiteral("  a:\n    b: 1\n\n  c: 2"));
        m_edit->selectAll();
        QTest::keyClick(m_edit, Qt::Key_Slash, Qt::ControlModifier);
        QCOMPARE(text(), QStringLiteral("  # a:\n  #   b: 1\n\n  # c: 2"));
        QTest::keyClick(m_edit, Qt::Key_Slash, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(text(), QStringLiteral("  a:\n    b: 1\n\n  c: 2"));
    }
    void backspaceTakesALevelInTheIndentationAndACharacterElsewhere()
    {
        write(QStringLiteral("     |a: b"));
        QTest::keyClick(m_edit, Qt::Key_Backspace);
        QCOMPARE(textWithBar(), QStringLiteral("    |a: b"));
        QTest::keyClick(m_edit, Qt::Key_Backspace);
        QCOMPARE(textWithBar(), QStringLiteral("  |a: b"));
        write(QStringLiteral("  a:  |b"));
        QTest::keyClick(m_edit, Qt::Key_Backspace);
        QCOMPARE(textWithBar(), QStringLiteral("  a: |b"));
    }
    void pastedTabsBecomeSpaces()
    {
        Pasted edit;
        QMimeData data;
        data.setText(QStringLiteral("a:\r\n\tb: c\r\n"));
        edit.insertFromMimeData(&data);
        QCOMPARE(edit.toPlainText(), QStringLiteral("a:\n  b: c\n"));
    }

    void aReplacedTextIsOneStepAndTheCursorStaysInItsLine()
    {
        write(QStringLiteral("a: 1\nb: 2\nc: |3\nd: 4"));
        m_edit->replaceText(QStringLiteral("new: 0\na: 1\nc: 3\nd: 5\ne: 6"));
        QCOMPARE(textWithBar(), QStringLiteral("new: 0\na: 1\nc: |3\nd: 5\ne: 6"));
        m_edit->undo();
        QCOMPARE(text(), QStringLiteral("a: 1\nb: 2\nc: 3\nd: 4"));
        QVERIFY(!m_edit->document()->isUndoAvailable());
        m_edit->redo();
        QCOMPARE(text(), QStringLiteral("new: 0\na: 1\nc: 3\nd: 5\ne: 6"));
    }
    void anyTextReplacesAnyOther()
    {
        const QStringList texts{QString(), QStringLiteral("a"), QStringLiteral("a\n"), QStringLiteral("\na"), QStringLiteral("a\nb\nc"), QStringLiteral("b"),
                                QStringLiteral("c\nb\na\n"), QStringLiteral("\n\n"), QStringLiteral("aa\nbb\n\ncc")};
        for (const QString &before : texts) {
            for (const QString &after : texts) {
                m_edit->setPlainText(before);
                m_edit->replaceText(after);
                QCOMPARE(text(), after);
                m_edit->undo();
                QCOMPARE(text(), before);
            }
        }
    }
    void theViewStaysWhereItIsWhenLinesAboveItAreReplaced()
    {
        QStringList lines;
        for (int i = 0; i < 300; ++i)
            lines << QStringLiteral("k%1: v").arg(i);
        m_edit->setPlainText(lines.join(QLatin1Char('\n')));
        m_edit->verticalScrollBar()->setValue(150);
        lines[3] = QStringLiteral("k3: w");
        lines[280] = QStringLiteral("k280: w");
        m_edit->replaceText(lines.join(QLatin1Char('\n')));
        QCOMPARE(m_edit->verticalScrollBar()->value(), 150);
        QCOMPARE(line(), 1);
    }

    void marksAreGoneThroughByF8AndSaid()
    {
        m_edit->setPlainText(QStringLiteral("kind: Foo\nspec:\n  replica: 3\n  image: 7"));
        m_edit->setMarks({{4, 10, 1, Tone::Failing, QStringLiteral("image is a string."), {}},
                          {3, 3, 7, Tone::Pending, QStringLiteral("Unknown field replica."), QStringLiteral("Did you mean replicas?")}});
        QTest::keyClick(m_edit, Qt::Key_F8);
        QCOMPARE(line(), 3);
        QCOMPARE(m_edit->textCursor().positionInBlock(), 2);
        QCOMPARE(m_edit->accessibleDescription(), QStringLiteral("Unknown field replica. Did you mean replicas?"));
        QTest::keyClick(m_edit, Qt::Key_F8);
        QCOMPARE(line(), 4);
        QTest::keyClick(m_edit, Qt::Key_F8);
        QCOMPARE(line(), 3);
        QTest::keyClick(m_edit, Qt::Key_F8, Qt::ShiftModifier);
        QCOMPARE(line(), 4);
        m_edit->goTo(1, 1);
        QCOMPARE(m_edit->accessibleDescription(), QString());
    }
    void theWindowsOwnF8WaitsWhileSomebodyWrites()
    {
        QShortcut windows(QKeySequence(Qt::Key_F8), m_window.get());
        QSignalSpy taken(&windows, &QShortcut::activated);
        QTest::keyClick(m_edit, Qt::Key_F8);
        QCOMPARE(taken.count(), 0);
        m_next->setFocus();
        QTest::keyClick(m_next, Qt::Key_F8);
        QCOMPARE(taken.count(), 1);
    }
    void aMarkMovesWithItsLine()
    {
        m_edit->setPlainText(QStringLiteral("a: 1\nb: 2"));
        m_edit->setMarks({{2, 4, 1, Tone::Failing, QStringLiteral("Wrong."), {}}});
        m_edit->moveCursor(QTextCursor::Start);
        QTest::keyClicks(m_edit, QStringLiteral("x: 0"));
        QTest::keyClick(m_edit, Qt::Key_Return);
        QTest::keyClick(m_edit, Qt::Key_F8);
        QCOMPARE(line(), 3);
        QCOMPARE(m_edit->textCursor().positionInBlock(), 3);
    }
    void aMarkIsPaintedAndTellsItsMessageWhereTheMouseRests()
    {
        m_edit->setPlainText(QStringLiteral("a: wrong\nb: 2"));
        const QImage calm = m_window->grab().toImage();
        m_edit->setMarks({{1, 4, 5, Tone::Failing, QStringLiteral("Wrong."), QStringLiteral("Write 1.")}, {9, 9, 0, Tone::Pending, QStringLiteral("Far."), {}}});
        QVERIFY(m_window->grab().toImage() != calm);
        QTextCursor cursor(m_edit->document());
        cursor.setPosition(5);
        const QPoint at = m_edit->cursorRect(cursor).center();
        QHelpEvent help(QEvent::ToolTip, at, m_edit->viewport()->mapToGlobal(at));
        QApplication::sendEvent(m_edit->viewport(), &help);
        QCOMPARE(QToolTip::text(), QStringLiteral("✖ Wrong. Write 1."));
        QToolTip::hideText();
    }

    void itLooksTheSameInARightToLeftWindow()
    {
        const auto picture = [this] {
            CodeEdit edit(m_window.get());
            edit.setGeometry(0, 0, 200, 100);
            edit.setPlainText(QStringLiteral("a: 1\nb: 2"));
            edit.setMarks({{2, 1, 1, Tone::Failing, QStringLiteral("Wrong."), {}}});
            return edit.grab().toImage();
        };
        const QImage usual = picture();
        QApplication::setLayoutDirection(Qt::RightToLeft);
        const QImage mirrored = picture();
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QCOMPARE(mirrored, usual);
    }

    void aDocumentKeepsItsUndoWhenItsEditorIsGone()
    {
        const std::unique_ptr<QTextDocument> document = CodeEdit::makeDocument(QStringLiteral("a: 1"));
        {
            CodeEdit first;
            first.showDocument(document.get());
            QTest::keyClicks(&first, QStringLiteral("# "));
            QCOMPARE(document->toPlainText(), QStringLiteral("# a: 1"));
        }
        m_edit->showDocument(document.get());
        QCOMPARE(text(), QStringLiteral("# a: 1"));
        m_edit->undo();
        QCOMPARE(text(), QStringLiteral("a: 1"));
        QVERIFY(!document->isModified());
        m_window.reset();
    }

    void documentsMayTakeTurnsInOneEditor()
    {
        const std::unique_ptr<QTextDocument> first = CodeEdit::makeDocument(QStringLiteral("a: 1"));
        const std::unique_ptr<QTextDocument> second = CodeEdit::makeDocument(QStringLiteral("b: 2"));
        for (QTextDocument *document : {first.get(), second.get(), first.get()})
            m_edit->showDocument(document);
        QTest::keyClicks(m_edit, QStringLiteral("# "));
        QCOMPARE(first->toPlainText(), QStringLiteral("# a: 1"));
        QCOMPARE(second->toPlainText(), QStringLiteral("b: 2"));
        m_window.reset();
    }

    void everythingHasAName() { QCOMPARE(orrery::test::unnamedWidgets(m_window.get()), QStringList()); }
};

ORRERY_TEST(CodeEditTest)
} // namespace code_edit_test
#include "code_edit_test.moc"
