// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/cluster_ports.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTabWidget;
class QTimer;
class QToolButton;

namespace orrery {

class ElidedLabel;
class IconLabel;
class EmptyState;
class OverviewView;
class YamlPage;

/// The right side: one object, followed live. Tabs: overview, YAML, and what the composition adds (its events).
class DetailsPanel final : public QWidget
{
    Q_OBJECT
public:
    DetailsPanel(kube::ExecutorPtr gui, kube::ExecutorPtr background, QWidget *parent = nullptr);

    /// An object that no open table holds is a watch of its own: it is asked for when a person stays at it.
    enum class Asking { AtOnce, AfterRest };
    static constexpr std::chrono::milliseconds rest{300};

    /// Shows that object until another is shown; the ports stay valid until clear().
    void show(const kube::ClusterPorts &ports, const kube::ResourceInfo &resource, const kube::ObjectKey &key, Asking asking = Asking::AtOnce);
    void clear();
    void addTab(QWidget *page, const QString &title);
    /// Which cluster it is in, said when there is a choice, and a word on where it stands ("hidden by the filter").
    void setWhereabouts(const QString &cluster, const QString &note);
    /// "web has been deleted": the server has no such object, nothing can be done with it; empty: not so.
    [[nodiscard]] const QString &whyGone() const { return m_whyGone; }
    [[nodiscard]] kube::ObjectPtr object() const { return m_object; }
    [[nodiscard]] QTabWidget *tabs() const { return m_tabs; }
    /// The search of the YAML, when that is what is shown.
    void focusFilter();
    /// The object's YAML to the clipboard, masked as its page shows it.
    void copyYaml();
    /// False: there was nothing to close.
    bool closeNearest();

Q_SIGNALS:
    void objectShown(const kube::ResourceInfo &resource, const kube::ObjectKey &key, const QString &uid); ///< once per object, when known
    void objectChanged(); ///< the shown one, later
    void cleared();
    void gone(); ///< whyGone() from now on; when it is made again, objectShown() tells
    void ownerActivated(const QString &apiVersion, const QString &kind, const QString &namespaceName, const QString &name);
    void logsRequested(const kube::ObjectKey &pod, const QString &container);
    void closeRequested();

private:
    void observe();
    void take(const kube::ObjectPtr &object, const kube::Freshness &freshness);
    void fetchManagedFields();
    void showOverview();
    void findHolder(const QStringList &pods); ///< of a Lease: asks for one after the other
    void describeAbsence(const kube::Freshness &freshness);
    void sayCaption();

    kube::ClusterPorts m_ports;
    kube::ResourceInfo m_resource;
    kube::ObjectKey m_key;
    kube::ObjectPtr m_object;
    std::string m_shownUid;
    QStringList m_holderPods; ///< of a Lease, as last looked for
    QString m_holderPod;      ///< the one that there is
    QString m_whyGone;
    QString m_cluster;
    QString m_note;
    QTimer *m_rest;
    IconLabel *m_kindIcon;
    ElidedLabel *m_title;
    ElidedLabel *m_caption;
    QToolButton *m_close;
    QStackedWidget *m_stack;
    QTabWidget *m_tabs;
    EmptyState *m_empty;
    OverviewView *m_overview;
    YamlPage *m_yaml;
    kube::Subscription m_observation;
    kube::Owner m_owner;
};

} // namespace orrery
