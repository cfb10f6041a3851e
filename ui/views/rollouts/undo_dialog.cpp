// SPDX-License-Identifier: Apache-2.0
#include "ui/views/rollouts/undo_dialog.h"

#include "core/rollout/workload_kind.h"
#include "ui/views/editing/object_text.h"
#include "ui/views/rollouts/restart_dialog.h"
#include "ui/views/rollouts/workload_change.h"
#include "ui/widgets/diff_view.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace orrery {

UndoDialog::UndoDialog(WorkloadPorts ports, kube::ResourceInfo resource, kube::ObjectKey key, std::int64_t revision, QWidget *parent)
    : WriteDialog(tr("Undo the rollout of %1").arg(QString::fromStdString(key.name)), aboutObject(resource, key), tr("&Undo"), parent), m_ports(std::move(ports)),
      m_resource(std::move(resource)), m_key(std::move(key)), m_revision(revision), m_diff(new DiffView(this)), m_owner(m_ports.gui)
{
    m_diff->setAccessibleName(tr("What the undo would change"));
    content()->addWidget(m_diff, 1);
    setSizeGripEnabled(true);
    resize(860, 560);
    setReady(false);
    cancelButton()->setFocus(Qt::OtherFocusReason);
    read();
}

void UndoDialog::fail(const kube::Error &error, bool wasSent)
{
    setBusy(false);
    sayError(error, wasSent);
}

void UndoDialog::read()
{
    setBusy(true);
    setReady(false);
    kube::then(m_ports.changes->get(m_resource.gvr, m_key), m_owner, [this](const kube::Result<kube::ObjectReply> &reply) {
        const auto object = nodeOf(reply);
        if (object)
            readRevisions(*object, reply->json.toStdString());
        else
            fail(object.error());
    });
}

void UndoDialog::readRevisions(const kube::JsonNode &object, const std::string &json)
{
    const bool isDeployment = kube::workloadKindOf(object) == kube::WorkloadKind::Deployment;
    kube::ListQuery query;
    query.labelSelector = kube::selectorOf(object);
    m_seen = generationOf(object);
    kube::then(m_ports.changes->list({"apps", "v1", isDeployment ? "replicasets" : "controllerrevisions"}, m_key.namespaceName, query), m_owner,
               [this, object, json](const kube::Result<kube::ListPage> &page) {
                   if (!page) {
                       fail(page.error());
                       return;
                   }
                   std::vector<kube::JsonNode> keepers;
                   for (const kube::ObjectPtr &item : page->items) {
                       if (auto node = kube::JsonNode::parse(item->json(), "revision"))
                           keepers.push_back(std::move(*node));
                   }
                   const auto plan = kube::undoRollout(object, kube::rolloutHistory(object, keepers), m_revision);
                   if (!plan) {
                       fail(plan.error());
                       return;
                   }
                   m_plan = *plan;
                   setBusy(false);
                   writeButton()->setText(tr("&Undo to Revision %1").arg(m_plan.revision));
                   if (m_plan.skipped.empty())
                       tryOut(json);
                   else
                       say(Tone::Completed, {QString::fromStdString(m_plan.skipped)});
               });
}

void UndoDialog::tryOut(const std::string &json)
{
    setBusy(true);
    kube::WriteOptions options;
    options.fieldManager = kube::ownFieldManager;
    options.dryRun = kube::DryRun::All;
    kube::then(m_ports.changes->patch(m_resource.gvr, m_key, m_plan.patch.type, QByteArray::fromStdString(m_plan.patch.body), options), m_owner,
               [this, json](const kube::Result<kube::ObjectReply> &reply) {
                   if (!reply) {
                       fail(reply.error());
                       return;
                   }
                   setBusy(false);
                   m_diff->setTexts({tr("As it is now"), comparedText(json)}, {tr("After the undo to revision %1").arg(m_plan.revision), comparedText(reply->json.toStdString())});
                   QStringList lines = reply->warnings;
                   if (m_hasChanged)
                       lines.prepend(tr("It has been changed meanwhile: this is the difference now."));
                   if (lines.isEmpty())
                       sayNothing();
                   else
                       say(Tone::Pending, lines);
                   setReady(true);
                   writeButton()->setFocus(Qt::OtherFocusReason);
               });
}

void UndoDialog::write()
{
    sayNothing();
    setBusy(true);
    kube::then(m_ports.changes->get(m_resource.gvr, m_key), m_owner, [this](const kube::Result<kube::ObjectReply> &reply) {
        const auto object = nodeOf(reply);
        if (!object) {
            fail(object.error());
        } else if (generationOf(*object) != m_seen) {
            m_hasChanged = true;
            readRevisions(*object, reply->json.toStdString());
        } else {
            send();
        }
    });
}

void UndoDialog::send()
{
    kube::WriteOptions options;
    options.fieldManager = kube::ownFieldManager;
    kube::then(m_ports.changes->patch(m_resource.gvr, m_key, m_plan.patch.type, QByteArray::fromStdString(m_plan.patch.body), options), m_owner,
               [this](const kube::Result<kube::ObjectReply> &reply) {
                   if (!reply) {
                       fail(reply.error(), true);
                       return;
                   }
                   setBusy(false);
                   Q_EMIT undone(QString::fromStdString(m_key.name), m_plan.revision, generationOf(nodeOf(reply).value_or(kube::JsonNode())));
                   accept();
               });
}

} // namespace orrery
