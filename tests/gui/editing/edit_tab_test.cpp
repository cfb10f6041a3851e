// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/editing/edit_tab_fixture.h"
#include "tests/gui/support/a11y_lint.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/widgets/empty_state.h"

#include <QSignalSpy>
#include <QTimer>

namespace edit_tab_test {

using namespace orrery;
using namespace orrery::test;

class EditTabTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void theTextComesWithTheObject()
    {
        Tab t;
        QVERIFY(!t.page());
        QCOMPARE(t.port.opened, 1);
        t.tell(Step::Editing);
        QVERIFY(t.page() && t.shown() == t.page());
        QVERIFY(t.page()->text().contains(QStringLiteral("colour: red")));
        QVERIFY(!t.tab->isChanged());
        QCOMPARE(t.tab->title(), QStringLiteral("Edit settings"));
    }

    void aReviewIsConfirmedAndSaved()
    {
        Tab t;
        t.tell(Step::Editing);
        t.paint("blue");
        QVERIFY(t.tab->isChanged());
        t.press("&Review changes");
        QCOMPARE(t.port.did, (QStringList{QStringLiteral("edit"), QStringLiteral("save")}));
        QVERIFY(t.port.text.contains(QStringLiteral("colour: blue")));
        t.tell(Step::DryRunning);
        t.tell(Step::Review, SaveReason::ReadIt);
        QVERIFY(t.shown() == t.saveView());
        t.press("Save 1 change");
        QCOMPARE(t.port.did.last(), QStringLiteral("confirm"));
        QSignalSpy saved(t.tab.get(), &EditTab::saved);
        t.tell(Step::Saved, SaveReason::Stored);
        QCOMPARE(saved.size(), 1);
        QVERIFY(t.shown() == t.page());
        QVERIFY(!t.tab->isChanged());
        QVERIFY(t.page()->text().contains(QStringLiteral("resourceVersion: \"8\"")));
        QCOMPARE(t.port.did.last(), QStringLiteral("edit theirs")); // the next edit goes on from what was stored
        QCOMPARE(t.drafts->drops, 1);
    }

    void theMethodOfSavingIsChosenAndRemembered()
    {
        const auto habits = std::make_shared<EditHabits>();
        Tab t({}, habits);
        t.tell(Step::Editing);
        t.paint("blue");
        t.press("&Review changes");
        QCOMPARE(t.port.method, kube::SaveConfig::Method::Patch);
        t.tell(Step::Editing);
        t.page()->setSavesByApply(true);
        t.press("&Review changes");
        QCOMPARE(t.port.method, kube::SaveConfig::Method::Apply);
        Tab next({}, habits);
        next.tell(Step::Editing);
        QVERIFY(next.page()->savesByApply());
    }

    void aSaveWithoutDryRunIsOffered()
    {
        Tab t;
        t.tell(Step::Editing);
        t.paint("blue");
        t.press("&Review changes");
        t.tell(Step::Review, SaveReason::NoDryRun);
        QVERIFY(t.says(QStringLiteral("cannot be asked what it would store")));
        t.press("Save 1 change without a dry run");
        QCOMPARE(t.port.did.last(), QStringLiteral("confirm"));
    }

    void whatIsTypedWhileSavingStays()
    {
        Tab t;
        t.tell(Step::Editing);
        t.paint("blue");
        t.press("&Review changes");
        t.page()->edit()->replaceText(t.page()->text().replace(QStringLiteral("blue"), QStringLiteral("green")));
        t.tell(Step::Saved, SaveReason::Stored);
        QVERIFY(t.page()->text().contains(QStringLiteral("colour: green")));
        QVERIFY(t.tab->isChanged());
    }

    void aRefusalStandsBesideTheText()
    {
        Tab t;
        t.tell(Step::Editing);
        t.paint("blue");
        t.press("&Review changes");
        t.tell(Step::Refused, SaveReason::Forbidden);
        QVERIFY(t.shown() == t.page());
        QVERIFY(t.says(QStringLiteral("You may not do this")));
        QVERIFY(t.page()->text().contains(QStringLiteral("colour: blue")));
    }

    void keepEditingGoesBackToTheText()
    {
        Tab t;
        t.tell(Step::Editing);
        t.paint("blue");
        t.press("&Review changes");
        t.tell(Step::Review, SaveReason::ReadIt);
        QVERIFY(t.tab->closeNearest()); // Escape
        QCOMPARE(t.port.did.last(), QStringLiteral("cancel"));
        t.tell(Step::Editing);
        QVERIFY(t.shown() == t.page());
        QVERIFY(t.page()->text().contains(QStringLiteral("colour: blue")));
    }

