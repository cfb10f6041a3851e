// SPDX-License-Identifier: Apache-2.0
#include "app/composition/navigator.h"

#include "app/composition/workspace.h"
#include "ui/frame/actions.h"
#include "ui/frame/main_window.h"
#include "ui/frame/page_tabs.h"
#include "ui/views/resources/resource_page.h"

#include <QScopedValueRollback>

namespace orrery {

bool Navigator::Place::operator==(const Place &other) const
{
    if (resource.has_value() != other.resource.has_value() || context != other.context)
        return false;
    if (!resource)
        return page == other.page;
    return resource->gvr == other.resource->gvr && scope == other.scope && object == other.object;
}

Navigator::Navigator(Workspace &workspace, MainWindow &window) : QObject(&workspace), m_workspace(workspace), m_window(window)
{
    connect(&window, &MainWindow::currentPageChanged, this, &Navigator::follow);
    window.actions().setHandler(ActionId::Back, [this] { go(&History<Place>::back); });
    window.actions().setHandler(ActionId::Forward, [this] { go(&History<Place>::forward); });
    offer();
}

Navigator::Place Navigator::placeOf(Page *page)
{
    Place place{page, page->contextName(), {}, {}, {}};
    // A table narrowed by selectors (the events of one object) is not opened again by its kind.
    if (auto *table = qobject_cast<ResourcePage *>(page); table && table->state().selectors == TableSource::Selectors()) {
        place.resource = table->resource();
        place.scope = table->state().scope;
        place.object = table->selectedObject();
    }
    return place;
}

void Navigator::follow(Page *page)
{
    if (m_followed)
        m_followed->disconnect(this);
    m_followed = page;
    forgetClosed();
    if (page) {
        if (auto *table = qobject_cast<ResourcePage *>(page)) {
            connect(table, &ResourcePage::scopeChanged, this, [this] { note(true); });
            connect(table, &ResourcePage::objectSelected, this, [this](const kube::ResourceInfo &, const std::optional<kube::ObjectKey> &key) {
                // None: the rows have gone for a moment, which is not a place.
                if (key)
                    note(false);
            });
        }
        note(true);
    }
    offer();
}

void Navigator::forgetClosed()
{
    m_history.forget([this](const Place &place) { return !place.resource && !m_window.tabs()->pages().contains(place.page.data()); });
}

void Navigator::note(bool another)
{
    if (m_going || !m_followed)
        return;
    if (another)
        m_history.visit(placeOf(m_followed));
    else
        m_history.amend(placeOf(m_followed));
    offer();
}

void Navigator::go(std::optional<Place> (History<Place>::*direction)())
{
    forgetClosed();
    const auto place = (m_history.*direction)();
    if (!place)
        return;
    const QScopedValueRollback going(m_going, true);
    Page *page = place->page;
    if (place->resource) {
        ResourcePage *table = m_workspace.openTable(place->context, *place->resource, place->scope);
        table->setScope(place->scope);
        if (place->object)
            table->reveal(*place->object);
        page = table;
    } else if (page) {
        m_window.tabs()->showPage(page);
    }
    if (page)
        page->focusContent();
    offer();
}

void Navigator::offer()
{
    m_window.actions().setUnavailable(ActionId::Back, m_history.canGoBack() ? QString() : tr("There is nothing before this"));
    m_window.actions().setUnavailable(ActionId::Forward, m_history.canGoForward() ? QString() : tr("There is nothing after this"));
}

} // namespace orrery
