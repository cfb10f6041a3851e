// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/cluster_port.h"

#include <QObject>
#include <QStringList>

class QTimer;

namespace orrery {

/// Which of the namespaces that a table looks at do not exist: of those a server lists nothing and says nothing. Asked
/// while the table is empty, now and then again, as a namespace goes after what was in it. Who may not list namespaces
/// learns nothing; what fails otherwise is asked again.
class NamespaceCheck final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds pause{5};

    NamespaceCheck(kube::ClusterPort *cluster, const kube::ExecutorPtr &gui, QObject *parent);

    /// An empty scope ends it.
    void look(const kube::NamespaceScope &scope);
    [[nodiscard]] const QStringList &missing() const { return m_missing; }

Q_SIGNALS:
    void changed(); ///< missing()

private:
    void ask();

    kube::ClusterPort *m_cluster;
    kube::NamespaceScope m_scope;
    QStringList m_missing;
    QTimer *m_again;
    bool m_isAsking = false;
    kube::Owner m_owner;
};

} // namespace orrery
