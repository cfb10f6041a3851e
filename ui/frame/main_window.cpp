// SPDX-License-Identifier: Apache-2.0
#include "ui/frame/main_window.h"

#include "ui/base/icons.h"
#include "ui/frame/actions.h"
#include "ui/frame/context_band.h"
#include "ui/frame/help.h"
#include "ui/frame/page_tabs.h"
#include "ui/frame/protection_bar.h"
#include "ui/frame/reading_order.h"
#include "ui/frame/session_store.h"
#include "ui/frame/status_face.h"
#include "ui/frame/tab_row.h"
#include "ui/widgets/accessible_menu.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/page.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMenuBar>
#include <QScreen>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace orrery {

namespace {

QVBoxLayout *bareColumn(QWidget *widget)
{
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    return layout;
}

QString colourKey(const QString &context)
{
    // A context's name may hold anything; a key may not.
    return QStringLiteral("colours/") + QString::fromLatin1(context.toUtf8().toHex());
}

} // namespace

MainWindow::MainWindow(SessionStore &store, QWidget *parent)
    : QMainWindow(parent), m_store(store), m_actions(new Actions(this)), m_band(new ContextBand), m_protection(new ProtectionBar), m_tabs(new PageTabs(this)),
      m_tabRow(new TabRow(*m_actions, m_tabs)), m_outer(new QSplitter(Qt::Horizontal)), m_inner(new QSplitter(Qt::Horizontal)),
      m_status(new StatusFace), m_welcome(new EmptyState)
{
    describeMenuEntries();
    setWindowIcon(applicationIcon());
    setMinimumSize(640, 400);
    resize(1280, 800);

    auto *top = new QWidget(this);
    QVBoxLayout *topColumn = bareColumn(top);
    auto *bar = new QMenuBar(top);
    topColumn->addWidget(m_band);
    topColumn->addWidget(bar);
    topColumn->addWidget(new Hairline(Qt::Horizontal, top));
    topColumn->addWidget(m_protection);
    setMenuWidget(top);

    m_tabs->setEmptyWidget(m_welcome);
    askToOpenACluster();

    m_inner->addWidget(m_tabs->stack());
    m_inner->setStretchFactor(0, 1);
    m_inner->setChildrenCollapsible(false);
    auto *right = new QWidget;
    QVBoxLayout *rightColumn = bareColumn(right);
    rightColumn->addWidget(m_tabRow);
    rightColumn->addWidget(m_inner, 1);
    m_outer->addWidget(right);
    m_outer->setChildrenCollapsible(false);
    m_outer->setStretchFactor(0, 1);

    auto *centre = new QWidget(this);
    QVBoxLayout *column = bareColumn(centre);
    column->addWidget(m_outer, 1);
    column->addWidget(m_status);
    setCentralWidget(centre);
    m_toast = new Toast(centre);

    buildMenus(bar);
    setOwnHandlers();
    connect(m_tabs, &PageTabs::pageShown, this, &MainWindow::pageShown);
    auto *escapeKey = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    connect(escapeKey, &QShortcut::activated, this, &MainWindow::escape);
    pageShown(nullptr);
    updateColours();
}

MainWindow::~MainWindow() = default;

void MainWindow::askToOpenACluster()
{
    m_welcome->setText({IconName::Cluster, tr("Open a cluster"), tr("Choose a context on the left. A cluster is touched only when you open it."), {}, {}});
}

void MainWindow::setTree(QWidget *tree)
{
    m_tree = tree;
    m_outer->insertWidget(0, tree);
    m_outer->setStretchFactor(0, 0);
    m_outer->setStretchFactor(1, 1);
    tree->setMinimumWidth(160);
    m_outer->setSizes({248, std::max(400, width() - 248)});
    m_actions->setHandler(ActionId::ShowTree, [this] { m_tree->setVisible(!m_tree->isVisible()); });
    m_actions->setHandler(ActionId::FocusTree, [this] {
        m_tree->show();
        m_tree->setFocus(Qt::ShortcutFocusReason);
    });
}

void MainWindow::setDetails(QWidget *details, std::function<bool()> closeNearest)
{
    m_details = details;
    m_closeInDetails = std::move(closeNearest);
    m_inner->addWidget(details);
    m_inner->setStretchFactor(1, 0);
    details->setMinimumWidth(240);
    details->hide();
    m_actions->setHandler(ActionId::ShowDetails, [this] { showDetails(!m_details->isVisible()); });
    m_actions->setHandler(ActionId::FocusDetails, [this] {
        showDetails(true);
        m_details->setFocus(Qt::ShortcutFocusReason);
    });
}

void MainWindow::showDetails(bool shown)
{
    if (!m_details || m_details->isVisibleTo(this) == shown)
        return;
    m_details->setVisible(shown);
    if (shown && m_inner->sizes().value(1) < 240) {
        const int wanted = m_store.value(QStringLiteral("window/details"), 400).toInt();
        m_inner->setSizes({std::max(200, m_inner->width() - wanted), wanted});
    }
}

void MainWindow::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_status->setReadOnly(readOnly);
    updateTitle();
}

void MainWindow::setCurrentContext(const QString &context)
{
    m_context = context;
    updateTitle();
    updateColours();
    Q_EMIT currentContextChanged(m_context);
}

