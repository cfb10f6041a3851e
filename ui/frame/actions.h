// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QKeySequence>
#include <QObject>

#include <functional>

class QAction;
class QMenu;

namespace orrery {

/// Everything the menu bar offers. An action is shown from the moment it has a handler, and never before.
enum class ActionId {
    NewObject, OpenManifests, UnsavedTexts, OpenKubeconfig, CloseTab, Quit,
    Copy, CopyName, CopyYaml, SelectAll, FocusFilter,
    Refresh, WarningsOnly, ShowTree, ShowDetails, ThemeSystem, ThemeLight, ThemeDark, DensityCompact, DensityNormal, DensityRoomy,
    Back, Forward, FocusTree, FocusContent, FocusDetails, ChooseNamespaces, AllNamespaces,
    ShowOverview, ShowYaml, ShowLogs, ShowEvents, EditObject, Scale,
    RestartRollout, PauseRollout, ResumeRollout, RolloutHistory, UndoRollout, SetImage,
    Cordon, Uncordon, Drain, EditTaints, SuspendCronJob, ResumeCronJob, TriggerCronJob,
    EditLabels, EditAnnotations, RevertWrite, EvictPod, DeleteObject,
    Connect, RetryNow, EnterToken, EnterPassphrase, Protect, UnlockWrites, LockNow, ClusterEvents,
    ShowPipeline, ShowRequests, ShowControllers, ShowApiServer, ShowLeases,
    NextTab, PreviousTab,
    Shortcuts, About,
};

/// The actions of one window: text, shortcut and icon are fixed here, what they do is set by the composition.
class Actions final : public QObject
{
    Q_OBJECT
public:
    explicit Actions(QWidget *window);

    [[nodiscard]] QAction *action(ActionId id) const;
    /// Shows the action and says what it does; an empty handler hides it again.
    void setHandler(ActionId id, std::function<void()> handler);
    /// Shows or hides an action that some kinds of objects have and others have not; without a handler it stays hidden.
    void setApplies(ActionId id, bool applies);
    /// Greys an action and says why in its tooltip; an empty reason enables it.
    void setUnavailable(ActionId id, const QString &why);
    void trigger(ActionId id) const;
    [[nodiscard]] bool hasHandler(const QAction *action) const; ///< may be hidden all the same: setApplies()
    [[nodiscard]] QList<QAction *> all() const;

private:
    struct Entry {
        ActionId id;
        QAction *action;
        std::function<void()> handler;
        bool applies = true;
    };
    void add(ActionId id, const QString &text, const QKeySequence &shortcut = {}, int iconName = -1);
    [[nodiscard]] const Entry *entry(ActionId id) const;

    QWidget *m_window;
    std::vector<Entry> m_entries;
};

} // namespace orrery
