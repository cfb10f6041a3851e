// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/table_source.h"

#include <QWidget>

class QStackedWidget;
class QTimer;

namespace orrery {

class Badge;
class EmptyState;
class TableView;

/// The events of one object, live, newest first; repeated ones are one row with a count, as the server keeps them.
/// Asks the server only for an object that a person stays at: after rest, and not before it is in view.
class ObjectEvents final : public QWidget
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds rest{300};

    /// delivery: as TableSource::Environment has it.
    ObjectEvents(kube::ExecutorPtr gui, kube::ExecutorPtr background, kube::ExecutorPtr delivery = {}, QWidget *parent = nullptr);

    /// events: the resource as the server serves it; uid: of the object they are about.
    void show(const kube::ClusterPorts &ports, const kube::ResourceInfo &events, const std::string &namespaceName, const QString &uid);
    void clear();
    [[nodiscard]] TableView *table() const { return m_table; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Asked {
        kube::ClusterPorts ports;
        kube::ResourceInfo events;
        std::string namespaceName;
        QString uid;
    };
    void open();
    void showStanding();
    [[nodiscard]] int sectionOf(QLatin1String id) const;

    kube::ExecutorPtr m_gui;
    kube::ExecutorPtr m_background;
    kube::ExecutorPtr m_delivery;
    std::optional<Asked> m_asked; ///< not opened yet
    QTimer *m_rest;
    TableSource *m_source = nullptr;
    Badge *m_badge;
    QStackedWidget *m_stack;
    TableView *m_table;
    EmptyState *m_empty;
};

} // namespace orrery
