// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/support/a11y_lint.h"
#include "tests/gui/support/fake_ports.h"
#include "tests/support/posted_tasks.h"
#include "tests/support/warnings.h"
#include "ui/views/editing/edit_tab.h"
#include "ui/views/editing/save_view.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/empty_state.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTimer>

using namespace orrery;
using kube::SaveReason;
using kube::SaveState;
using kube::test::PostedTasks;
using orrery::test::Answers;
using Step = SaveState::Step;

namespace {

const std::string began = R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"settings","namespace":"web","resourceVersion":"7","uid":"u"},"data":{"colour":"red"}})";
const std::string stored = R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"settings","namespace":"web","resourceVersion":"8","uid":"u"},"data":{"colour":"blue"}})";

/// What a tab has done with its editor, in order.
struct FakeEdit final : kube::EditPort {
    struct Remote final : kube::Editing {
        explicit Remote(FakeEdit &owner) : port(owner) {}
        void edit(std::string text, kube::save_input::Onto onto) override
        {
            port.did << (onto == kube::save_input::Onto::Base ? QStringLiteral("edit") : QStringLiteral("edit theirs"));
            port.text = QString::fromStdString(text);
        }
        void save() override { port.did << QStringLiteral("save"); }
        void confirm() override { port.did << QStringLiteral("confirm"); }
        void takeTheirs() override { port.did << QStringLiteral("take theirs"); }
        void forceMine() override { port.did << QStringLiteral("force mine"); }
        void createAnew() override { port.did << QStringLiteral("create anew"); }
        void cancel() override { port.did << QStringLiteral("cancel"); }
        void retryNow() override { port.did << QStringLiteral("retry"); }
        FakeEdit &port;
    };

    std::unique_ptr<kube::Editing> open(const kube::ResourceInfo &, const kube::ObjectKey &, const kube::SaveConfig &, std::optional<std::string> from,
                                        const kube::Owner &, std::function<void(kube::Result<kube::SaveStatePtr>)> handler) override
    {
        ++opened;
        beganFrom = std::move(from);
        tell = std::move(handler);
        return std::make_unique<Remote>(*this);
    }
    kube::Future<kube::OpenApiDocumentPtr> schemas(const kube::GroupVersion &, Age) override { return schemaAnswers.ask(); }
    kube::Future<std::vector<std::string>> names(const kube::ResourceInfo &, const std::string &) override { return nameAnswers.ask(); }

    int opened = 0;
    std::optional<std::string> beganFrom;
    QStringList did;
    QString text;
    std::function<void(kube::Result<kube::SaveStatePtr>)> tell;
    Answers<kube::OpenApiDocumentPtr> schemaAnswers;
    Answers<std::vector<std::string>> nameAnswers;
};

struct FakeDrafts final : EditDrafts {
    struct Kept {
        std::optional<KeptDraft> draft;
        int drops = 0;
        std::optional<kube::Error> refuses;
    };
    explicit FakeDrafts(std::shared_ptr<Kept> where) : kept(std::move(where)) {}
    kube::Future<std::optional<KeptDraft>> find() override { return kube::Future<std::optional<KeptDraft>>::ready(kept->draft); }
    kube::Future<bool> keep(const KeptDraft &draft) override
    {
        if (kept->refuses)
            return kube::Future<bool>::ready(kube::fail(*kept->refuses));
        kept->draft = draft;
        return kube::Future<bool>::ready(true);
    }
    void drop() override
    {
        kept->draft.reset();
        ++kept->drops;
    }
    std::shared_ptr<Kept> kept;
};

struct Tab {
    explicit Tab(std::optional<KeptDraft> draft = std::nullopt)
    {
        drafts->draft = std::move(draft);
        EditTab::Parts parts;
        parts.port = &port;
        parts.drafts = std::make_unique<FakeDrafts>(drafts);
        parts.gui = gui;
        parts.background = background;
        parts.now = [] { return kube::WallTime(std::chrono::hours(1)); };
        tab = std::make_unique<EditTab>(EditTab::Target{QStringLiteral("prod"), kube::ResourceInfo{{"", "v1", "configmaps"}, "ConfigMap", {}, {}, {}, {}, {}}, {"web", "settings"}},
                                        std::move(parts));
        run();
    }
    /// What waits for its turn holds the executor that it waits in.
    ~Tab()
    {
        tab.reset();
        port.tell = nullptr;
        port.schemaAnswers = {};
        port.nameAnswers = {};
        run();
    }
    void run()
    {
        for (int i = 0; i < 5; ++i) {
            background->run();
            gui->run();
        }
    }
    void tell(Step step, SaveReason reason = SaveReason::None)
    {
        SaveState state;
        state.step = step;
        state.reason = reason;
        state.base = began;
        state.theirs = step == Step::Saved ? stored : began;
        state.wouldStore = state.merged = stored;
        state.text = port.text.toStdString();
        state.patch.changes = {{kube::FieldStep::name("data"), kube::FieldStep::name("colour")}};
        port.tell(std::make_shared<const SaveState>(state));
        run();
    }
    [[nodiscard]] EditPage *page() const { return tab->findChild<EditPage *>(); }
    [[nodiscard]] QWidget *shown() const { return tab->findChild<QStackedWidget *>()->currentWidget(); }
    [[nodiscard]] SaveView *saveView() const { return tab->findChild<SaveView *>(); }
    void paint(const char *colour) { page()->edit()->replaceText(page()->text().replace(QStringLiteral("red"), QString::fromUtf8(colour))); }
    void press(const char *text)
    {
        for (QPushButton *button : tab->findChildren<QPushButton *>()) {
            if (button->text() == QLatin1String(text))
                return button->click();
        }
        qFatal("no button %s", text);
    }
    [[nodiscard]] bool says(const QString &words) const
    {
        const auto labels = tab->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text().contains(words); });
    }

    std::shared_ptr<PostedTasks> gui = std::make_shared<PostedTasks>();
    std::shared_ptr<PostedTasks> background = std::make_shared<PostedTasks>();
    std::shared_ptr<FakeDrafts::Kept> drafts = std::make_shared<FakeDrafts::Kept>();
    FakeEdit port;
    std::unique_ptr<EditTab> tab;
};

} // namespace

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

    void everyControlHasAName()
    {
        Tab t;
        t.tell(Step::Editing);
        QCOMPARE(orrery::test::unnamedWidgets(t.tab.get()), QStringList());
    }
};

QTEST_MAIN(EditTabTest)
#include "edit_tab_test.moc"
