// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/object/object.h"
#include "core/session/ports/cluster_ports.h"

#include <QCoreApplication>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace kube {
class DraftStore;
class WriteStore;
}

namespace orrery {

enum class ActionId;
class Clusters;
class MainWindow;
class Page;
class ResourcePage;

/// What a person has chosen, for verbs that act on it.
struct Selection {
    QString context;
    std::optional<kube::ResourceInfo> resource;
    std::vector<kube::ObjectKey> keys; ///< of that resource; the current one first
    kube::ObjectPtr object;            ///< the current one as the details know it; null: not there yet
    QString whyNone;                   ///< why nothing can be done with it; empty: there is at least one, and it has not gone

    /// Is it of that kind, whatever the version?
    [[nodiscard]] bool isOf(const std::string &group, const std::string &resourceName) const
    {
        return resource && resource->gvr.group == group && resource->gvr.resource == resourceName;
    }
};

/// What groups of verbs are lent by the workspace; it outlives them.
struct VerbHost {
    Q_DECLARE_TR_FUNCTIONS(orrery::VerbHost)
public:
    MainWindow &window;
    Clusters &clusters;
    kube::ExecutorPtr gui;
    kube::ExecutorPtr background;
    std::shared_ptr<kube::DraftStore> drafts; ///< null: none are kept
    std::shared_ptr<kube::WriteStore> writes; ///< null: none outlives the program
    bool readOnly = false;
    std::function<const Selection &()> selection; ///< as it is now
    std::function<QString()> context;             ///< of what is looked at, whether anything is chosen or not
    /// Goes to the table of a resource, and to the object in it.
    std::function<void(const QString &context, const kube::ResourceInfo &resource, const kube::ObjectKey &key)> showObject;
    /// Goes to the table of a resource, in all namespaces when it is opened for that, and gives it.
    std::function<ResourcePage *(const QString &context, const kube::ResourceInfo &resource)> showTable;

    /// What an action on one object needs, in this order: an object, one of them, and a session that may write.
    [[nodiscard]] QString whyNotOne(const Selection &chosen) const;
    /// The same, of one object or many.
    [[nodiscard]] QString whyNotAny(const Selection &chosen) const;
    /// Adds a page and goes to it.
    void showPage(Page *page) const;
};

/// Some verbs that belong together: their actions' handlers, and when they can be used. Thread: GUI.
class VerbGroup
{
public:
    explicit VerbGroup(VerbHost &host) : m_host(host), m_owner(host.gui) {}
    virtual ~VerbGroup() = default;
    VerbGroup(const VerbGroup &) = delete;
    VerbGroup &operator=(const VerbGroup &) = delete;

    /// Something else is chosen, or what is chosen has changed: greys the actions, says why, asks for rights.
    virtual void offer(const Selection &selection) = 0;

protected:
    /// Enables the action when why is empty, and asks whether this identity may: if not, it says which right is missing.
    /// of: the resource that the right is about; none: the selected one.
    void offerIf(ActionId id, const QString &why, const Selection &selection, const std::string &verb, const std::string &subresource = {},
                 const std::optional<kube::ResourceInfo> &of = {});
    [[nodiscard]] VerbHost &host() const { return m_host; }
    [[nodiscard]] const kube::Owner &owner() const { return m_owner; }

private:
    VerbHost &m_host;
    kube::Owner m_owner;
};

/// Every group there is, in no order.
[[nodiscard]] std::vector<std::unique_ptr<VerbGroup>> makeVerbGroups(VerbHost &host);

} // namespace orrery
