// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>
#include <QWidget>

namespace orrery {

/// One tab of the main window: a table, a log, the events. The frame asks it these few things and no more.
/// Set an accessibleName; it is what a screen reader says on entering.
class Page : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// The tab's text: "Pods".
    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual QIcon icon() const { return {}; }
    /// The context it looks at; empty when it looks at none.
    [[nodiscard]] virtual QString contextName() const { return {}; }
    /// What to open again at the next start ("pods?namespace=web"); empty: not opened again. The composition
    /// that made the page reads it back.
    [[nodiscard]] virtual QString location() const { return {}; }

    /// Has it got what it is about, or does it still wait for it? Pictures of it are taken then.
    [[nodiscard]] virtual bool hasContent() const { return true; }

    /// Puts the keyboard where work happens: the table, the text.
    virtual void focusContent() { setFocus(Qt::OtherFocusReason); }
    /// Puts the keyboard in the filter or search field, if the page has one.
    virtual void focusFilter() {}
    /// Escape: closes the nearest thing (a search bar, a filter). False: there was none.
    virtual bool closeNearest() { return false; }

Q_SIGNALS:
    void titleChanged();
    void selectionChanged();
    void locationChanged();
};

} // namespace orrery
