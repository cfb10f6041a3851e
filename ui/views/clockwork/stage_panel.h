// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/clockwork_port.h"
#include "ui/views/clockwork/stage_contents.h"

#include <QPointer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace orrery {

class ElidedLabel;
class EmptyState;
class FaultDialog;
class StageBody;
class TableView;

/// What is inside the chosen stage: all it says of itself beside a table of what it holds, and what can be done with it.
/// Contents are asked again while they are shown, never twice at a time.
class StagePanel final : public QWidget
{
    Q_OBJECT
public:
    static constexpr std::size_t Shown = 200; ///< keys, values: at most

    StagePanel(QString contextName, kube::ClockworkPort &port, kube::ExecutorPtr gui, QWidget *parent = nullptr);

    void setStage(Stage stage);
    [[nodiscard]] Stage stage() const { return m_stage; }
    /// As it stands now.
    void show(kube::ClockworkSnapshotPtr snapshot, const kube::InformerKey &informer, const PipelineFlow &flow);
    /// Why no fault can be injected; empty: one can.
    void setWhyNoFaults(const QString &why);

    void focusContent();
    void focusSearch();
    [[nodiscard]] bool closeNearest(); ///< empties the search, or leaves an index's value

private:
    [[nodiscard]] const kube::PipelineSnapshot *pipeline() const; ///< null: it is gone
    void makeButtons();
    void offer();
    void fillChoice();
    void showFacts();
    void ask();
    void askCachedObject();
    template <typename Answer, typename Make>
    void take(kube::Future<Answer> answer, Make make);
    void fill(const StageContents &contents);
    void fitColumns();
    void openFaultDialog();
    [[nodiscard]] std::optional<kube::ObjectKey> chosenKey() const;
    [[nodiscard]] std::optional<std::uint64_t> chosenTable() const;
    [[nodiscard]] bool tellsRow() const { return m_stage == Stage::Queue || m_stage == Stage::WorkQueue; } ///< all of the chosen one
    [[nodiscard]] QString about() const;

    kube::ClockworkPort &m_port;
    const QString m_contextName;
    kube::ExecutorPtr m_gui;
    Stage m_stage = Stage::Reflector;
    kube::ClockworkSnapshotPtr m_snapshot;
    kube::InformerKey m_informer;
    PipelineFlow m_flow;
    QString m_whyNoFaults;
    std::optional<kube::CachedObject> m_object; ///< the chosen key's
    quint64 m_question = 0;                     ///< answers to others are late
    bool m_isAsking = false;
    bool m_isSized = false;
    QPointer<FaultDialog> m_faultDialog;
    std::optional<std::string> m_bucket;        ///< the index's value whose keys are shown; none: the values
    std::optional<std::uint64_t> m_askedVersion; ///< of the cache, as its keys were asked

    QLabel *m_title;
    ElidedLabel *m_purpose;
    QLabel *m_choiceLabel;
    QComboBox *m_choice;
    QLineEdit *m_search;
    QPushButton *m_back;
    QPushButton *m_relist;
    kube::WallTime m_relistedAt{}; ///< the snapshot that was shown when it was asked for last
    QPushButton *m_cut;
    QPushButton *m_inject;
    QPushButton *m_retry;
    QPushButton *m_forget;
    KeyValueList *m_facts;
    ContentsModel *m_model;
    QStackedWidget *m_stack;
    TableView *m_table;
    EmptyState *m_empty;
    QLabel *m_more;
    StageBody *m_body;
    kube::Owner m_owner;
};

} // namespace orrery