QString MainWindow::shownContext() const
{
    const Page *page = m_tabs->currentPage();
    return page && !page->contextName().isEmpty() ? page->contextName() : m_context;
}

void MainWindow::updateTitle()
{
    QStringList parts;
    if (const Page *page = m_tabs->currentPage())
        parts << page->title();
    if (const QString context = shownContext(); !context.isEmpty())
        parts << context;
    if (m_readOnly)
        parts << tr("read-only");
    setWindowTitle(parts.isEmpty() ? QStringLiteral("Orrery") : parts.join(QStringLiteral(" · ")) + QStringLiteral(" — Orrery"));
}

void MainWindow::updateColours()
{
    QHash<QString, QColor> colours;
    const auto colourOf = [this](const QString &context) {
        const QString id = m_store.value(colourKey(context)).toString();
        for (const ContextColour &colour : contextColours()) {
            if (colour.id == id)
                return colour.colour;
        }
        return QColor();
    };
    for (const Page *page : m_tabs->pages())
        colours.insert(page->contextName(), colourOf(page->contextName()));
    m_tabs->setContextColours(colours);
    const QString shown = shownContext();
    m_band->setColour(shown.isEmpty() ? QColor() : colourOf(shown));
    const QString id = m_store.value(colourKey(m_context)).toString();
    for (QAction *action : m_colourGroup->actions())
        action->setChecked(action->data().toString() == id);
    m_colourGroup->setEnabled(!m_context.isEmpty());
}

void MainWindow::pageShown(Page *page)
{
    m_tabRow->setVisible(page != nullptr);
    if (page) {
        connect(page, &Page::titleChanged, this, &MainWindow::updateTitle, Qt::UniqueConnection);
        if (!page->contextName().isEmpty())
            m_context = page->contextName();
    }
    m_actions->setUnavailable(ActionId::CloseTab, page ? QString() : tr("No page is open"));
    updateTitle();
    updateColours();
    Q_EMIT currentContextChanged(m_context);
    Q_EMIT currentPageChanged(page);
}

void MainWindow::setOwnHandlers()
{
    const auto on = [this](ActionId id, std::function<void()> handler) { m_actions->setHandler(id, std::move(handler)); };
    on(ActionId::CloseTab, [this] { m_tabs->closePage(m_tabs->currentPage()); });
    on(ActionId::Quit, [this] { close(); });
    on(ActionId::NextTab, [this] { m_tabs->turn(1); });
    on(ActionId::PreviousTab, [this] { m_tabs->turn(-1); });
    on(ActionId::FocusContent, [this] {
        if (Page *page = m_tabs->currentPage())
            page->focusContent();
    });
    on(ActionId::FocusFilter, [this] {
        if (Page *page = m_tabs->currentPage())
            page->focusFilter();
    });
    on(ActionId::Shortcuts, [this] { showShortcuts(this, *m_actions); });
    on(ActionId::About, [this] { showAbout(this); });
}

void MainWindow::escape()
{
    if (m_toast->isVisible()) {
        m_toast->close();
        return;
    }
    Page *page = m_tabs->currentPage();
    const bool inDetails = m_details && m_details->isAncestorOf(QApplication::focusWidget());
    if (inDetails && m_closeInDetails && m_closeInDetails())
        return;
    if (!page || (!inDetails && page->closeNearest()))
        return;
    if (inDetails)
        page->focusContent();
    else if (m_details && m_details->isVisible())
        showDetails(false);
    else
        page->focusContent();
}

bool MainWindow::fits() const
{
    return width() + 16 <= screen()->availableSize().width() && height() + 40 <= screen()->availableSize().height();
}

void MainWindow::restoreLayout()
{
    restoreGeometry(m_store.value(QStringLiteral("window/geometry")).toByteArray());
    const int tree = m_store.value(QStringLiteral("window/tree"), 248).toInt();
    if (m_tree) {
        m_outer->setSizes({std::clamp(tree, 160, 800), std::max(400, width() - tree)});
        m_tree->setVisible(m_store.value(QStringLiteral("window/treeShown"), true).toBool());
    }
}

void MainWindow::saveLayout()
{
    m_store.setValue(QStringLiteral("window/geometry"), saveGeometry());
    if (m_tree && m_tree->isVisible())
        m_store.setValue(QStringLiteral("window/tree"), m_outer->sizes().value(0));
    if (m_tree)
        m_store.setValue(QStringLiteral("window/treeShown"), m_tree->isVisible());
    if (m_details && m_details->isVisible())
        m_store.setValue(QStringLiteral("window/details"), m_inner->sizes().value(1));
}

bool MainWindow::focusNextPrevChild(bool next)
{
    const QList<QWidget *> stops = tabStops({m_protection, m_tree, m_tabRow, m_tabs->stack(), m_details, m_status, m_toast});
    const qsizetype at = stops.indexOf(QApplication::focusWidget());
    if (at < 0)
        return QMainWindow::focusNextPrevChild(next);
    const qsizetype to = (at + (next ? 1 : -1) + stops.size()) % stops.size();
    stops[to]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveLayout();
    Q_EMIT aboutToClose();
    m_store.flush();
    QMainWindow::closeEvent(event);
}

} // namespace orrery
