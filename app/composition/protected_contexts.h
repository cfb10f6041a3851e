// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/session/ports/protection_port.h"

#include <QObject>
#include <QPointer>

#include <map>

namespace orrery {

class Clusters;
class MainWindow;
class UnlockDialog;

/// Which contexts are protected, kept in the window's store; what the window says of it, and the dialog that unlocks. A
/// write that a session holds back asks for the name by itself, whoever wanted it. Thread: GUI.
class ProtectedContexts final : public QObject
{
    Q_OBJECT
public:
    ProtectedContexts(MainWindow &window, Clusters &clusters, kube::ExecutorPtr gui, QObject *parent);
    ~ProtectedContexts() override;

    [[nodiscard]] bool isProtected(const QString &context) const;

private:
    void follow(const QString &context);
    void take(const QString &context, const kube::Protection &protection);
    void setProtected(const QString &context, bool isProtected);
    void toggle();
    void ask(const QString &context, bool toUnlock, const QString &why);
    void lockNow() const;
    void showCurrent();
    [[nodiscard]] kube::Protection current() const;

    struct Followed {
        kube::Subscription told;
        kube::Protection last;
    };
    MainWindow &m_window;
    Clusters &m_clusters;
    std::map<QString, Followed> m_followed;
    QPointer<UnlockDialog> m_dialog;
    kube::Owner m_owner;
};

} // namespace orrery
