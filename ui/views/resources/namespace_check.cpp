// SPDX-License-Identifier: Apache-2.0
#include "ui/views/resources/namespace_check.h"

#include <QTimer>
#include <QWidget>

#include <algorithm>

namespace orrery {

NamespaceCheck::NamespaceCheck(kube::ClusterPort *cluster, const kube::ExecutorPtr &gui, QObject *parent)
    : QObject(parent), m_cluster(cluster), m_again(new QTimer(this)), m_owner(gui)
{
    m_again->setSingleShot(true);
    m_again->setInterval(pause);
    connect(m_again, &QTimer::timeout, this, [this] {
        const auto *page = qobject_cast<QWidget *>(this->parent());
        if (page && !page->isVisible())
            m_again->start(); // nobody looks
        else
            ask();
    });
}

void NamespaceCheck::look(const kube::NamespaceScope &scope)
{
    if (scope == m_scope)
        return;
    m_scope = scope;
    m_missing.clear();
    m_again->stop();
    ask();
}

void NamespaceCheck::ask()
{
    if (m_scope.isAll() || m_isAsking || !m_cluster)
        return;
    m_isAsking = true;
    kube::then(m_cluster->namespaces(), m_owner, [this, asked = m_scope](const kube::Result<std::vector<std::string>> &names) {
        m_isAsking = false;
        if (asked != m_scope) {
            ask();
            return;
        }
        if (!names) {
            if (!names.error().is(kube::ErrorKind::Forbidden))
                m_again->start();
            return;
        }
        QStringList missing;
        for (const std::string &name : m_scope.names) {
            if (std::find(names->begin(), names->end(), name) == names->end())
                missing << QString::fromStdString(name);
        }
        m_again->start();
        if (missing == m_missing)
            return;
        m_missing = missing;
        Q_EMIT changed();
    });
}

} // namespace orrery
