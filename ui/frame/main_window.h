// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/base/theme.h"

#include <QColor>
#include <QMainWindow>

#include <functional>

class QActionGroup;
class QMenu;
class QMenuBar;
class QSplitter;

namespace orrery {

class Actions;
class ContextBand;
class EmptyState;
class Page;
class PageTabs;
class ProtectionBar;
class SessionStore;
class StatusFace;
class Toast;

/// Places things, does nothing: the tree left, pages in the middle, details right, the status face below, the menu
/// bar above. What the menu's actions do to clusters is set by the composition (actions()).
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    /// store: outlives the window.
    explicit MainWindow(SessionStore &store, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] Actions &actions() const { return *m_actions; }
    [[nodiscard]] PageTabs *tabs() const { return m_tabs; }
    [[nodiscard]] StatusFace *status() const { return m_status; }
    [[nodiscard]] Toast *toast() const { return m_toast; }
    [[nodiscard]] ProtectionBar *protection() const { return m_protection; }
    [[nodiscard]] SessionStore &store() const { return m_store; }
    /// In the middle while no page is open.
    [[nodiscard]] EmptyState *welcome() const { return m_welcome; }
    void askToOpenACluster(); ///< what the middle says at first

    void setTree(QWidget *tree);       ///< takes it over
    /// Takes it over; hidden until showDetails(true). closeNearest: Escape within it; false: there was nothing to close.
    void setDetails(QWidget *details, std::function<bool()> closeNearest = {});
    void showDetails(bool shown);
    void setReadOnly(bool readOnly);
    /// Which cluster the menus speak of. Follows the current page; the tree's selection may say otherwise, and the title and
    /// the band stay with the page that is on screen.
    void setCurrentContext(const QString &context);
    [[nodiscard]] QString currentContext() const { return m_context; }
    /// What the person chose last time, else System and Normal.
    [[nodiscard]] ThemeChoice themeChoice() const;
    [[nodiscard]] Density density() const;
    /// The View menu's part for the columns of the current table; filled by the composition when about to show.
    [[nodiscard]] QMenu *columnsMenu() const { return m_columnsMenu; }
    /// The verbs of the Object menu, for a menu of its own; those that the chosen kind has not are hidden.
    void addVerbs(QMenu *menu) const;

    /// Sizes and places of the last time. Call when tree and details are set.
    void restoreLayout();
    /// With a frame around it, upon its screen: before it is shown nobody knows the frame, and room is kept for one.
    [[nodiscard]] bool fits() const;

Q_SIGNALS:
    void themeChosen(orrery::ThemeChoice choice);
    void densityChosen(orrery::Density density);
    void currentPageChanged(orrery::Page *page);
    void currentContextChanged(const QString &context);
    void aboutToClose();

protected:
    void closeEvent(QCloseEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void buildMenus(QMenuBar *bar);
    void buildChoices(QMenu *view);
    void buildColours(QMenu *cluster);
    void setOwnHandlers();
    void pageShown(Page *page);
    void escape();
    [[nodiscard]] QString shownContext() const; ///< of the page on screen; without one the current context
    void updateTitle();
    void updateColours();
    void saveLayout();

    SessionStore &m_store;
    Actions *m_actions;
    ContextBand *m_band;
    ProtectionBar *m_protection;
    PageTabs *m_tabs;
    QWidget *m_tabRow;
    QSplitter *m_outer;
    QSplitter *m_inner;
    StatusFace *m_status;
    EmptyState *m_welcome;
    Toast *m_toast;
    QMenu *m_columnsMenu = nullptr;
    QActionGroup *m_colourGroup = nullptr;
    QWidget *m_tree = nullptr;
    QWidget *m_details = nullptr;
    std::function<bool()> m_closeInDetails;
    QString m_context;
    bool m_readOnly = false;
};

} // namespace orrery
