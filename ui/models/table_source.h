// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/mailbox.h"
#include "core/session/ports/cluster_ports.h"
#include "ui/models/resource_table_model.h"
#include "ui/models/row_outbox.h"

namespace orrery {

/// A live table of one resource: finds its columns (ours; a custom resource's printer columns; else the server's
/// Table), opens the feed and keeps the model fed. Columns follow the definition while it is looked at. What any view of a
/// list of objects stands on.
/// Thread: GUI. Lifetime: shorter than the ports.
class TableSource final : public QObject
{
    Q_OBJECT
public:
    struct Environment {
        kube::ClusterPorts ports;
        kube::ExecutorPtr gui;
        kube::ExecutorPtr background; ///< shared by all tables; null: a thread of its own
        kube::ExecutorPtr delivery;   ///< null: a Mailbox paced to one delivery each 50 ms
        std::function<kube::WallTime()> now;
    };
    struct Selectors {
        std::string labels;
        std::string fields;
        friend bool operator==(const Selectors &, const Selectors &) = default;
    };

    TableSource(kube::ResourceInfo resource, Environment environment, QObject *parent = nullptr);
    ~TableSource() override;

    /// Shows these objects, and nothing of what was shown before.
    void open(kube::NamespaceScope scope, Selectors selectors = {});
    void close();
    /// The same objects in another version. Ignored when it is that already.
    void setVersion(const std::string &version);

    /// What defines the resource, as last told; null: nothing that is known.
    [[nodiscard]] const kube::DefinitionPtr &definition() const { return m_definition; }
    /// The definition was there and was deleted.
    [[nodiscard]] bool isUndefined() const { return m_isUndefined; }
    [[nodiscard]] const kube::ResourceInfo &resource() const { return m_resource; }
    [[nodiscard]] const kube::NamespaceScope &scope() const { return m_scope; }
    [[nodiscard]] const Selectors &selectors() const { return m_selectors; }
    [[nodiscard]] ResourceTableModel *model() const { return m_model; }
    /// The session has the whole objects; false: the rows alone, as the server prints them.
    [[nodiscard]] bool holdsObjects() const { return m_form == kube::FeedRequest::Form::Objects; }
    [[nodiscard]] const kube::Freshness &freshness() const { return m_freshness; }
    /// What the server told has been shown: live (or read), every object of the first list in the model, in order.
    [[nodiscard]] bool isSettled() const;

Q_SIGNALS:
    void freshnessChanged();
    void columnsChanged();
    void definitionChanged(); ///< or its end, or the version that is shown
    /// While somebody looks at the clocks: the model has just shown these changes, which a view tells of when they are painted.
    void rowsStamped(const orrery::RowStamps &stamps);

private:
    void findColumns();
    void take(const kube::Result<kube::DefinitionPtr> &definition);
    void showDefined();
    void openFeed();
    void deliver(RowDelivery delivery);
    void setFreshness(kube::Freshness freshness);
    void noteCount();
    [[nodiscard]] bool hasAll() const;

    kube::ResourceInfo m_resource;
    Environment m_environment;
    std::shared_ptr<kube::Executor> m_ownedBackground;
    std::shared_ptr<kube::Mailbox> m_ownedDelivery;
    ResourceTableModel *m_model;
    kube::NamespaceScope m_scope;
    Selectors m_selectors;
    kube::FeedRequest::Form m_form = kube::FeedRequest::Form::Objects;
    bool m_hasColumns = false;
    kube::Subscription m_definitions;
    kube::DefinitionPtr m_definition;
    bool m_isUndefined = false;
    bool m_isOpen = false;
    bool m_hasCaughtUp = false; ///< the model has had all that was told to be there
    kube::Freshness m_freshness;
    kube::Subscription m_feed;
    std::unique_ptr<kube::Owner> m_feedOwner; ///< of one opening: what an earlier feed still sends is dropped
    kube::Owner m_owner;
};

} // namespace orrery
