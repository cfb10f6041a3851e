// SPDX-License-Identifier: Apache-2.0
#include "app/composition/protected_contexts.h"

#include "app/composition/clusters.h"
#include "ui/base/error_text.h"
#include "ui/frame/actions.h"
#include "ui/frame/main_window.h"
#include "ui/frame/protection_bar.h"
#include "ui/frame/session_store.h"
#include "ui/views/clusters/unlock_dialog.h"

#include <QAction>

namespace orrery {

namespace {

QString protectionKey(const QString &context)
{
    // A context's name may hold anything; a key may not.
    return QStringLiteral("protected/") + QString::fromLatin1(context.toUtf8().toHex());
}

} // namespace

ProtectedContexts::ProtectedContexts(MainWindow &window, Clusters &clusters, kube::ExecutorPtr gui, QObject *parent)
    : QObject(parent), m_window(window), m_clusters(clusters), m_owner(std::move(gui))
{
    Actions &actions = window.actions();
    actions.action(ActionId::Protect)->setCheckable(true);
    actions.setHandler(ActionId::Protect, [this] { toggle(); });
    actions.setHandler(ActionId::UnlockWrites, [this] { ask(m_window.currentContext(), true, {}); });
    actions.setHandler(ActionId::LockNow, [this] { lockNow(); });
    clusters.setProtected([this](const QString &context) { return isProtected(context); });
    connect(&clusters, &Clusters::opened, this, &ProtectedContexts::follow);
    connect(&window, &MainWindow::currentContextChanged, this, &ProtectedContexts::showCurrent);
    connect(window.protection(), &ProtectionBar::unlockRequested, this, [this] { ask(m_window.currentContext(), true, {}); });
    connect(window.protection(), &ProtectionBar::lockRequested, this, &ProtectedContexts::lockNow);
    showCurrent();
}

ProtectedContexts::~ProtectedContexts()
{
    m_clusters.setProtected({});
}

bool ProtectedContexts::isProtected(const QString &context) const
{
    return m_window.store().value(protectionKey(context), false).toBool();
}

void ProtectedContexts::follow(const QString &context)
{
    Followed &followed = m_followed[context];
    followed.last.isProtected = isProtected(context);
    if (auto *port = m_clusters.ports(context).protection)
        followed.told = port->onProtection(m_owner, [this, context](const kube::Protection &protection) { take(context, protection); });
    showCurrent();
}

void ProtectedContexts::take(const QString &context, const kube::Protection &protection)
{
    Followed &followed = m_followed[context];
    const bool isRefused = protection.refused > followed.last.refused;
    followed.last = protection;
    showCurrent();
    if (isRefused && protection.isLocked() && !m_dialog)
        ask(context, true, tr("Nothing was sent: %1").arg(protection.lastRefused->toString()));
}

void ProtectedContexts::setProtected(const QString &context, bool isProtected)
{
    m_window.store().setValue(protectionKey(context), isProtected);
    if (const auto followed = m_followed.find(context); followed != m_followed.end()) // the session says so in a moment
        followed->second.last.isProtected = isProtected;
    if (auto *port = m_clusters.ports(context).protection; port && isProtected)
        port->protect();
    showCurrent();
}

void ProtectedContexts::toggle()
{
    const QString context = m_window.currentContext();
    if (isProtected(context))
        ask(context, false, {});
    else
        setProtected(context, true);
    showCurrent(); // the menu's mark follows what is so, not the click
}

void ProtectedContexts::ask(const QString &context, bool toUnlock, const QString &why)
{
    if (m_dialog) {
        m_dialog->raise();
        return;
    }
    m_dialog = new UnlockDialog(toUnlock ? UnlockDialog::Purpose::Unlock : UnlockDialog::Purpose::Unprotect, context, why, &m_window);
    connect(m_dialog, &UnlockDialog::typed, this, [this, context, toUnlock](const QString &name) {
        kube::ProtectionPort *port = m_clusters.ports(context).protection;
        if (!port) { // not open: there is nothing to unlock, and what is kept is the window's alone
            if (!toUnlock && name == context)
                setProtected(context, false);
            m_dialog->accept();
            return;
        }
        kube::then(toUnlock ? port->unlock(name) : port->unprotect(name), m_owner, [this, context, toUnlock](const kube::Result<kube::Protection> &done) {
            if (done && !toUnlock)
                setProtected(context, false);
            if (!m_dialog)
                return;
            if (done)
                m_dialog->accept();
            else
                m_dialog->setProblem(done.error().message);
        });
    });
    m_dialog->open();
}

void ProtectedContexts::lockNow() const
{
    if (auto *port = m_clusters.ports(m_window.currentContext()).protection)
        port->lockNow();
}

kube::Protection ProtectedContexts::current() const
{
    const auto followed = m_followed.find(m_window.currentContext());
    if (followed != m_followed.end())
        return followed->second.last;
    kube::Protection kept;
    kept.isProtected = isProtected(m_window.currentContext());
    return kept;
}

void ProtectedContexts::showCurrent()
{
    const QString context = m_window.currentContext();
    const kube::Protection protection = current();
    const bool isOpen = m_clusters.ports(context).protection != nullptr;
    m_window.protection()->setProtection(context, protection, isOpen);
    Actions &actions = m_window.actions();
    actions.action(ActionId::Protect)->setChecked(protection.isProtected);
    actions.setUnavailable(ActionId::Protect, context.isEmpty() ? tr("No cluster is open") : QString());
    actions.setApplies(ActionId::UnlockWrites, protection.isLocked());
    actions.setUnavailable(ActionId::UnlockWrites, isOpen ? QString() : tr("The cluster is not open"));
    actions.setApplies(ActionId::LockNow, protection.isProtected && !protection.isLocked());
}

} // namespace orrery
