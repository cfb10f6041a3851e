// SPDX-License-Identifier: Apache-2.0
#include "ui/frame/page_tabs.h"

#include "ui/base/icons.h"
#include "ui/widgets/page.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStackedWidget>
#include <QStyle>
#include <QToolButton>

namespace orrery {

PageTabs::PageTabs(QWidget *parent) : QTabBar(parent), m_stack(new QStackedWidget(parent))
{
    setAccessibleName(tr("Open pages"));
    // One ground from the chosen tab down through the page.
    m_stack->setBackgroundRole(QPalette::Base);
    m_stack->setAutoFillBackground(true);
    setDocumentMode(true);
    setDrawBase(false);
    setExpanding(false);
    setMovable(true);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideRight);
    setSelectionBehaviorOnRemove(SelectPreviousTab);
    connect(this, &QTabBar::currentChanged, this, &PageTabs::turnStack);
    connect(this, &QTabBar::tabMoved, this, &PageTabs::pagesChanged);
}

void PageTabs::setEmptyWidget(QWidget *empty)
{
    m_stack->insertWidget(0, empty);
    turnStack();
}

Page *PageTabs::pageAt(int index) const
{
    return index < 0 ? nullptr : tabData(index).value<Page *>();
}

Page *PageTabs::currentPage() const
{
    return pageAt(currentIndex());
}

QList<Page *> PageTabs::pages() const
{
    QList<Page *> list;
    for (int i = 0; i < count(); ++i)
        list << pageAt(i);
    return list;
}

void PageTabs::addPage(Page *page)
{
    m_stack->addWidget(page);
    // The data first: adding the first tab makes it current.
    const bool blocked = blockSignals(true);
    const int index = addTab(page->icon(), page->title());
    setTabData(index, QVariant::fromValue(page));
    auto *close = new QToolButton(this);
    close->setAutoRaise(true);
    close->setIcon(icon(IconName::Close));
    close->setIconSize({12, 12});
    close->setFixedSize(18, 18);
    close->setFocusPolicy(Qt::NoFocus);
    close->setToolTip(tr("Close this tab (Ctrl+W)"));
    close->setAccessibleName(tr("Close %1").arg(page->title()));
    connect(close, &QToolButton::clicked, page, [this, page] { closePage(page); });
    setTabButton(index, QTabBar::RightSide, close);
    blockSignals(blocked);
    refresh(page);
    connect(page, &Page::titleChanged, this, [this, page] { refresh(page); });
    connect(page, &Page::locationChanged, this, &PageTabs::pagesChanged);
    setCurrentIndex(index);
    turnStack();
    Q_EMIT pagesChanged();
}

void PageTabs::refresh(Page *page)
{
    const int index = static_cast<int>(pages().indexOf(page));
    if (index < 0)
        return;
    setTabText(index, page->title());
    setTabIcon(index, page->icon());
    setTabToolTip(index, page->contextName().isEmpty() ? page->title() : QStringLiteral("%1 · %2").arg(page->title(), page->contextName()));
}

void PageTabs::showPage(Page *page)
{
    setCurrentIndex(static_cast<int>(pages().indexOf(page)));
}

void PageTabs::closePage(Page *page)
{
    const int index = static_cast<int>(pages().indexOf(page));
    if (index < 0)
        return;
    const QWidget *focus = page->window()->focusWidget();
    const bool hadFocus = focus == page || page->isAncestorOf(focus);
    page->disconnect(this);
    if (m_shown == page)
        m_shown = nullptr;
    m_stack->removeWidget(page);
    removeTab(index);
    turnStack();
    // Later: this may be called from one of its own signals.
    page->hide();
    page->deleteLater();
    Q_EMIT pagesChanged();
    // The keyboard goes on where the eye does, not to the first button of the window.
    if (Page *next = currentPage(); next && hadFocus)
        next->focusContent();
}

void PageTabs::turn(int by)
{
    if (count() > 0)
        setCurrentIndex((currentIndex() + by + count()) % count());
}

void PageTabs::turnStack()
{
    Page *page = currentPage();
    // Only the page that is seen takes room: a wide one behind it would squeeze what stands beside the stack.
    for (Page *other : pages())
        other->setSizePolicy(other == page ? QSizePolicy::Preferred : QSizePolicy::Ignored, QSizePolicy::Preferred);
    if (page)
        m_stack->setCurrentWidget(page);
    else
        m_stack->setCurrentIndex(0);
    setVisible(count() > 0);
    if (std::exchange(m_shown, page) != page || !page)
        Q_EMIT pageShown(page);
}

void PageTabs::setContextColours(const QHash<QString, QColor> &colours)
{
    m_colours = colours;
    update();
}

QSize PageTabs::tabSizeHint(int index) const
{
    const QSize size = QTabBar::tabSizeHint(index);
    return {std::clamp(size.width(), 96, 240), size.height()};
}

void PageTabs::paintEvent(QPaintEvent *event)
{
    QTabBar::paintEvent(event);
    QPainter painter(this);
    for (int i = 0; i < count(); ++i) {
        const Page *page = pageAt(i);
        const QColor colour = page ? m_colours.value(page->contextName()) : QColor();
        if (!colour.isValid())
            continue;
        const QRect tab = tabRect(i);
        const QRect edge(tab.left(), tab.top() + 6, 3, tab.height() - 12);
        painter.fillRect(QStyle::visualRect(layoutDirection(), tab, edge), colour);
    }
}

void PageTabs::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::MiddleButton) {
        if (Page *page = pageAt(tabAt(event->position().toPoint())))
            closePage(page);
        return;
    }
    QTabBar::mouseReleaseEvent(event);
}

} // namespace orrery
