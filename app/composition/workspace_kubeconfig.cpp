// SPDX-License-Identifier: Apache-2.0
#include "app/composition/workspace.h"
#include "ui/base/error_text.h"
#include "ui/frame/actions.h"
#include "ui/frame/main_window.h"
#include "ui/frame/page_tabs.h"
#include "ui/models/cluster_tree_model.h"
#include "ui/views/clusters/cluster_tree_view.h"
#include "ui/widgets/toast.h"

#include <QDir>
#include <QFileDialog>

namespace orrery {

void Workspace::askForKubeconfig()
{
    const QString usual = QDir::home().filePath(QStringLiteral(".kube"));
    auto *dialog = new QFileDialog(m_parts.window, tr("Open Kubeconfig"), QFileInfo(usual).isDir() ? usual : QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setFilter(QDir::AllDirs | QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot);
    connect(dialog, &QFileDialog::fileSelected, this, &Workspace::addKubeconfig);
    dialog->open();
}

void Workspace::addKubeconfig(const QString &file)
{
    Toast *toast = m_parts.window->toast();
    const QString name = QDir::toNativeSeparators(file);
    const auto added = m_parts.clusters->add(file);
    if (!added) {
        toast->say(Tone::Failing, added.error().toString());
        return;
    }
    const QStringList &contexts = added->contexts;
    if (!added->problems.isEmpty())
        toast->say(Tone::Failing, added->problems.first().toString());
    else if (contexts.isEmpty())
        toast->say(Tone::Informative, tr("%1 has no context that is not there already").arg(name));
    else
        toast->say(Tone::Informative, tr("%n context(s) of %1 are there until Orrery is closed", nullptr, static_cast<int>(contexts.size())).arg(name));
    if (contexts.isEmpty())
        return;
    m_treeModel->setContexts(m_parts.clusters->contexts());
    if (m_parts.window->tabs()->count() == 0 && !m_parts.clusters->isOpen(currentContext()))
        m_parts.window->askToOpenACluster();
    // Chosen, not opened: Return does that.
    m_treeView->reveal(m_treeModel->contextIndex(added->current.isEmpty() ? contexts.first() : added->current));
    m_treeView->setFocus(Qt::OtherFocusReason);
}

QString Workspace::chosenContext() const
{
    return m_treeView->currentIndex().data(ClusterTreeModel::ContextNameRole).toString();
}

QString Workspace::menuContext() const
{
    const QString chosen = chosenContext();
    const bool isTroubled = m_parts.clusters->isOpen(chosen) && m_parts.clusters->health(chosen).state != kube::HealthState::Live;
    return isTroubled ? chosen : currentContext();
}

void Workspace::offerConnect()
{
    const QString context = chosenContext();
    Actions &actions = m_parts.window->actions();
    const auto whyClosed = [this](const QString &of) { return m_parts.clusters->isOpen(of) ? QString() : tr("No cluster is open"); };
    for (const ActionId id : {ActionId::RetryNow, ActionId::EnterToken, ActionId::EnterPassphrase})
        actions.setUnavailable(id, whyClosed(menuContext()));
    actions.setUnavailable(ActionId::Refresh, whyClosed(currentContext()));
    const kube::ContextInfo *info = m_parts.clusters->contextNamed(context);
    actions.setUnavailable(ActionId::Connect, context.isEmpty() ? tr("Choose a context in the tree first")
                                                  : m_parts.clusters->isOpen(context) ? tr("%1 is open").arg(context)
                                                  : info && info->error ? info->error->toString() : QString());
}

} // namespace orrery
