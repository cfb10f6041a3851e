// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gui/support/fake_definitions.h"
#include "tests/gui/support/fake_ports.h"
#include "tests/support/posted_tasks.h"
#include "ui/views/editing/edit_tab.h"
#include "ui/views/editing/save_view.h"
#include "ui/widgets/code_edit.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTextDocument>

namespace orrery::test {

using kube::SaveReason;
using kube::SaveState;
using kube::test::PostedTasks;
using Step = SaveState::Step;

inline const std::string began = R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"settings","namespace":"web","resourceVersion":"7","uid":"u"},"data":{"colour":"red"}})";
inline const std::string stored = R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"settings","namespace":"web","resourceVersion":"8","uid":"u"},"data":{"colour":"blue"}})";

/// What a tab has done with its editor, in order.
struct FakeEdit final : kube::EditPort {
    struct Remote final : kube::Editing {
        explicit Remote(FakeEdit &owner) : port(owner) {}
        void edit(std::string text, kube::save_input::Onto onto) override
        {
            port.did << (onto == kube::save_input::Onto::Base ? QStringLiteral("edit") : QStringLiteral("edit theirs"));
            port.text = QString::fromStdString(text);
        }
        void saveBy(kube::SaveConfig::Method how) override { port.method = how; }
        void save() override { port.did << QStringLiteral("save"); }
        void confirm() override { port.did << QStringLiteral("confirm"); }
        void takeTheirs() override { port.did << QStringLiteral("take theirs"); }
        void forceMine() override { port.did << QStringLiteral("force mine"); }
        void decide(std::vector<kube::FieldPath> taken) override { port.did << QStringLiteral("take %1, force mine").arg(QString::fromStdString(kube::fieldPathText(taken.at(0)))); }
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
    kube::SaveConfig::Method method = kube::SaveConfig::Method::Patch;
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
    /// proposal: with base "" of an object to create.
    Tab(std::optional<KeptDraft> draft, EditTab::Proposal proposal)
        : Tab(std::move(draft), std::make_shared<EditHabits>(), nullptr, {{"", "v1", "configmaps"}, "ConfigMap", {}, {}, {}, {}, {}}, std::move(proposal))
    {
    }
    explicit Tab(std::optional<KeptDraft> draft = std::nullopt, std::shared_ptr<EditHabits> habits = std::make_shared<EditHabits>(),
                 std::shared_ptr<KeptDocuments> documents = nullptr, const kube::ResourceInfo &resource = {{"", "v1", "configmaps"}, "ConfigMap", {}, {}, {}, {}, {}},
                 std::optional<EditTab::Proposal> proposal = std::nullopt)
    {
        isCreating = proposal && proposal->base.empty();
        drafts->draft = std::move(draft);
        EditTab::Parts parts;
        parts.port = &port;
        parts.definitions = &definitions;
        parts.drafts = std::make_unique<FakeDrafts>(drafts);
        parts.gui = gui;
        parts.background = background;
        parts.habits = std::move(habits);
        parts.documents = std::move(documents);
        parts.now = [] { return kube::WallTime(std::chrono::hours(1)); };
        parts.proposal = std::move(proposal);
        tab = std::make_unique<EditTab>(EditTab::Target{QStringLiteral("prod"), resource, {"web", isCreating ? "" : "settings"}},
                                        std::move(parts));
        run();
    }
    /// What waits for its turn holds the executor that it waits in.
    ~Tab()
    {
        tab.reset();
        definitions.forget();
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
        state.isCreating = isCreating && step != Step::Saved;
        state.base = isCreating ? "{}" : began;
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

    bool isCreating = false;
    std::shared_ptr<PostedTasks> gui = std::make_shared<PostedTasks>();
    std::shared_ptr<PostedTasks> background = std::make_shared<PostedTasks>();
    std::shared_ptr<FakeDrafts::Kept> drafts = std::make_shared<FakeDrafts::Kept>();
    FakeEdit port;
    FakeDefinitions definitions;
    std::unique_ptr<EditTab> tab;
};

} // namespace orrery::test
