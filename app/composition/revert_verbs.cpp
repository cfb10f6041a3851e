// SPDX-License-Identifier: Apache-2.0
#include "app/composition/revert_verbs.h"

#include "app/composition/clusters.h"
#include "app/composition/edit_parts.h"
#include "app/composition/removal_verbs.h"
#include "app/composition/write_all.h"
#include "core/object/json.h"
#include "ui/base/format.h"
#include "ui/base/tone.h"
#include "ui/frame/actions.h"
#include "ui/frame/main_window.h"
#include "ui/frame/page_tabs.h"
#include "ui/views/details/yaml_page.h"
#include "ui/views/editing/object_text.h"
#include "ui/views/verbs/recreate_dialog.h"
#include "ui/widgets/toast.h"

#include <QAction>

namespace orrery {

namespace {

std::string writtenUid(const std::string &json)
{
    const auto object = kube::JsonDocument::parse(json);
    return object ? std::string(object->root()["metadata"]["uid"].string()) : std::string();
}

std::string writtenVersion(const std::string &json)
{
    const auto object = kube::JsonDocument::parse(json);
    const auto version = object ? kube::GroupVersion::parse(object->root()["apiVersion"].string()) : kube::fail(object.error());
    return version ? version->version : std::string();
}

std::string verbOf(const kube::RememberedWrite &write)
{
    return write.isDeletion() ? "create" : write.isCreation() ? "delete" : "patch";
}

} // namespace

RevertVerbs::RevertVerbs(VerbHost &host) : VerbGroup(host)
{
    host.window.actions().setHandler(ActionId::RevertWrite, [this] { revert(); });
}

void RevertVerbs::watch(const QString &context)
{
    const kube::ClusterPorts ports = host().clusters.ports(context);
    if (!ports.revert || m_watched.contains(context))
        return;
    Watched &watched = m_watched[context];
    const kube::ContextInfo *info = host().clusters.contextNamed(context);
    if (host().writes && info) {
        watched.kept = std::make_unique<KeptWrites>(host().writes, info->server.toStdString(), host().background);
        kube::then(watched.kept->all(std::chrono::system_clock::now()), owner(), [this, context](kube::Result<KeptWrites::Writes> earlier) {
            m_watched[context].earlier = earlier ? std::move(*earlier) : KeptWrites::Writes();
            take(context);
        });
    }
    watched.subscription = ports.revert->onWrites(owner(), [this, context](kube::RememberedWrites writes) {
        m_watched[context].ofThisRun = std::move(writes);
        if (KeptWrites *kept = m_watched[context].kept.get())
            kept->keep(m_watched[context].ofThisRun);
        take(context);
    });
}

void RevertVerbs::take(const QString &context)
{
    Watched &watched = m_watched[context];
    watched.all = withEarlier(watched.ofThisRun, watched.earlier);
    offer(host().selection());
}

kube::RememberedWritePtr RevertVerbs::writeFor(const Selection &selection) const
{
    const auto watched = m_watched.find(host().context());
    if (watched == m_watched.end() || watched->second.all.empty())
        return nullptr;
    const auto &writes = watched->second.all;
    const auto ofSelected = std::find_if(writes.begin(), writes.end(), [&](const kube::RememberedWritePtr &write) {
        return selection.resource && selection.keys.size() == 1 && write->resource == selection.resource->gvr.groupResource() && write->key == selection.keys.front();
    });
    if (ofSelected != writes.end())
        return *ofSelected;
    // Of many that were deleted together one after another is made anew.
    const auto &remade = watched->second.remade;
    const auto next = std::find_if(writes.begin(), writes.end(), [&remade](const kube::RememberedWritePtr &write) {
        return !write->isCreation() || std::find(remade.begin(), remade.end(), std::pair(write->resource, write->key)) == remade.end();
    });
    return next != writes.end() ? *next : writes.front();
}

std::optional<kube::ResourceInfo> RevertVerbs::resourceOf(const kube::RememberedWritePtr &write) const
{
    const kube::CatalogPtr catalog = host().clusters.catalog(host().context());
    const kube::ResourceInfo *found = write && catalog ? catalog->find(write->resource) : nullptr;
    if (!found)
        return std::nullopt;
    return found->in(writtenVersion(write->isDeletion() ? write->before : write->after)); // as the texts are
}

QString RevertVerbs::whyNot(const kube::RememberedWritePtr &write) const
{
    const QString context = host().context();
    if (!host().clusters.isOpen(context))
        return tr("No cluster is open");
    if (host().readOnly)
        return tr("Orrery is read-only");
    if (!write)
        return host().writes ? tr("Orrery has changed nothing in %1 that it remembers").arg(context) : tr("Orrery has changed nothing in %1 since it was started").arg(context);
    if (write->noRevert != kube::NoRevert::None)
        return whyGone(*write);
    return resourceOf(write) ? QString() : tr("The server does not offer %1 any more").arg(QString::fromStdString(write->resource.resource));
}

QString RevertVerbs::whyGone(const kube::RememberedWrite &write) const
{
    const kube::CatalogPtr catalog = host().clusters.catalog(host().context());
    const kube::ResourceInfo *resource = catalog ? catalog->find(write.resource) : nullptr;
    const QString what = QString::fromStdString((resource ? resource->kind : write.resource.resource) + ' ' + write.key.name);
    switch (write.noRevert) {
    case kube::NoRevert::Eviction: return tr("The last write evicted %1 at %2, which cannot be taken back. Select an object to take back what was written to it").arg(what, momentText(write.time));
    case kube::NoRevert::Secret: return tr("%1 is or names a Secret: what it was before the write of %2 was remembered until Orrery ended, and is never on disk").arg(what, momentText(write.time));
    default: return tr("%1 is too large: what it was before the write of %2 was remembered until Orrery ended").arg(what, momentText(write.time));
    }
}

void RevertVerbs::offer(const Selection &selection)
{
    watch(host().context());
    const kube::RememberedWritePtr write = writeFor(selection);
    const QString why = whyNot(write);
    Actions &actions = host().window.actions();
    actions.setUnavailable(ActionId::RevertWrite, why);
    if (!why.isEmpty())
        return;
    const QString kind = QString::fromStdString(resourceOf(write)->kind);
    const QString what = tr("The write to %1 %2 at %3").arg(kind, QString::fromStdString(write->key.name), momentText(write->time));
    actions.action(ActionId::RevertWrite)->setToolTip(what);
    actions.action(ActionId::RevertWrite)->setStatusTip(what);
    askForRight(write);
}

void RevertVerbs::askForRight(const kube::RememberedWritePtr &write)
{
    const kube::ClusterPorts ports = host().clusters.ports(host().context());
    const kube::ResourceInfo resource = *resourceOf(write);
    const std::string subresource = write->part == kube::EditPart::Status ? "status" : "";
    kube::then(ports.cluster->mayI(verbOf(*write), resource, subresource, write->key.namespaceName), owner(), [this, write, resource, subresource](const kube::Result<bool> &may) {
        if (!may || *may || writeFor(host().selection()) != write)
            return;
        const std::string what = resource.gvr.toString() + (subresource.empty() ? subresource : '/' + subresource);
        host().window.actions().setUnavailable(ActionId::RevertWrite, VerbHost::tr("You may not %1 %2 here").arg(QString::fromStdString(verbOf(*write)), QString::fromStdString(what)));
    });
}

void RevertVerbs::revert()
{
    const kube::RememberedWritePtr write = writeFor(host().selection());
    if (!whyNot(write).isEmpty())
        return;
    const kube::ResourceInfo resource = *resourceOf(write);
    if (write->isDeletion())
        openRecreation(resource, *write);
    else if (write->isCreation())
        openDeletion(resource, *write);
    else
        openEdit(resource, *write);
}

void RevertVerbs::openDeletion(const kube::ResourceInfo &resource, const kube::RememberedWrite &write)
{
    openRemoval(host(), host().context(), kube::RemovalMeans::Delete, resource, {write.key}, writtenUid(write.after),
                tr("Orrery made it at %1: deleting it takes that back.").arg(momentText(write.time)));
}

void RevertVerbs::openRecreation(const kube::ResourceInfo &resource, const kube::RememberedWrite &write)
{
    const QString context = host().context();
    const kube::ClusterPorts ports = host().clusters.ports(context);
    RecreateDialog::Parts parts;
    parts.port = ports.changes;
    parts.gui = host().gui;
    parts.context = context;
    parts.shown = [](const std::string &json) { return comparedText(maskedSecret(json)); };
    if (host().clusters.isProtected(context)) {
        parts.confirmation = context;
        parts.confirmed = unlocking(ports, context);
    }
    auto *dialog = new RecreateDialog(std::move(parts), resource, write.key, kube::recreatedObject(write), &host().window);
    QObject::connect(dialog, &RecreateDialog::recreated, dialog, [this, context, resource, key = write.key] {
        m_watched[context].remade.emplace_back(resource.gvr.groupResource(), key);
        host().window.toast()->say(Tone::Ready, tr("%1 made anew").arg(QString::fromStdString(key.name)));
        host().showObject(context, resource, key);
    });
    dialog->open();
}

void RevertVerbs::openEdit(const kube::ResourceInfo &resource, const kube::RememberedWrite &write)
{
    const QString context = host().context();
    PageTabs *tabs = host().window.tabs();
    for (Page *page : tabs->pages()) {
        auto *tab = qobject_cast<EditTab *>(page);
        if (!tab || tab->contextName() != context || tab->target().resource.gvr.groupResource() != write.resource || tab->target().key != write.key || tab->target().part != write.part)
            continue;
        if (tab->isChanged()) {
            tabs->showPage(tab);
            host().window.toast()->say(Tone::Pending, tr("%1 is being edited: save or discard that first").arg(QString::fromStdString(write.key.name)));
            return;
        }
        tabs->closePage(tab);
        break;
    }
    EditTab::Parts parts = editParts(host(), context, resource);
    // No draft: this text is made anew whenever it is asked for.
    parts.proposal = EditTab::Proposal{write.after, editorText(kube::revertedObject(write)), tr("As it was before the write at %1. What others have changed since stays.").arg(momentText(write.time)), true};
    auto *tab = new EditTab({context, resource, write.key, write.part}, std::move(parts));
    Toast *toast = host().window.toast();
    QObject::connect(tab, &EditTab::saved, toast, [toast](const QString &name) { toast->say(Tone::Ready, tr("%1 reverted").arg(name)); });
    host().showPage(tab);
}

} // namespace orrery
