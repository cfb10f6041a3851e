// SPDX-License-Identifier: Apache-2.0
#include "app/composition/draft_verbs.h"

#include "app/composition/clusters.h"
#include "app/composition/edit_parts.h"
#include "app/composition/edit_verbs.h"
#include "app/composition/new_verbs.h"
#include "ui/base/format.h"
#include "ui/base/tone.h"
#include "ui/frame/actions.h"
#include "ui/frame/main_window.h"
#include "ui/views/editing/unsaved_texts_dialog.h"
#include "ui/widgets/toast.h"

namespace orrery {

namespace {

constexpr std::string_view statusPart = "/status";

/// Without the part of it that the draft is of.
kube::GroupResource wholeOf(const kube::Draft &draft)
{
    kube::GroupResource resource = draft.key.resource.groupResource();
    if (resource.resource.ends_with(statusPart))
        resource.resource.resize(resource.resource.size() - statusPart.size());
    return resource;
}

} // namespace

DraftVerbs::DraftVerbs(VerbHost &host, EditVerbs &edit, NewVerbs &news) : VerbGroup(host), m_edit(edit), m_new(news)
{
    host.window.actions().setHandler(ActionId::UnsavedTexts, [this] {
        read([this](const kube::DraftStore::Contents &contents) { show(contents); });
    });
    if (!host.drafts) {
        host.window.actions().setUnavailable(ActionId::UnsavedTexts, tr("Texts are not kept"));
        return;
    }
    read([this](const kube::DraftStore::Contents &contents) { sayWhatIsKept(contents); });
}

void DraftVerbs::read(std::function<void(const kube::DraftStore::Contents &)> then)
{
    host().background->post([store = host().drafts, deliver = owner().bind(std::move(then))] { deliver(store->all(std::chrono::system_clock::now())); });
}

void DraftVerbs::sayWhatIsKept(const kube::DraftStore::Contents &contents)
{
    Toast *toast = host().window.toast();
    if (!contents.damaged.empty())
        toast->say(Tone::Failing, tr("A text that was not saved cannot be read: %1").arg(contents.damaged.front().place));
    else if (!contents.drafts.empty())
        toast->say(Tone::Informative, tr("%n text(s) not saved, kept in File, Unsaved Texts", nullptr, static_cast<int>(contents.drafts.size())));
}

QString DraftVerbs::contextOf(const kube::Draft &draft) const
{
    const QString server = QString::fromStdString(draft.key.cluster);
    const auto isOf = [&](const QString &context) {
        const kube::ContextInfo *info = host().clusters.contextNamed(context);
        return info && info->server == server && host().clusters.isOpen(context);
    };
    if (const QString current = host().context(); isOf(current))
        return current;
    for (const kube::ContextInfo &info : host().clusters.contexts()) {
        if (isOf(info.name))
            return info.name;
    }
    return {};
}

std::optional<kube::ResourceInfo> DraftVerbs::resourceOf(const kube::Draft &draft, const QString &context) const
{
    const kube::CatalogPtr catalog = host().clusters.catalog(context);
    const kube::ResourceInfo *found = catalog ? catalog->find(wholeOf(draft)) : nullptr;
    if (!found)
        return std::nullopt;
    return found->in(draft.key.resource.version); // as the text is written
}

void DraftVerbs::show(const kube::DraftStore::Contents &contents)
{
    QList<UnsavedText> texts;
    for (const kube::Draft &draft : contents.drafts) {
        const QString context = contextOf(draft);
        const auto resource = resourceOf(draft, context);
        const QString plural = QString::fromStdString(draft.key.resource.resource);
        const QString kind = resource ? QString::fromStdString(resource->kind) : plural;
        const bool isNew = draft.key.object.name == newObjectsDraft;
        QString what = isNew ? tr("New %1").arg(kind) : tr("%1 %2").arg(kind, QString::fromStdString(draft.key.object.name));
        if (!draft.key.object.namespaceName.empty())
            what = tr("%1 in %2").arg(what, QString::fromStdString(draft.key.object.namespaceName));
        QString whyNot;
        if (host().readOnly)
            whyNot = tr("Orrery is read-only");
        else if (context.isEmpty())
            whyNot = tr("It is of %1: open that cluster first").arg(QString::fromStdString(draft.key.cluster));
        else if (!resource)
            whyNot = tr("The cluster has no %1").arg(plural);
        texts << UnsavedText{kindIcon(QString::fromStdString(draft.key.resource.group), kind), tr("%1, %2").arg(what, absoluteTime(draft.time)), QString::fromStdString(draft.text), whyNot};
    }
    auto *dialog = new UnsavedTextsDialog(texts, &host().window);
    QObject::connect(dialog, &UnsavedTextsDialog::openWanted, dialog, [this, drafts = contents.drafts](int index) { open(drafts.at(static_cast<std::size_t>(index))); });
    dialog->open();
}

void DraftVerbs::open(const kube::Draft &draft)
{
    Selection chosen;
    chosen.context = contextOf(draft);
    chosen.resource = resourceOf(draft, chosen.context);
    chosen.keys = {draft.key.object};
    if (!chosen.resource)
        return;
    if (draft.key.object.name == newObjectsDraft)
        m_new.write(chosen.context, *chosen.resource, QString::fromStdString(draft.key.object.namespaceName));
    else
        m_edit.open(chosen, draft.key.resource.resource.ends_with(statusPart) ? kube::EditPart::Status : editedPart(*chosen.resource));
}

} // namespace orrery
