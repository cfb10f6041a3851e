// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/object_overview.h"

#include <QScrollArea>
#include <QTimer>

class QLabel;
class QVBoxLayout;

namespace orrery {

class ToneLabel;

class KeyValueList;

/// The overview of one object: what is wrong first, then its facts, owners, containers, conditions and labels.
class OverviewView final : public QScrollArea
{
    Q_OBJECT
public:
    explicit OverviewView(QWidget *parent = nullptr);
    void setOverview(const ObjectOverview &overview);

Q_SIGNALS:
    void ownerActivated(const QString &apiVersion, const QString &kind, const QString &name);
    void logsActivated(const QString &container);

protected:
    bool event(QEvent *event) override;

private:
    struct Section {
        QLabel *title;
        KeyValueList *list;
    };
    [[nodiscard]] Section addSection(QVBoxLayout *layout, const QString &title);
    void refresh();

    ObjectOverview m_overview;
    ToneLabel *m_headline;
    Section m_metadata;
    Section m_owners;
    Section m_containers;
    Section m_conditions;
    Section m_labels;
    Section m_annotations;
    QTimer m_ages; ///< ages grow by themselves
};

} // namespace orrery
