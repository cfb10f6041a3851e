// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/suspect_port.h"
#include "ui/views/controllers/controllers_watch.h"
#include "ui/widgets/page.h"

class QLabel;
class QStackedWidget;
class QTabWidget;
class QVBoxLayout;

namespace orrery {

class Badge;
class ChartsPanel;
class ElidedLabel;
class EmptyState;
class FilterField;
class NoticeList;
class ProgramPanel;
class ProgressLine;
class QueueModel;
class SuspectsPanel;
class TableView;

/// What the page works with; all of it outlives the page.
struct ControllersPorts {
    kube::MetricsPort *metrics = nullptr;
    kube::SuspectPort *suspects = nullptr; ///< null: who is stuck cannot be looked for
    kube::ExecutorPtr gui;
    std::shared_ptr<kube::Scheduler> time; ///< of the GUI thread
};

/// The work queues of the cluster's controllers and of its API server: what they do now, over time, what stands out, and who
/// is stuck. Asks only while it is seen.
class ControllersPage final : public Page
{
    Q_OBJECT
public:
    ControllersPage(QString contextName, QString location, const ControllersPorts &ports, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QIcon icon() const override;
    [[nodiscard]] QString contextName() const override { return m_contextName; }
    [[nodiscard]] QString location() const override { return m_location; }
    void focusContent() override;
    void focusFilter() override;
    bool closeNearest() override;

    void setCatalog(const kube::CatalogPtr &catalog); ///< null: not known yet

Q_SIGNALS:
    void objectActivated(const kube::ResourceInfo &resource, const kube::ObjectKey &key);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeLower(const ControllersPorts &ports);
    void showState();
    void showStanding();
    void showTable();
    void showChosen();
    void choose(const QString &rowId);
    [[nodiscard]] QString chosen() const; ///< a row's id; empty: none

    QString m_contextName;
    QString m_location;
    ControllersWatch *m_watch;
    QueueModel *m_model;
    FilterField *m_filter;
    ElidedLabel *m_count;
    Badge *m_badge;
    ProgressLine *m_progress;
    NoticeList *m_notices;
    QStackedWidget *m_stack;
    TableView *m_table;
    EmptyState *m_empty;
    QLabel *m_heading;
    QLabel *m_caption;
    QStackedWidget *m_lower;
    QTabWidget *m_tabs;
    ChartsPanel *m_charts;
    SuspectsPanel *m_suspects;
    ProgramPanel *m_program;
    EmptyState *m_about;
    bool m_hasChosen = false; ///< a row was chosen, by a person or for them
};

} // namespace orrery