    void noBreakSpacesStayWhatTheyAre()
    {
        Tab t;
        t.tell(Step::Editing);
        t.paint("blue\u00a0sky");
        t.press("&Review changes");
        QVERIFY(t.port.text.contains(QStringLiteral("colour: blue\u00a0sky\n")));
    }

    void discardIsOneStepToUndo()
    {
        Tab t;
        t.tell(Step::Editing);
        t.paint("blue");
        t.press("&Discard");
        QVERIFY(!t.tab->isChanged());
        QVERIFY(t.page()->text().contains(QStringLiteral("colour: red")));
        t.page()->edit()->undo();
        QVERIFY(t.page()->text().contains(QStringLiteral("colour: blue")));
    }

    void aDraftIsKeptAndFoundAgain()
    {
        KeptDraft kept;
        {
            Tab t;
            t.tell(Step::Editing);
            t.paint("blue");
            t.tab.reset(); // closed before its pause is over
            QVERIFY(t.drafts->draft);
            kept = *t.drafts->draft;
        }
        QCOMPARE(kept.base, began);
        Tab again(kept);
        QCOMPARE(again.port.beganFrom, std::optional(began)); // merges what others did since
        again.tell(Step::Editing);
        QVERIFY(again.page()->text().contains(QStringLiteral("colour: blue")));
        QVERIFY(again.tab->isChanged());
        QVERIFY(again.says(QStringLiteral("did not save")));
        again.press("&Discard");
        QVERIFY(again.page()->text().contains(QStringLiteral("colour: red")));
        QVERIFY(!again.drafts->draft);
    }

    void aDraftIsNoYoungerForBeingLookedAt()
    {
        const KeptDraft kept{began, "# mine\n", kube::WallTime(std::chrono::minutes(5))};
        Tab t(kept);
        t.tell(Step::Editing);
        QTRY_VERIFY(!t.tab->findChild<QTimer *>(QString(), Qt::FindDirectChildrenOnly)->isActive());
        t.tab.reset();
        QVERIFY(t.drafts->draft->time == kept.time);
    }

    void whatWasWrittenCanBeUndoneAfterTheTabHasBeenClosed()
    {
        const auto documents = std::make_shared<KeptDocuments>();
        KeptDraft kept;
        QString original;
        {
            Tab t({}, std::make_shared<EditHabits>(), documents);
            t.tell(Step::Editing);
            original = t.page()->text();
            t.paint("blue");
            t.page()->edit()->replaceText(t.page()->text().replace(QStringLiteral("blue"), QStringLiteral("green")));
            t.tab.reset();
            kept = *t.drafts->draft;
        }
        Tab again(kept, std::make_shared<EditHabits>(), documents);
        again.tell(Step::Editing);
        QVERIFY(again.page()->text().contains(QStringLiteral("colour: green")));
        again.page()->edit()->undo();
        QVERIFY(again.page()->text().contains(QStringLiteral("colour: blue")));
        again.page()->edit()->undo();
        QCOMPARE(again.page()->text(), original);
        QVERIFY(!again.tab->isChanged());
    }

    void afterARestartUndoGoesBackToTheVersionItBeganFrom()
    {
        Tab t(KeptDraft{began, "kind: ConfigMap\ndata:\n  colour: green\n", {}});
        t.tell(Step::Editing);
        QVERIFY(t.tab->isChanged());
        t.page()->edit()->undo();
        QVERIFY(t.page()->text().contains(QStringLiteral("colour: red")));
        QVERIFY(!t.tab->isChanged());
    }

    void aSecretIsShownToWhoeverAsks()
    {
        Tab t({}, std::make_shared<EditHabits>(), nullptr, {{"", "v1", "secrets"}, "Secret", {}, {}, {}, {}, {}});
        QCOMPARE(t.port.opened, 0);
        QVERIFY(t.says(QStringLiteral("The values of settings are hidden")));
        t.press("&Show and Edit");
        t.run();
        QCOMPARE(t.port.opened, 1);
        t.tell(Step::Editing);
        QVERIFY(t.shown() == t.page());
    }

    void aRevertOfASecretShowsNoValueUntilItIsAskedFor()
    {
        Tab t({}, std::make_shared<EditHabits>(), nullptr, {{"", "v1", "secrets"}, "Secret", {}, {}, {}, {}, {}},
              EditTab::Proposal{began, QStringLiteral("kind: Secret\ndata:\n  password: aHVudGVyMg==\n"), QStringLiteral("As it was"), true});
        QCOMPARE(t.port.opened, 0);
        QVERIFY(!t.page());
        QVERIFY(t.says(QStringLiteral("The values of settings are hidden")));
        QVERIFY(t.says(QStringLiteral("The difference shows them")));
        t.press("&Show the Difference");
        t.run();
        QCOMPARE(t.port.opened, 1);
        t.tell(Step::Editing);
        QCOMPARE(t.port.did.last(), QStringLiteral("save"));
    }

