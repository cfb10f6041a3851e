// SPDX-License-Identifier: Apache-2.0
#include "app/composition/workspace.h"
#include "ui/frame/main_window.h"
#include "ui/views/clusters/credential_dialog.h"
#include "ui/widgets/toast.h"

namespace orrery {

void Workspace::askForToken(const QString &context)
{
    const kube::ClusterPorts ports = m_parts.clusters->ports(context);
    if (!ports.cluster)
        return;
    auto *dialog = new CredentialDialog(CredentialDialog::Secret::Token, context, m_parts.credentials->whereKept(), m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CredentialDialog::supplied, this, [this, context](const QByteArray &token) {
        if (auto *cluster = m_parts.clusters->ports(context).cluster)
            cluster->supplyToken(token);
        kube::then(m_parts.credentials->keep(context, Credentials::Kind::Token, token), m_owner, [this](const kube::Result<QString> &where) {
            if (where)
                m_parts.window->toast()->say(Tone::Informative, *where);
        });
    });
    dialog->open();
}

void Workspace::askForPassphrase(const QString &context)
{
    const kube::ClusterPorts ports = m_parts.clusters->ports(context);
    if (!ports.cluster)
        return;
    auto *dialog = new CredentialDialog(CredentialDialog::Secret::Passphrase, context, m_parts.credentials->whereKept(), m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (const auto reason = m_parts.clusters->health(context).reason)
        dialog->setProblem(reason->message);
    connect(dialog, &CredentialDialog::supplied, this, [this, context](const QByteArray &passphrase) {
        m_askedForCredentials.remove(context);
        if (auto *cluster = m_parts.clusters->ports(context).cluster)
            cluster->supplyPassphrase(passphrase);
        kube::then(m_parts.credentials->keep(context, Credentials::Kind::Passphrase, passphrase), m_owner, [this](const kube::Result<QString> &where) {
            if (where)
                m_parts.window->toast()->say(Tone::Informative, *where);
        });
    });
    dialog->open();
}

} // namespace orrery
