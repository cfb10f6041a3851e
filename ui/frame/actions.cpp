// SPDX-License-Identifier: Apache-2.0
#include "ui/frame/actions.h"

#include "ui/base/icons.h"

#include <QAction>
#include <QWidget>

namespace orrery {

Actions::Actions(QWidget *window) : QObject(window), m_window(window)
{
    const auto pic = [](IconName name) { return static_cast<int>(name); };
    using Id = ActionId;
    add(Id::NewObject, tr("&New…"), QKeySequence::New);
    add(Id::OpenManifests, tr("Open &Manifests…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    add(Id::UnsavedTexts, tr("&Unsaved Texts…"));
    add(Id::OpenKubeconfig, tr("&Open Kubeconfig…"), QKeySequence::Open);
    add(Id::CloseTab, tr("&Close Tab"), QKeySequence(Qt::CTRL | Qt::Key_W));
    add(Id::Quit, tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q));

    add(Id::Copy, tr("&Copy Rows"), QKeySequence::Copy, pic(IconName::Copy));
    add(Id::CopyName, tr("Copy &Name"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    add(Id::CopyYaml, tr("Copy &YAML"));
    add(Id::SelectAll, tr("Select &All"), QKeySequence::SelectAll);
    add(Id::FocusFilter, tr("&Filter…"), QKeySequence::Find, pic(IconName::Filter));

    add(Id::Refresh, tr("&Refresh"), QKeySequence(Qt::Key_F5), pic(IconName::Refresh));
    add(Id::WarningsOnly, tr("&Warnings Only"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W), pic(IconName::Warning));
    add(Id::ShowTree, tr("&Clusters"), QKeySequence(Qt::Key_F9));
    add(Id::ShowDetails, tr("&Details"), QKeySequence(Qt::Key_F8));
    add(Id::ThemeSystem, tr("As the Des&ktop"));
    add(Id::ThemeLight, tr("&Light"));
    add(Id::ThemeDark, tr("&Dark"));
    add(Id::DensityCompact, tr("&Compact"));
    add(Id::DensityNormal, tr("&Normal"));
    add(Id::DensityRoomy, tr("&Roomy"));

    add(Id::Back, tr("&Back"), QKeySequence(Qt::ALT | Qt::Key_Left), pic(IconName::Back));
    add(Id::Forward, tr("&Forward"), QKeySequence(Qt::ALT | Qt::Key_Right), pic(IconName::Forward));
    add(Id::FocusTree, tr("To the &Clusters"), QKeySequence(Qt::ALT | Qt::Key_1));
    add(Id::FocusContent, tr("To the &Table"), QKeySequence(Qt::ALT | Qt::Key_2));
    add(Id::FocusDetails, tr("To the &Details"), QKeySequence(Qt::ALT | Qt::Key_3));
    add(Id::ChooseNamespaces, tr("&Namespaces…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), pic(IconName::Namespace));
    add(Id::AllNamespaces, tr("&All Namespaces"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));

    add(Id::ShowOverview, tr("&Overview"), QKeySequence(Qt::CTRL | Qt::Key_I), pic(IconName::Info));
    add(Id::ShowYaml, tr("&YAML"), QKeySequence(Qt::CTRL | Qt::Key_Y), pic(IconName::Yaml));
    add(Id::ShowLogs, tr("Lo&gs"), QKeySequence(Qt::CTRL | Qt::Key_L), pic(IconName::Logs));
    add(Id::ShowEvents, tr("&Events"), QKeySequence(Qt::CTRL | Qt::Key_E), pic(IconName::Event));
    add(Id::EditObject, tr("E&dit…"), QKeySequence(Qt::Key_F4), pic(IconName::Edit));
    add(Id::Scale, tr("&Scale…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), pic(IconName::Scale));
    add(Id::RestartRollout, tr("&Restart…"));
    add(Id::PauseRollout, tr("&Pause"));
    add(Id::ResumeRollout, tr("Res&ume"));
    add(Id::RolloutHistory, tr("&History…"));
    add(Id::UndoRollout, tr("U&ndo…"));
    add(Id::SetImage, tr("Set &Image…"));
    add(Id::Cordon, tr("&Cordon"));
    add(Id::Uncordon, tr("&Uncordon"));
    add(Id::Drain, tr("D&rain…"));
    add(Id::EditTaints, tr("&Taints…"));
    add(Id::SuspendCronJob, tr("S&uspend"));
    add(Id::ResumeCronJob, tr("&Resume"));
    add(Id::TriggerCronJob, tr("&Trigger Now"));
    add(Id::EditLabels, tr("La&bels…"));
    add(Id::EditAnnotations, tr("&Annotations…"));
    add(Id::RevertWrite, tr("Revert Last &Write…"));
    add(Id::EvictPod, tr("E&vict…"));
    add(Id::DeleteObject, tr("De&lete…"), QKeySequence::Delete);

    add(Id::Connect, tr("&Connect"));
    add(Id::RetryNow, tr("&Retry Now"), QKeySequence(Qt::SHIFT | Qt::Key_F5));
    add(Id::EnterToken, tr("Enter &Token…"));
    add(Id::EnterPassphrase, tr("Enter Passp&hrase…"));
    add(Id::Protect, tr("&Protected"));
    add(Id::UnlockWrites, tr("&Unlock Writes…"));
    add(Id::LockNow, tr("&Lock Now"));
    add(Id::ClusterEvents, tr("&Events of the Cluster"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), pic(IconName::Event));
    add(Id::ShowPipeline, tr("P&ipeline"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), pic(IconName::Pipeline));
    add(Id::ShowRequests, tr("Re&quests"), {}, pic(IconName::Requests));
    add(Id::ShowControllers, tr("Co&ntrollers"), {}, pic(IconName::Controllers));
    add(Id::ShowApiServer, tr("API &Server"), {}, pic(IconName::ApiServer));
    add(Id::ShowLeases, tr("Le&ases"), {}, pic(IconName::Lease));

    add(Id::NextTab, tr("&Next Tab"), QKeySequence(Qt::CTRL | Qt::Key_Tab));
    add(Id::PreviousTab, tr("&Previous Tab"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab));

    add(Id::Shortcuts, tr("&Keyboard Shortcuts"), QKeySequence(Qt::CTRL | Qt::Key_Question));
    add(Id::About, tr("&About Orrery"));
}

void Actions::add(ActionId id, const QString &text, const QKeySequence &shortcut, int iconName)
{
    auto *action = new QAction(text, this);
    action->setShortcut(shortcut);
    action->setVisible(false);
    if (iconName >= 0)
        action->setIcon(icon(static_cast<IconName>(iconName)));
    // On the window too, so that a shortcut works while the menu bar is hidden.
    m_window->addAction(action);
    m_entries.push_back({id, action, {}, true});
    connect(action, &QAction::triggered, this, [this, id] {
        // A copy: a handler may set itself anew.
        if (const auto handler = entry(id)->handler)
            handler();
    });
}

const Actions::Entry *Actions::entry(ActionId id) const
{
    const auto at = std::find_if(m_entries.begin(), m_entries.end(), [id](const Entry &e) { return e.id == id; });
    Q_ASSERT(at != m_entries.end());
    return &*at;
}

QAction *Actions::action(ActionId id) const
{
    return entry(id)->action;
}

void Actions::setHandler(ActionId id, std::function<void()> handler)
{
    for (Entry &e : m_entries) {
        if (e.id != id)
            continue;
        e.handler = std::move(handler);
        e.action->setVisible(e.handler && e.applies);
    }
}

void Actions::setApplies(ActionId id, bool applies)
{
    for (Entry &e : m_entries) {
        if (e.id != id)
            continue;
        e.applies = applies;
        e.action->setVisible(e.handler && e.applies);
    }
}

void Actions::setUnavailable(ActionId id, const QString &why)
{
    QAction *one = action(id);
    one->setEnabled(why.isEmpty());
    one->setToolTip(why);
    one->setStatusTip(why);
}

bool Actions::hasHandler(const QAction *action) const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [action](const Entry &e) { return e.action == action && e.handler; });
}

void Actions::trigger(ActionId id) const
{
    action(id)->trigger();
}

QList<QAction *> Actions::all() const
{
    QList<QAction *> list;
    for (const Entry &e : m_entries)
        list << e.action;
    return list;
}

} // namespace orrery
