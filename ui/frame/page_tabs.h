// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QHash>
#include <QTabBar>

class QStackedWidget;

namespace orrery {

class Page;

/// A tab bar and the stack it turns; a context's colour stands at its tabs' left edge. Owns the pages.
class PageTabs final : public QTabBar
{
    Q_OBJECT
public:
    explicit PageTabs(QWidget *parent = nullptr);

    /// Where the pages are; shows empty() while there is none. Owned by whoever places it.
    [[nodiscard]] QStackedWidget *stack() const { return m_stack; }
    void setEmptyWidget(QWidget *empty);

    void addPage(Page *page);
    void showPage(Page *page);
    void closePage(Page *page);
    [[nodiscard]] Page *currentPage() const;
    [[nodiscard]] QList<Page *> pages() const;
    void setContextColours(const QHash<QString, QColor> &colours);
    void turn(int by); ///< to the next (1) or previous (-1) tab, around the ends

Q_SIGNALS:
    void pageShown(orrery::Page *page); ///< null: none is left
    void pagesChanged();                ///< opened, closed, moved or at another location

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    QSize tabSizeHint(int index) const override;

private:
    [[nodiscard]] Page *pageAt(int index) const;
    void refresh(Page *page);
    void turnStack();

    QStackedWidget *m_stack;
    Page *m_shown = nullptr; ///< of which pageShown spoke last
    QHash<QString, QColor> m_colours;
};

} // namespace orrery