    void aTextThatCannotBeReadIsToldOfWithOnePlace()
    {
        Tab t;
        t.tell(Step::Editing);
        t.page()->edit()->replaceText(QStringLiteral("kind: ConfigMap\ndata:\n  a: \"x\n  b: 1\n"));
        t.press("&Review changes");
        t.tell(Step::Editing, SaveReason::BadText);
        QTRY_VERIFY((t.run(), t.says(QStringLiteral("Line 3: "))));
    }

    void aDraftGoesWhenAllIsUndone()
    {
        Tab t;
        t.tell(Step::Editing);
        t.paint("blue");
        QTRY_VERIFY(t.drafts->draft);
        t.page()->edit()->undo();
        QVERIFY(!t.tab->isChanged());
        t.tab.reset();
        QVERIFY(!t.drafts->draft);
    }

    void aDraftThatCannotBeKeptIsSaidOnce()
    {
        Tab t;
        t.drafts->refuses = kube::Error::badInput(QStringLiteral("the disk is full"));
        t.tell(Step::Editing);
        QSignalSpy said(t.tab.get(), &EditTab::draftNotKept);
        t.paint("blue");
        QTRY_VERIFY((t.run(), said.size() == 1));
        t.paint("green");
        t.tab.reset();
        t.run();
        QCOMPARE(said.size(), 1);
    }

    void whatCannotBeReadSaysWhyAndIsTriedAgain()
    {
        Tab t;
        t.port.tell(kube::fail(kube::Error::badInput(QStringLiteral("nothing there"))));
        auto *failure = t.tab->findChild<EmptyState *>();
        QVERIFY(t.shown() == failure);
        QVERIFY(t.says(QStringLiteral("nothing there")));
        failure->button()->click();
        t.run();
        QCOMPARE(t.port.opened, 2);
        t.tell(Step::Editing);
        QVERIFY(t.page());
    }

    void aNewObjectBeginsWithItsTemplateAndTheTabIsDoneWhenItIsThere()
    {
        Tab t(std::nullopt, EditTab::Proposal{{}, QStringLiteral("kind: ConfigMap\nmetadata: {name: fresh}\n"), {}, false});
        QCOMPARE(t.port.beganFrom, std::optional<std::string>(std::string()));
        t.tell(Step::Editing);
        QCOMPARE(t.page()->text(), QStringLiteral("kind: ConfigMap\nmetadata: {name: fresh}\n"));
        QCOMPARE(t.tab->title(), QStringLiteral("New ConfigMap"));
        QVERIFY(t.port.did.isEmpty());
        t.press("&Review changes");
        t.tell(Step::Review, SaveReason::ReadIt);
        t.press("Create");
        QCOMPARE(t.port.did.last(), QStringLiteral("confirm"));
        QSignalSpy created(t.tab.get(), &EditTab::created);
        t.tell(Step::Saved, SaveReason::Stored);
        QCOMPARE(created.size(), 1);
        QVERIFY(!t.tab->isChanged());
    }

    void whatIsWrittenOfANewObjectIsKept()
    {
        Tab t(KeptDraft{{}, "kind: ConfigMap\n", {}}, EditTab::Proposal{{}, QStringLiteral("kind: Template\n"), {}, false});
        t.tell(Step::Editing);
        QCOMPARE(t.page()->text(), QStringLiteral("kind: ConfigMap\n"));
        t.press("&Discard");
        QCOMPARE(t.page()->text(), QStringLiteral("kind: Template\n"));
    }

    void aProposalOfAnEditIsReviewedAtOnce()
    {
        Tab t(std::nullopt, EditTab::Proposal{began, QStringLiteral("colour: green\n"), QStringLiteral("as it was"), true});
        QCOMPARE(t.port.beganFrom, std::optional(began));
        t.tell(Step::Editing);
        QCOMPARE(t.port.did, (QStringList{QStringLiteral("edit"), QStringLiteral("save")}));
        QCOMPARE(t.port.text, QStringLiteral("colour: green\n"));
        QVERIFY(t.tab->isChanged());
    }

    void everyControlHasAName()
    {
        Tab t;
        t.tell(Step::Editing);
        QCOMPARE(orrery::test::unnamedWidgets(t.tab.get()), QStringList());
    }
};

ORRERY_TEST(EditTabTest)
} // namespace edit_tab_test
#include "edit_tab_test.moc"
