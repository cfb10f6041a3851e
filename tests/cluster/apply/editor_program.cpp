// SPDX-License-Identifier: Apache-2.0
// An editor without a window: edits one object again and again over ObjectEditor, and says of each edit how it ended.
//   two_editors_program KUBECONFIG PORT NAMESPACE configmap|deployment patch|apply EDITOR SEED EDITS
#include "core/apply/save_driver.h"
#include "core/base/await.h"
#include "core/base/event_loop.h"
#include "core/kubeconfig/build_config.h"
#include "tests/cluster/apply/injecting_transport.h"
#include "tests/cluster/apply/planned_edit.h"

#include <QCoreApplication>

#include <cstdio>

using namespace kube;
using kube::test::PlannedEdit;
using At = SaveState::Step;

namespace {

/// Decides as a user would, until an edit is stored or given up with its text.
class EditingUser
{
public:
    EditingUser(ObjectEditor &editor, PlannedEdit edit, std::mt19937 &random) : m_editor(editor), m_edit(std::move(edit)), m_random(random) {}

    /// How it ended.
    [[nodiscard]] std::string run(const std::string &object)
    {
        m_editor.open(object);
        write(m_edit.doneTo(object), save_input::Onto::Base);
        m_subscription = m_editor.subscribe([this](const SaveState &state) { decide(state); });
        m_editor.save();
        auto ended = await(m_ended.future());
        m_subscription.reset();
        if (m_editor.state().text != m_text)
            return "LOST its text";
        return *ended;
    }

private:
    void write(std::string text, save_input::Onto onto)
    {
        m_text = text;
        m_editor.edit(std::move(text), onto);
    }
    void end(const SaveState &state) { m_ended.finish(std::string(saveStepName(state.step)) + " " + saveReasonName(state.reason)); }

    /// What both set, and either may give up: everything else of an edit has to be there in the end.
    template <typename Conflict>
    [[nodiscard]] static bool areOfShared(const std::vector<Conflict> &conflicts)
    {
        return std::all_of(conflicts.begin(), conflicts.end(), [](const Conflict &one) { return one.path.back().text == "shared"; });
    }

    void decide(const SaveState &state)
    {
        switch (state.step) {
        case At::Review:
            if (state.reason == SaveReason::ReadIt)
                m_editor.confirm();
            else
                end(state);
            return;
        case At::TheirsMoved:
            // It is known not to be stored, so it may be done again on what is there now.
            if (!areOfShared(state.conflicts) || m_random() % 3 == 0) {
                write(m_edit.doneTo(state.theirs), save_input::Onto::Theirs);
                m_editor.save();
            } else {
                m_random() % 2 ? m_editor.takeTheirs() : m_editor.forceMine();
            }
            return;
        case At::FieldConflict:
            areOfShared(state.owners) && m_random() % 2 ? m_editor.takeTheirs() : m_editor.forceMine();
            return;
        case At::UnknownOutcome:
        case At::Refetching:
            if (!state.nextTry && state.error && state.reason != SaveReason::None && state.failures > 0)
                m_editor.retryNow();
            return;
        case At::Refused:
            if (++m_refusals < 4 && (state.reason != SaveReason::Invalid || m_random() % 2))
                m_editor.save();
            else
                end(state);
            return;
        case At::Saved:
        case At::Gone: end(state); return;
        default: return;
        }
    }

    ObjectEditor &m_editor;
    PlannedEdit m_edit;
    std::mt19937 &m_random;
    std::string m_text;
    int m_refusals = 0;
    Promise<std::string> m_ended;
    Subscription m_subscription;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 9)
        return 2;
    const bool isDeployment = arguments[4] == QLatin1String("deployment");
    const std::string name = arguments[6].toStdString();
    const unsigned seed = arguments[7].toUInt();
    EventLoop loop;
    auto config = buildConfigFromFlags({}, arguments[1].toStdString(), loop);
    if (!config)
        return 3;
    config->host.setPort(arguments[2].toInt());
    config->qps = 0;
    config->wrapTransport = [&](std::shared_ptr<Transport> inner) {
        return std::make_shared<kube::test::InjectingTransport>(std::move(inner), loop.scheduler(), seed);
    };
    const auto client = DynamicClient::forConfig(*config, loop);
    if (!client)
        return 4;

    std::mt19937 random(seed);
    ObjectEditor::Config editing;
    editing.resource = isDeployment ? GroupVersionResource{"apps", "v1", "deployments"} : GroupVersionResource{"", "v1", "configmaps"};
    editing.key = {arguments[3].toStdString(), "edited"};
    editing.save.method = arguments[5] == QLatin1String("apply") ? SaveConfig::Method::Apply : SaveConfig::Method::Patch;
    editing.save.fieldManager = "editor-" + name;
    editing.save.firstWait = std::chrono::milliseconds(20);
    editing.save.longestWait = std::chrono::seconds(1);
    editing.patience = std::chrono::seconds(10);
    ObjectEditor editor(**client, loop.executor(), *loop.scheduler(), loop.random(), editing);
    for (int number = 1; number <= arguments[8].toInt(); ++number) {
        auto object = await((*client)->get(editing.resource, editing.key));
        for (; !object; object = await((*client)->get(editing.resource, editing.key)))
            sleepFor(std::chrono::milliseconds(20));
        const PlannedEdit edit{name, number, isDeployment, random() % 4 == 0, random() % 3 == 0, random() % 4 == 0};
        const std::string how = EditingUser(editor, edit, random).run(object->json.toStdString());
        std::printf("%s %s %s\n", edit.id().c_str(), edit.appends ? "append" : "-", how.c_str());
        std::fflush(stdout);
    }
    return 0;
}
