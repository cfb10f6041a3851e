// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/clockwork_port.h"
#include "core/session/ports/protection_port.h"
#include "ui/views/clockwork/pipeline_flow.h"
#include "ui/widgets/page.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace orrery {

class ContentsModel;
class ElidedLabel;
class EmptyState;
class StagePanel;
class StageStrip;
class TableView;

/// The machinery behind the tables of one context, live: the pipeline of the chosen kind drawn from the server to its rows,
/// every kind with its state, rates and memory below it, and beside that what is inside the chosen stage.
/// It watches for as long as it exists: pauses and faults end with it.
class PipelinePage final : public Page
{
    Q_OBJECT
public:
    /// protection: null where a context is never protected. The ports outlive the page.
    PipelinePage(QString contextName, kube::ClockworkPort &port, kube::ProtectionPort *protection, const kube::ExecutorPtr &gui, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QIcon icon() const override;
    [[nodiscard]] QString contextName() const override { return m_contextName; }
    [[nodiscard]] QString location() const override;
    [[nodiscard]] bool hasContent() const override { return m_snapshot && !m_snapshot->pipelines.empty(); }
    [[nodiscard]] StageStrip *strip() const { return m_strip; }
    /// Chooses it, if an informer runs for it; nothing else is shown otherwise.
    void showKind(const kube::GroupVersionResource &resource);
    void focusContent() override;
    void focusFilter() override;
    bool closeNearest() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void take(kube::ClockworkSnapshotPtr snapshot);
    void refresh();
    void choose(const kube::InformerKey &key);
    void chooseWanted();
    void resumeAll();
    void clearFaults();
    [[nodiscard]] const kube::PipelineSnapshot *chosen() const;

    QString m_contextName;
    kube::ClockworkPort &m_port;
    kube::ClockworkSnapshotPtr m_snapshot; ///< null: none has come yet
    std::optional<kube::InformerKey> m_chosen;
    std::optional<kube::GroupVersionResource> m_wanted; ///< until there is content to choose from
    FlowMeter m_meter;
    kube::WallTime m_trendAt{};

    QLabel *m_title;
    ElidedLabel *m_caption;
    QLabel *m_legend;
    QPushButton *m_clearFaults;
    QPushButton *m_resumeAll;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    StageStrip *m_strip;
    ContentsModel *m_informers;
    TableView *m_informerTable;
    StagePanel *m_panel;
    kube::Owner m_owner;
    kube::Subscription m_watch;
    kube::Subscription m_protection;
};

} // namespace orrery
