// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/support/a11y_lint.h"
#include "tests/gui/support/fake_ports.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/base/icons.h"
#include "ui/views/editing/edit_page.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/problem_list.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QToolButton>

namespace edit_page_test {

using namespace orrery;
using namespace orrery::test;

namespace {

class FakeGuide final : public EditGuide
{
public:
    kube::Future<QList<TextMark>> validate(const QString &text) override
    {
        validated << text;
        return validations.ask();
    }
    kube::Future<Completions> complete(const QString &, int line, int column) override
    {
        completed << QPoint(column, line);
        return completions.ask();
    }
    kube::Future<FieldHelp> explain(const QString &, int line, int column) override
    {
        explained << QPoint(column, line);
        return explanations.ask();
    }

    QStringList validated;
    QList<QPoint> completed;
    QList<QPoint> explained;
    Answers<QList<TextMark>> validations;
    Answers<Completions> completions;
    Answers<FieldHelp> explanations;
};

} // namespace

class EditPageTest : public QObject
{
    Q_OBJECT
    std::shared_ptr<kube::test::ManualTime> m_time;
    std::unique_ptr<FakeGuide> m_guide;
    std::unique_ptr<QTextDocument> m_document;
    std::unique_ptr<EditPage> m_page;

    static EditSubject subject()
    {
        EditSubject web;
        web.contextName = QStringLiteral("prod-eu");
        web.namespaceName = QStringLiteral("shop");
        web.kind = QStringLiteral("Deployment");
        web.name = QStringLiteral("web");
        web.resourceVersion = QStringLiteral("1234");
        web.icon = IconName::Deployment;
        return web;
    }
    void open(const EditSubject &web = subject())
    {
        m_page = std::make_unique<EditPage>(web, *m_document, *m_guide, m_time);
        m_page->resize(900, 500);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->focusContent();
        for (const char *name : {"validate", "explain"})
            timer(name)->setInterval(0);
    }
    [[nodiscard]] QTimer *timer(const char *name) const { return m_page->findChild<QTimer *>(QLatin1String(name), Qt::FindDirectChildrenOnly); }
    [[nodiscard]] CodeEdit *edit() const { return m_page->edit(); }
    [[nodiscard]] ProblemList *problems() const { return m_page->findChild<ProblemList *>(); }
    [[nodiscard]] QString words(const QWidget *within) const
    {
        QStringList texts;
        for (const QLabel *label : within->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts << label->text().remove(QChar(0x200b));
        }
        return texts.join(QLatin1Char('\n'));
    }
    template <typename Button>
    [[nodiscard]] Button *button(const QString &begins) const
    {
        for (Button *one : m_page->findChildren<Button *>()) {
            if (one->text().remove(QLatin1Char('&')).startsWith(begins))
                return one;
        }
        return nullptr;
    }
    void validated(kube::Result<QList<TextMark>> answer)
    {
        m_guide->validations.give(std::move(answer));
        m_time->run();
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_time = std::make_shared<kube::test::ManualTime>();
        m_guide = std::make_unique<FakeGuide>();
        m_document = CodeEdit::makeDocument(QStringLiteral("kind: Deployment\nspec:\n  replica: 3\n"));
        open();
    }
    void cleanup()
    {
        m_page.reset();
        m_document.reset();
        m_guide.reset();
    }

