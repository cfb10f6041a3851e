// SPDX-License-Identifier: Apache-2.0
// What a page says of how it stands, and what the button under those words does.
#include "ui/views/resources/resource_page.h"

#include "ui/views/resources/namespace_check.h"
#include "ui/views/resources/table_head.h"
#include "ui/views/resources/table_state_text.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/version_choice.h"

#include <QStackedWidget>

namespace orrery {

void ResourcePage::showStanding()
{
    const bool isEmpty = freshness().state == kube::FreshnessState::Live && freshness().loaded == 0 && objects() == 0 && resource().namespaced;
    m_namespaceCheck->look(isEmpty ? m_source->scope() : kube::NamespaceScope());
    const TableStanding standing{resource(),  m_source->scope(), freshness(), rows(), objects(), !m_source->model()->filterText().isEmpty(),
                                 m_source->selectors() != TableSource::Selectors(), warningsOnly() && m_head->typed().isEmpty(), m_source->model()->filterProblem(),
                                 m_namespaceCheck->missing(), m_source->isUndefined()};
    m_head->say(standing);
    const auto state = describe(standing);
    m_action = state ? state->action : TableAction::None;
    if (state)
        m_empty->setText(state->text);
    QWidget *shown = state ? static_cast<QWidget *>(m_empty) : m_table;
    if (m_stack->currentWidget() != shown) {
        const bool hadFocus = m_stack->isAncestorOf(focusWidget()) && focusWidget()->hasFocus();
        m_stack->setCurrentWidget(shown);
        if (hadFocus)
            focusContent();
    }
}

void ResourcePage::showVersions()
{
    const kube::DefinitionPtr &definition = m_source->definition();
    const std::string preferred = resource().versions.empty() ? std::string() : resource().versions.front();
    m_head->versions()->setVersions(definition ? versionTexts(*definition, preferred) : QList<VersionText>(), QString::fromStdString(resource().gvr.version));
    showStanding();
}

void ResourcePage::act()
{
    switch (m_action) {
    case TableAction::ClearFilter:
        setWarningsOnly(false);
        setFilter({});
        break;
    case TableAction::AllNamespaces:
        setScope({});
        break;
    case TableAction::Retry:
        m_cluster->retryNow();
        break;
    case TableAction::None:
        break;
    }
}

} // namespace orrery
