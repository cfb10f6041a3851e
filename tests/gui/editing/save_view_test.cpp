// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/support/a11y_lint.h"
#include "tests/support/posted_tasks.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/views/editing/object_text.h"
#include "ui/views/editing/save_view.h"
#include "ui/widgets/diff_view.h"
#include "ui/widgets/orrery_style.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

namespace save_view_test {

using namespace orrery;
using kube::FieldStep;
using kube::SaveReason;
using kube::SaveState;
using kube::test::PostedTasks;
using Step = SaveState::Step;

namespace {

const std::string theirs = R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"web","resourceVersion":"7","managedFields":[{"manager":"kubectl"}]},"data":{"a":"1","b":"2"}})";
const std::string mine = R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"web","resourceVersion":"7"},"data":{"a":"1","b":"3"}})";

kube::FieldPath data(const char *name)
{
    return {FieldStep::name("data"), FieldStep::name(name)};
}

SaveState at(Step step, SaveReason reason = SaveReason::None)
{
    SaveState state;
    state.step = step;
    state.reason = reason;
    state.theirs = theirs;
    state.merged = mine;
    state.wouldStore = mine;
    state.patch.changes = {data("b")};
    return state;
}

SaveState inConflict()
{
    SaveState state = at(Step::TheirsMoved, SaveReason::SameFields);
    state.conflicts = {{data("a"), "\"0\"", "\"1\"", "\"9\""}, {data("b"), "\"2\"", "\"3\"", std::nullopt}};
    return state;
}

SaveState ownedByOthers()
{
    SaveState state = at(Step::FieldConflict, SaveReason::OtherManagers);
    state.owners = {{"argocd-controller", ".data.a", data("a"), "\"9\""}, {"helm", ".data.b", data("b"), "\"2\""}};
    return state;
}

struct View {
    std::shared_ptr<PostedTasks> gui = std::make_shared<PostedTasks>();
    std::shared_ptr<PostedTasks> background = std::make_shared<PostedTasks>();
    SaveView view{gui, background};
    void show(const SaveState &state)
    {
        view.setState(std::make_shared<const SaveState>(state), QStringLiteral("web"));
        background->run();
        gui->run();
    }
    [[nodiscard]] QStringList buttons() const
    {
        QStringList names;
        for (const QPushButton *button : view.findChildren<QPushButton *>()) {
            if (!button->isHidden() && button->parentWidget() == &view)
                names << button->text();
        }
        return names;
    }
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        for (QPushButton *button : view.findChildren<QPushButton *>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }
};

} // namespace

class SaveViewTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void nothingIsSaidWhileEditing()
    {
        QVERIFY(describeSave(at(Step::Editing), QStringLiteral("web")).headline.isEmpty());
        View v;
        v.show(at(Step::Editing));
        QVERIFY(v.view.isHidden());
    }

    void aReviewShowsTheDifferenceAndCountsTheChanges()
    {
        View v;
        v.show(at(Step::Review, SaveReason::ReadIt));
        QVERIFY(!v.view.isHidden());
        QCOMPARE(v.buttons(), (QStringList{QStringLiteral("Keep Editing"), QStringLiteral("Save 1 change")}));
        const auto *difference = v.view.findChild<DiffView *>();
        QVERIFY(!difference->isHidden());
        QCOMPARE(difference->changes(), 1);
        QSignalSpy chosen(&v.view, &SaveView::chosen);
        v.button(QStringLiteral("Save 1 change"))->click();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<SaveChoice>(), SaveChoice::Confirm);
    }

    void fieldsThatTheServerWouldDropAreNamed()
    {
        SaveState state = at(Step::Review, SaveReason::FieldsDropped);
        state.dropped = {data("a"), data("b")};
        const SaveText text = describeSave(state, QStringLiteral("web"));
        QCOMPARE(text.tone, Tone::Pending);
        QCOMPARE(text.headline, QStringLiteral("The server would not keep 2 fields of yours"));
        QVERIFY(text.lines.contains(QStringLiteral("data.a")) && text.lines.contains(QStringLiteral("data.b")));
    }

    void aPatchInPlaceOfAnApplyIsSaid()
    {
        SaveState state = at(Step::Review, SaveReason::ReadIt);
        QVERIFY(!describeSave(state, QStringLiteral("web")).lines.join(QLatin1Char(' ')).contains(QStringLiteral("patch")));
        state.patch.unsaid = {data("b")};
        const QStringList lines = describeSave(state, QStringLiteral("web")).lines;
        QVERIFY(lines.first().contains(QStringLiteral("saved as a patch instead")));
        QVERIFY(lines.contains(QStringLiteral("data.b")));
    }

    void manyFieldsAreCounted()
    {
        SaveState state = at(Step::Review, SaveReason::FieldsDropped);
        for (int i = 0; i < 20; ++i)
            state.dropped.push_back(data(std::to_string(i).c_str()));
        QVERIFY(describeSave(state, QStringLiteral("web")).lines.contains(QStringLiteral("… and 8 more")));
    }

    void aServerThatDoesNotAnswerIsNotWaitedFor()
    {
        View v;
        v.view.resize(800, 600);
        v.show(at(Step::DryRunning));
        v.view.show();
        QCOMPARE(v.buttons(), QStringList{QStringLiteral("Keep Editing")});
        QSignalSpy chosen(&v.view, &SaveView::chosen);
        QVERIFY(v.view.closeNearest());
        QCOMPARE(chosen.takeFirst().first().value<SaveChoice>(), SaveChoice::Edit);
    }

    void wordsStandAtTheTopWhateverFollowsThem()
    {
        View v;
        v.view.resize(800, 600);
        v.view.show();
        for (const SaveState &state : {at(Step::DryRunning), at(Step::Gone, SaveReason::Deleted), at(Step::Review, SaveReason::ReadIt)}) {
            v.show(state);
            for (const QLabel *label : v.view.findChildren<QLabel *>(Qt::FindDirectChildrenOnly)) {
                if (label->isVisible())
                    QVERIFY2(label->geometry().bottom() < 120, qPrintable(label->text()));
            }
        }
    }

    void everyStepSaysSomethingAndOffersAWay_data()
    {
        QTest::addColumn<int>("step");
        QTest::addColumn<int>("reason");
        QTest::addColumn<bool>("busy");
        const auto row = [](const char *name, Step step, SaveReason reason, bool busy) { QTest::newRow(name) << int(step) << int(reason) << busy; };
        row("dry run", Step::DryRunning, SaveReason::None, true);
        row("saving", Step::Saving, SaveReason::None, true);
        row("unknown", Step::UnknownOutcome, SaveReason::Unreachable, true);
        row("refetching", Step::Refetching, SaveReason::None, true);
        row("throttled", Step::Waiting, SaveReason::Throttled, true);
        row("failed", Step::Waiting, SaveReason::ServerFailed, true);
        row("unreachable", Step::Waiting, SaveReason::Unreachable, true);
        row("invalid", Step::Refused, SaveReason::Invalid, false);
        row("bad text", Step::Refused, SaveReason::BadText, false);
        row("forbidden", Step::Refused, SaveReason::Forbidden, false);
        row("unauthorized", Step::Refused, SaveReason::Unauthorized, false);
        row("server's fields", Step::Refused, SaveReason::ServersFields, false);
        row("not accepted", Step::Refused, SaveReason::NotAccepted, false);
        row("keeps moving", Step::Refused, SaveReason::KeepsMoving, false);
        row("uncertain", Step::Review, SaveReason::OutcomeUncertain, false);
        row("managers", Step::FieldConflict, SaveReason::OtherManagers, false);
        row("same fields", Step::TheirsMoved, SaveReason::SameFields, false);
        row("exists", Step::TheirsMoved, SaveReason::AlreadyExists, false);
        row("deleted", Step::Gone, SaveReason::Deleted, false);
        row("recreated", Step::Gone, SaveReason::Recreated, false);
    }
    void everyStepSaysSomethingAndOffersAWay()
    {
        QFETCH(int, step);
        QFETCH(int, reason);
        QFETCH(bool, busy);
        const SaveText text = describeSave(at(Step(step), SaveReason(reason)), QStringLiteral("web"));
        QVERIFY(!text.headline.isEmpty());
        QCOMPARE(text.isBusy, busy);
        QVERIFY(busy || text.choices.testFlag(SaveChoice::Edit));
    }

    void theServersWordsStandUnderARefusal()
    {
        SaveState state = at(Step::Refused, SaveReason::Invalid);
        state.refusals = {{data("a"), "spec.replicas", "FieldValueInvalid", "must be greater than or equal to 0"}};
        View v;
        v.show(state);
        QVERIFY(v.view.text().lines.contains(QStringLiteral("spec.replicas: must be greater than or equal to 0")));
        QCOMPARE(v.buttons(), QStringList{QStringLiteral("Keep Editing")});
    }

    void ownersAreNamedWithTheirValues()
    {
        View v;
        v.show(ownedByOthers());
        auto *const table = v.view.findChild<ConflictList *>()->findChild<QTableView *>();
        const auto cell = [&](int column) { return table->model()->index(1, column).data().toString(); };
        QCOMPARE(QStringList({cell(0), cell(1), cell(2), cell(3)}), QStringList({QStringLiteral("data.b"), QStringLiteral("helm"), QStringLiteral("3"), QStringLiteral("2")}));
        QVERIFY(!v.button(QStringLiteral("Force Mine for All 2"))->isHidden() && !v.button(QStringLiteral("Take Theirs for All 2"))->isHidden());
    }

    void whatIsDecidedForAllSaysForHowMany()
    {
        View v;
        v.show(inConflict());
        QVERIFY(v.buttons().contains(QStringLiteral("Take Theirs for All 2")) && v.buttons().contains(QStringLiteral("Force Mine for All 2")));
        SaveState one = inConflict();
        one.conflicts.pop_back();
        v.show(one);
        QVERIFY(v.buttons().contains(QStringLiteral("Take Theirs")) && v.buttons().contains(QStringLiteral("Force Mine")));
    }

    void returnPressesTheButtonThatHasTheFocus()
    {
        QApplication::setStyle(new OrreryStyle);
        View v;
        v.show(at(Step::Review, SaveReason::ReadIt));
        QVERIFY(QTest::qWaitForWindowActive(&v.view));
        QSignalSpy chosen(&v.view, &SaveView::chosen);
        v.view.focusDecision();
        QCOMPARE(QApplication::focusWidget(), v.button(QStringLiteral("Save 1 change")));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<SaveChoice>(), SaveChoice::Confirm);
        v.button(QStringLiteral("Keep Editing"))->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Enter, Qt::KeypadModifier);
        QCOMPARE(chosen.last().first().value<SaveChoice>(), SaveChoice::Edit);
        auto *difference = v.view.findChild<DiffView *>();
        for (QToolButton *button : difference->findChildren<QToolButton *>()) {
            if (button->accessibleName() == QStringLiteral("Side by side")) {
                button->setFocus();
                QTest::keyClick(button, Qt::Key_Return);
            }
        }
        QCOMPARE(difference->form(), DiffView::Form::Unified);
        QCOMPARE(chosen.size(), 2);
    }

    void ctrlReturnConfirmsFromWithin()
    {
        View v;
        v.show(at(Step::Review, SaveReason::ReadIt));
        QVERIFY(QTest::qWaitForWindowActive(&v.view));
        QSignalSpy chosen(&v.view, &SaveView::chosen);
        v.view.findChild<DiffView *>()->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.takeFirst().first().value<SaveChoice>(), SaveChoice::Confirm);
        v.show(inConflict());
        auto *list = v.view.findChild<ConflictList *>();
        list->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(chosen.isEmpty()); // nothing is decided yet
        list->setChoice(0, ConflictChoice::KeepMine);
        list->setChoice(1, ConflictChoice::KeepMine);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Enter, Qt::ControlModifier);
        QCOMPARE(chosen.takeFirst().first().value<SaveChoice>(), SaveChoice::ForceMine);
    }

    void managersAreDecidedOneByOne()
    {
        View v;
        v.show(ownedByOthers());
        auto *list = v.view.findChild<ConflictList *>();
        list->setChoice(0, ConflictChoice::TakeTheirs);
        QVERIFY(!v.button(QStringLiteral("Go on with these"))->isEnabled());
        list->setChoice(1, ConflictChoice::KeepMine);
        std::vector<kube::FieldPath> taken;
        connect(&v.view, &SaveView::decided, this, [&](const std::vector<kube::FieldPath> &fields) { taken = fields; });
        v.button(QStringLiteral("Go on with these"))->click();
        QCOMPARE(taken, std::vector<kube::FieldPath>{data("a")});
    }

    void conflictsAreDecidedFieldByField()
    {
        View v;
        v.show(inConflict());
        auto *list = v.view.findChild<ConflictList *>();
        QPushButton *go = v.button(QStringLiteral("Go on with these"));
        QVERIFY(!list->isHidden() && !go->isEnabled());
        list->setChoice(0, ConflictChoice::TakeTheirs);
        list->setChoice(1, ConflictChoice::KeepMine);
        QVERIFY(go->isEnabled());
        QSignalSpy resolved(&v.view, &SaveView::resolved);
        go->click();
        QCOMPARE(resolved.size(), 1);
        const QString yaml = resolved.first().first().toString();
        QVERIFY2(yaml.contains(QStringLiteral("a: \"9\"")) && yaml.contains(QStringLiteral("b: \"3\"")), qPrintable(yaml));
    }

    void allOfOneSideIsThatSide()
    {
        View v;
        v.show(inConflict());
        auto *list = v.view.findChild<ConflictList *>();
        QSignalSpy chosen(&v.view, &SaveView::chosen);
        for (const auto &[side, choice] : {std::pair(ConflictChoice::KeepMine, SaveChoice::ForceMine), std::pair(ConflictChoice::TakeTheirs, SaveChoice::TakeTheirs)}) {
            list->setChoice(0, side);
            list->setChoice(1, side);
            v.button(QStringLiteral("Go on with these"))->click();
            QCOMPARE(chosen.takeLast().first().value<SaveChoice>(), choice);
        }
    }

    void theEditorsTextHasNoManagedFields()
    {
        const QString text = editorText(theirs);
        QVERIFY(!text.contains(QStringLiteral("managedFields")));
        QVERIFY(text.contains(QStringLiteral("resourceVersion: \"7\"")));
        QVERIFY(!comparedText(theirs).contains(QStringLiteral("resourceVersion")));
        QCOMPARE(editorText("no json"), QString());
        QCOMPARE(valueText("\"a b\""), QStringLiteral("a b"));
        QCOMPARE(valueText("{\"a\":[1]}"), QStringLiteral("a:\n- 1"));
    }

    void everyControlHasAName()
    {
        View v;
        v.show(inConflict());
        QCOMPARE(orrery::test::unnamedWidgets(&v.view), QStringList());
    }
};

ORRERY_TEST(SaveViewTest)
} // namespace save_view_test
#include "save_view_test.moc"