    void itSaysWhatIsEditedAndFromWhichVersion()
    {
        QVERIFY(words(m_page.get()).contains(QStringLiteral("Deployment web")));
        QVERIFY(words(m_page.get()).contains(QStringLiteral("in shop · version 1234 of ")));
        QVERIFY(words(m_page.get()).contains(QStringLiteral("○ unchanged")));
        QCOMPARE(m_page->title(), QStringLiteral("Edit web"));
        QCOMPARE(orrery::test::unnamedWidgets(m_page.get()), QStringList());
        EditSubject newer = subject();
        newer.resourceVersion = QStringLiteral("1300");
        m_page->setSubject(newer);
        QVERIFY(words(m_page.get()).contains(QStringLiteral("version 1300")));
        EditSubject fresh;
        fresh.kind = QStringLiteral("Foo");
        m_page->setSubject(fresh);
        QCOMPARE(m_page->title(), QStringLiteral("New Foo"));
        QVERIFY(button<QPushButton>(QStringLiteral("Review"))->isEnabled());
    }
    void aChangeIsSaidAndMayBeReviewedOrDiscarded()
    {
        QSignalSpy review(m_page.get(), &EditPage::reviewRequested);
        QSignalSpy discard(m_page.get(), &EditPage::discardRequested);
        QTest::keyClick(edit(), Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(review.count(), 0);
        QTest::keyClicks(edit(), QStringLiteral("# "));
        QVERIFY(words(m_page.get()).contains(QStringLiteral("◆ changed")));
        QCOMPARE(m_page->title(), QStringLiteral("Edit web •"));
        QTest::keyClick(edit(), Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(review.count(), 1);
        button<QPushButton>(QStringLiteral("Discard"))->click();
        QCOMPARE(discard.count(), 1);
        edit()->undo();
        QVERIFY(!button<QPushButton>(QStringLiteral("Review"))->isEnabled());
        QVERIFY(!button<QPushButton>(QStringLiteral("Discard"))->isEnabled());
    }
    void theTextIsValidatedWhenItOpensAndWhenTypingPauses()
    {
        QCOMPARE(m_guide->validated, QStringList{m_document->toPlainText()});
        validated(QList<TextMark>{{3, 3, 7, Tone::Failing, QStringLiteral("Unknown field replica."), QStringLiteral("Did you mean replicas?")}});
        QVERIFY(words(problems()).startsWith(QStringLiteral("✖ 1 problem")));
        QTest::keyClick(edit(), Qt::Key_F8);
        QCOMPARE(edit()->textCursor().blockNumber(), 2);
        QCOMPARE(edit()->accessibleDescription(), QStringLiteral("Unknown field replica. Did you mean replicas?"));
        QTest::keyClicks(edit(), QStringLiteral("x"));
        QTRY_COMPARE(m_guide->validated.size(), 2);
        QCOMPARE(m_guide->validated.last(), m_document->toPlainText());
        validated(QList<TextMark>());
        QCOMPARE(words(problems()), QStringLiteral("No problems"));
    }
    void theAnswerToAnOlderTextIsDroppedAndOneQuestionIsOpenAtATime()
    {
        QTest::keyClicks(edit(), QStringLiteral("x"));
        QTRY_VERIFY(!timer("validate")->isActive());
        QCOMPARE(m_guide->validated.size(), 1);
        validated(QList<TextMark>{{1, 1, 1, Tone::Failing, QStringLiteral("Old."), {}}});
        QCOMPARE(words(problems()), QStringLiteral("No problems"));
        QCOMPARE(m_guide->validated.size(), 2);
        QVERIFY(m_guide->validated.last().startsWith(QLatin1Char('x')));
        validated(QList<TextMark>{{1, 1, 1, Tone::Failing, QStringLiteral("New."), {}}});
        QVERIFY(words(problems()).startsWith(QStringLiteral("✖ 1 problem")));
        QCOMPARE(m_guide->validations.open(), 0U);
    }
    void whatCouldNotBeCheckedIsSaid()
    {
        validated(kube::fail(kube::Error::badInput(QStringLiteral("no schema for Foo"))));
        QVERIFY(words(problems()).startsWith(QStringLiteral("◐ Not checked. ")));
        QVERIFY(words(problems()).contains(QStringLiteral("no schema for Foo")));
    }
    void aChosenProblemIsGoneToInTheText()
    {
        validated(QList<TextMark>{{3, 3, 7, Tone::Failing, QStringLiteral("Unknown field."), {}}});
        auto *list = problems()->findChild<QListView *>();
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Return);
        QVERIFY(edit()->hasFocus());
        QCOMPARE(edit()->textCursor().blockNumber(), 2);
        QCOMPARE(edit()->textCursor().positionInBlock(), 2);
    }
    void theFieldAtTheCursorIsExplained()
    {
        const auto *help = m_page->findChild<QScrollArea *>();
        QCOMPARE(m_guide->explained, QList<QPoint>{QPoint(1, 1)});
        m_guide->explanations.give(FieldHelp());
        m_time->run();
        QVERIFY(words(help).contains(QStringLiteral("Nothing is known of this place")));
        edit()->goTo(3, 5);
        QTRY_COMPARE(m_guide->explained.size(), 2);
        QCOMPARE(m_guide->explained.last(), QPoint(5, 3));
        m_guide->explanations.give(FieldHelp{QStringLiteral("spec.replicas"), QStringLiteral("<integer>"), QStringLiteral("Number of desired pods."), {QStringLiteral("At least 0.")},
                                             {{QStringLiteral("a"), QStringLiteral("<string>"), true}}});
        m_time->run();
        QCOMPARE(words(help), QStringLiteral("spec.replicas\n<integer>\nAt least 0.\nNumber of desired pods.\na <string>, required"));
    }
    void aLongPathBreaksBeforeWhatTellsItemsApart()
    {
        const auto *help = m_page->findChild<QScrollArea *>();
        m_guide->explanations.give(FieldHelp{QStringLiteral("spec.containers[name=main].image"), {}, {}, {}, {}});
        m_time->run();
        const auto labels = help->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->text().contains(QStringLiteral("containers\u200b[name=main].\u200bimage")); }));
    }
    void completionComesFromTheGuide()
    {
        edit()->goTo(3, 10);
        QTest::keyClick(edit(), Qt::Key_Space, Qt::ControlModifier);
        QCOMPARE(m_guide->completed, QList<QPoint>{QPoint(10, 3)});
        QTest::keyClick(edit(), Qt::Key_Space, Qt::ControlModifier);
        m_guide->completions.give(Completions{{3, 3, 7}, {{QStringLiteral("old"), {}, false, {}, {}}}});
        m_time->run();
        QVERIFY(!m_page->findChild<CompletionPopup *>()->isVisible());
        m_guide->completions.give(Completions{{3, 3, 7}, {{QStringLiteral("replicas"), {}, false, {}, {}}}});
        m_time->run();
        QVERIFY(m_page->findChild<CompletionPopup *>()->isVisible());
        QTest::keyClick(edit(), Qt::Key_Return);
        QVERIFY(m_page->text().contains(QStringLiteral("\n  replicas: 3")));
    }
    void undoSurvivesThePage()
    {
        QTest::keyClicks(edit(), QStringLiteral("# "));
        m_page.reset();
        m_guide = std::make_unique<FakeGuide>();
        open();
        QVERIFY(m_page->isChanged());
        QCOMPARE(m_guide->validated, QStringList{m_document->toPlainText()});
        edit()->undo();
        QVERIFY(!m_page->isChanged());
        QCOMPARE(m_document->children().size(), 2); // its layout and one highlighter
    }
    void anAnswerAfterThePageHasClosedIsNobodys()
    {
        m_page.reset();
        m_guide->validations.give(QList<TextMark>());
        m_time->run();
    }
    void aFormStandsBesideTheTextWhenItIsWanted()
    {
        auto *toggle = button<QToolButton>(QStringLiteral("Form"));
        QVERIFY(!toggle->isVisible());
        auto *form = new QLineEdit;
        form->setAccessibleName(QStringLiteral("Replicas"));
        m_page->setForm(form);
        QVERIFY(toggle->isVisible() && !form->isVisible());
        QSignalSpy shown(m_page.get(), &EditPage::formShown);
        toggle->click();
        QVERIFY(form->isVisible() && edit()->isVisible());
        QCOMPARE(shown.takeFirst(), QVariantList{true});
        m_page->setForm(nullptr);
        QVERIFY(!toggle->isVisible());
    }
    void controlMSaysWhatTabDoesNow()
    {
        auto *tab = button<QToolButton>(QStringLiteral("Tab"));
        QCOMPARE(tab->text(), QStringLiteral("Tab indents"));
        QTest::keyClick(edit(), Qt::Key_M, Qt::ControlModifier);
        QCOMPARE(tab->text(), QStringLiteral("Tab moves on"));
        tab->click();
        QCOMPARE(edit()->tabKey(), TabKey::Indents);
    }
    void whatWasDoneIsNotSaidOfWhatIsTypedAfterwards()
    {
        m_page->setNotice(Tone::Ready, QStringLiteral("Saved web"));
        QTest::keyClick(edit(), Qt::Key_X);
        QVERIFY(!words(m_page.get()).contains(QStringLiteral("Saved")));
        m_page->setNotice(Tone::Failing, QStringLiteral("The server refuses it"));
        QTest::keyClick(edit(), Qt::Key_X);
        QVERIFY(words(m_page.get()).contains(QStringLiteral("refuses")));
    }
    void aNoticeStandsAboveTheText()
    {
        m_page->setNotice(Tone::Pending, QStringLiteral("A draft of yesterday was found."));
        QVERIFY(words(m_page.get()).contains(QStringLiteral("◐ A draft of yesterday was found.")));
        m_page->setNotice(Tone::Neutral, {});
        QVERIFY(!words(m_page.get()).contains(QStringLiteral("draft")));
        m_page->focusFilter();
        QVERIFY(m_page->closeNearest());
        QVERIFY(!m_page->closeNearest());
    }
};

ORRERY_TEST(EditPageTest)
} // namespace edit_page_test
#include "edit_page_test.moc"
