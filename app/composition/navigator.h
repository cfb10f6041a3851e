// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/object_port.h"
#include "ui/frame/history.h"

#include <QObject>
#include <QPointer>

namespace orrery {

class MainWindow;
class Page;
class ResourcePage;
class Workspace;

/// Back and Forward through the tables, namespaces and objects a person has looked at. A table whose tab was closed is
/// opened again; other pages are forgotten with their tab. Thread: GUI.
class Navigator final : public QObject
{
    Q_OBJECT
public:
    Navigator(Workspace &workspace, MainWindow &window);

private:
    struct Place {
        QPointer<Page> page;
        QString context;
        std::optional<kube::ResourceInfo> resource; ///< of a table that can be opened again
        kube::NamespaceScope scope;
        std::optional<kube::ObjectKey> object;
        [[nodiscard]] bool operator==(const Place &other) const;
    };
    [[nodiscard]] static Place placeOf(Page *page);
    void follow(Page *page);
    void note(bool another);
    void go(std::optional<Place> (History<Place>::*direction)());
    void forgetClosed();
    void offer();

    Workspace &m_workspace;
    MainWindow &m_window;
    History<Place> m_history;
    QPointer<Page> m_followed;
    bool m_going = false;
};

} // namespace orrery
