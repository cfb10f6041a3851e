// SPDX-License-Identifier: Apache-2.0
#include "app/composition/new_verbs.h"

#include "app/composition/clusters.h"
#include "app/composition/edit_parts.h"
#include "core/manifest/object_template.h"
#include "ui/base/tone.h"
#include "ui/frame/actions.h"
#include "ui/frame/main_window.h"
#include "ui/frame/page_tabs.h"
#include "ui/views/manifests/new_object_dialog.h"
#include "ui/widgets/page.h"
#include "ui/widgets/toast.h"

namespace orrery {

namespace {

/// A text by the schema; without one the least of all.
std::string skeletonOf(const kube::Result<kube::OpenApiDocumentPtr> &document, const kube::GroupVersionKind &kind, const std::string &namespaceName)
{
    if (document) {
        const auto schemas = kube::OpenApiSchemas::parse(**document);
        const auto schema = schemas ? kube::ObjectSchema::of(*schemas, kind) : kube::fail(schemas.error());
        if (schema)
            return kube::objectSkeleton(**schema, namespaceName);
    }
    return kube::barestObject(kind, namespaceName);
}

} // namespace

NewVerbs::NewVerbs(VerbHost &host) : VerbGroup(host)
{
    host.window.actions().setHandler(ActionId::NewObject, [this] { ask(); });
}

QString NewVerbs::whyNot() const
{
    if (!host().clusters.isOpen(host().context()))
        return tr("No cluster is open");
    return host().readOnly ? tr("Orrery is read-only") : QString();
}

void NewVerbs::offer(const Selection &)
{
    host().window.actions().setUnavailable(ActionId::NewObject, whyNot());
}

void NewVerbs::ask()
{
    const QString context = host().context();
    const kube::CatalogPtr catalog = host().clusters.catalog(context);
    if (!whyNot().isEmpty() || !catalog)
        return;
    std::vector<kube::ResourceInfo> creatable;
    for (const kube::ResourceInfo &resource : catalog->resources) {
        if (resource.can("create") && resource.can("get"))
            creatable.push_back(resource);
    }
    const Selection &chosen = host().selection();
    const bool isHere = chosen.context == context;
    const std::string kind = isHere && chosen.resource ? chosen.resource->kind : std::string();
    const std::string space = isHere && !chosen.keys.empty() ? chosen.keys.front().namespaceName : std::string();
    auto *dialog = new NewObjectDialog(std::move(creatable), kind, space.empty() ? host().clusters.namespaceOf(context) : QString::fromStdString(space),
                                       [this, context](const kube::ResourceInfo &resource, const std::string &namespaceName) { return mayCreate(context, resource, namespaceName); }, host().gui,
                                       &host().window);
    QObject::connect(dialog, &NewObjectDialog::chosen, dialog, [this, context](const kube::ResourceInfo &resource, const QString &namespaceName) { write(context, resource, namespaceName); });
    dialog->open();
}

kube::Future<bool> NewVerbs::mayCreate(const QString &context, const kube::ResourceInfo &resource, const std::string &namespaceName) const
{
    const kube::ClusterPorts ports = host().clusters.ports(context);
    return ports.cluster ? ports.cluster->mayI("create", resource, {}, namespaceName) : kube::Future<bool>::ready(true);
}

void NewVerbs::write(const QString &context, const kube::ResourceInfo &resource, const QString &namespaceName)
{
    const kube::ClusterPorts ports = host().clusters.ports(context);
    const std::string space = namespaceName.toStdString();
    if (!ports.edit || showOpen(context, resource, space))
        return;
    if (const auto text = kube::objectTemplate(resource.gvk(), space)) {
        open(context, resource, namespaceName, *text);
        return;
    }
    kube::then(ports.edit->schemas(resource.gvr.groupVersion(), kube::EditPort::Age::Kept), owner(), [this, context, resource, namespaceName, space](kube::Result<kube::OpenApiDocumentPtr> document) {
        // Reading a large schema takes longer than a frame may.
        host().background->post([document = std::move(document), kind = resource.gvk(), space,
                                 deliver = owner().bind([this, context, resource, namespaceName](const std::string &text) { open(context, resource, namespaceName, text); })] {
            deliver(skeletonOf(document, kind, space));
        });
    });
}

bool NewVerbs::showOpen(const QString &context, const kube::ResourceInfo &resource, const std::string &namespaceName) const
{
    for (Page *page : host().window.tabs()->pages()) {
        const auto *tab = qobject_cast<EditTab *>(page);
        if (!tab || !tab->isNew() || tab->contextName() != context || tab->target().resource.gvr != resource.gvr || tab->target().key.namespaceName != namespaceName)
            continue;
        host().window.tabs()->showPage(page);
        page->focusContent();
        return true;
    }
    return false;
}

void NewVerbs::open(const QString &context, const kube::ResourceInfo &resource, const QString &namespaceName, const std::string &text)
{
    const std::string space = namespaceName.toStdString();
    if (!host().clusters.isOpen(context) || showOpen(context, resource, space))
        return;
    EditTab::Parts parts = editParts(host(), context, resource);
    parts.drafts = editDrafts(host(), context, resource.gvr, {space, newObjectsDraft});
    parts.proposal = EditTab::Proposal{{}, QString::fromStdString(text), {}, false};
    auto *tab = new EditTab({context, resource, {space, {}}, editedPart(resource)}, std::move(parts));
    Toast *toast = host().window.toast();
    QObject::connect(tab, &EditTab::draftNotKept, toast, [toast](const QString &why) { toast->say(Tone::Pending, tr("No draft is kept: %1").arg(why)); });
    // When its own words have been said: the tab goes, the object comes.
    QObject::connect(tab, &EditTab::created, tab, [this, tab](const kube::ObjectKey &key) {
        host().window.toast()->say(Tone::Ready, tr("%1 created").arg(QString::fromStdString(key.name)));
        const QString where = tab->contextName();
        const kube::ResourceInfo kind = tab->target().resource;
        host().window.tabs()->closePage(tab);
        host().showObject(where, kind, key);
        if (Page *page = host().window.tabs()->currentPage())
            page->focusContent();
    }, Qt::QueuedConnection);
    host().showPage(tab);
}

} // namespace orrery
