// SPDX-License-Identifier: Apache-2.0
#include "ui/frame/actions.h"
#include "ui/frame/context_band.h"
#include "ui/frame/main_window.h"
#include "ui/frame/session_store.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>

namespace orrery {

namespace {

const QString themeKey = QStringLiteral("view/theme");
const QString densityKey = QStringLiteral("view/density");

QIcon swatch(const QColor &colour)
{
    QPixmap pixmap(32, 32);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(6, 6, 20, 20, 4, 4);
    return pixmap;
}

/// Null entries are separators.
void fill(QMenu *menu, const Actions &actions, std::initializer_list<std::optional<ActionId>> entries)
{
    for (const auto &entry : entries) {
        if (entry)
            menu->addAction(actions.action(*entry));
        else
            menu->addSeparator();
    }
}

/// A menu none of whose actions can be used yet is not shown.
void hideWhileEmpty(QMenu *menu)
{
    const auto update = [menu] {
        bool any = false;
        for (const QAction *action : menu->actions())
            any = any || (action->isVisible() && !action->isSeparator());
        menu->menuAction()->setVisible(any);
    };
    for (QAction *action : menu->actions())
        QObject::connect(action, &QAction::changed, menu, update);
    update();
}

} // namespace

void MainWindow::buildMenus(QMenuBar *bar)
{
    using Id = ActionId;
    constexpr auto gap = std::nullopt;
    const auto add = [&](const QString &title, std::initializer_list<std::optional<ActionId>> entries) {
        QMenu *menu = bar->addMenu(title);
        menu->setToolTipsVisible(true);
        fill(menu, *m_actions, entries);
        return menu;
    };
    add(tr("&File"), {Id::NewObject, Id::OpenManifests, Id::UnsavedTexts, gap, Id::OpenKubeconfig, gap, Id::CloseTab, gap, Id::Quit});
    add(tr("&Edit"), {Id::Copy, Id::CopyName, Id::CopyYaml, Id::SelectAll, gap, Id::FocusFilter});
    QMenu *view = add(tr("&View"), {Id::Refresh, Id::WarningsOnly, gap, Id::ShowTree, Id::ShowDetails, gap});
    buildChoices(view);
    add(tr("&Go"), {Id::Back, Id::Forward, gap, Id::FocusTree, Id::FocusContent, Id::FocusDetails, gap, Id::ChooseNamespaces, Id::AllNamespaces});
    QMenu *object = add(tr("&Object"), {Id::ShowOverview, Id::ShowYaml, Id::ShowLogs, Id::ShowEvents});
    addVerbs(object);
    hideWhileEmpty(object);
    QMenu *cluster = add(tr("&Cluster"), {Id::Connect, Id::RetryNow, gap, Id::EnterToken, Id::EnterPassphrase, gap, Id::Protect, Id::UnlockWrites, Id::LockNow, gap, Id::ClusterEvents,
                                          gap, Id::ShowPipeline, Id::ShowRequests, Id::ShowControllers, Id::ShowApiServer, Id::ShowLeases, gap});
    buildColours(cluster);
    add(tr("&Window"), {Id::NextTab, Id::PreviousTab});
    add(tr("&Help"), {Id::Shortcuts, gap, Id::About});
}

void MainWindow::addVerbs(QMenu *menu) const
{
    using Id = ActionId;
    constexpr auto gap = std::nullopt;
    fill(menu, *m_actions, {gap, Id::EditObject, Id::Scale, Id::EditLabels, Id::EditAnnotations, Id::RevertWrite,
                            gap, Id::RestartRollout, Id::PauseRollout, Id::ResumeRollout, Id::RolloutHistory, Id::UndoRollout, Id::SetImage,
                            gap, Id::Cordon, Id::Uncordon, Id::Drain, Id::EditTaints,
                            gap, Id::SuspendCronJob, Id::ResumeCronJob, Id::TriggerCronJob,
                            gap, Id::EvictPod, Id::DeleteObject});
}

void MainWindow::buildChoices(QMenu *view)
{
    const auto choices = [this](QMenu *menu, const auto &entries, auto current, const QString &key, auto chosen) {
        auto *group = new QActionGroup(menu);
        for (const auto &[id, value] : entries) {
            QAction *action = m_actions->action(id);
            action->setCheckable(true);
            action->setChecked(value == current);
            group->addAction(action);
            menu->addAction(action);
            m_actions->setHandler(id, [this, key, chosen, value = value] {
                m_store.setValue(key, static_cast<int>(value));
                chosen(value);
            });
        }
    };
    choices(view->addMenu(tr("&Theme")),
            std::initializer_list<std::pair<ActionId, ThemeChoice>>{{ActionId::ThemeSystem, ThemeChoice::System},
                                                                   {ActionId::ThemeLight, ThemeChoice::Light},
                                                                   {ActionId::ThemeDark, ThemeChoice::Dark}},
            themeChoice(), themeKey, [this](ThemeChoice choice) { Q_EMIT themeChosen(choice); });
    choices(view->addMenu(tr("Row &Height")),
            std::initializer_list<std::pair<ActionId, Density>>{{ActionId::DensityCompact, Density::Compact},
                                                               {ActionId::DensityNormal, Density::Normal},
                                                               {ActionId::DensityRoomy, Density::Roomy}},
            density(), densityKey, [this](Density chosen) { Q_EMIT densityChosen(chosen); });
    m_columnsMenu = view->addMenu(tr("Co&lumns"));
    m_columnsMenu->menuAction()->setVisible(false);
}

void MainWindow::buildColours(QMenu *cluster)
{
    QMenu *menu = cluster->addMenu(tr("C&olour"));
    m_colourGroup = new QActionGroup(menu);
    const auto add = [&](const QString &id, const QString &title, const QColor &colour) {
        QAction *action = menu->addAction(colour.isValid() ? swatch(colour) : QIcon(), title);
        action->setCheckable(true);
        action->setData(id);
        m_colourGroup->addAction(action);
        connect(action, &QAction::triggered, this, [this, id] {
            m_store.setValue(QStringLiteral("colours/") + QString::fromLatin1(m_context.toUtf8().toHex()), id);
            updateColours();
        });
    };
    add(QString(), tr("None"), {});
    for (const ContextColour &colour : contextColours())
        add(colour.id, colour.title, colour.colour);
}

ThemeChoice MainWindow::themeChoice() const
{
    const int stored = m_store.value(themeKey, 0).toInt();
    return stored == 1 ? ThemeChoice::Light : stored == 2 ? ThemeChoice::Dark : ThemeChoice::System;
}

Density MainWindow::density() const
{
    const int stored = m_store.value(densityKey, static_cast<int>(Density::Normal)).toInt();
    return stored == static_cast<int>(Density::Compact) ? Density::Compact
        : stored == static_cast<int>(Density::Roomy)    ? Density::Roomy
                                                        : Density::Normal;
}

} // namespace orrery
